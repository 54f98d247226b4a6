import type { Given } from "../../read/index.js";
import type { Batch, Line } from "./batch.js";

/** Characters of input that make a batch; about thirty news reports. */
export const batchUnits = 64 * 1024;

/** Milliseconds after which lines that have come in are no longer kept waiting for others. */
const patience = 50;

/**
 * Gathers lines into batches by size. Where the input pauses, the lines so far are passed on, so that a
 * stream that is fed by hand or by a slow source is answered as it comes.
 */
export async function* batches(
  lines: AsyncIterable<Line>,
  given: Given,
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>,
): AsyncGenerator<Batch> {
  const source = lines[Symbol.asyncIterator]();
  let held: Line[] = [];
  let units = 0;
  let next = source.next();
  for (;;) {
    const result = held.length === 0 ? await next : await orNull(next, wait);
    if (result !== null && result.done !== true) {
      held.push(result.value);
      units += result.value.text.length;
      next = source.next();
      if (units < batchUnits) continue;
    }
    if (held.length > 0) yield { lines: held, given };
    if (result?.done === true) return;
    held = [];
    units = 0;
  }
}

async function orNull<T>(
  promise: Promise<T>,
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>,
): Promise<T | null> {
  const settled = await Promise.race([promise, Promise.resolve(null).then(() => null)]);
  if (settled !== null) return settled;
  const timer = new AbortController();
  const first = await Promise.race([promise, wait(patience, timer.signal).then(() => null)]);
  timer.abort();
  return first;
}
