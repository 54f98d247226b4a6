import { lowerCase } from "./words.js";

/** A form as written and its lower case, made once for all documents of a process. */
export interface Word {
  readonly form: string;
  readonly lower: string;
  readonly key: number;
  /** The form as which the model reads the word: itself, or its stand-in. */
  readonly readAs: string;
}

/** Forms kept before the table starts anew, so that an endless stream holds memory flat. */
const limit = 131_072;

/** Interned words, found by their characters in a text without making a string first. */
export class Lexicon {
  private readonly mask = limit * 2 - 1;
  private words: (Word | undefined)[] = new Array<Word | undefined>(limit * 2).fill(undefined);
  private size = 0;
  private readonly standIns: ReadonlyMap<string, string>;

  /** @param standIns words that the model reads as others, by their form. */
  constructor(standIns: ReadonlyMap<string, string> = new Map()) {
    this.standIns = standIns;
  }

  /** @param key the slice's `keyOf`. */
  word(text: string, start: number, end: number, key: number): Word {
    for (let slot = (key ^ text.charCodeAt(start)) & this.mask; ; slot = (slot + 1) & this.mask) {
      const word = this.words[slot];
      if (word === undefined) return this.add(slot, text.slice(start, end), key);
      if (word.key === key && word.form.length === end - start && text.startsWith(word.form, start))
        return word;
    }
  }

  private add(slot: number, form: string, key: number): Word {
    const word = Object.freeze({
      form,
      lower: lowerCase(form),
      key,
      readAs: this.standIns.get(form) ?? form,
    });
    if (this.size >= limit) {
      this.words = new Array<Word | undefined>(limit * 2).fill(undefined);
      this.size = 0;
      return word;
    }
    this.words[slot] = word;
    this.size += 1;
    return word;
  }
}
