import type { ModelShape } from "../model/container.js";
import { tableStarts } from "../model/embedding.js";
import { featureCount, hashWord, vectorKey, wordFeatures } from "../model/features.js";
import type { Block, Kernel } from "../model/kernel.js";
import { type Network, padded, parameterSizes, sentenceLimit } from "../model/network.js";
import { Adam } from "./adam.js";
import type { TrainingSentence } from "./corpus.js";
import { ParserLearner } from "./parserLearner.js";
import type { Random } from "./random.js";
import type { StaticVectors } from "./vectors.js";

/** Shares of features and of activations that are left out at random (Srivastava et al. 2014). */
const wordDropout = 0.15;
const vectorDropout = 0.1;
const topDropout = 0.25;

/**
 * Learns all parameters of the network together: tags, trees and names pull at the same convolutions and at
 * the same features of words.
 */
export class Learner {
  readonly network: Network;
  /** Rows of hashed features, all tables one behind the other. */
  readonly rows: Float32Array;
  /** Turns static vectors into token vectors: `dimensions` × `width`. */
  readonly projection: Block;
  readonly vectors: StaticVectors;
  private readonly kernel: Kernel;
  private readonly random: Random;
  private readonly rowGradient: Float32Array;
  private readonly touched = new Set<number>();
  private readonly gradients = new Map<string, Block>();
  private readonly optimisers = new Map<string, Adam>();
  private readonly rowOptimiser: Adam;
  private readonly projectionGradient: Block;
  private readonly projectionOptimiser: Adam;
  private readonly vectorInput: Block;
  private readonly flow: Block;
  private readonly inner: Block;
  private readonly scoreFlow: Block;
  private readonly mask = new Float32Array((sentenceLimit + 2) * 256);
  private readonly tokenRows = new Int32Array(sentenceLimit * featureCount);
  private readonly starts: readonly number[];
  private readonly parser: ParserLearner;
  private step = 0;

  constructor(network: Network, kernel: Kernel, vectors: StaticVectors, random: Random) {
    this.network = network;
    this.kernel = kernel;
    this.vectors = vectors;
    this.random = random;
    const { shape } = network;
    const { width } = shape;
    this.starts = tableStarts(shape.tables);
    const count = shape.tables.reduce((sum, rows) => sum + rows, 0);
    this.rows = new Float32Array(count * width).map(() => (random() - 0.5) * 0.2);
    this.rowGradient = new Float32Array(count * width);
    this.rowOptimiser = new Adam(count * width);
    this.projection = kernel.allocate(vectors.dimensions * width);
    fillRandom(this.projection.data, vectors.dimensions, random);
    this.projectionGradient = kernel.allocate(vectors.dimensions * width);
    this.projectionOptimiser = new Adam(vectors.dimensions * width);
    this.vectorInput = kernel.allocate(sentenceLimit * vectors.dimensions);
    this.flow = kernel.allocate((sentenceLimit + 2) * width);
    this.inner = kernel.allocate(sentenceLimit * width);
    this.scoreFlow = kernel.allocate(sentenceLimit * padded(Math.max(shape.xpos.length, shape.upos.length)));
    for (const [name, size] of parameterSizes(shape)) {
      this.gradients.set(name, kernel.allocate(size));
      this.optimisers.set(name, new Adam(size));
      initialise(name, network.block(name).data, shape, random);
    }
    this.parser = new ParserLearner(network, kernel, (name) => this.gradient(name), random);
  }

  /** Adds the gradients of one sentence. `explore` is the chance to follow the parser's own choice. */
  learn(sentence: TrainingSentence, explore: number): void {
    const n = sentence.forms.length;
    this.embed(sentence.forms, true);
    this.network.convolve(n);
    this.dropTop(n);
    this.flow.data.fill(0, 0, (n + 2) * this.network.shape.width);
    this.learnHead("xpos", sentence.xpos, n, 1);
    this.learnHead("upos", sentence.upos, n, 0.5);
    if (sentence.names !== null) this.learnHead("names", sentence.names, n, 1);
    this.parser.learn(sentence, explore, this.flow);
    this.backward(n);
  }

  /** Applies and clears the gradients of the sentences since the last call. */
  apply(rate: number): void {
    this.step += 1;
    const { width } = this.network.shape;
    for (const [name, block] of this.gradients) {
      const values = this.network.block(name).data;
      this.optimisers.get(name)?.update(values, block.data, 0, values.length, rate, this.step);
    }
    const { data } = this.projection;
    this.projectionOptimiser.update(data, this.projectionGradient.data, 0, data.length, rate, this.step);
    for (const row of this.touched) {
      this.rowOptimiser.update(this.rows, this.rowGradient, row * width, (row + 1) * width, rate, this.step);
    }
    this.touched.clear();
  }

  /** Fills layer 0 for the forms; with `training`, some features are left out. */
  embed(forms: readonly string[], training: boolean): void {
    const { width, tables } = this.network.shape;
    const { dimensions } = this.vectors;
    const layer = this.network.layers[0] as Block;
    const features = new Int32Array(featureCount);
    layer.data.fill(0, 0, (forms.length + 2) * width);
    this.vectorInput.data.fill(0, 0, forms.length * dimensions);
    for (const [token, form] of forms.entries()) {
      wordFeatures(form, tables, features);
      for (let feature = 0; feature < featureCount; feature += 1) {
        const dropped = training && feature === 0 && this.random() < wordDropout;
        const row = dropped ? -1 : (this.starts[feature] as number) + (features[feature] as number);
        this.tokenRows[token * featureCount + feature] = row;
        if (row >= 0) addTo(layer.data, this.network.offset(token), this.rows, row * width, width);
      }
      const vector = this.vectors.row(hashWord(vectorKey(form), 0));
      if (vector === undefined || (training && this.random() < vectorDropout)) continue;
      const from = vector * dimensions;
      this.vectorInput.data.set(this.vectors.values.subarray(from, from + dimensions), token * dimensions);
    }
    this.kernel.multiply(
      this.vectorInput.address,
      dimensions,
      this.projection.address,
      this.network.address(layer, 0),
      forms.length,
      dimensions,
      width,
    );
  }

