import type { ModelShape } from "./container.js";
import type { Block, Kernel } from "./kernel.js";
import { densePositions, distanceRows, positionCount, relationFeatures } from "./transitions.js";

/** Longest sentence that the network takes at once, in tokens. */
export const sentenceLimit = 512;

export const padded = (size: number): number => Math.ceil(size / 4) * 4;

/** The number of the parser's classes: shift, and two attachments for each relation; a multiple of 4. */
export const classCount = (shape: ModelShape): number => padded(1 + 2 * shape.relations.length);

/** The dense parameters by name, with their sizes in floats, in the order of the model file. */
export function parameterSizes(shape: ModelShape): ReadonlyMap<string, number> {
  const { width, hidden, depth } = shape;
  const sizes = new Map<string, number>();
  for (let layer = 0; layer < depth; layer += 1) {
    sizes.set(`conv${layer}.w`, 3 * width * width);
    sizes.set(`conv${layer}.b`, width);
  }
  for (const [head, names] of [
    ["xpos", shape.xpos],
    ["upos", shape.upos],
    ["names", shape.names],
  ] as const) {
    sizes.set(`${head}.w`, width * padded(names.length));
    sizes.set(`${head}.b`, padded(names.length));
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
 * residual convolutions over three tokens; linear heads read tags and names from the result, and the parser
 * reads its positions from it.
 */
export class Network {
  readonly shape: ModelShape;
  readonly kernel: Kernel;
  readonly parameters: ReadonlyMap<string, Block>;
  /** Activations of each layer: `sentenceLimit` rows with a row of zeros before and after. */
  readonly layers: readonly Block[];
  /** Sums before the rectifier, a block for each convolution. */
  readonly sums: readonly Block[];
  readonly scores: Block;
  /** What each token adds to the hidden layer at each dense position. */
  readonly positions: readonly Block[];
  readonly hidden: Block;
  readonly classes: Block;

  constructor(shape: ModelShape, kernel: Kernel) {
    this.shape = shape;
    this.kernel = kernel;
    const parameters = new Map<string, Block>();
    for (const [name, size] of parameterSizes(shape)) parameters.set(name, kernel.allocate(size));
    this.parameters = parameters;
    const rows = (sentenceLimit + 2) * shape.width;
    this.layers = Array.from({ length: shape.depth + 1 }, () => kernel.allocate(rows));
    this.sums = Array.from({ length: shape.depth }, () => kernel.allocate(sentenceLimit * shape.width));
    this.scores = kernel.allocate(sentenceLimit * padded(Math.max(shape.xpos.length, shape.upos.length)));
    this.positions = Array.from({ length: densePositions }, () =>
      kernel.allocate(sentenceLimit * shape.hidden),
    );
    this.hidden = kernel.allocate(shape.hidden);
    this.classes = kernel.allocate(classCount(shape));
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
    return this.layers[this.shape.depth] as Block;
  }

  /** Runs the convolutions over the `n` rows of layer 0, which the caller has filled. */
  convolve(n: number): void {
    const { width, depth } = this.shape;
    for (let layer = 0; layer < depth; layer += 1) {
      const from = this.layers[layer] as Block;
      const to = this.layers[layer + 1] as Block;
      const sum = this.sums[layer] as Block;
      const end = this.offset(n);
      from.data.fill(0, end, end + width);
      fillRows(sum.data, this.block(`conv${layer}.b`).data, n, width);
      this.kernel.multiply(
        from.address,
        width,
        this.block(`conv${layer}.w`).address,
        sum.address,
        n,
        3 * width,
        width,
      );
      const start = width;
      for (let at = 0; at < n * width; at += 1) {
        const value = sum.data[at] as number;
        to.data[start + at] = (from.data[start + at] as number) + (value > 0 ? value : 0);
      }
    }
  }

  /** Scores of a head for each of `n` tokens, in `scores`, rows of `padded(names)` floats. */
  score(head: "xpos" | "upos" | "names", n: number): void {
    const width = padded(this.shape[head].length);
    fillRows(this.scores.data, this.block(`${head}.b`).data, n, width);
    const { address } = this.block(`${head}.w`);
    this.kernel.multiply(
      this.address(this.top, 0),
      this.shape.width,
      address,
      this.scores.address,
      n,
      this.shape.width,
      width,
    );
  }

  /** Prepares the dense positions of `n` tokens for the parser. */
  preparePositions(n: number): void {
    const { width, hidden } = this.shape;
    for (const [position, block] of this.positions.entries()) {
      block.data.fill(0, 0, n * hidden);
      const { address } = this.block(`position${position}.w`);
      this.kernel.multiply(this.address(this.top, 0), width, address, block.address, n, width, hidden);
    }
  }

  /** Fills `hidden` (rectified) and `classes` for what the parser observes. */
  decide(positions: Int32Array, small: Int32Array): void {
    const { width, hidden } = this.shape;
    const sum = this.hidden.data;
    sum.set(this.block("hidden.b").data);
    for (let position = 0; position < positionCount; position += 1) {
      const token = positions[position] as number;
      if (token < 0) addRow(sum, this.none[position] as Float32Array, 0, hidden);
      else if (position < densePositions)
        addRow(sum, (this.positions[position] as Block).data, token * hidden, hidden);
      else
        this.kernel.multiply(
          this.address(this.top, token),
          width,
          this.weights[position] as number,
          this.hidden.address,
          1,
          width,
          hidden,
        );
    }
    for (let feature = 0; feature < relationFeatures; feature += 1) {
      addRow(sum, this.relationRows[feature] as Float32Array, (small[feature] as number) * hidden, hidden);
    }
    addRow(sum, this.distances, (small[relationFeatures] as number) * hidden, hidden);
    for (let at = 0; at < hidden; at += 1) if ((sum[at] as number) < 0) sum[at] = 0;
    this.classes.data.set(this.block("out.b").data);
    const { address } = this.block("out.w");
    this.kernel.multiply(
      this.hidden.address,
      hidden,
      address,
      this.classes.address,
      1,
      hidden,
      classCount(this.shape),
    );
  }

  // Looked up once: `decide` runs twice for every token.
  private readonly none: Float32Array[] = [];
  private readonly weights: number[] = [];
  private readonly relationRows: Float32Array[] = [];
  private distances: Float32Array = new Float32Array(0);

  /** Call once after construction, before `decide`. */
  link(): this {
    for (let position = 0; position < positionCount; position += 1) {
      this.none.push(this.block(`position${position}.none`).data);
      this.weights.push(this.block(`position${position}.w`).address);
    }
    for (let feature = 0; feature < relationFeatures; feature += 1) {
      this.relationRows.push(this.block(`relation${feature}`).data);
    }
    this.distances = this.block("distance").data;
    return this;
  }
}

function fillRows(target: Float32Array, row: Float32Array, n: number, width: number): void {
  for (let at = 0; at < n; at += 1) target.set(row, at * width);
}

function addRow(target: Float32Array, source: Float32Array, from: number, length: number): void {
  for (let at = 0; at < length; at += 1) target[at] = (target[at] as number) + (source[from + at] as number);
}
