import { arch, cpus, loadavg, platform, totalmem } from "node:os";
import { parseArgs } from "node:util";
import { databases, folders, type Places } from "./record/places.js";
import { ask } from "./serve/ask.js";
import { load } from "./serve/load.js";
import { type Material, materialOf } from "./serve/material.js";
import { askedTable, goals, isMet, loadTable, paintTable, sizeTable } from "./serve/page.js";
import { paints } from "./serve/paint.js";
import { mixed, questionsOf } from "./serve/questions.js";
import { fill, type Served, serve } from "./serve/served.js";
import { sizesOf } from "./serve/sizes.js";

const { values: options } = parseArgs({
  options: {
    /** Ten seconds of load instead of a minute, for a quick look. */
    short: { type: "boolean", default: false },
    /** Questions of each kind that are put one after another. */
    requests: { type: "string", default: "300" },
    /** Questions a second under load. */
    rate: { type: "string", default: "200" },
    /** Only questions whose kind has these letters; then neither load nor page. */
    only: { type: "string" },
    /** Profiles of the server's work are left in this folder. */
    profile: { type: "string" },
  },
});
const [requests, rate] = [Number(options.requests), Number(options.rate)];
if (!(requests >= 1) || !(rate >= 1)) throw new Error("--requests and --rate are numbers, at least 1");
const seconds = options.short ? 10 : 60;

const out = (text: string) => void process.stdout.write(`${text}\n`);
const memory = (totalmem() / 2 ** 30).toFixed(0);
out(
  `${cpus()[0]?.model ?? "unknown processor"}, ${cpus().length} cores, ${memory} GB, ${platform()} ${arch()}, Node ${process.version}; load before the bench ${loadNow()}`,
);

await measure(folders());
const named = process.env["CREDENCE_BENCH_POSTGRES"];
if (named !== undefined) await measure(await databases(named));

/** Makes a record, serves it, and asks. */
async function measure(places: Places): Promise<void> {
  try {
    const record = await places.fresh();
    progress("making the record");
    fill(record);
    const flags = options.profile === undefined ? [] : ["--cpu-prof", `--cpu-prof-dir=${options.profile}`];
    const served = await serve(record, flags);
    try {
      const material = await materialOf(served.address);
      out(`\n${places.engine}: ${places.description}`);
      out(
        `${material.reports.length.toLocaleString("en")} reports, ${material.events.length.toLocaleString("en")} events, ${material.names.size} parties; the server was ready in ${served.startedIn.toFixed(1)} s`,
      );
      await questions(served, material);
      if (options.only === undefined) {
        await underLoad(served, material);
        if (places.engine === "embedded") await thePage(served, material);
      }
      const peak = served.peak();
      if (peak !== null) out(`\nmemory of the server at its peak ${(peak / 2 ** 20).toFixed(0)} MB`);
    } finally {
      await served.close();
    }
  } finally {
    await places.close();
  }
}

async function questions(served: Served, material: Material): Promise<void> {
  const { only } = options;
  const all = Object.entries(questionsOf(material)).filter(
    ([kind]) => only === undefined || kind.includes(only),
  );
  progress("questions one after another");
  const timed = await ask(served, Object.fromEntries(all), requests);
  out(`\n${requests} questions of each kind, one after another, load ${loadNow()}; work is the server's own`);
  out(askedTable(timed));
  const missed = [...timed.values()].filter((one) => !isMet(one)).length;
  out(`${timed.size - missed} of ${timed.size} kinds stay under ${goals.question} ms at p99`);
  if (missed > 0) process.exitCode = 1;
}

async function underLoad(served: Served, material: Material): Promise<void> {
  progress(`${rate} questions a second for ${seconds} s`);
  const loaded = await load(served, mixed(questionsOf(material), 77), rate, seconds);
  out(`\nunder load, all kinds in turn, load of the machine ${loadNow()}`);
  out(loadTable(loaded));
  if (loaded.errors.size > 0) process.exitCode = 1;
}

async function thePage(served: Served, { events }: Material): Promise<void> {
  progress("the page");
  const views = ["/", "/party/PSE", `/event/${events.at(-1)}`, "/news"];
  const painted = await paints(served.address, views);
  out(`\nfirst contentful paint, nothing kept from before, load ${loadNow()}`);
  if (typeof painted === "string") out(`not measured: ${painted}`);
  else out(paintTable(painted));
  if (typeof painted !== "string" && painted.some(({ first }) => first >= goals.paint)) process.exitCode = 1;
  out(`\n${sizeTable(await sizesOf(served.address))}`);
}

/** What else the machine does belongs to the figures. */
function loadNow(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

function progress(what: string): void {
  process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${what}\n`);
}
