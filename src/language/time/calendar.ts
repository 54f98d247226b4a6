import type { IsoDate } from "../../model/index.js";

/** A day as its number, counted from 0 on 1970-01-01, in the proleptic Gregorian calendar. */
export type Day = number;

export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  /** 1 to 31. */
  readonly day: number;
}

const daysBeforeMonth = Object.freeze([0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334]);

/** Days of a cycle of 400 years, after which the Gregorian calendar repeats itself. */
const cycle = 146_097;

/** Days from 0000-03-01, where each year begins with March, to 1970-01-01. */
const epoch = 719_468;

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** @param month 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** The number of a day; month 1 to 12, day 1 to 31, any whole year. */
export function dayOf(year: number, month: number, day: number): Day {
  const before = year - 1;
  const leaps = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  return before * 365 + leaps + (daysBeforeMonth[month - 1] as number) + leapDay + day - 719_163;
}

/**
 * The date of a day number. The years are counted from March, so that the leap day is the last of its year
 * (the method of E. G. Richards, "Mapping Time", 1998, chapter 25).
 */
export function dateOf(day: Day): CalendarDate {
  const shifted = day + epoch;
  const era = Math.floor(shifted / cycle);
  const inEra = shifted - era * cycle;
  const yearOfEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: inYear - Math.floor((153 * fromMarch + 2) / 5) + 1,
  };
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Whether there is such a day in the calendar. */
export function isCalendarDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day moved by whole months; a day that the new month lacks becomes its last ("31 January" + 1: 28 February). */
export function addMonths(day: Day, months: number): Day {
  const date = dateOf(day);
  const count = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(count / 12);
  const month = count - year * 12 + 1;
  return dayOf(year, month, Math.min(date.day, daysInMonth(year, month)));
}

/** @param day within the years 0 to 9999, which are all that the text form holds. */
export function isoOf(day: Day): IsoDate {
  const date = dateOf(day);
  return `${String(date.year).padStart(4, "0")}-${pad(date.month)}-${pad(date.day)}`;
}

/** The day of a date in the form YYYY-MM-DD; null for anything else, and for dates that the calendar lacks. */
export function dayOfIso(text: string): Day | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  return isCalendarDate(year, month, day) ? dayOf(year, month, day) : null;
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