  private gradient(name: string): Block {
    return this.gradients.get(name) as Block;
  }

  private dropTop(n: number): void {
    const { width } = this.network.shape;
    const { data } = this.network.top;
    for (let at = width; at < (n + 1) * width; at += 1) {
      const kept = this.random() < topDropout ? 0 : 1 / (1 - topDropout);
      this.mask[at] = kept;
      data[at] = (data[at] as number) * kept;
    }
  }

  private learnHead(head: "xpos" | "upos" | "names", gold: Int16Array, n: number, weight: number): void {
    const { network, kernel } = this;
    const labels = network.shape[head].length;
    const wide = padded(labels);
    network.score(head, n);
    this.scoreFlow.data.fill(0, 0, n * wide);
    const bias = this.gradient(`${head}.b`).data;
    for (let token = 0; token < n; token += 1) {
      softmaxGradient(
        network.scores.data,
        token * wide,
        labels,
        gold[token] as number,
        weight,
        this.scoreFlow.data,
      );
      for (let at = 0; at < labels; at += 1)
        bias[at] = (bias[at] as number) + (this.scoreFlow.data[token * wide + at] as number);
    }
    const { width } = network.shape;
    const top = network.address(network.top, 0);
    kernel.outer(top, width, this.scoreFlow.address, this.gradient(`${head}.w`).address, n, width, wide);
    const flow = network.address(this.flow, 0);
    kernel.multiplyTransposed(
      this.scoreFlow.address,
      network.block(`${head}.w`).address,
      flow,
      width,
      n,
      width,
      wide,
    );
  }

  /** Carries the gradient of the top layer down to the rows of the features. */
  private backward(n: number): void {
    const { network, kernel, flow } = this;
    const { width, depth } = network.shape;
    for (let at = width; at < (n + 1) * width; at += 1)
      flow.data[at] = (flow.data[at] as number) * (this.mask[at] as number);
    for (let layer = depth - 1; layer >= 0; layer -= 1) {
      const sum = (network.sums[layer] as Block).data;
      const bias = this.gradient(`conv${layer}.b`).data;
      for (let at = 0; at < n * width; at += 1) {
        const value = (sum[at] as number) > 0 ? (flow.data[width + at] as number) : 0;
        this.inner.data[at] = value;
        bias[at % width] = (bias[at % width] as number) + value;
      }
      const from = network.layers[layer] as Block;
      kernel.outer(
        from.address,
        width,
        this.inner.address,
        this.gradient(`conv${layer}.w`).address,
        n,
        3 * width,
        width,
      );
      kernel.multiplyTransposed(
        this.inner.address,
        network.block(`conv${layer}.w`).address,
        flow.address,
        width,
        n,
        3 * width,
        width,
      );
    }
    const start = network.address(flow, 0);
    const { dimensions } = this.vectors;
    kernel.outer(
      this.vectorInput.address,
      dimensions,
      start,
      this.projectionGradient.address,
      n,
      dimensions,
      width,
    );
    for (let at = 0; at < n * featureCount; at += 1) {
      const row = this.tokenRows[at] as number;
      if (row < 0) continue;
      this.touched.add(row);
      addTo(this.rowGradient, row * width, flow.data, network.offset(Math.floor(at / featureCount)), width);
    }
  }
}

/** Softmax cross-entropy: writes weight × (p − gold) beside the scores. */
function softmaxGradient(
  scores: Float32Array,
  from: number,
  count: number,
  gold: number,
  weight: number,
  gradient: Float32Array,
): void {
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at += 1) highest = Math.max(highest, scores[from + at] as number);
  let total = 0;
  for (let at = 0; at < count; at += 1) total += Math.exp((scores[from + at] as number) - highest);
  for (let at = 0; at < count; at += 1) {
    gradient[from + at] = (weight * Math.exp((scores[from + at] as number) - highest)) / total;
  }
  gradient[from + gold] = (gradient[from + gold] as number) - weight;
}

function addTo(target: Float32Array, to: number, source: Float32Array, from: number, length: number): void {
  for (let at = 0; at < length; at += 1)
    target[to + at] = (target[to + at] as number) + (source[from + at] as number);
}

/** He et al. 2015 for layers before a rectifier; biases and missing positions begin at zero. */
function initialise(name: string, data: Float32Array, shape: ModelShape, random: Random): void {
  if (name.endsWith(".w")) {
    const inputs = name.startsWith("conv") ? 3 * shape.width : name === "out.w" ? shape.hidden : shape.width;
    fillRandom(data, name.startsWith("position") ? inputs * 5 : inputs, random);
  }
}

function fillRandom(data: Float32Array, inputs: number, random: Random): void {
  const spread = Math.sqrt(3 / inputs);
  for (let at = 0; at < data.length; at += 1) data[at] = (random() * 2 - 1) * spread;
}
