import { type Day, dateOf } from "./calendar.js";
import { monthPeriod, period, unitAround, unknownPeriod } from "./periods.js";
import { found, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import type { Unit } from "./vocabulary.js";

/** "Year's end", "year-end", "before the year is out", "before the month was over". */
export const periodEnd: Recogniser = Object.freeze({
  name: "end of this period",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence } = surroundings;
    const unit = wordAt(sentence, at);
    if (unit !== "year" && unit !== "month" && unit !== "week" && unit !== "day") return null;
    const mark = wordAt(sentence, at + 1);
    const start = surroundings.here?.from ?? surroundings.published ?? surroundings.previous?.from ?? null;
    if ((mark === "'s" || mark === "-") && unit === "year" && wordAt(sentence, at + 2) === "end") {
      const year = start === null ? null : dateOf(start).year;
      return found(at, at + 2, year === null ? unknownPeriod("month") : monthPeriod(year, 12, "inferred"));
    }
    if (mark !== "is" && mark !== "was" && mark !== "were") return null;
    const side = wordAt(sentence, at + 2);
    if ((side !== "out" && side !== "over") || wordAt(sentence, at - 1) !== "the") return null;
    // The preposition is part of the words: what happens before a period is out happens in it.
    if (wordAt(sentence, at - 2) !== "before") return null;
    if (start === null) return found(at - 2, at + 2, unknownPeriod("range"));
    return found(at - 2, at + 2, period(start, lastOf(start, unit), "range", "inferred"));
  },
});

function lastOf(start: Day, unit: Unit): Day {
  return unitAround(start, unit, "inferred").to as Day;
}
