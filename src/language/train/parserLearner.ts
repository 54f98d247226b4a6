import type { Chooser } from "../model/chooser.js";
import type { Block, Kernel } from "../model/kernel.js";
import { classCount, type Network, sentenceLimit } from "../model/network.js";
import { observe, ParserState, positionCount, relationFeatures } from "../model/transitions.js";
import type { TrainingSentence } from "./corpus.js";
import { type MoveCosts, moveCosts } from "./oracle.js";
import { PositionFlow } from "./positionFlow.js";
import type { Random } from "./random.js";
import { add } from "./wordLearner.js";

const moveLimit = 2 * sentenceLimit;
const smallCount = relationFeatures + 1;

/**
 * The parser's part of learning: walks through a sentence with the dynamic oracle, keeps what it saw and how
 * wrong it was at each move, and sends the gradients of all moves back at once.
 */
export class ParserLearner {
  private readonly network: Network;
  private readonly chooser: Chooser;
  private readonly kernel: Kernel;
  private readonly gradient: (name: string) => Block;
  private readonly random: Random;
  private readonly state = new ParserState(sentenceLimit);
  private readonly positions = new Int32Array(positionCount);
  private readonly small = new Int32Array(smallCount);
  private readonly costs: MoveCosts = { shift: 0, toFront: 0, below: 0 };
  private readonly isAllowed: Uint8Array;
  private readonly isRight: Uint8Array;
  private moves = 0;
  private readonly seenPositions = new Int32Array(moveLimit * positionCount);
  private readonly seenSmall = new Int32Array(moveLimit * smallCount);
  private readonly hiddens: Block;
  private readonly classFlows: Block;
  private readonly hiddenFlows: Block;
  private readonly positionFlow: PositionFlow;

  constructor(
    network: Network,
    chooser: Chooser,
    kernel: Kernel,
    gradient: (name: string) => Block,
    random: Random,
  ) {
    const { hidden } = network.shape;
    this.network = network;
    this.chooser = chooser;
    this.kernel = kernel;
    this.gradient = gradient;
    this.random = random;
    this.isAllowed = new Uint8Array(classCount(network.shape));
    this.isRight = new Uint8Array(classCount(network.shape));
    this.hiddens = kernel.allocate(moveLimit * hidden);
    this.classFlows = kernel.allocate(moveLimit * classCount(network.shape));
    this.hiddenFlows = kernel.allocate(moveLimit * hidden);
    this.positionFlow = new PositionFlow(network, kernel);
  }

  /** Adds the gradients of one sentence, whose vectors the network's top layer holds, to theirs in `flow`. */
  learn(sentence: TrainingSentence, explore: number, flow: Block): void {
    const n = sentence.forms.length;
    this.chooser.prepare(n);
    this.state.start(n);
    this.moves = 0;
    while (!this.state.done) this.move(sentence, explore);
    this.sendBack(n, flow);
  }

  private move(sentence: TrainingSentence, explore: number): void {
    const { chooser, state } = this;
    observe(state, this.positions, this.small);
    chooser.choose(this.positions, this.small);
    moveCosts(state, sentence.heads, this.costs);
    this.mark(sentence);
    const best = this.bestOf(this.isAllowed);
    const gold = this.bestOf(this.isRight);
    this.remember(gold);
    const next = best !== gold && this.random() < explore ? best : gold;
    const { length } = this.network.shape.relations;
    if (next === 0) state.shift();
    else if (next <= length) state.attachToFront(next - 1);
    else state.attachBelow(next - 1 - length);
  }

  /** Marks the classes of least cost: the gold relation where the arc is gold, any where it is lost anyway. */
  private mark(sentence: TrainingSentence): void {
    const { state, isRight, isAllowed, costs } = this;
    const { length } = this.network.shape.relations;
    const { shift, toFront, below } = costs;
    const least = Math.min(shift, toFront, below);
    isRight.fill(0);
    isAllowed[0] = shift < Number.POSITIVE_INFINITY ? 1 : 0;
    isAllowed.fill(toFront < Number.POSITIVE_INFINITY ? 1 : 0, 1, 1 + length);
    isAllowed.fill(below < Number.POSITIVE_INFINITY ? 1 : 0, 1 + length, 1 + 2 * length);
    if (shift === least) isRight[0] = 1;
    const top = state.at(0);
    const relation = sentence.relations[top] as number;
    if (toFront === least) this.markArc(1, sentence.heads[top] === state.front, relation);
    if (below === least) this.markArc(1 + length, sentence.heads[top] === state.at(1), relation);
  }

