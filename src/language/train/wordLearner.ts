import { tableStarts } from "../model/embedding.js";
import { featureCount, hashWord, vectorKey, wordFeatures } from "../model/features.js";
import type { Block, Kernel } from "../model/kernel.js";
import { type Network, sentenceLimit } from "../model/network.js";
import { Adam } from "./adam.js";
import type { Random } from "./random.js";
import type { StaticVectors } from "./vectors.js";

/** Shares of features that are left out at random; rare words are left out more often. */
const wordDropout = 0.15;
const rareWordDropout = 0.35;
const vectorDropout = 0.1;

/** Learns what the vectors of words are made of: rows of hashed features, and a projection of static vectors. */
export class WordLearner {
  readonly vectors: StaticVectors;
  private readonly network: Network;
  private readonly kernel: Kernel;
  private readonly random: Random;
  private readonly rows: Adam;
  private readonly projection: Adam;
  private readonly touched: Int32Array;
  private readonly isTouched: Uint8Array;
  private touchedCount = 0;
  private readonly vectorInput: Block;
  private readonly tokenRows = new Int32Array(sentenceLimit * featureCount);
  private readonly features = new Int32Array(featureCount);
  private readonly starts: readonly number[];
  /** How often each row of the table of words is met in the training data. */
  private readonly counts: Uint32Array;

  constructor(network: Network, kernel: Kernel, vectors: StaticVectors, random: Random) {
    const { width, tables } = network.shape;
    const count = tables.reduce((sum, rows) => sum + rows, 0);
    this.network = network;
    this.kernel = kernel;
    this.vectors = vectors;
    this.random = random;
    this.starts = tableStarts(tables);
    this.counts = new Uint32Array(tables[0] as number);
    this.rows = new Adam(kernel, kernel.allocate(count * width));
    this.touched = new Int32Array(count);
    this.isTouched = new Uint8Array(count);
    this.projection = new Adam(kernel, kernel.allocate(vectors.dimensions * width));
    this.vectorInput = kernel.allocate(sentenceLimit * vectors.dimensions);
    fill(this.rows.values.data, 0.1, random);
    fill(this.projection.values.data, Math.sqrt(3 / vectors.dimensions), random);
  }

  /** Rows of hashed features, all tables one behind the other. */
  get featureRows(): Float32Array {
    return this.rows.values.data;
  }

  /** `dimensions` × `width`. */
  get projectionMatrix(): Float32Array {
    return this.projection.values.data;
  }

  /** Counts a word of the training data; call for all of them before learning begins. */
  count(form: string): void {
    wordFeatures(form, this.network.shape.tables, this.features);
    const row = this.features[0] as number;
    this.counts[row] = (this.counts[row] as number) + 1;
  }

  /** Fills layer 0 for the forms, with some features left out. */
  embed(forms: readonly string[]): void {
    const { network, kernel, features } = this;
    const { width, tables } = network.shape;
    const { dimensions } = this.vectors;
    const layer = network.layers[0] as Block;
    layer.data.fill(0, 0, (forms.length + 2) * width);
    this.vectorInput.data.fill(0, 0, forms.length * dimensions);
    for (const [token, form] of forms.entries()) {
      wordFeatures(form, tables, features);
      for (let feature = 0; feature < featureCount; feature += 1) {
        const isDropped = feature === 0 && this.random() < this.dropShare(features[0] as number);
        const row = isDropped ? -1 : (this.starts[feature] as number) + (features[feature] as number);
        this.tokenRows[token * featureCount + feature] = row;
        if (row >= 0) add(layer.data, network.offset(token), this.featureRows, row * width, width);
      }
      const vector = this.vectors.row(hashWord(vectorKey(form), 0));
      if (vector === undefined || this.random() < vectorDropout) continue;
      const from = vector * dimensions;
      this.vectorInput.data.set(this.vectors.values.subarray(from, from + dimensions), token * dimensions);
    }
    const { address } = this.projection.values;
    const first = network.address(layer, 0);
    kernel.multiply(this.vectorInput.address, dimensions, address, first, forms.length, dimensions, width);
  }

  private dropShare(row: number): number {
    return wordDropout + rareWordDropout / Math.max(1, this.counts[row] as number);
  }

  /** Takes the gradient of layer 0 for the `n` words of the last call of `embed`. */
  backward(n: number, flow: Block): void {
    const { network, kernel } = this;
    const { width } = network.shape;
    const { dimensions } = this.vectors;
    const { address } = this.projection.gradient;
    kernel.outer(
      this.vectorInput.address,
      dimensions,
      network.address(flow, 0),
      address,
      n,
      dimensions,
      width,
    );
    for (let at = 0; at < n * featureCount; at += 1) {
      const row = this.tokenRows[at] as number;
      if (row < 0) continue;
      if (this.isTouched[row] === 0) {
        this.isTouched[row] = 1;
        this.touched[this.touchedCount] = row;
        this.touchedCount += 1;
      }
      const from = network.offset(Math.floor(at / featureCount));
      add(this.rows.gradient.data, row * width, flow.data, from, width);
    }
  }

  apply(rate: number, step: number): void {
    const { width } = this.network.shape;
    this.projection.update(0, this.projectionMatrix.length, rate, step);
    for (let at = 0; at < this.touchedCount; at += 1) {
      const row = this.touched[at] as number;
      this.rows.update(row * width, (row + 1) * width, rate, step);
      this.isTouched[row] = 0;
    }
    this.touchedCount = 0;
  }
}

/** Numbers evenly between −spread and spread. */
export function fill(data: Float32Array, spread: number, random: Random): void {
  for (let at = 0; at < data.length; at += 1) data[at] = (random() * 2 - 1) * spread;
}

/** Adds `length` numbers of a source to a target. */
export function add(
  target: Float32Array,
  to: number,
  source: Float32Array,
  from: number,
  length: number,
): void {
  for (let at = 0; at < length; at += 1) {
    target[to + at] = (target[to + at] as number) + (source[from + at] as number);
  }
}
