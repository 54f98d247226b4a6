import { dayNumber, monthAt, withYear } from "./monthDate.js";
import { period } from "./periods.js";
import { type Found, found, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { dashes, ordinalIn } from "./vocabulary.js";

const joiners: ReadonlySet<string> = new Set(["to", "and", "until", "through", "or"]);

/** "21-23 February 2008", "between 3 and 5 July", "February 21-23, 2008". */
export const dayRange: Recogniser = Object.freeze({
  name: "days of one month",
  read: (surroundings: Surroundings, at: number) =>
    monthAt(surroundings, at) > 0 ? afterMonth(surroundings, at) : beforeMonth(surroundings, at),
});

function beforeMonth(surroundings: Surroundings, at: number): Found | null {
  const { sentence } = surroundings;
  const from = dayNumber(wordAt(sentence, at));
  if (from < 0 || !isJoiner(wordAt(sentence, at + 1))) return null;
  const to = dayNumber(wordAt(sentence, at + 2));
  const name = wordAt(sentence, at + 3) === "of" && ordinalIn(wordAt(sentence, at + 2)) > 0 ? at + 4 : at + 3;
  const month = monthAt(surroundings, name);
  if (to <= from || month < 0) return null;
  return between(surroundings, at, name, month, from, to);
}

function afterMonth(surroundings: Surroundings, at: number): Found | null {
  const { sentence } = surroundings;
  const from = dayNumber(wordAt(sentence, at + 1));
  const to = dayNumber(wordAt(sentence, at + 3));
  if (from < 0 || to <= from || !isJoiner(wordAt(sentence, at + 2))) return null;
  // In "July 3 and 5 August" the second number begins a date of its own.
  if (monthAt(surroundings, at + 4) > 0) return null;
  return between(surroundings, at, at + 3, monthAt(surroundings, at), from, to);
}

function between(
  surroundings: Surroundings,
  first: number,
  last: number,
  month: number,
  from: number,
  to: number,
): Found | null {
  const end = withYear(surroundings, first, last, month, to);
  if (end === null) return null;
  const { to: day, basis } = end.period;
  return found(first, end.last, period(day === null ? null : day - (to - from), day, "range", basis));
}

function isJoiner(word: string): boolean {
  return joiners.has(word) || dashes.has(word);
}
