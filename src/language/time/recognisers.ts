import { backPointer } from "./backPointer.js";
import { backReference, dayBefore } from "./backReference.js";
import { createDatedWeekday } from "./datedWeekday.js";
import { dayOfMonth } from "./dayOfMonth.js";
import { dayRange } from "./dayRange.js";
import { dayWord } from "./dayWord.js";
import { distance } from "./distance.js";
import { distanceTo } from "./distanceTo.js";
import { feast } from "./feast.js";
import { century, decade } from "./longPeriod.js";
import { midMonth } from "./midMonth.js";
import { dayMonth, monthAlone, monthDay } from "./monthDate.js";
import { nearPeriod, recent, sidePeriod, weekend } from "./nearPeriod.js";
import { numericDate } from "./numericDate.js";
import { createPartOfPeriod } from "./partOfPeriod.js";
import { quarter, season } from "./partOfYear.js";
import { periodEnd } from "./periodEnd.js";
import type { Found, Recogniser, Surroundings } from "./recogniser.js";
import { seasonAlone } from "./seasonAlone.js";
import { timeOfDay } from "./timeOfDay.js";
import { weekday } from "./weekday.js";
import { within } from "./within.js";
import { yearAlone } from "./yearAlone.js";

/** Dates of one day, as they may follow a weekday. */
const dates = [numericDate, dayMonth, monthDay];

/** Periods that have an early, a middle and a late part. */
const wholes = [monthDay, monthAlone, century, decade, nearPeriod, season, yearAlone];

/** The first that reads at a token wins, so that longer forms stand before the shorter ones which begin them. */
export const recognisers: readonly Recogniser[] = Object.freeze([
  // "Thursday, July 3" before "Thursday".
  createDatedWeekday(dates),
  // "21-23 February" before "23 February", "July 3-5" before "July 3".
  dayRange,
  ...dates,
  // "The 21st of July" before "the 21st".
  dayOfMonth,
  midMonth,
  // "Early 2024" before the year; after the dates, since "late July 3" is the day.
  createPartOfPeriod(wholes),
  monthAlone,
  // "Second quarter of 2020" before the year in it.
  quarter,
  season,
  // "Summer of 2011" before "in the summer".
  seasonAlone,
  feast,
  // "The first century" is no ordinal of a day, and "1990s" no year.
  century,
  decade,
  // "Earlier this week" before "this week"; "last three months" before "last month" costs nothing either way.
  sidePeriod,
  recent,
  // "Last night" and "this morning" before "last" and "this" with a period.
  dayWord,
  weekend,
  weekday,
  nearPeriod,
  // "Within two weeks" and "two weeks after the vote" before the lengths that stand alone.
  within,
  distanceTo,
  distance,
  backReference,
  dayBefore,
  // "Before the year is out" and "by evening", after all that says which year and which evening.
  periodEnd,
  timeOfDay,
  backPointer,
  // Last, because it asks for the words around the number.
  yearAlone,
]);

export function readPoint(surroundings: Surroundings, at: number): Found | null {
  for (const recogniser of recognisers) {
    const read = recogniser.read(surroundings, at);
    if (read !== null) return read;
  }
  return null;
}
