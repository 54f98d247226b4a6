import type { IsoDate } from "../model/index.js";
import type { Window } from "./types.js";

/**
 * Days since 1970-01-01 in the proleptic Gregorian calendar, by arithmetic on years that begin in March (Richards 1998,
 * "Mapping Time"; Hinnant, "chrono-Compatible Low-Level Date Algorithms"): grouping compares dates by the million.
 */
export function dayNumber(date: IsoDate): number {
  const year = digits(date, 0, 4);
  const month = digits(date, 5, 7);
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const ofEra = shifted - era * 400;
  const ofYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + digits(date, 8, 10) - 1;
  return era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468;
}

function digits(date: IsoDate, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) value = value * 10 + date.charCodeAt(at) - 48;
  return value;
}

export function plusDays(date: IsoDate, days: number): IsoDate {
  const shifted = dayNumber(date) + days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const ofEra = shifted - era * 146_097;
  const years = Math.floor(
    (ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365,
  );
  const ofYear = ofEra - (365 * years + Math.floor(years / 4) - Math.floor(years / 100));
  const march = Math.floor((5 * ofYear + 2) / 153);
  const day = ofYear - Math.floor((153 * march + 2) / 5) + 1;
  const month = march < 10 ? march + 3 : march - 9;
  const year = era * 400 + years + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
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
  if (from === null || to === null || from <= to) return true;
  return slack > 0 && dayNumber(from) <= dayNumber(to) + slack;
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
