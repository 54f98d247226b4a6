import type { Block } from "./kernel.js";
import { classCount, type Network, rowCount, sentenceLimit } from "./network.js";
import { densePositions, positionCount, relationFeatures } from "./transitions.js";

/**
 * The parser's part of the network: one hidden layer over what is observed at the positions, and a score for
 * each move. What a token adds to the hidden layer at a position is worked out once for a sentence: for the
 * positions that every token takes in one go, for the others when a token first takes them.
 */
export class Chooser {
  /** Scores of the moves after `choose`. */
  readonly classes: Block;
  /** The hidden layer after `choose`, rectified. */
  readonly hidden: Block;
  private readonly network: Network;
  private readonly added: readonly Block[];
  private readonly isReady: readonly Uint8Array[];
  /** Addresses of the rows that make up the hidden layer. */
  private readonly rows: Int32Array;
  private readonly rowsAddress: number;
  private readonly none: readonly number[];
  private readonly weights: readonly number[];
  private readonly relations: readonly number[];
  private readonly distances: number;
  private readonly out: number;
  private readonly outBias: Float32Array;

  constructor(network: Network) {
    const { kernel, shape } = network;
    const numbered = (count: number) => Array.from({ length: count }, (_, number) => number);
    this.network = network;
    this.classes = kernel.allocate(classCount(shape));
    this.hidden = kernel.allocate(shape.hidden);
    this.added = numbered(positionCount).map(() => kernel.allocate(sentenceLimit * shape.hidden));
    this.isReady = numbered(positionCount).map(() => new Uint8Array(sentenceLimit));
    const rows = kernel.allocate(rowCount);
    this.rows = new Int32Array(rows.data.buffer, rows.address, rowCount);
    this.rowsAddress = rows.address;
    // Looked up once: a choice is made twice for every token.
    this.none = numbered(positionCount).map((position) => network.block(`position${position}.none`).address);
    this.weights = numbered(positionCount).map((position) => network.block(`position${position}.w`).address);
    this.relations = numbered(relationFeatures).map((number) => network.block(`relation${number}`).address);
    this.distances = network.block("distance").address;
    this.rows[0] = network.block("hidden.b").address;
    this.out = network.block("out.w").address;
    this.outBias = network.block("out.b").data;
  }

  /** Call once the layers hold a sentence of `n` tokens. */
  prepare(n: number): void {
    const { network } = this;
    const { width, hidden } = network.shape;
    const top = network.address(network.top, 0);
    for (let position = 0; position < positionCount; position += 1) {
      const block = this.added[position] as Block;
      block.data.fill(0, 0, n * hidden);
      if (position >= densePositions) (this.isReady[position] as Uint8Array).fill(0, 0, n);
      else {
        const weights = this.weights[position] as number;
        network.kernel.multiply(top, width, weights, block.address, n, width, hidden);
      }
    }
  }

  /** Fills `hidden` and `classes` for what the parser observes. */
  choose(positions: Int32Array, small: Int32Array): void {
    const { rows, network } = this;
    const { hidden } = network.shape;
    const bytes = hidden * 4;
    for (let position = 0; position < positionCount; position += 1) {
      const token = positions[position] as number;
      rows[1 + position] = token < 0 ? (this.none[position] as number) : this.rowOf(position, token);
    }
    for (let feature = 0; feature < relationFeatures; feature += 1) {
      rows[1 + positionCount + feature] =
        (this.relations[feature] as number) + (small[feature] as number) * bytes;
    }
    rows[rowCount - 1] = this.distances + (small[relationFeatures] as number) * bytes;
    network.kernel.gather(this.rowsAddress, rowCount, this.hidden.address, hidden);
    this.classes.data.set(this.outBias);
    const classes = this.outBias.length;
    network.kernel.multiply(this.hidden.address, hidden, this.out, this.classes.address, 1, hidden, classes);
  }

  private rowOf(position: number, token: number): number {
    const { network } = this;
    const { width, hidden } = network.shape;
    const row = (this.added[position] as Block).address + token * hidden * 4;
    if (position < densePositions) return row;
    const isReady = this.isReady[position] as Uint8Array;
    if (isReady[token] === 0) {
      isReady[token] = 1;
      const from = network.address(network.top, token);
      network.kernel.multiply(from, width, this.weights[position] as number, row, 1, width, hidden);
    }
    return row;
  }
}
