import type { Block, Kernel } from "../model/kernel.js";
import { type Network, sentenceLimit } from "../model/network.js";
import { add } from "./wordLearner.js";

/**
 * Collects what flows back to the tokens that stood at one position of the parser, a row for each token, so
 * that the matrices are multiplied once for the sentence.
 */
export class PositionFlow {
  private readonly network: Network;
  private readonly kernel: Kernel;
  private readonly slots = new Int16Array(sentenceLimit);
  private readonly tokens = new Int16Array(sentenceLimit);
  private count = 0;
  private readonly vectors: Block;
  private readonly vectorFlows: Block;
  private readonly hiddenFlows: Block;

  constructor(network: Network, kernel: Kernel) {
    const { width, hidden } = network.shape;
    this.network = network;
    this.kernel = kernel;
    this.vectors = kernel.allocate(sentenceLimit * width);
    this.vectorFlows = kernel.allocate(sentenceLimit * width);
    this.hiddenFlows = kernel.allocate(sentenceLimit * hidden);
  }

  start(n: number): void {
    this.slots.fill(-1, 0, n);
    this.count = 0;
  }

  /** Adds the gradient of the hidden layer that begins at `from` to that of `token`. */
  add(token: number, source: Float32Array, from: number): void {
    const { width, hidden } = this.network.shape;
    const target = this.hiddenFlows.data;
    let slot = this.slots[token] as number;
    if (slot < 0) {
      slot = this.count;
      this.count += 1;
      this.slots[token] = slot;
      this.tokens[slot] = token;
      target.fill(0, slot * hidden, (slot + 1) * hidden);
      const start = this.network.offset(token);
      this.vectors.data.set(this.network.top.data.subarray(start, start + width), slot * width);
    }
    add(target, slot * hidden, source, from, hidden);
  }

  /** Adds to the gradient of the position's weights, and to the tokens' own in `flow`. */
  sendBack(weights: Block, gradient: Block, flow: Block): void {
    const { kernel, count, vectors, vectorFlows, hiddenFlows } = this;
    const { width, hidden } = this.network.shape;
    kernel.outer(vectors.address, width, hiddenFlows.address, gradient.address, count, width, hidden);
    vectorFlows.data.fill(0, 0, count * width);
    kernel.multiplyTransposed(
      hiddenFlows.address,
      weights.address,
      vectorFlows.address,
      width,
      count,
      width,
      hidden,
    );
    for (let slot = 0; slot < count; slot += 1) {
      const to = this.network.offset(this.tokens[slot] as number);
      add(flow.data, to, vectorFlows.data, slot * width, width);
    }
  }
}
