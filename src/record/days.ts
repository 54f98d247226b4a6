import type { IsoDate } from "../model/index.js";
import type { Window } from "./types.js";

const dayLength = 86_400_000;

/** Days since 1970-01-01 in the proleptic Gregorian calendar. */
export function dayNumber(date: IsoDate): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / dayLength);
}

export function plusDays(date: IsoDate, days: number): IsoDate {
  return new Date((dayNumber(date) + days) * dayLength).toISOString().slice(0, 10);
}

export function earlier(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}

export function later(a: IsoDate, b: IsoDate): IsoDate {
  return a > b ? a : b;
}

/** The earliest of the days that are known; null where none is. */
export function earliest(dates: readonly (IsoDate | null)[]): IsoDate | null {
  return dates.reduce((least, one) => (one === null || (least !== null && least <= one) ? least : one), null);
}

export function latest(dates: readonly (IsoDate | null)[]): IsoDate | null {
  return dates.reduce((most, one) => (one === null || (most !== null && most >= one) ? most : one), null);
}

/** The number of days in a window that is bounded on both sides; infinite for others. */
export function lengthOf({ from, to }: Window): number {
  return from === null || to === null ? Number.POSITIVE_INFINITY : dayNumber(to) - dayNumber(from) + 1;
}

/** Whether two windows have a day in common, each widened by `slack` days. */
export function meets(a: Window, b: Window, slack = 0): boolean {
  return reaches(a, b, slack) && reaches(b, a, slack);
}

function reaches({ from }: Window, { to }: Window, slack: number): boolean {
  return from === null || to === null || from <= (slack === 0 ? to : plusDays(to, slack));
}

/** The days that two windows have in common. */
export function common(a: Window, b: Window): Window {
  return {
    from: latest([a.from, b.from]),
    to: earliest([a.to, b.to]),
  };
}

/** The day, month or year that a window is; "range" for others, "by" and "since" for half-open ones. */
export type Precision = "day" | "month" | "year" | "range" | "by" | "since" | "unknown";

export function precisionOf(window: Window): Precision {
  const { from, to } = window;
  if (from === null) return to === null ? "unknown" : "by";
  if (to === null) return "since";
  if (from === to) return "day";
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return "year";
  const month = from.slice(0, 7);
  const isMonth = from === `${month}-01` && to.startsWith(month) && !plusDays(to, 1).startsWith(month);
  return isMonth ? "month" : "range";
}

/** Orders windows by where they begin, then by where they end; what has no beginning begins at its end. */
export function compareWindows(a: Window, b: Window): number {
  return compare(a.from ?? a.to, b.from ?? b.to) || compare(a.to, b.to);
}

function compare(a: IsoDate | null, b: IsoDate | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
