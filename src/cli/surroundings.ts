import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { OwnActs, Reader } from "../pipeline.js";
import type { Outside } from "../read/index.js";

/** Where text goes. `write` resolves when more may be written, so that nothing piles up behind a slow reader. */
export interface Sink {
  readonly isTerminal: boolean;
  /** The width in characters; null where there is no terminal to have one. */
  readonly columns: number | null;
  write(text: string): Promise<void>;
}

/** All that the command line touches outside itself. */
export interface Surroundings {
  readonly input: AsyncIterable<Uint8Array>;
  readonly output: Sink;
  readonly errors: Sink;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly cores: number;
  /** Opens the reader, with acts of the user's own if any are given; throws `DataError` where they are broken. */
  openReader(own?: OwnActs): Promise<Reader>;
  network(): Promise<Outside["network"]>;
  /** Starts a thread that reads batches of lines (`stream/worker.ts`) or of reports (`record/worker.ts`). */
  startThread(work: "lines" | "reports", own?: OwnActs): Worker;
  /** Opens the record; rooms of the store are loaded when it is asked for. */
  openLedger: typeof import("../store/index.js")["openLedger"];
  /** Milliseconds since 1970. */
  clock(): number;
  /** Resolves after so many milliseconds; `signal` ends the wait early. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** The surroundings of a process. Rooms that take time to load are loaded when they are asked for. */
export function processSurroundings(process: NodeJS.Process): Surroundings {
  return {
    input: process.stdin,
    output: sinkOf(process.stdout),
    errors: sinkOf(process.stderr),
    environment: process.env,
    cores: availableParallelism(),
    openReader: async (own) => (await import("../pipeline.js")).openReader(own),
    network: async () => (await import("../read/index.js")).publicNetwork,
    startThread: (work, own) => {
      holdRuntime();
      return new Worker(new URL(threads[work], import.meta.url), { workerData: own });
    },
    openLedger: async (...asked) => (await import("../store/index.js")).openLedger(...asked),
    clock: Date.now,
    wait: (milliseconds, signal) => pause(milliseconds, undefined, { signal }).catch(() => undefined),
  };
}

/**
 * A thread can load the native library of the reader after another has ended only while the process itself holds it. Where
 * there is none to hold, each thread finds that out by itself.
 */
function holdRuntime(): void {
  try {
    createRequire(import.meta.url)("onnxruntime-node");
  } catch {}
}

const threads = { lines: "./stream/worker.js", reports: "./record/worker.js" } as const;

function sinkOf(stream: NodeJS.WriteStream): Sink {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    // Whoever read our output has had enough ("credence read … | head"): there is nobody left to tell.
    if (error.code === "EPIPE") process.exit(0);
    throw error;
  });
  return {
    isTerminal: stream.isTTY === true,
    columns: stream.isTTY === true ? stream.columns : null,
    write: (text) =>
      new Promise((resolve) => {
        if (stream.write(text)) resolve();
        else stream.once("drain", resolve);
      }),
  };
}
