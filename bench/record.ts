import { fork } from "node:child_process";
import { arch, cpus, loadavg, platform, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { RecordAddress } from "../src/store/index.js";
import { commandTime } from "./record/command.js";
import type { Asked, Filled, Job, Message, Rebuilt, Result, Scale } from "./record/jobs.js";
import { figures, isBounded, type Measured, scanLine, scanPage } from "./record/page.js";
import { bytesBelow, databases, type EngineName, folders, type Places } from "./record/places.js";

const { values: options } = parseArgs({
  options: {
    /** A tenth of the record, for a quick look. */
    small: { type: "boolean" },
    /** Reports of the record, where neither the small nor the full one will do. */
    reports: { type: "string" },
    /** One engine only. */
    engine: { type: "string" },
    questions: { type: "string", default: "1000" },
  },
});

const small: Scale = { seed: 1, reports: 10_000 };
const full: Scale = { seed: 1, reports: 100_000 };
const scale =
  options.reports !== undefined
    ? { seed: 1, reports: Number(options.reports) }
    : options.small === true
      ? small
      : full;
if (!(scale.reports >= 1000)) throw new Error("--reports is a number, at least 1000");
const engines = (["embedded", "server"] as const).filter(
  (name) => options.engine === undefined || options.engine === name,
);
if (engines.length === 0) throw new Error("--engine is embedded or server");

/** What else the machine does belongs to the figures; taken before the bench itself loads it. */
const load = (loadavg()[0] ?? 0).toFixed(1);
const measured: Measured[] = [];
const descriptions: string[] = [];
for (const engine of engines) {
  const places = engine === "embedded" ? folders() : await databases(process.env["CREDENCE_BENCH_POSTGRES"]);
  descriptions.push(`${engine}: ${places.description}`);
  try {
    measured.push(await measure(places));
  } finally {
    await places.close();
  }
}
print(measured);

async function measure(places: Places): Promise<Measured> {
  const { engine } = places;
  const command = await commandTime(places);
  progress(engine, `credence add: ${command.reports} reports in ${command.seconds.toFixed(1)} s`);
  const address = await places.fresh();
  const filled = (await run(engine, { kind: "fill", address, scale })) as Filled;
  const folder = address.kind === "folder" ? bytesBelow(address.path) : null;
  // The questions' last act adds reports, and rebuilding is for records of one size: it comes before or elsewhere.
  const rebuilt = scale === small ? await rebuilding(engine, address) : await rebuildingSmall(places);
  const asked = (await run(engine, {
    ...{ kind: "ask", address, scale, questions: Number(options.questions) },
  })) as Asked;
  await places.leave(address);
  return { engine, command, filled, asked, rebuilt, folder };
}

async function rebuildingSmall(places: Places): Promise<Rebuilt> {
  const address = await places.fresh();
  await run(places.engine, { kind: "fill", address, scale: small });
  const rebuilt = await rebuilding(places.engine, address);
  await places.leave(address);
  return rebuilt;
}

async function rebuilding(engine: EngineName, address: RecordAddress): Promise<Rebuilt> {
  return (await run(engine, { kind: "rebuild", address, scale: small })) as Rebuilt;
}

/** Runs a job in a process of its own. */
function run(engine: EngineName, job: Job): Promise<Result> {
  const worker = fileURLToPath(new URL("record/worker.js", import.meta.url));
  const child = fork(worker, [JSON.stringify(job)]);
  return new Promise((resolve, reject) => {
    let result: Result | null = null;
    child.on("message", (message: Message) => {
      if ("progress" in message) progress(engine, `${job.kind}: ${message.progress}`);
      else result = message.result;
    });
    child.on("error", reject);
    child.on("exit", (code) => {
      if (result !== null && code === 0) resolve(result);
      else reject(new Error(`the bench's process (${engine}, ${job.kind}) ended with ${code}`));
    });
  });
}

function progress(engine: EngineName, what: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${engine}: ${what}\n`);
}

function print(all: readonly Measured[]): void {
  const [first] = all;
  if (first === undefined) return;
  const out = (text: string) => process.stdout.write(`${text}\n`);
  const memory = (totalmem() / 2 ** 30).toFixed(0);
  const processor = `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, ${memory} GB`;
  out(`${processor}, ${platform()} ${arch()}, Node ${process.version}; load before the bench ${load}`);
  for (const one of descriptions) out(one);
  const { filled, asked } = first;
  const rows = Object.entries(asked.counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${count.toLocaleString("en")} ${name}`);
  out(
    `${filled.reports.toLocaleString("en")} generated reports, ${filled.statements.toLocaleString("en")} statements; ${options.questions} questions of each kind`,
  );
  out(`rows of ${first.engine}: ${rows.join(", ")}\n`);
  out(figures(all));
  for (const one of all) {
    for (const scan of one.asked.writeScans) out(`\n${one.engine}, no fault: ${scanLine(scan)}`);
    for (const scan of one.asked.scans) out(`\n${one.engine}, FAULT: ${scanPage(scan)}`);
    if (one.rebuilt.changed > 0)
      out(`\n${one.engine}, FAULT: rebuilding changed ${one.rebuilt.changed} rows`);
    if (!isBounded(one.filled)) out(`\n${one.engine}, FAULT: memory grows with the record while adding`);
    if (one.asked.scans.length > 0 || one.rebuilt.changed > 0 || !isBounded(one.filled)) process.exitCode = 1;
  }
}
