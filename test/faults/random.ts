/** Numbers from 0 up to and without 1 that are the same for the same seed (Mulberry32, by T. Ettinger, public domain). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * So many moments of a run, as parts of it from 0 to 1, from early to late; more of them are late, since a run writes only
 * when it has started and read.
 */
export function momentsOf(count: number, random: () => number): readonly number[] {
  return Array.from({ length: count }, (_, at) => Math.sqrt((at + random()) / count));
}
