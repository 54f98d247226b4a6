import type { Worker } from "node:worker_threads";
/** Reads batches, several at a time. */
export interface Pool<Batch, Result> {
  /** Resolves when the batch has been read; never rejects. */
  read(batch: Batch): Promise<Result>;
  close(): Promise<void>;
}

/** What the pool needs of a thread; a `Worker` is one. */
export type Thread = Pick<Worker, "postMessage" | "on" | "terminate">;

interface Job<Batch, Result> {
  readonly batch: Batch;
  readonly settle: (result: Result) => void;
  readonly attempt: number;
}

/**
 * A pool of threads that are started when there is work for them. A thread that dies is told of and replaced,
 * and its batch is read once more by another; for a batch that kills two threads `lost` gives the result.
 */
export function createPool<Batch, Result>(
  size: number,
  start: () => Thread,
  tell: (what: string) => void,
  lost: (batch: Batch, reason: string) => Result,
): Pool<Batch, Result> {
  /** Every living thread, with the job that it has in hand. */
  const threads = new Map<Thread, Job<Batch, Result> | null>();
  const queue: Job<Batch, Result>[] = [];

  function dispatch(): void {
    while (queue.length > 0) {
      const thread = idle() ?? (threads.size < size ? open() : null);
      if (thread === null) return;
      const job = queue.shift() as Job<Batch, Result>;
      threads.set(thread, job);
      thread.postMessage(job.batch);
    }
  }

  function idle(): Thread | null {
    for (const [thread, job] of threads) if (job === null) return thread;
    return null;
  }

  /** Listeners stay for the thread's life: a `Worker` that loses its last one stops to pass messages on. */
  function open(): Thread {
    const thread = start();
    threads.set(thread, null);
    thread.on("message", (result: Result) => {
      const job = threads.get(thread);
      if (job === null || job === undefined) return;
      threads.set(thread, null);
      job.settle(result);
      dispatch();
    });
    thread.on("error", (error: Error) => bury(thread, error.message));
    thread.on("exit", (code: number) => bury(thread, `exit code ${code}`));
    return thread;
  }

  /** A dying thread reports its error first and its end after; only the first of them counts. */
  function bury(thread: Thread, reason: string): void {
    const job = threads.get(thread);
    if (job === undefined) return;
    threads.delete(thread);
    if (job === null) return;
    const again = job.attempt === 1;
    tell(`a reading thread died (${reason}); its reports are ${again ? "read again" : "given up"}`);
    if (again) queue.unshift({ ...job, attempt: 2 });
    else job.settle(lost(job.batch, reason));
    dispatch();
  }

  return {
    read: (batch) =>
      new Promise((settle) => {
        queue.push({ batch, settle, attempt: 1 });
        dispatch();
      }),
    close: async () => {
      const living = [...threads.keys()];
      threads.clear();
      await Promise.all(living.map((thread) => thread.terminate()));
    },
  };
}
