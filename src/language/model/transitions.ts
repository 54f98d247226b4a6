/**
 * The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez and Satta 2011). The virtual root stands at
 * the end of the buffer. Classes: 0 shifts; 1 … L attach the top of the stack to the front of the buffer
 * with that relation; L+1 … 2L attach it to the item below it.
 */
export class ParserState {
  readonly heads: Int16Array;
  /** Relation number of each token, from 0; -1 while it has no head. */
  readonly relations: Int16Array;
  readonly leftmost: Int16Array;
  readonly rightmost: Int16Array;
  readonly stack: Int16Array;
  depth = 0;
  front = 0;
  size = 0;

  /** @param limit the largest number of tokens that the state can hold. */
  constructor(limit: number) {
    this.heads = new Int16Array(limit + 1);
    this.relations = new Int16Array(limit + 1);
    this.leftmost = new Int16Array(limit + 1);
    this.rightmost = new Int16Array(limit + 1);
    this.stack = new Int16Array(limit + 1);
  }

  start(size: number): void {
    this.size = size;
    this.depth = 0;
    this.front = 0;
    this.heads.fill(-1, 0, size + 1);
    this.relations.fill(-1, 0, size + 1);
    this.leftmost.fill(-1, 0, size + 1);
    this.rightmost.fill(-1, 0, size + 1);
  }

  /** True when every token has a head; the virtual root (number `size`) is left alone in the buffer. */
  get done(): boolean {
    return this.front === this.size && this.depth === 0;
  }

  /** The item at a depth of the stack, 0 for the top; -1 where there is none. */
  at(depth: number): number {
    return depth < this.depth ? (this.stack[this.depth - 1 - depth] as number) : -1;
  }

  get canShift(): boolean {
    return this.front < this.size;
  }

  /** Only one token may hang on the virtual root. */
  get canAttachToFront(): boolean {
    return this.depth > 0 && (this.front < this.size || this.depth === 1);
  }

  get canAttachBelow(): boolean {
    return this.depth > 1;
  }

  shift(): void {
    this.stack[this.depth] = this.front;
    this.depth += 1;
    this.front += 1;
  }

  attachToFront(relation: number): void {
    this.attach(this.front, relation);
  }

  attachBelow(relation: number): void {
    this.attach(this.stack[this.depth - 2] as number, relation);
  }

  private attach(head: number, relation: number): void {
    this.depth -= 1;
    const token = this.stack[this.depth] as number;
    this.heads[token] = head;
    this.relations[token] = relation;
    const left = this.leftmost[head] as number;
    if (token < head && (left < 0 || token < left)) this.leftmost[head] = token;
    const right = this.rightmost[head] as number;
    if (token > head && token > right) this.rightmost[head] = token;
  }
}

/** Positions that the parser's hidden layer sees: how many, and how many of them it meets for every token. */
export const positionCount = 10;
export const densePositions = 5;

/** Rows of the small tables: relations of four dependents, and the distance between stack and buffer. */
export const relationFeatures = 4;
export const distanceRows = 10;

/**
 * Writes the tokens at the positions (-1 for none) and the rows of the small features: s0, s1, b0, b1, s2,
 * the outermost dependents of s0, s1 and the left one of b0, and the right one of s2.
 */
export function observe(state: ParserState, positions: Int32Array, small: Int32Array): void {
  const s0 = state.at(0);
  const s1 = state.at(1);
  const s2 = state.at(2);
  const b0 = state.front;
  positions[0] = s0;
  positions[1] = s1;
  positions[2] = b0 < state.size ? b0 : -1;
  positions[3] = b0 + 1 < state.size ? b0 + 1 : -1;
  positions[4] = s2;
  const s0l = s0 < 0 ? -1 : (state.leftmost[s0] as number);
  const s0r = s0 < 0 ? -1 : (state.rightmost[s0] as number);
  const s1l = s1 < 0 ? -1 : (state.leftmost[s1] as number);
  const s1r = s1 < 0 ? -1 : (state.rightmost[s1] as number);
  const b0l = b0 < state.size ? (state.leftmost[b0] as number) : -1;
  positions[5] = s0l;
  positions[6] = s0r;
  positions[7] = s1l;
  positions[8] = s1r;
  positions[9] = b0l;
  small[0] = s0l < 0 ? 0 : (state.relations[s0l] as number) + 1;
  small[1] = s0r < 0 ? 0 : (state.relations[s0r] as number) + 1;
  small[2] = s1r < 0 ? 0 : (state.relations[s1r] as number) + 1;
  small[3] = b0l < 0 ? 0 : (state.relations[b0l] as number) + 1;
  small[4] = distanceRow(s0, b0, state.size);
}

function distanceRow(s0: number, b0: number, size: number): number {
  if (s0 < 0) return 0;
  if (b0 >= size) return 9;
  const distance = b0 - s0;
  if (distance <= 5) return distance;
  return distance <= 8 ? 6 : distance <= 14 ? 7 : 8;
}
