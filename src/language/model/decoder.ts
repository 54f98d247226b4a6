import type { Chooser } from "./chooser.js";
import { type Network, padded, sentenceLimit } from "./network.js";
import { observe, ParserState, positionCount, relationFeatures } from "./transitions.js";

/** What the network reads from one sentence; arrays are reused, so copy what is to be kept. */
export interface Decoded {
  readonly xpos: Uint8Array;
  readonly upos: Uint8Array;
  /** Labels of names, as numbers in `shape.names`. */
  readonly names: Uint8Array;
  /** -1 for the root. */
  readonly heads: Int16Array;
  readonly relations: Uint8Array;
}

/**
 * Reads tags, names and trees from the network once layer 0 is filled. Every sentence gets a single-rooted
 * tree: the transition system allows no other.
 */
export class Decoder {
  readonly decoded: Decoded = {
    xpos: new Uint8Array(sentenceLimit),
    upos: new Uint8Array(sentenceLimit),
    names: new Uint8Array(sentenceLimit),
    heads: new Int16Array(sentenceLimit),
    relations: new Uint8Array(sentenceLimit),
  };
  private readonly network: Network;
  private readonly chooser: Chooser;
  private readonly state = new ParserState(sentenceLimit);
  private readonly positions = new Int32Array(positionCount);
  private readonly small = new Int32Array(relationFeatures + 1);
  private readonly rootRelation: number;
  /** For the best sequence of names: the label before each label of each token, and the sums of two tokens. */
  private readonly back: Uint8Array;
  private readonly sums: Float64Array;
  private readonly next: Float64Array;

  constructor(network: Network, chooser: Chooser) {
    this.network = network;
    this.chooser = chooser;
    this.rootRelation = network.shape.relations.indexOf("root");
    this.back = new Uint8Array(sentenceLimit * network.shape.names.length);
    this.sums = new Float64Array(network.shape.names.length);
    this.next = new Float64Array(network.shape.names.length);
  }

  /** Call after layer 0 holds the vectors of `n` tokens, at most `sentenceLimit`. */
  encode(n: number): void {
    this.network.encode(n);
  }

  tag(n: number): void {
    this.best("upos", n, this.decoded.upos);
    this.best("xpos", n, this.decoded.xpos);
  }

  private best(head: "xpos" | "upos", n: number, target: Uint8Array): void {
    const { network } = this;
    network.score(head, n);
    const labels = network.shape[head].length;
    const wide = padded(labels);
    const scores = network.scores.data;
    for (let token = 0; token < n; token += 1) {
      const from = token * wide;
      let best = 0;
      for (let at = 1; at < labels; at += 1) {
        if ((scores[from + at] as number) > (scores[from + best] as number)) best = at;
      }
      target[token] = best;
    }
  }

  /** The best sequence of labels in which no name continues what has not begun (Viterbi 1967). */
  name(n: number): void {
    const { network } = this;
    network.score("names", n);
    const labels = network.shape.names.length;
    const wide = padded(labels);
    const scores = network.scores.data;
    const { back } = this;
    let { sums, next } = this;
    for (let token = 0; token < n; token += 1) {
      for (let label = 0; label < labels; label += 1) {
        const from = token === 0 ? -1 : bestBefore(sums, label, labels);
        const before =
          token === 0 ? (isInside(label) ? Number.NEGATIVE_INFINITY : 0) : (sums[from] as number);
        next[label] = before + (scores[token * wide + label] as number);
        back[token * labels + label] = Math.max(0, from);
      }
      [sums, next] = [next, sums];
    }
    let best = 0;
    for (let label = 1; label < labels; label += 1)
      if ((sums[label] as number) > (sums[best] as number)) best = label;
    for (let token = n - 1; token >= 0; token -= 1) {
      this.decoded.names[token] = best;
      best = back[token * labels + best] as number;
    }
  }

  parse(n: number): void {
    const { state } = this;
    this.chooser.prepare(n);
    state.start(n);
    while (!state.done) this.move();
    for (let token = 0; token < n; token += 1) {
      const head = state.heads[token] as number;
      this.decoded.heads[token] = head === n ? -1 : head;
      this.decoded.relations[token] = head === n ? this.rootRelation : (state.relations[token] as number);
    }
  }

  private move(): void {
    const { network, chooser, state } = this;
    observe(state, this.positions, this.small);
    chooser.choose(this.positions, this.small);
    const scores = chooser.classes.data;
    const { length } = network.shape.relations;
    let best = -1;
    if (state.canShift) best = 0;
    if (state.canAttachToFront)
      best = higher(scores, best, 1, 1 + length, state.front < state.size ? this.rootRelation + 1 : -1);
    if (state.canAttachBelow)
      best = higher(scores, best, 1 + length, 1 + 2 * length, 1 + length + this.rootRelation);
    if (best === 0) state.shift();
    else if (best <= length) state.attachToFront(best - 1);
    else state.attachBelow(best - 1 - length);
  }
}

/** The best class in [from, to) but for `except`, or `best` if none is better. */
function higher(scores: Float32Array, best: number, from: number, to: number, except: number): number {
  let found = best;
  for (let one = from; one < to; one += 1) {
    if (one !== except && (found < 0 || (scores[one] as number) > (scores[found] as number))) found = one;
  }
  return found;
}

/** Labels are "O", then B and I of each kind: odd ones begin a name, even ones but 0 continue it. */
export function isInside(label: number): boolean {
  return label > 0 && label % 2 === 0;
}

function bestBefore(sums: Float64Array, label: number, labels: number): number {
  if (isInside(label)) {
    return (sums[label] as number) > (sums[label - 1] as number) ? label : label - 1;
  }
  let best = 0;
  for (let one = 1; one < labels; one += 1) if ((sums[one] as number) > (sums[best] as number)) best = one;
  return best;
}
