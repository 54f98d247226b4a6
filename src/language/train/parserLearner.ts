import type { Block, Kernel } from "../model/kernel.js";
import { classCount, type Network, sentenceLimit } from "../model/network.js";
import { observe, ParserState, positionCount, relationFeatures } from "../model/transitions.js";
import type { TrainingSentence } from "./corpus.js";
import { type MoveCosts, moveCosts } from "./oracle.js";
import type { Random } from "./random.js";

/** The parser's part of learning: walks through a sentence with the dynamic oracle and sends gradients back. */
export class ParserLearner {
  private readonly network: Network;
  private readonly kernel: Kernel;
  private readonly gradient: (name: string) => Block;
  private readonly random: Random;
  private readonly state = new ParserState(sentenceLimit);
  private readonly positions = new Int32Array(positionCount);
  private readonly small = new Int32Array(relationFeatures + 1);
  private readonly costs: MoveCosts = { shift: 0, toFront: 0, below: 0 };
  private readonly classFlow: Block;
  private readonly hiddenFlow: Block;
  /** Gradient of what each token adds at each position, and whether there is any. */
  private readonly positionFlow: readonly Block[];
  private readonly used: readonly Uint8Array[];
  private readonly right: Uint8Array;

  constructor(network: Network, kernel: Kernel, gradient: (name: string) => Block, random: Random) {
    this.network = network;
    this.kernel = kernel;
    this.gradient = gradient;
    this.random = random;
    this.classFlow = kernel.allocate(classCount(network.shape));
    this.hiddenFlow = kernel.allocate(network.shape.hidden);
    this.positionFlow = Array.from({ length: positionCount }, () =>
      kernel.allocate(sentenceLimit * network.shape.hidden),
    );
    this.used = Array.from({ length: positionCount }, () => new Uint8Array(sentenceLimit));
    this.right = new Uint8Array(classCount(network.shape));
  }

  learn(sentence: TrainingSentence, explore: number, flow: Block): void {
    const { network, state } = this;
    const n = sentence.forms.length;
    network.preparePositions(n);
    for (let position = 0; position < positionCount; position += 1) {
      (this.positionFlow[position] as Block).data.fill(0, 0, n * network.shape.hidden);
      (this.used[position] as Uint8Array).fill(0, 0, n);
    }
    state.start(n);
    while (!state.done) this.move(sentence, explore);
    this.sendBack(n, flow);
  }

  private move(sentence: TrainingSentence, explore: number): void {
    const { network, state } = this;
    observe(state, this.positions, this.small);
    network.decide(this.positions, this.small);
    moveCosts(state, sentence.heads, this.costs);
    this.markRight(sentence);
    const scores = network.classes.data;
    const best = this.bestOf((one) => this.allowed(one));
    const gold = this.bestOf((one) => this.right[one] === 1);
    this.push(gold, scores);
    const next = best !== gold && this.random() < explore ? best : gold;
    const { length } = network.shape.relations;
    if (next === 0) state.shift();
    else if (next <= length) state.attachToFront(next - 1);
    else state.attachBelow(next - 1 - length);
  }

  private allowed(one: number): boolean {
    const { length } = this.network.shape.relations;
    if (one === 0) return this.costs.shift < Number.POSITIVE_INFINITY;
    if (one <= length) return this.costs.toFront < Number.POSITIVE_INFINITY;
    return one <= 2 * length && this.costs.below < Number.POSITIVE_INFINITY;
  }

  /** Marks the classes of least cost: the gold relation where the arc is gold, any where it is lost anyway. */
  private markRight(sentence: TrainingSentence): void {
    const { state, right, costs } = this;
    const { length } = this.network.shape.relations;
    const least = Math.min(costs.shift, costs.toFront, costs.below);
    right.fill(0);
    if (costs.shift === least) right[0] = 1;
    const top = state.at(0);
    if (costs.toFront === least)
      this.markArc(1, length, sentence.heads[top] === state.front, sentence.relations[top] as number);
    if (costs.below === least)
      this.markArc(
        1 + length,
        length,
        sentence.heads[top] === state.at(1),
        sentence.relations[top] as number,
      );
  }

