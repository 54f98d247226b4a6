import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll } from "vitest";
import { packageFile } from "../../src/model/index.js";

/** How a run of the command ended, and what it wrote. */
export interface Ended {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A run of the command that goes on beside the test. */
export interface Running {
  readonly pid: number;
  readonly ended: Promise<Ended>;
  /** Whether it has neither ended nor been killed. */
  isRunning(): boolean;
  kill(signal: NodeJS.Signals): void;
  /** Gives it the rest of its standard input. */
  finish(input: string | Uint8Array): void;
  /** Waits until it has written these words to standard error; gives false where it ends without them. */
  says(words: string): Promise<boolean>;
}

export interface Start {
  /** All of standard input; left open for `finish` where null, closed and empty where not given. */
  readonly input?: string | Uint8Array | null;
  readonly environment?: Readonly<Record<string, string>>;
  /** A line of shell to be run before the command in the same process, such as a limit. */
  readonly after?: string;
}

export const command = fileURLToPath(packageFile("bin/credence.js"));

/** Most runs here end within a second or two, or are killed: making the code fast costs more than it brings. */
const quickStart = ["--liftoff-only", "--no-opt"];

const running = new Set<ChildProcess>();
const killAll = () => {
  for (const child of running) child.kill("SIGKILL");
};
// Whatever a failed test leaves running ends with its file, or with the whole run when that is broken off.
afterAll(killAll);
process.on("exit", killAll);

/** Starts the command as built, without a terminal and without the settings of whoever runs the tests. */
export function start(words: readonly string[], { input, environment = {}, after }: Start = {}): Running {
  const { CREDENCE_RECORD: _, FORCE_COLOR: __, ...outside } = process.env;
  const program = after === undefined ? process.execPath : "/bin/sh";
  const shell = after === undefined ? [] : ["-c", `${after} && exec "$0" "$@"`, process.execPath];
  const child = spawn(program, [...shell, ...quickStart, command, ...words], {
    env: { ...outside, NO_COLOR: "1", ...environment },
    stdio: ["pipe", "pipe", "pipe"],
  });
  running.add(child);
  const written = { out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    written.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    written.err += text;
  });
  // A process that is killed, or that refuses its input, closes the pipe; how it ended is told by its code.
  child.stdin.on("error", () => undefined);
  if (input !== null) child.stdin.end(input ?? "");
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => {
      running.delete(child);
      resolve({ code, signal, ...written });
    });
  });
  const says = (words: string) =>
    new Promise<boolean>((resolve) => {
      const look = () => {
        if (written.err.includes(words)) resolve(true);
      };
      child.stderr.on("data", look);
      look();
      void ended.then(() => resolve(written.err.includes(words)));
    });
  return {
    pid: child.pid ?? 0,
    ended,
    isRunning: () => running.has(child),
    kill: (signal) => void child.kill(signal),
    finish: (rest) => void child.stdin.end(rest),
    says,
  };
}

/** Runs the command to its end. */
export function run(words: readonly string[], options: Start = {}): Promise<Ended> {
  return start(words, options).ended;
}

/** What was written to standard error but for the lines that tell how far long work has come. */
export function faultsIn(err: string): string {
  return err.replace(/^credence: .* reports added, .* a second\n/gm, "");
}
