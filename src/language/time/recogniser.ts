import type { Basis, DateRange } from "../../model/index.js";
import type { Sentence, TimePrecision } from "../types.js";
import type { Day } from "./calendar.js";
import type { Period } from "./periods.js";

export type { Basis, DateRange, Sentence, TimePrecision };

/** What a recogniser may look at: the sentence and what is known of the time around it. */
export interface Surroundings {
  readonly sentence: Sentence;
  /** The day on which the report was published; null where nobody says. */
  readonly published: Day | null;
  /** What the last time expression before this one stood for; may be worked out only when it is asked for. */
  readonly previous: Period | null;
  /** The same, if this sentence has it. */
  readonly here: Period | null;
  /** The year that dates without one take from the words around them; null where they give none. */
  readonly year: number | null;
}

/** A stretch of tokens and what it stands for; `first` and `last` are inclusive. */
export interface Found {
  readonly first: number;
  readonly last: number;
  readonly period: Period;
}

/**
 * Reads one sort of time expression. `read` is asked at each token, as the expression's first token, and
 * answers with null where it does not begin there. The preposition before is not its business.
 */
export interface Recogniser {
  readonly name: string;
  read(surroundings: Surroundings, at: number): Found | null;
}

export function found(first: number, last: number, period: Period): Found {
  return { first, last, period };
}

/** The token in lower case; empty before the sentence's beginning and after its end. */
export function wordAt(sentence: Sentence, at: number): string {
  return at < 0 || at >= sentence.size ? "" : sentence.lower(at);
}

/** Whether the token begins with a capital letter, as names of months and weekdays do. */
export function isCapital(sentence: Sentence, at: number): boolean {
  if (at < 0 || at >= sentence.size) return false;
  const unit = sentence.form(at).charCodeAt(0);
  return unit >= 65 && unit <= 90;
}

/** Whether the words stand at `at`, one a token. */
export function wordsAt(sentence: Sentence, at: number, words: readonly string[]): boolean {
  return words.every((word, index) => wordAt(sentence, at + index) === word);
}
