import type { Basis } from "../../model/index.js";
import type { TimePrecision } from "../types.js";
import { addMonths, type Day, dateOf, dayOf, daysInMonth, weekdayOf } from "./calendar.js";
import type { Unit } from "./vocabulary.js";

/** Days `from` to `to`, both inclusive; null where a side is open or not known. */
export interface Period {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly precision: TimePrecision;
  readonly basis: Basis;
}

export function period(from: Day | null, to: Day | null, precision: TimePrecision, basis: Basis): Period {
  return { from, to, precision, basis };
}

/** An expression that was read but whose place in time nothing fixes. */
export function unknownPeriod(precision: TimePrecision): Period {
  return period(null, null, precision, "inferred");
}

/** A day that stands for a period when others are counted from it: its first, or the only one known. */
export function anchorOf(known: Period | null): Day | null {
  return known === null ? null : (known.from ?? known.to);
}

export function dayPeriod(day: Day, basis: Basis): Period {
  return period(day, day, "day", basis);
}

export function monthPeriod(year: number, month: number, basis: Basis): Period {
  return period(dayOf(year, month, 1), dayOf(year, month, daysInMonth(year, month)), "month", basis);
}

export function yearsPeriod(first: number, last: number, precision: TimePrecision, basis: Basis): Period {
  return period(dayOf(first, 1, 1), dayOf(last, 12, 31), precision, basis);
}

/** Three months from the first of `month`; winter runs into the next year. */
export function seasonPeriod(year: number, month: number, basis: Basis): Period {
  const from = dayOf(year, month, 1);
  return period(from, addMonths(from, 3) - 1, "season", basis);
}

const monthsIn: Readonly<Record<Unit, number>> = Object.freeze({
  day: 0,
  week: 0,
  month: 1,
  year: 12,
  decade: 120,
  century: 1200,
});

/** The day moved by `count` units, backwards where it is negative. */
export function moved(day: Day, count: number, unit: Unit): Day {
  if (unit === "day") return day + count;
  return unit === "week" ? day + 7 * count : addMonths(day, count * monthsIn[unit]);
}

/** The whole unit in which a day lies; weeks begin on Monday. For decades and centuries ago it is a year. */
export function unitAround(day: Day, unit: Unit, basis: Basis): Period {
  const { year, month } = dateOf(day);
  switch (unit) {
    case "day":
      return dayPeriod(day, basis);
    case "week": {
      const monday = day - weekdayOf(day);
      return period(monday, monday + 6, "week", basis);
    }
    case "month":
      return monthPeriod(year, month, basis);
    default:
      return yearsPeriod(year, year, "year", basis);
  }
}

const rank: Readonly<Record<TimePrecision, number>> = Object.freeze({
  day: 0,
  week: 1,
  range: 1,
  month: 2,
  season: 3,
  quarter: 3,
  year: 4,
  decade: 5,
  century: 6,
});

/**
 * A period moved by `count` units: "five months later" than a day is a month; "two days later" than a month
 * is that month moved by two days, since nothing finer is known.
 */
export function movedPeriod(base: Period, count: number, unit: Unit): Period {
  const from = base.from ?? base.to;
  if (from === null) return unknownPeriod(unit === "century" ? "year" : unit);
  const to = base.to ?? from;
  const coarser = rank[base.precision] > rank[unit];
  if (!coarser) return unitAround(moved(from, count, unit), unit, "inferred");
  return period(moved(from, count, unit), moved(to, count, unit), base.precision, "inferred");
}

export type Part = "early" | "middle" | "late";

/** "Early", "mid" and "late" are taken as the thirds of a period, to whole months where it has twelve. */
export function partOf(whole: Period, part: Part): Period {
  const { from, to } = whole;
  if (from === null || to === null) return period(from, to, "range", whole.basis);
  const [first, second] = thirds(from, to);
  const start = part === "early" ? from : part === "middle" ? first : second;
  const end = part === "early" ? first - 1 : part === "middle" ? second - 1 : to;
  return period(start, end, "range", whole.basis);
}

/** The first days of the second and last third. */
function thirds(from: Day, to: Day): readonly [Day, Day] {
  const length = to - from + 1;
  if (length >= 365 && length <= 366) return [addMonths(from, 4), addMonths(from, 8)];
  // A month is cut after the 10th and the 20th, as speakers do.
  if (length >= 28 && length <= 31) return [from + 10, from + 20];
  return [from + Math.round(length / 3), from + Math.round((2 * length) / 3)];
}
