import { dayNumber, lengthOf } from "./days.js";
import type { Testimony, Window } from "./types.js";

/** More days than this, and a span of time no longer tells one occurrence from another. */
const longest = 366;

/**
 * When an act happened, as far as a statement tells. What a report tells without a date happened no later than its
 * publication; "since August" happened between August and then.
 */
export function windowOf({ date, published }: Pick<Testimony, "date" | "published">): Window {
  if (date === null) return { from: null, to: published };
  const { from, to } = date;
  if (from === null || to !== null) return { from, to };
  return { from, to: published !== null && published >= from ? published : null };
}

/** Whether the window tells one occurrence from another; others are tied to what is known of the act. */
export function isDated(window: Window): boolean {
  return lengthOf(window) <= longest;
}

/** The middle of a window in days since 1970; the known end of a half-open one; infinite where nothing is known. */
export function middleOf({ from, to }: Window): number {
  if (from !== null && to !== null) return (dayNumber(from) + dayNumber(to)) / 2;
  const known = from ?? to;
  return known === null ? Number.POSITIVE_INFINITY : dayNumber(known);
}
