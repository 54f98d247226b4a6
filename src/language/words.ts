import { lowerOf } from "./characters.js";

const offset = 0x811c9dc5 | 0;
const prime = 0x01000193;

/** FNV-1a over the lower-case units of a slice; the key by which words are looked up without making strings. */
export function keyOf(text: string, start: number, end: number): number {
  let hash = offset;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ lowerOf(text.charCodeAt(at)), prime);
  return hash ^ (hash >>> 15);
}

/** A set of words in which slices of a text are looked up by key, whatever their case, without making strings. */
export class WordSet {
  private readonly mask: number;
  private readonly keys: Int32Array;
  private readonly words: (string | undefined)[];

  /** @param words in any case; a typographic apostrophe counts as a plain one. */
  constructor(words: Iterable<string>) {
    const all = [...new Set([...words].map((word) => lowerCase(word)))];
    let capacity = 16;
    while (capacity < all.length * 3) capacity *= 2;
    this.mask = capacity - 1;
    this.keys = new Int32Array(capacity);
    this.words = new Array<string | undefined>(capacity).fill(undefined);
    for (const word of all) {
      const key = keyOf(word, 0, word.length);
      let slot = key & this.mask;
      while (this.words[slot] !== undefined) slot = (slot + 1) & this.mask;
      this.keys[slot] = key;
      this.words[slot] = word;
    }
  }

  /** Whether the slice is one of the words; `key` is its `keyOf`. */
  hasKey(key: number, text: string, start: number, end: number): boolean {
    for (let slot = key & this.mask; ; slot = (slot + 1) & this.mask) {
      const word = this.words[slot];
      if (word === undefined) return false;
      if (this.keys[slot] === key && equals(word, text, start, end)) return true;
    }
  }

  has(text: string, start: number, end: number): boolean {
    return this.hasKey(keyOf(text, start, end), text, start, end);
  }
}

/** The slice in lower case with plain apostrophes, unit by unit as `keyOf` sees it. */
export function lowerCase(text: string): string {
  return text.toLowerCase().replace(/[‘’`´]/g, "'");
}

function equals(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = 0; at < word.length; at += 1) {
    if (lowerOf(text.charCodeAt(start + at)) !== word.charCodeAt(at)) return false;
  }
  return true;
}
