import { type Day, dateOf, dayOf, isCalendarDate } from "./calendar.js";
import { anchorOf } from "./periods.js";
import type { Surroundings } from "./recogniser.js";
import { tenseAt } from "./tense.js";

/** How far ahead a date may lie when no verb tells whether it is past: "the July 5 summit" on 4 July. */
const reachAhead = 31;

/** Leap days come back after eight years at the latest (1896 to 1904). */
const longestGap = 8;

/**
 * The year of a date that is written without one: that of the words around it, else the one that makes it the
 * last such date not after publication, or the next one where the tense looks ahead; without publication, the
 * year that was spoken of before. Null where nothing fixes it.
 *
 * @param day null for a month alone.
 */
export function yearOf(
  surroundings: Surroundings,
  token: number,
  month: number,
  day: number | null,
): number | null {
  const { sentence, published, year } = surroundings;
  if (year !== null) return year;
  if (published === null) {
    const before = anchorOf(surroundings.previous);
    return before === null ? null : dateOf(before).year;
  }
  const tense = tenseAt(sentence, token);
  const next = nearest(published, month, day, 1);
  const last = nearest(published, month, day, -1);
  if (tense === "future") return next;
  if (tense === "past" || next === null) return last;
  return dayOf(next, month, day ?? 1) - published <= reachAhead && next !== last ? next : last;
}

/** The year of the nearest such date at or after the day (step 1), or at or before it (step -1). */
function nearest(from: Day, month: number, day: number | null, step: 1 | -1): number | null {
  const start = dateOf(from);
  for (let count = 0; count <= longestGap; count += 1) {
    const year = start.year + count * step;
    if (day === null) {
      if (count > 0 || (start.month - month) * step <= 0) return year;
    } else if (isCalendarDate(year, month, day) && (dayOf(year, month, day) - from) * step >= 0) return year;
  }
  return null;
}
