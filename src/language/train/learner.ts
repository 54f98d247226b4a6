import { Chooser } from "../model/chooser.js";
import type { ModelShape } from "../model/container.js";
import type { Block, Kernel } from "../model/kernel.js";
import {
  type LabelHead,
  type Network,
  padded,
  parameterSizes,
  sentenceLimit,
  widestHead,
} from "../model/network.js";
import { Adam } from "./adam.js";
import type { TrainingSentence } from "./corpus.js";
import { ParserLearner } from "./parserLearner.js";
import type { Random } from "./random.js";
import { unrollRecurrence } from "./recurrence.js";
import type { StaticVectors } from "./vectors.js";
import { add, fill, WordLearner } from "./wordLearner.js";

/** Share of the top layer that is left out at random (Srivastava et al. 2014). */
const topDropout = 0.3;

/** How much the heads pull beside the parser, which counts as 1 for each move. */
const headWeights: Readonly<Record<LabelHead, number>> = { xpos: 1, upos: 0.5, names: 1 };

/**
 * Learns all parameters of the network together: tags, trees and names pull at the same layers and at the
 * same features of words.
 */
export class Learner {
  readonly network: Network;
  readonly words: WordLearner;
  private readonly kernel: Kernel;
  private readonly random: Random;
  private readonly parameters = new Map<string, Adam>();
  private readonly flow: Block;
  private readonly inner: Block;
  private readonly scoreFlow: Block;
  private readonly mask: Float32Array;
  private readonly parser: ParserLearner;
  private step = 0;

  constructor(network: Network, kernel: Kernel, vectors: StaticVectors, random: Random) {
    const { shape } = network;
    const size = (sentenceLimit + 2) * shape.width;
    this.network = network;
    this.kernel = kernel;
    this.random = random;
    this.words = new WordLearner(network, kernel, vectors, random);
    this.flow = kernel.allocate(size);
    this.mask = new Float32Array(size);
    this.inner = kernel.allocate(sentenceLimit * 2 * shape.width);
    this.scoreFlow = kernel.allocate(sentenceLimit * widestHead(shape));
    for (const name of parameterSizes(shape).keys()) {
      this.parameters.set(name, new Adam(kernel, network.block(name)));
      initialise(name, network.block(name).data, shape, random);
    }
    const gradient = (name: string) => this.gradient(name);
    this.parser = new ParserLearner(network, new Chooser(network), kernel, gradient, random);
  }

  /** Adds the gradients of one sentence. `explore` is the chance to follow the parser's own choice. */
  learn(sentence: TrainingSentence, explore: number): void {
    const n = sentence.forms.length;
    this.words.embed(sentence.forms);
    this.network.encode(n);
    this.dropTop(n);
    this.flow.data.fill(0, 0, (n + 2) * this.network.shape.width);
    this.learnHead("xpos", sentence.xpos, n);
    this.learnHead("upos", sentence.upos, n);
    if (sentence.names !== null) this.learnHead("names", sentence.names, n);
    this.parser.learn(sentence, explore, this.flow);
    this.backward(n);
  }

  /** Applies and clears the gradients of the sentences since the last call. */
  apply(rate: number): void {
    this.step += 1;
    for (const adam of this.parameters.values()) adam.update(0, adam.values.data.length, rate, this.step);
    this.words.apply(rate, this.step);
  }

