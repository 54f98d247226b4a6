import { isClauseEnd, type Length, lengthAt, precisionOf } from "./length.js";
import { moved, movedPeriod, type Period, period, unitAround, unknownPeriod } from "./periods.js";
import { type Found, found, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { tenseAt } from "./tense.js";

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
    if (next === "hence") return found(at, length.last + 1, fromPublication(surroundings, length, 1));
    if (isClauseEnd(wordAt(sentence, length.last + 2))) {
      if (next === "back") return found(at, length.last + 1, fromPublication(surroundings, length, -1));
      if (next === "after" || (next === "on" && surroundings.previous !== null))
        return found(at, length.last + 1, fromPrevious(surroundings, length, 1));
      if (next === "ahead") return found(at, length.last + 1, fromPrevious(surroundings, length, -1));
    }
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
  if (word === "before" && !isClauseEnd(after)) return null;
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
  // "In forty-eight hours" is a term that runs to its end.
  if (length.ofHours && time < 0) {
    if (surroundings.published === null) return found(at, length.last, unknownPeriod("range"));
    const end = length.count === null ? null : surroundings.published + length.count;
    return found(at, length.last, period(surroundings.published, end, "range", "inferred"));
  }
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
