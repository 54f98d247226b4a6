import type { Worker } from "node:worker_threads";
import { type Batch, type BatchResult, lostBatch } from "./batch.js";

/** Reads batches, several at a time. */
export interface Pool {
  /** Resolves when the batch has been read; never rejects. */
  read(batch: Batch): Promise<BatchResult>;
  close(): Promise<void>;
}

/** What the pool needs of a thread; a `Worker` is one. */
export type Thread = Pick<Worker, "postMessage" | "once" | "removeAllListeners" | "terminate">;

interface Job {
  readonly batch: Batch;
  readonly settle: (result: BatchResult) => void;
  readonly attempt: number;
}

/**
 * A pool of threads that are started when there is work for them. A thread that dies is told of and replaced,
 * and its batch is read once more by another; a batch that kills two threads is given up as faults.
 */
export function createPool(size: number, start: () => Thread, tell: (what: string) => void): Pool {
  const idle: Thread[] = [];
  const busy = new Set<Thread>();
  const queue: Job[] = [];

  function dispatch(): void {
    while (queue.length > 0 && (idle.length > 0 || busy.size < size)) {
      const thread = idle.pop() ?? start();
      run(thread, queue.shift() as Job);
    }
  }

  function run(thread: Thread, job: Job): void {
    busy.add(thread);
    const leave = () => {
      thread.removeAllListeners();
      busy.delete(thread);
    };
    thread.once("message", (result: BatchResult) => {
      leave();
      idle.push(thread);
      job.settle(result);
      dispatch();
    });
    const died = (reason: string) => {
      leave();
      // A dying thread reports its error first and its end after; only the first of them counts.
      thread.once("error", () => undefined);
      tell(
        `a reading thread died (${reason}); ${job.attempt === 1 ? "its lines are read again" : "its lines are given up"}`,
      );
      if (job.attempt === 1) queue.unshift({ ...job, attempt: 2 });
      else job.settle(lostBatch(job.batch, reason));
      dispatch();
    };
    thread.once("error", (error: Error) => died(error.message));
    thread.once("exit", (code: number) => died(`exit code ${code}`));
    thread.postMessage(job.batch);
  }

  return {
    read: (batch) =>
      new Promise((settle) => {
        queue.push({ batch, settle, attempt: 1 });
        dispatch();
      }),
    close: async () => {
      await Promise.all(
        [...idle, ...busy].map((thread) => {
          thread.removeAllListeners();
          return thread.terminate();
        }),
      );
    },
  };
}
