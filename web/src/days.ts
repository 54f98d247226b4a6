import type { IsoDate, Window } from "../../src/server/wire.js";

const months = "January February March April May June July August September October November December".split(
  " ",
);

/** "3 July 2025" */
export function day(date: IsoDate): string {
  const [year = 0, month = 1, of = 1] = date.split("-").map(Number);
  return `${of} ${months[month - 1] ?? ""} ${year}`;
}

/** "3 July 2025", "May 1997", "1974", "by 4 July 2025", "since 1 August 2021", "undated" */
export function when({ from, to }: Window): string {
  if (from === null) return to === null ? "undated" : `by ${day(to)}`;
  if (to === null) return `since ${day(from)}`;
  return from === to ? day(from) : (period(from, to) ?? `between ${day(from)} and ${day(to)}`);
}

/** The month or year that two days bound; null where they bound none. */
export function period(from: IsoDate, to: IsoDate): string | null {
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  const next = new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000).toISOString();
  const isMonth =
    from.endsWith("-01") && to.startsWith(from.slice(0, 7)) && !next.startsWith(from.slice(0, 7));
  return isMonth ? `${months[Number(from.slice(5, 7)) - 1]} ${year}` : null;
}

export function dayBefore(date: IsoDate): IsoDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** A moment of system time in the reader's own time zone: "24 November 2026, 15:02". */
export function moment(instant: string): string {
  const date = new Date(instant);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getDate()} ${months[date.getMonth()]} ${date.getFullYear()}, ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** Years as a number, for axes: 2008-07-01 is about 2008.5. */
export function yearsOf(date: IsoDate): number {
  const [year = 0, month = 1, of = 1] = date.split("-").map(Number);
  return year + (month - 1) / 12 + (of - 1) / 365;
}
