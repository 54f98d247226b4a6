/**
 * Works on items at most `window` at a time and gives the results in the order of the items, each as soon as
 * it is its turn, however long the next item keeps us waiting. While `window` results are unused, no work is
 * begun, so that what is held at once is bounded however long the stream and however slow its reader.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  window: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const source = items[Symbol.asyncIterator]();
  const flying: Promise<{ readonly result: R }>[] = [];
  let next: Promise<IteratorResult<T>> | null = source.next();
  while (next !== null || flying.length > 0) {
    const waiting: Promise<{ readonly result: R } | IteratorResult<T>>[] = flying.slice(0, 1);
    if (next !== null && flying.length < window) waiting.push(next);
    const first = await Promise.race(waiting);
    if ("result" in first) {
      flying.shift();
      yield first.result;
    } else if (first.done === true) next = null;
    else {
      flying.push(work(first.value).then((result) => ({ result })));
      next = source.next();
    }
  }
}
