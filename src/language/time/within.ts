import { type Day, dateOf, dayOf } from "./calendar.js";
import { lengthAt } from "./length.js";
import { anchorOf, monthPeriod, moved, type Period, period, unknownPeriod } from "./periods.js";
import { found, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { type Unit, units } from "./vocabulary.js";

const openings: ReadonlySet<string> = new Set(["within", "inside"]);

/** "Within three months", "inside two days", "within hours", "within the week": a term from the date named with it. */
export const within: Recogniser = Object.freeze({
  name: "term",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence } = surroundings;
    if (!openings.has(wordAt(sentence, at - 1))) return null;
    const start = startOf(surroundings);
    const word = wordAt(sentence, at);
    if (word === "the") return wholeTerm(surroundings, at, start);
    const bare = word === "hours" ? "day" : word.endsWith("s") ? units.get(word) : undefined;
    // Who says "within days" does not say of how many, but "within hours" is the same day.
    if (bare !== undefined) return found(at, at, term(start, word === "hours" ? start : null));
    const length = lengthAt(surroundings, at);
    if (length === null) return null;
    const end = start === null || length.count === null ? null : moved(start, length.count, length.unit);
    return found(at, length.last, term(start, end));
  },
});

function wholeTerm(surroundings: Surroundings, at: number, start: Day | null) {
  const word = wordAt(surroundings.sentence, at + 1);
  if (word === "hour") return found(at, at + 1, term(start, start));
  const unit = units.get(word);
  if (unit === undefined || word.endsWith("s") || wordAt(surroundings.sentence, at + 2) === "of") return null;
  return found(at, at + 1, start === null ? unknownPeriod("range") : term(start, endOf(start, unit)));
}

/** The week is the next seven days; a month and a year end with the calendar's. */
export function endOf(start: Day, unit: Unit): Day {
  const { year, month } = dateOf(start);
  if (unit === "month") return monthPeriod(year, month, "inferred").to as Day;
  return unit === "year" ? dayOf(year, 12, 31) : moved(start, 1, unit);
}

/** From the date that the sentence has named, else from publication, else from the date before. */
export function startOf(surroundings: Surroundings): Day | null {
  return anchorOf(surroundings.here) ?? surroundings.published ?? anchorOf(surroundings.previous);
}

function term(from: Day | null, to: Day | null): Period {
  return from === null ? unknownPeriod("range") : period(from, to, from === to ? "day" : "range", "inferred");
}
