import type { Period } from "./periods.js";
import { type Surroundings, wordAt } from "./recogniser.js";
import { numberIn, type Unit, units } from "./vocabulary.js";

const vague: ReadonlySet<string> = new Set(["few", "several", "some", "many", "couple"]);

/** How long something lasts or lies off, as the words say it. */
export interface Length {
  /** null for "several" and the like. */
  readonly count: number | null;
  readonly unit: Unit;
  /** Whether it was given in hours, which are rounded to days. */
  readonly ofHours: boolean;
  readonly last: number;
}

export function precisionOf(length: Length): Period["precision"] {
  if (length.count === null) return "range";
  return length.unit === "decade" || length.unit === "century" ? "year" : length.unit;
}

/** "Three days", "a few weeks", "forty-eight hours", "half a century"; null where none begins here. */
export function lengthAt(surroundings: Surroundings, at: number): Length | null {
  const { sentence } = surroundings;
  const word = wordAt(sentence, at);
  if (word === "half" && wordAt(sentence, at + 1) === "a") return halfAt(surroundings, at);
  const article = word === "a" && vague.has(wordAt(sentence, at + 1));
  const counter = article ? at + 1 : at;
  const isVague = vague.has(wordAt(sentence, counter));
  const number = isVague ? 0 : numberIn(word);
  if (number < 0) return null;
  const ones = number >= 20 && wordAt(sentence, at + 1) === "-" ? numberIn(wordAt(sentence, at + 2)) : -1;
  const end = ones > 0 && ones < 10 ? at + 2 : counter;
  const last = wordAt(sentence, end + 1) === "of" ? end + 2 : end + 1;
  return unitAt(surroundings, last, isVague ? null : number + (end > counter ? ones : 0));
}

function unitAt(surroundings: Surroundings, last: number, count: number | null): Length | null {
  const word = wordAt(surroundings.sentence, last);
  if (word === "hour" || word === "hours")
    return { count: count === null ? null : Math.round(count / 24), unit: "day", ofHours: true, last };
  if (word === "fortnight" && count !== null) return { count: 2 * count, unit: "week", ofHours: false, last };
  const unit = units.get(word);
  return unit === undefined ? null : { count, unit, ofHours: false, last };
}

function halfAt(surroundings: Surroundings, at: number): Length | null {
  const unit = wordAt(surroundings.sentence, at + 2);
  const count = unit === "century" ? 50 : unit === "decade" ? 5 : 0;
  return count === 0 ? null : { count, unit: "year", ofHours: false, last: at + 2 };
}

/** Whether a word that is none, or a mark, ends the clause before it. */
export function isClauseEnd(word: string): boolean {
  return word === "" || word === "." || word === "," || word === ";" || word === ")" || word === ":";
}
