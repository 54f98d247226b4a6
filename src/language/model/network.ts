import type { ModelShape } from "./container.js";
import type { Block, Kernel } from "./kernel.js";
import { distanceRows, positionCount, relationFeatures } from "./transitions.js";

/** Longest sentence that the network takes at once, in tokens. */
export const sentenceLimit = 512;

export const padded = (size: number): number => Math.ceil(size / 4) * 4;

/** The number of the parser's classes: shift, and two attachments for each relation; a multiple of 4. */
export const classCount = (shape: ModelShape): number => padded(1 + 2 * shape.relations.length);

/** Floats that the head with the most labels needs for a token. */
export const widestHead = (shape: ModelShape): number =>
  padded(Math.max(shape.xpos.length, shape.upos.length, shape.names.length));

/** Rows that the hidden layer sums: the bias, the positions, the relations and the distance. */
export const rowCount = 1 + positionCount + relationFeatures + 1;

/** The heads that read labels of tokens from the top layer. */
export type LabelHead = "xpos" | "upos" | "names";

/** The dense parameters by name, with their sizes in floats, in the order of the model file. */
export function parameterSizes(shape: ModelShape): ReadonlyMap<string, number> {
  const { width, hidden } = shape;
  const sizes = new Map<string, number>();
  for (const [number, kind] of shape.layers.entries()) {
    const outputs = kind === "convolution" ? width : 2 * width;
    sizes.set(`layer${number}.w`, (kind === "convolution" ? 3 : 1) * width * outputs);
    sizes.set(`layer${number}.b`, outputs);
  }
  for (const head of ["xpos", "upos", "names"] as const) {
    sizes.set(`${head}.w`, width * padded(shape[head].length));
    sizes.set(`${head}.b`, padded(shape[head].length));
  }
  for (let position = 0; position < positionCount; position += 1) {
    sizes.set(`position${position}.w`, width * hidden);
    sizes.set(`position${position}.none`, hidden);
  }
  for (let feature = 0; feature < relationFeatures; feature += 1) {
    sizes.set(`relation${feature}`, (shape.relations.length + 1) * hidden);
  }
  sizes.set("distance", distanceRows * hidden);
  sizes.set("hidden.b", hidden);
  sizes.set("out.w", hidden * classCount(shape));
  sizes.set("out.b", classCount(shape));
  return sizes;
}

/**
 * The network with its parameters and activations in the kernel's memory: a token's vector goes through
 * residual layers, which bring in its neighbours; linear heads read tags and names from the result, and the
 * parser reads its positions from it.
 */
export class Network {
  readonly shape: ModelShape;
  readonly kernel: Kernel;
  readonly parameters: ReadonlyMap<string, Block>;
  /** Activations of each layer: `sentenceLimit` rows with a row of zeros before and after. */
  readonly layers: readonly Block[];
  /** Of each layer, the sums before its rectifier or its gate. */
  readonly sums: readonly Block[];
  /** Of each recurrent layer, its states; empty for others. */
  readonly states: readonly Block[];
  readonly scores: Block;

  constructor(shape: ModelShape, kernel: Kernel) {
    this.shape = shape;
    this.kernel = kernel;
    const parameters = new Map<string, Block>();
    for (const [name, size] of parameterSizes(shape)) parameters.set(name, kernel.allocate(size));
    this.parameters = parameters;
    const size = sentenceLimit * shape.width;
    this.layers = Array.from({ length: shape.layers.length + 1 }, () =>
      kernel.allocate(size + 2 * shape.width),
    );
    this.sums = shape.layers.map((kind) => kernel.allocate(kind === "recurrence" ? 2 * size : size));
    this.states = shape.layers.map((kind) => kernel.allocate(kind === "recurrence" ? size : 0));
    this.scores = kernel.allocate(sentenceLimit * widestHead(shape));
  }

  block(name: string): Block {
    const found = this.parameters.get(name);
    if (found === undefined) throw new Error(`the network has no parameter "${name}"`);
    return found;
  }

  /** Floats of row `token` begin here in a layer's data. */
  offset(token: number): number {
    return (token + 1) * this.shape.width;
  }

  /** Address in bytes of row `token` of a layer. */
  address(layer: Block, token: number): number {
    return layer.address + this.offset(token) * 4;
  }

  get top(): Block {
    return this.layers[this.shape.layers.length] as Block;
  }

  /** Runs the layers over the `n` rows of layer 0, which the caller has filled. */
  encode(n: number): void {
    for (const [number, kind] of this.shape.layers.entries()) {
      if (kind === "convolution") this.convolve(number, n);
      else this.recur(number, n);
    }
  }

  private convolve(number: number, n: number): void {
    const { width } = this.shape;
    const from = this.layers[number] as Block;
    const to = this.layers[number + 1] as Block;
    const sum = this.sums[number] as Block;
    const { address } = this.block(`layer${number}.w`);
    from.data.fill(0, this.offset(n), this.offset(n + 1));
    fillRows(sum.data, this.block(`layer${number}.b`).data, n, width);
    this.kernel.multiply(from.address, width, address, sum.address, n, 3 * width, width);
    this.kernel.rectifyOnto(this.address(from, 0), sum.address, this.address(to, 0), n * width);
  }

  private recur(number: number, n: number): void {
    const { width } = this.shape;
    const from = this.address(this.layers[number] as Block, 0);
    const to = this.address(this.layers[number + 1] as Block, 0);
    const sum = this.sums[number] as Block;
    fillRows(sum.data, this.block(`layer${number}.b`).data, n, 2 * width);
    this.kernel.multiply(
      from,
      width,
      this.block(`layer${number}.w`).address,
      sum.address,
      n,
      width,
      2 * width,
    );
    this.kernel.recur(sum.address, from, (this.states[number] as Block).address, to, n, width);
  }

  /** Scores of a head for each of `n` tokens, in `scores`, rows of `padded(labels)` floats. */
  score(head: LabelHead, n: number): void {
    const { width } = this.shape;
    const labels = padded(this.shape[head].length);
    fillRows(this.scores.data, this.block(`${head}.b`).data, n, labels);
    const { address } = this.block(`${head}.w`);
    this.kernel.multiply(this.address(this.top, 0), width, address, this.scores.address, n, width, labels);
  }
}

function fillRows(target: Float32Array, row: Float32Array, n: number, width: number): void {
  for (let at = 0; at < n; at += 1) target.set(row, at * width);
}