  private gradient(name: string): Block {
    return (this.parameters.get(name) as Adam).gradient;
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

  private learnHead(head: LabelHead, gold: Int16Array, n: number): void {
    const { network, kernel, scoreFlow } = this;
    const { width } = network.shape;
    const labels = network.shape[head].length;
    const wide = padded(labels);
    network.score(head, n);
    scoreFlow.data.fill(0, 0, n * wide);
    const bias = this.gradient(`${head}.b`).data;
    for (let token = 0; token < n; token += 1) {
      const from = token * wide;
      softmaxGradient(
        network.scores.data,
        from,
        labels,
        gold[token] as number,
        headWeights[head],
        scoreFlow.data,
      );
      add(bias, 0, scoreFlow.data, from, labels);
    }
    const top = network.address(network.top, 0);
    kernel.outer(top, width, scoreFlow.address, this.gradient(`${head}.w`).address, n, width, wide);
    const flow = network.address(this.flow, 0);
    const weights = network.block(`${head}.w`).address;
    kernel.multiplyTransposed(scoreFlow.address, weights, flow, width, n, width, wide);
  }

  /** Carries the gradient of the top layer down to the words. */
  private backward(n: number): void {
    const { flow, mask } = this;
    const { width, layers } = this.network.shape;
    for (let at = width; at < (n + 1) * width; at += 1) {
      flow.data[at] = (flow.data[at] as number) * (mask[at] as number);
    }
    for (let number = layers.length - 1; number >= 0; number -= 1) {
      if (layers[number] === "convolution") this.throughConvolution(number, n);
      else this.throughRecurrence(number, n);
    }
    this.words.backward(n, flow);
  }

  private throughConvolution(number: number, n: number): void {
    const { network, kernel, flow, inner } = this;
    const { width } = network.shape;
    const sum = (network.sums[number] as Block).data;
    const name = `layer${number}.w`;
    for (let at = 0; at < n * width; at += 1) {
      inner.data[at] = (sum[at] as number) > 0 ? (flow.data[width + at] as number) : 0;
    }
    addRows(this.gradient(`layer${number}.b`).data, inner.data, n);
    const from = (network.layers[number] as Block).address;
    kernel.outer(from, width, inner.address, this.gradient(name).address, n, 3 * width, width);
    const weights = network.block(name).address;
    kernel.multiplyTransposed(inner.address, weights, flow.address, width, n, 3 * width, width);
  }

  private throughRecurrence(number: number, n: number): void {
    const { network, kernel, flow, inner } = this;
    const { width } = network.shape;
    const name = `layer${number}.w`;
    const sums = (network.sums[number] as Block).data;
    const states = (network.states[number] as Block).data;
    unrollRecurrence(sums, states, flow.data.subarray(width), inner.data, n, width);
    addRows(this.gradient(`layer${number}.b`).data, inner.data, n);
    const from = network.address(network.layers[number] as Block, 0);
    kernel.outer(from, width, inner.address, this.gradient(name).address, n, width, 2 * width);
    const start = network.address(flow, 0);
    kernel.multiplyTransposed(inner.address, network.block(name).address, start, width, n, width, 2 * width);
  }
}

/** Adds `n` rows of a matrix to one. */
function addRows(target: Float32Array, rows: Float32Array, n: number): void {
  for (let row = 0; row < n; row += 1) add(target, 0, rows, row * target.length, target.length);
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
  for (let at = 0; at < count; at += 1) {
    const share = Math.exp((scores[from + at] as number) - highest);
    gradient[from + at] = share;
    total += share;
  }
  const scale = weight / total;
  for (let at = 0; at < count; at += 1) gradient[from + at] = (gradient[from + at] as number) * scale;
  gradient[from + gold] = (gradient[from + gold] as number) - weight;
}

/**
 * He et al. 2015 for layers before a rectifier; biases and missing positions begin at zero, but for those of
 * the gates, which begin open towards the past.
 */
function initialise(name: string, data: Float32Array, shape: ModelShape, random: Random): void {
  const { width, hidden } = shape;
  const kind = name.startsWith("layer")
    ? shape.layers[Number.parseInt(name.slice("layer".length), 10)]
    : null;
  if (kind === "recurrence" && name.endsWith(".b")) data.fill(1, width);
  if (!name.endsWith(".w")) return;
  const inputs = kind === "convolution" ? 3 * width : name === "out.w" ? hidden : width;
  fill(data, Math.sqrt(3 / (name.startsWith("position") ? 5 * width : inputs)), random);
}