  private markArc(from: number, length: number, isGold: boolean, relation: number): void {
    if (isGold) this.right[from + relation] = 1;
    else this.right.fill(1, from, from + length);
  }

  private bestOf(among: (one: number) => boolean): number {
    const scores = this.network.classes.data;
    const count = 1 + 2 * this.network.shape.relations.length;
    let best = -1;
    for (let one = 0; one < count; one += 1) {
      if (among(one) && (best < 0 || (scores[one] as number) > (scores[best] as number))) best = one;
    }
    return best;
  }

  /** Cross-entropy over the allowed classes, and its way through the hidden layer. */
  private push(gold: number, scores: Float32Array): void {
    const { network, kernel, classFlow, hiddenFlow } = this;
    const { hidden } = network.shape;
    const classes = classCount(network.shape);
    softmax(scores, classFlow.data, 1 + 2 * network.shape.relations.length, (one) => this.allowed(one));
    classFlow.data[gold] = (classFlow.data[gold] as number) - 1;
    add(this.gradient("out.b").data, 0, classFlow.data, 0, classes);
    kernel.outer(
      network.hidden.address,
      hidden,
      classFlow.address,
      this.gradient("out.w").address,
      1,
      hidden,
      classes,
    );
    hiddenFlow.data.fill(0);
    kernel.multiplyTransposed(
      classFlow.address,
      network.block("out.w").address,
      hiddenFlow.address,
      hidden,
      1,
      hidden,
      classes,
    );
    for (let at = 0; at < hidden; at += 1)
      if ((network.hidden.data[at] as number) <= 0) hiddenFlow.data[at] = 0;
    add(this.gradient("hidden.b").data, 0, hiddenFlow.data, 0, hidden);
    for (let position = 0; position < positionCount; position += 1) {
      const token = this.positions[position] as number;
      if (token < 0) add(this.gradient(`position${position}.none`).data, 0, hiddenFlow.data, 0, hidden);
      else {
        add((this.positionFlow[position] as Block).data, token * hidden, hiddenFlow.data, 0, hidden);
        (this.used[position] as Uint8Array)[token] = 1;
      }
    }
    for (let feature = 0; feature < relationFeatures; feature += 1) {
      add(
        this.gradient(`relation${feature}`).data,
        (this.small[feature] as number) * hidden,
        hiddenFlow.data,
        0,
        hidden,
      );
    }
    add(
      this.gradient("distance").data,
      (this.small[relationFeatures] as number) * hidden,
      hiddenFlow.data,
      0,
      hidden,
    );
  }

  /** From the positions back to the tokens' vectors. */
  private sendBack(n: number, flow: Block): void {
    const { network, kernel } = this;
    const { width, hidden } = network.shape;
    for (let position = 0; position < positionCount; position += 1) {
      const block = this.positionFlow[position] as Block;
      const weights = network.block(`position${position}.w`).address;
      const gradient = this.gradient(`position${position}.w`).address;
      for (let token = 0; token < n; token += 1) {
        if ((this.used[position] as Uint8Array)[token] === 0) continue;
        const row = block.address + token * hidden * 4;
        kernel.outer(network.address(network.top, token), width, row, gradient, 1, width, hidden);
        kernel.multiplyTransposed(row, weights, network.address(flow, token), width, 1, width, hidden);
      }
    }
  }
}

function softmax(
  scores: Float32Array,
  target: Float32Array,
  count: number,
  allowed: (one: number) => boolean,
): void {
  target.fill(0);
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at += 1) if (allowed(at)) highest = Math.max(highest, scores[at] as number);
  let total = 0;
  for (let at = 0; at < count; at += 1) {
    if (!allowed(at)) continue;
    target[at] = Math.exp((scores[at] as number) - highest);
    total += target[at] as number;
  }
  for (let at = 0; at < count; at += 1) target[at] = (target[at] as number) / total;
}

function add(target: Float32Array, to: number, source: Float32Array, from: number, length: number): void {
  for (let at = 0; at < length; at += 1)
    target[to + at] = (target[to + at] as number) + (source[from + at] as number);
}
