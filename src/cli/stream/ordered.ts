/**
 * Works on items at most `window` at a time and gives the results in the order of the items. No further item
 * is taken before the oldest result has been used, so that what is held at once is bounded however long the
 * stream and however slow its reader.
 */
export async function* inOrder<T, R>(
  items: AsyncIterable<T>,
  window: number,
  work: (item: T) => Promise<R>,
): AsyncGenerator<R> {
  const flying: Promise<R>[] = [];
  for await (const item of items) {
    flying.push(work(item));
    if (flying.length >= window) yield (await flying.shift()) as R;
  }
  while (flying.length > 0) yield (await flying.shift()) as R;
}
