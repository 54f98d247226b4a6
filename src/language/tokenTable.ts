import { keyOf } from "./words.js";

/** What a token is on the page; sentences are cut by these. */
export const tokenKinds = Object.freeze({
  symbol: 0,
  /** A word whose first unit is not an upper-case letter. */
  word: 1,
  /** A word that begins with an upper-case letter. */
  capital: 2,
  number: 3,
  /** "." alone. */
  stop: 4,
  /** "!" and "?", alone or in runs. */
  mark: 5,
  /** "…" and runs of stops. */
  ellipsis: 6,
  /** An abbreviation with its stop. */
  abbreviation: 7,
  opening: 8,
  closing: 9,
  openQuote: 10,
  closeQuote: 11,
  /** Comma, colon, semicolon, dash. */
  pause: 12,
});

/** The tokens of a text in growing typed arrays: offsets, key of the lower-case form, kind. */
export class TokenTable {
  starts: Int32Array;
  ends: Int32Array;
  keys: Int32Array;
  kinds: Uint8Array;
  size = 0;

  constructor(capacity: number) {
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.keys = new Int32Array(capacity);
    this.kinds = new Uint8Array(capacity);
  }

  push(text: string, start: number, end: number, kind: number): void {
    if (this.size === this.starts.length) this.grow();
    this.starts[this.size] = start;
    this.ends[this.size] = end;
    this.keys[this.size] = keyOf(text, start, end);
    this.kinds[this.size] = kind;
    this.size += 1;
  }

  private grow(): void {
    const capacity = this.starts.length * 2;
    const [starts, ends, keys, kinds] = [this.starts, this.ends, this.keys, this.kinds];
    this.starts = new Int32Array(capacity);
    this.ends = new Int32Array(capacity);
    this.keys = new Int32Array(capacity);
    this.kinds = new Uint8Array(capacity);
    this.starts.set(starts);
    this.ends.set(ends);
    this.keys.set(keys);
    this.kinds.set(kinds);
  }
}
