import { type ModelShape, writeModelFile } from "../model/container.js";
import { parameterSizes } from "../model/network.js";
import type { Learner } from "./learner.js";

/** Writes what was learned as a model file: rows in 8 bits with a scale each, dense parameters as floats. */
export function packModel(shape: ModelShape, learner: Learner): Uint8Array {
  const sections = new Map<string, Uint8Array>();
  const dense: Float32Array[] = [];
  for (const name of parameterSizes(shape).keys()) dense.push(learner.network.block(name).data);
  sections.set("dense", bytesOf(concatenated(dense)));
  const features = quantised(learner.words.featureRows, shape.width);
  sections.set("features.rows", bytesOf(features.rows));
  sections.set("features.scales", bytesOf(features.scales));
  const { keys, values } = projectedVectors(learner, shape.width);
  const vectors = quantised(values, shape.width);
  sections.set("vectors.keys", bytesOf(keys));
  sections.set("vectors.rows", bytesOf(vectors.rows));
  sections.set("vectors.scales", bytesOf(vectors.scales));
  return writeModelFile(shape, sections);
}

function bytesOf(array: Float32Array | Uint32Array | Int8Array): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
}

function concatenated(arrays: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(arrays.reduce((sum, one) => sum + one.length, 0));
  let at = 0;
  for (const one of arrays) {
    all.set(one, at);
    at += one.length;
  }
  return all;
}

function quantised(values: Float32Array, width: number): { rows: Int8Array; scales: Float32Array } {
  const count = values.length / width;
  const rows = new Int8Array(values.length);
  const scales = new Float32Array(count);
  for (let row = 0; row < count; row += 1) {
    let largest = 0;
    for (let at = row * width; at < (row + 1) * width; at += 1)
      largest = Math.max(largest, Math.abs(values[at] as number));
    const scale = largest / 127 || 1;
    scales[row] = scale;
    for (let at = row * width; at < (row + 1) * width; at += 1)
      rows[at] = Math.round((values[at] as number) / scale);
  }
  return { rows, scales };
}

/** Static vectors are stored as the projection leaves them, sorted by key for binary search. */
function projectedVectors(learner: Learner, width: number): { keys: Uint32Array; values: Float32Array } {
  const { vectors, projectionMatrix } = learner.words;
  const { dimensions } = vectors;
  const order = Uint32Array.from(vectors.keys.keys()).sort(
    (a, b) => (vectors.keys[a] as number) - (vectors.keys[b] as number),
  );
  const keys = Uint32Array.from(order, (row) => vectors.keys[row] as number);
  const values = new Float32Array(order.length * width);
  for (const [at, row] of order.entries()) {
    for (let one = 0; one < dimensions; one += 1) {
      const value = vectors.values[row * dimensions + one] as number;
      for (let column = 0; column < width; column += 1) {
        const place = at * width + column;
        values[place] =
          (values[place] as number) + value * (projectionMatrix[one * width + column] as number);
      }
    }
  }
  return { keys, values };
}
