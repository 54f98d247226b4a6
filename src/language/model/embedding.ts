import type { ModelFile } from "./container.js";
import { featureCount, hashWord, vectorKey, wordFeatures } from "./features.js";

/** Writes the vector of a word: the sum of the rows of its features and of its static vector, if it has one. */
export interface Embedding {
  write(form: string, target: Float32Array, offset: number): void;
}

/** Rows in 8 bits with a scale each; words outside the static table get their features alone. */
export function createEmbedding(file: ModelFile): Embedding {
  const { width, tables } = file.shape;
  const rows = new Int8Array(...view(file.bytes("features.rows")));
  const scales = file.floats("features.scales");
  const keyBytes = file.bytes("vectors.keys");
  const keys = new Uint32Array(keyBytes.buffer, keyBytes.byteOffset, keyBytes.length / 4);
  const vectors = new Int8Array(...view(file.bytes("vectors.rows")));
  const vectorScales = file.floats("vectors.scales");
  const starts = tableStarts(tables);
  const features = new Int32Array(featureCount);
  return Object.freeze({
    write: (form: string, target: Float32Array, offset: number) => {
      target.fill(0, offset, offset + width);
      wordFeatures(form, tables, features);
      for (let feature = 0; feature < featureCount; feature += 1) {
        const row = (starts[feature] as number) + (features[feature] as number);
        addScaled(target, offset, rows, row * width, scales[row] as number, width);
      }
      const at = find(keys, hashWord(vectorKey(form), 0));
      if (at >= 0) addScaled(target, offset, vectors, at * width, vectorScales[at] as number, width);
    },
  });
}

/** The number of the first row of each table when all tables lie one behind the other. */
export function tableStarts(tables: readonly number[]): readonly number[] {
  let next = 0;
  return tables.map((rows) => {
    const start = next;
    next += rows;
    return start;
  });
}

function view(bytes: Uint8Array): [ArrayBufferLike, number, number] {
  return [bytes.buffer, bytes.byteOffset, bytes.length];
}

function addScaled(
  target: Float32Array,
  offset: number,
  rows: Int8Array,
  from: number,
  scale: number,
  width: number,
): void {
  for (let at = 0; at < width; at += 1) {
    target[offset + at] = (target[offset + at] as number) + (rows[from + at] as number) * scale;
  }
}

/** Binary search in sorted keys; -1 where the key is not there. */
function find(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const value = keys[middle] as number;
    if (value === key) return middle;
    if (value < key) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
