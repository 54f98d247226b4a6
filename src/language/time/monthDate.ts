import { dateOf, dayOf, isCalendarDate } from "./calendar.js";
import { isClauseEnd } from "./length.js";
import { anchorOf, dayPeriod, monthPeriod, type Period, unknownPeriod } from "./periods.js";
import { type Found, found, isCapital, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { tenseAt } from "./tense.js";
import { doubtfulMonths, months, numberIn, ordinalIn, wholeNumber } from "./vocabulary.js";
import { yearOf } from "./yearless.js";
import { yearPhrase } from "./yearPhrase.js";

/** "3 July 2025", "3rd of July", "the third of July last year". */
export const dayMonth: Recogniser = Object.freeze({
  name: "day and month",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence } = surroundings;
    const day = dayNumber(wordAt(sentence, at));
    if (day < 0) return null;
    const name = wordAt(sentence, at + 1) === "of" ? at + 2 : at + 1;
    // "The third of May" may be a person's; a bare number before "of" is none of a day.
    if (name === at + 2 && numberIn(wordAt(sentence, at)) >= 0) return null;
    const month = monthAt(surroundings, name);
    return month < 0 ? null : withYear(surroundings, at, name, month, day);
  },
});

/** "July 3, 2025", "July 3rd", "July the 3rd". */
export const monthDay: Recogniser = Object.freeze({
  name: "month and day",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence } = surroundings;
    const month = monthAt(surroundings, at);
    if (month < 0) return null;
    const last = wordAt(sentence, at + 1) === "the" ? at + 2 : at + 1;
    const word = wordAt(sentence, last);
    const day = dayNumber(word);
    if (day < 0 || (last === at + 2 && ordinalIn(word) < 0)) return null;
    // "July 20 countries met" is rare beside "July 20"; a percentage or a fraction after it is not.
    if (["%", "percent", "per", "million", "billion"].includes(wordAt(sentence, last + 1))) return null;
    return withYear(surroundings, at, last, month, day);
  },
});

const leadIns: ReadonlySet<string> = new Set(
  "in since until till before after during of early late mid last next this that by from between to through throughout and around for as".split(
    " ",
  ),
);

/** The same without those before which "May" or "April" may be a person. */
const sureLeadIns: ReadonlySet<string> = new Set(
  "in since until till during early late mid last next this throughout".split(" "),
);

/** "July 2025", "Aug. 2021", "July last year", "in July". */
export const monthAlone: Recogniser = Object.freeze({
  name: "month",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence } = surroundings;
    const month = monthAt(surroundings, at);
    if (month < 0) return null;
    const year = yearPhrase(surroundings, at + 1);
    if (year !== null) {
      const period = year.year === null ? unknownPeriod("month") : monthPeriod(year.year, month, year.basis);
      return found(at, year.last, period);
    }
    if (!isMonthWithoutYear(surroundings, at)) return null;
    // "That May": the month of the year that was spoken of before.
    const spoken = wordAt(sentence, at - 1) === "that" ? anchorOf(surroundings.previous) : null;
    const inferred = spoken === null ? yearOf(surroundings, at, month, null) : dateOf(spoken).year;
    return found(
      at,
      at,
      inferred === null ? unknownPeriod("month") : monthPeriod(inferred, month, "inferred"),
    );
  },
});

const partWords: ReadonlySet<string> = new Set(["end", "start", "beginning", "middle", "course"]);

/** A month with neither day nor year needs a word before it that takes a time, or its noun after it. */
function isMonthWithoutYear(surroundings: Surroundings, at: number): boolean {
  const { sentence } = surroundings;
  const name = wordAt(sentence, at);
  const before = wordAt(sentence, at - 1);
  const doubtful = doubtfulMonths.has(name);
  if (doubtful && !isCapital(sentence, at)) return false;
  const after = wordAt(sentence, at + 1);
  // "September: each side sent one home", "1975: July, a visit".
  if (after === ":" && (before === "" || before === "," || before === ";")) return true;
  if (!doubtful && (before === ":" || before === ",") && isClauseEnd(after)) return true;
  // "By end of May", "to be back by May": what lies ahead is no person's doing.
  if (before === "of" && partWords.has(wordAt(sentence, at - 2))) return true;
  if (before === "by" && doubtful && isClauseEnd(after) && tenseAt(sentence, at) === "future") return true;
  if ((doubtful ? sureLeadIns : leadIns).has(before)) return !isCapital(sentence, at + 1) || !doubtful;
  if (doubtful && leadIns.has(before)) return !isPerson(surroundings, at) && !isCapital(sentence, at + 1);
  return !doubtful && ["the", "a", "an", "'s", "its", "their", "his", "her"].includes(before);
}

function isPerson(surroundings: Surroundings, at: number): boolean {
  const { sentence } = surroundings;
  if (sentence.names().some((name) => name.kind === "person" && name.first <= at && at <= name.last))
    return true;
  return (
    ["of", "by", "from", "to", "and", "for", "between", "after", "before"].includes(
      wordAt(sentence, at - 1),
    ) && wordAt(sentence, at) === "may"
  );
}

/** The number of the month named at a token, which must be written as a name; -1 where there is none. */
export function monthAt(surroundings: Surroundings, at: number): number {
  const { sentence } = surroundings;
  const month = months.get(wordAt(sentence, at)) ?? -1;
  return month > 0 && isCapital(sentence, at) ? month : -1;
}

/** A day of the month, as a number or an ordinal; -1 for anything else, "second" and "first" included. */
export function dayNumber(word: string): number {
  const unit = word.charCodeAt(0);
  const ordinal = ordinalIn(word);
  const day =
    unit >= 48 && unit <= 57
      ? Math.max(ordinal, word.length <= 2 ? wholeNumber(word, word.length) : -1)
      : ordinal;
  return day >= 1 && day <= 31 ? day : -1;
}

/** The date with the year that follows it, or with the one that the surroundings give it. */
export function withYear(
  surroundings: Surroundings,
  first: number,
  last: number,
  month: number,
  day: number,
): Found | null {
  if (!isCalendarDate(2000, month, day)) return null;
  const year = yearPhrase(surroundings, last + 1);
  if (year !== null) {
    if (year.year !== null && !isCalendarDate(year.year, month, day)) return null;
    return found(first, year.last, on(year.year, month, day, year.basis));
  }
  return found(first, last, on(yearOf(surroundings, first, month, day), month, day, "inferred"));
}

function on(year: number | null, month: number, day: number, basis: Period["basis"]): Period {
  if (year === null || !isCalendarDate(year, month, day)) return unknownPeriod("day");
  return dayPeriod(dayOf(year, month, day), basis);
}
