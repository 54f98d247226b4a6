import { dayWord } from "./dayWord.js";
import { isClauseEnd, type Length, lengthAt } from "./length.js";
import { dayPeriod, movedPeriod, type Period } from "./periods.js";
import { type Found, found, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { weekday } from "./weekday.js";

/**
 * "Reopened in May, two months after the coup": the length counts from the date that the clause has to the
 * event named behind it, which is dated so. "Two months after that" counts the other way, from the date before.
 */
export const distanceTo: Recogniser = Object.freeze({
  name: "distance to an event",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence } = surroundings;
    const length = lengthAt(surroundings, at);
    if (length === null || length.count === null || length.ofHours) return null;
    const last = length.last + 1;
    const word = wordAt(sentence, last);
    const next = wordAt(sentence, last + 1);
    const isBack = word === "after" || word === "behind";
    if (!isBack && word !== "before" && !(word === "ahead" && next === "of")) return null;
    if (isClauseEnd(next)) return null;
    if (next === "that" && isClauseEnd(wordAt(sentence, last + 2)))
      return fromThat(surroundings, at, length, word === "after" ? 1 : -1);
    const base = isBack ? (surroundings.here ?? anchorAhead(surroundings, last)) : surroundings.here;
    if (base === null) return null;
    return found(at, last, shifted(base, length, isBack ? -1 : 1));
  },
});

function fromThat(surroundings: Surroundings, at: number, length: Length, side: 1 | -1): Found | null {
  const { previous } = surroundings;
  return previous === null ? null : found(at, length.last + 2, shifted(previous, length, side));
}

function shifted(base: Period, length: Length, side: 1 | -1): Period {
  const count = side * (length.count ?? 0);
  return length.unit === "week" && base.precision === "day"
    ? movedPeriod(base, count * 7, "day")
    : movedPeriod(base, count, length.unit);
}

/** The weekday or day word that follows in the sentence, else the day of publication, else the date before. */
function anchorAhead(surroundings: Surroundings, from: number): Period | null {
  const { sentence, published, previous } = surroundings;
  for (let at = from + 1; at < sentence.size; at += 1) {
    const read = weekday.read(surroundings, at) ?? dayWord.read(surroundings, at);
    if (read !== null && read.period.from !== null) return read.period;
  }
  return published === null ? previous : dayPeriod(published, "inferred");
}
