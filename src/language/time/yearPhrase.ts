import { dateOf } from "./calendar.js";
import { anchorOf } from "./periods.js";
import type { Basis, Surroundings } from "./recogniser.js";
import { wordAt } from "./recogniser.js";
import { wholeNumber } from "./vocabulary.js";

/** The year that follows a day or a month, up to the token `last`; null where it refers to nothing known. */
export interface YearPhrase {
  readonly last: number;
  readonly year: number | null;
  readonly basis: Basis;
}

/** The years in which a bare number of four digits is read as a year. */
export const firstYear = 1700;
export const lastYear = 2099;

/** A year written in four digits; -1 for anything else. */
export function yearNumber(word: string): number {
  if (word.length !== 4) return -1;
  const year = wholeNumber(word, 4);
  return year >= firstYear && year <= lastYear ? year : -1;
}

const ofPublication: ReadonlyMap<string, number> = new Map([
  ["last", -1],
  ["this", 0],
  ["next", 1],
]);

const ofPrevious: ReadonlyMap<string, number> = new Map([
  ["that", 0],
  ["same", 0],
  ["following", 1],
  ["previous", -1],
]);

/** "2025", ", 2025", "of 2025", "last year", "of the same year"; null where no year follows. */
export function yearPhrase(surroundings: Surroundings, at: number): YearPhrase | null {
  const { sentence } = surroundings;
  const plain = wordAt(sentence, at) === "," || wordAt(sentence, at) === "of" ? at + 1 : at;
  const written = yearNumber(wordAt(sentence, plain));
  if (written >= 0) return { last: plain, year: written, basis: "stated" };
  if (wordAt(sentence, at) === ",") return null;
  const word = wordAt(sentence, plain) === "the" ? plain + 1 : plain;
  if (wordAt(sentence, word + 1) !== "year") return null;
  const forward = ofPublication.get(wordAt(sentence, word));
  if (forward !== undefined) return moved(word + 1, surroundings.published, forward);
  const back = ofPrevious.get(wordAt(sentence, word));
  return back === undefined ? null : moved(word + 1, anchorOf(surroundings.previous), back);
}

function moved(last: number, day: number | null, years: number): YearPhrase {
  return { last, year: day === null ? null : dateOf(day).year + years, basis: "inferred" };
}