  private markArc(from: number, isGold: boolean, relation: number): void {
    if (isGold) this.isRight[from + relation] = 1;
    else this.isRight.fill(1, from, from + this.network.shape.relations.length);
  }

  private bestOf(among: Uint8Array): number {
    const scores = this.chooser.classes.data;
    let best = -1;
    for (let one = 0; one < among.length; one += 1) {
      if (among[one] === 1 && (best < 0 || (scores[one] as number) > (scores[best] as number))) best = one;
    }
    return best;
  }

  /** Keeps the hidden layer, what was observed, and the gradient of the cross-entropy over the allowed moves. */
  private remember(gold: number): void {
    const { moves, chooser } = this;
    const { hidden } = this.network.shape;
    const classes = classCount(this.network.shape);
    this.hiddens.data.set(chooser.hidden.data, moves * hidden);
    this.seenPositions.set(this.positions, moves * positionCount);
    this.seenSmall.set(this.small, moves * smallCount);
    const flow = this.classFlows.data;
    softmax(chooser.classes.data, flow, moves * classes, this.isAllowed);
    flow[moves * classes + gold] = (flow[moves * classes + gold] as number) - 1;
    this.moves += 1;
  }

  private sendBack(n: number, flow: Block): void {
    const { network, kernel, moves, hiddens, classFlows, hiddenFlows } = this;
    const { hidden } = network.shape;
    const classes = classCount(network.shape);
    const outBias = this.gradient("out.b").data;
    for (let move = 0; move < moves; move += 1) add(outBias, 0, classFlows.data, move * classes, classes);
    const outGradient = this.gradient("out.w").address;
    kernel.outer(hiddens.address, hidden, classFlows.address, outGradient, moves, hidden, classes);
    hiddenFlows.data.fill(0, 0, moves * hidden);
    const out = network.block("out.w").address;
    kernel.multiplyTransposed(classFlows.address, out, hiddenFlows.address, hidden, moves, hidden, classes);
    for (let at = 0; at < moves * hidden; at += 1) {
      if ((hiddens.data[at] as number) <= 0) hiddenFlows.data[at] = 0;
    }
    this.sendToSmall();
    for (let position = 0; position < positionCount; position += 1) {
      this.positionFlow.start(n);
      const none = this.gradient(`position${position}.none`).data;
      for (let move = 0; move < moves; move += 1) {
        const token = this.seenPositions[move * positionCount + position] as number;
        if (token < 0) add(none, 0, hiddenFlows.data, move * hidden, hidden);
        else this.positionFlow.add(token, hiddenFlows.data, move * hidden);
      }
      const name = `position${position}.w`;
      this.positionFlow.sendBack(network.block(name), this.gradient(name), flow);
    }
  }

  private sendToSmall(): void {
    const { hidden } = this.network.shape;
    const bias = this.gradient("hidden.b").data;
    const distance = this.gradient("distance").data;
    const relations = Array.from(
      { length: relationFeatures },
      (_, one) => this.gradient(`relation${one}`).data,
    );
    for (let move = 0; move < this.moves; move += 1) {
      const from = move * hidden;
      add(bias, 0, this.hiddenFlows.data, from, hidden);
      for (const [feature, data] of relations.entries()) {
        const row = this.seenSmall[move * smallCount + feature] as number;
        add(data, row * hidden, this.hiddenFlows.data, from, hidden);
      }
      const row = this.seenSmall[move * smallCount + relationFeatures] as number;
      add(distance, row * hidden, this.hiddenFlows.data, from, hidden);
    }
  }
}

/** Writes the probabilities of the allowed classes behind `offset`, and zero for the others. */
function softmax(scores: Float32Array, target: Float32Array, offset: number, isAllowed: Uint8Array): void {
  const count = isAllowed.length;
  let highest = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < count; at += 1) {
    if (isAllowed[at] === 1 && (scores[at] as number) > highest) highest = scores[at] as number;
  }
  let total = 0;
  for (let at = 0; at < count; at += 1) {
    const share = isAllowed[at] === 1 ? Math.exp((scores[at] as number) - highest) : 0;
    target[offset + at] = share;
    total += share;
  }
  for (let at = 0; at < count; at += 1) target[offset + at] = (target[offset + at] as number) / total;
}
