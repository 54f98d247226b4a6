import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import type { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { packageFile } from "../../src/model/index.js";
import type { RecordAddress } from "../../src/store/index.js";

const command = fileURLToPath(packageFile("bin/credence.js"));

/** A server that was started for the bench, as `credence serve` starts it. */
export interface Served {
  /** "http://127.0.0.1:38473" */
  readonly address: string;
  /** Seconds from its start until it told its address: the record is open and looked at by then. */
  readonly startedIn: number;
  work(): Work | null;
  /** Bytes of memory at the peak; null where the system does not tell. */
  peak(): number | null;
  close(): Promise<void>;
}

/** Milliseconds that all threads of a process have worked, and that they waited for a processor that others had. */
export interface Work {
  readonly busy: number;
  readonly waited: number;
}

/** Makes the record, which brings the history on board, and reads the example reports into it as a change of their own. */
export function fill(record: RecordAddress): void {
  const examples = fileURLToPath(packageFile("examples/"));
  for (const args of [["log"], ["add", examples]]) {
    const { status, stderr } = spawnSync(process.execPath, [command, ...args, "--record", whereOf(record)], {
      encoding: "utf8",
    });
    if (status !== 0) throw new Error(`credence ${args[0]} ended with ${status}: ${stderr}`);
  }
}

/** Starts the server on a record; `flags` are for Node, such as --cpu-prof. */
export async function serve(record: RecordAddress, flags: readonly string[]): Promise<Served> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [...flags, command, "serve", "--port", "0", "--record", whereOf(record)],
    { stdio: ["ignore", "pipe", "pipe"] },
  );
  const said: string[] = [];
  child.stderr.on("data", (piece) => said.push(String(piece)));
  const address = await addressOf(child.stdout, said);
  const { pid } = child;
  return {
    address,
    startedIn: (performance.now() - began) / 1000,
    work: () => (pid === undefined ? null : workOf(pid)),
    peak: () => (pid === undefined ? null : peakOf(pid)),
    close: () => closed(child, said),
  };
}

function whereOf(record: RecordAddress): string {
  return record.kind === "folder" ? record.path : record.url;
}

async function addressOf(output: Readable, said: readonly string[]): Promise<string> {
  let told = "";
  for await (const piece of output.iterator({ destroyOnReturn: false })) {
    told += String(piece);
    const found = /http:\/\/\S+/.exec(told);
    if (found !== null) return found[0];
  }
  throw new Error(`the server ended before it told its address: ${said.join("")}`);
}

/** Ends the server. What it said of its own bugs while it was asked is a fault of the bench's run. */
async function closed(child: ChildProcess, said: readonly string[]): Promise<void> {
  if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}: ${said.join("")}`);
  const ended = once(child, "exit");
  child.kill("SIGTERM");
  await ended;
  const complaints = said
    .join("")
    .split("\n")
    .filter((line) => line !== "" && !line.includes("the record is served at"));
  if (complaints.length > 0) process.stderr.write(`the server said:\n${complaints.join("\n")}\n`);
}

/** What the scheduler of Linux counted, in nanoseconds; other systems do not tell of threads of another process. */
function workOf(pid: number): Work | null {
  try {
    const threads = `/proc/${pid}/task`;
    let [busy, waited] = [0, 0];
    for (const thread of readdirSync(threads)) {
      const [ran = 0, queued = 0] = numbersIn(`${threads}/${thread}/schedstat`);
      busy += ran;
      waited += queued;
    }
    return { busy: busy / 1e6, waited: waited / 1e6 };
  } catch {
    return null;
  }
}

function numbersIn(path: string): readonly number[] {
  try {
    return readFileSync(path, "utf8").trim().split(" ").map(Number);
  } catch {
    // The thread ended after the list was read.
    return [];
  }
}

function peakOf(pid: number): number | null {
  try {
    const found = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"));
    return found === null ? null : Number(found[1]) * 1024;
  } catch {
    return null;
  }
}
