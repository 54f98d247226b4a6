import { moved, movedPeriod, type Period, period, unitAround, unknownPeriod } from "./periods.js";
import { type Found, found, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { tenseAt } from "./tense.js";
import { numberIn, type Unit, units } from "./vocabulary.js";

const vague: ReadonlySet<string> = new Set(["few", "several", "some", "many", "couple"]);

interface Length {
  /** null for "several" and the like. */
  readonly count: number | null;
  readonly unit: Unit;
  readonly last: number;
}

/** "Three days ago", "two weeks earlier", "five months later", "half a century ago", "in two weeks' time". */
export const distance: Recogniser = Object.freeze({
  name: "distance",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence } = surroundings;
    const length = lengthAt(surroundings, at);
    if (length === null) return null;
    const next = wordAt(sentence, length.last + 1);
    if (next === "ago") return found(at, length.last + 1, fromPublication(surroundings, length, -1));
    if (next === "later" || next === "afterwards")
      return found(at, length.last + 1, fromPrevious(surroundings, length, 1));
    if (next === "earlier" || next === "before" || next === "previously")
      return back(surroundings, at, length, next);
    return ahead(surroundings, at, length);
  },
});

/** "A day before" alone refers to the date before it; with words after it, to an event that has no date here. */
function back(surroundings: Surroundings, at: number, length: Length, word: string): Found | null {
  const { sentence } = surroundings;
  const last = length.last + 1;
  const after = wordAt(sentence, last + 1);
  if (word === "before" && !["", ".", ",", ";", ")"].includes(after)) return null;
  // "Two weeks earlier" without any date before it counts from publication.
  const fromReport = word === "earlier" && surroundings.previous === null;
  const period = fromReport
    ? fromPublication(surroundings, length, -1)
    : fromPrevious(surroundings, length, -1);
  return found(at, last, period);
}

/** "In two weeks" is ahead only with "time" or under a verb that looks ahead; else it is how long something took. */
function ahead(surroundings: Surroundings, at: number, length: Length): Found | null {
  const { sentence } = surroundings;
  if (wordAt(sentence, at - 1) !== "in") return null;
  const time = timeAfter(surroundings, length.last);
  if (time < 0 && tenseAt(sentence, at) !== "future") return null;
  return found(at, Math.max(time, length.last), fromPublication(surroundings, length, 1));
}

/** The token of "time" in "two weeks' time" and "a year's time"; -1 where there is none. */
function timeAfter(surroundings: Surroundings, last: number): number {
  const { sentence } = surroundings;
  const mark = wordAt(sentence, last + 1);
  return (mark === "'" || mark === "'s") && wordAt(sentence, last + 2) === "time" ? last + 2 : -1;
}

function fromPublication(surroundings: Surroundings, length: Length, side: 1 | -1): Period {
  const { published } = surroundings;
  if (published === null) return unknownPeriod(precisionOf(length));
  if (length.count === null) {
    return side < 0
      ? period(null, published, "range", "inferred")
      : period(published, null, "range", "inferred");
  }
  return unitAround(moved(published, side * length.count, length.unit), length.unit, "inferred");
}

function fromPrevious(surroundings: Surroundings, length: Length, side: 1 | -1): Period {
  const { previous } = surroundings;
  if (previous === null) return unknownPeriod(precisionOf(length));
  if (length.count === null) {
    return side < 0
      ? period(null, previous.from, "range", "inferred")
      : period(previous.to, null, "range", "inferred");
  }
  // "Two weeks later" than a day is a day; "two months later" is a month.
  if (length.unit === "week" && previous.precision === "day")
    return movedPeriod(previous, side * length.count * 7, "day");
  return movedPeriod(previous, side * length.count, length.unit);
}

function precisionOf(length: Length): Period["precision"] {
  if (length.count === null) return "range";
  return length.unit === "decade" || length.unit === "century" ? "year" : length.unit;
}

/** "Three days", "a few weeks", "a couple of months", "half a century"; null where none begins here. */
function lengthAt(surroundings: Surroundings, at: number): Length | null {
  const { sentence } = surroundings;
  const word = wordAt(sentence, at);
  if (word === "half" && wordAt(sentence, at + 1) === "a") {
    const unit = wordAt(sentence, at + 2);
    if (unit === "century") return { count: 50, unit: "year", last: at + 2 };
    return unit === "decade" ? { count: 5, unit: "year", last: at + 2 } : null;
  }
  const article = word === "a" && vague.has(wordAt(sentence, at + 1));
  const counter = article ? at + 1 : at;
  const count = vague.has(wordAt(sentence, counter)) ? null : numberIn(word);
  if (count !== null && count < 0) return null;
  const last = wordAt(sentence, counter + 1) === "of" ? counter + 2 : counter + 1;
  const unit = units.get(wordAt(sentence, last));
  return unit === undefined ? null : { count, unit, last };
}
