import type { DateRange, IsoDate } from "../../model/index.js";
import type { Sentence, TimeExpression } from "../types.js";
import { dateOf, dayOfIso, isoOf } from "./calendar.js";
import { type Period, period } from "./periods.js";
import type { Found, Surroundings } from "./recogniser.js";
import { boundOf } from "./relation.js";
import { readSpan } from "./span.js";
import { dayOrdinals, months, partsOfDay, seasons, shortWeekdays, units, weekdays } from "./vocabulary.js";

/** What a reader of times must know from outside the sentence. */
export interface TimeContext {
  /** The day of publication; expressions counted from it have no place in time when it is null. */
  readonly published: IsoDate | null;
  /** What the last expression before the sentence stood for, for "two days later" and "the same year". */
  readonly previous: DateRange | null;
}

const none: readonly TimeExpression[] = Object.freeze([]);

/** A time expression holds one of these words or a number; nothing else is looked at twice. */
const telling: ReadonlySet<string> = new Set([
  ...months.keys(),
  ...[...months.keys()].map((month) => `mid-${month}`),
  ...weekdays.keys(),
  ...shortWeekdays,
  ...units.keys(),
  ...seasons.keys(),
  ...partsOfDay,
  ...dayOrdinals,
  ..."yesterday today tonight tomorrow weekend twenty hour hours fortnight christmas easter then since midnight dawn dusk nightfall".split(
    " ",
  ),
]);

/**
 * The time expressions of a sentence, in order, not overlapping, each with its preposition. Needs tags and the
 * tree only where the tense must tell a coming Thursday from the last one.
 *
 * An expression that nothing fixes ("on Thursday" in a report without a date) is read all the same, with null
 * on both sides of its range. Dates are proleptic Gregorian; a year alone is read from 1700 to 2099.
 */
export function readTimes(sentence: Sentence, context: TimeContext): readonly TimeExpression[] {
  if (!mayHoldTime(sentence)) return none;
  const times: TimeExpression[] = [];
  const surroundings = surroundingsOf(sentence, context);
  let floor = 0;
  for (let at = 0; at < sentence.size; ) {
    const read = readSpan(surroundings, at);
    if (read === null) {
      if (sentence.lower(at) === ",") surroundings.comma();
      at += 1;
      continue;
    }
    const time = expression(surroundings, read, floor);
    times.push(time);
    surroundings.passed(time, read.period);
    floor = read.last + 1;
    at = floor;
  }
  return Object.freeze(times);
}

function mayHoldTime(sentence: Sentence): boolean {
  for (let at = 0; at < sentence.size; at += 1) {
    const word = sentence.lower(at);
    const unit = word.charCodeAt(word.charCodeAt(0) === 39 ? 1 : 0);
    if ((unit >= 48 && unit <= 57) || telling.has(word)) return true;
  }
  return false;
}

/** Surroundings that change while a sentence is read from left to right. */
interface Moving extends Surroundings {
  /** Takes note of an expression, which becomes the previous one for what follows. */
  passed(time: TimeExpression, period: Period): void;
  comma(): void;
}

/**
 * The year of a stated date counts for dates without one that follow it: to the end of the sentence after one
 * that heads it ("In 2008, …, on 17 February …"), up to the next comma after any other, since behind that
 * the talk may be of another time.
 */
function surroundingsOf(sentence: Sentence, context: TimeContext): Moving {
  let last: Period | null = null;
  let heading: number | null = null;
  let near: number | null = null;
  return {
    sentence,
    published: context.published === null ? null : dayOfIso(context.published),
    get year() {
      return near ?? heading;
    },
    get here() {
      return last;
    },
    get previous() {
      return last ?? periodOf(context.previous);
    },
    passed: (time: TimeExpression, period: Period) => {
      if (time.relation === "at" && (period.from !== null || period.to !== null)) last = period;
      const year = statedYear(time, period);
      if (year === null) return;
      if (time.first <= 1 && period.precision !== "month") heading = year;
      if (period.precision !== "year") near = year;
    },
    comma: () => {
      near = null;
    },
  };
}

/** The year in which a stated date lies whole; null for others. */
function statedYear(time: TimeExpression, period: Period): number | null {
  if (time.relation !== "at" || time.basis !== "stated" || period.from === null || period.to === null)
    return null;
  const { year } = dateOf(period.from);
  return dateOf(period.to).year === year ? year : null;
}

/** The precision of a range by its length in days; those that are no whole unit are ranges. */
function precisionOf(length: number): Period["precision"] {
  if (length === 1) return "day";
  if (length === 7) return "week";
  if (length >= 28 && length <= 31) return "month";
  if (length >= 365 && length <= 366) return "year";
  return length >= 3652 && length <= 3653 ? "decade" : "range";
}

/** A range of the model as a period. */
function periodOf(range: DateRange | null): Period | null {
  if (range === null) return null;
  const from = range.from === null ? null : dayOfIso(range.from);
  const to = range.to === null ? null : dayOfIso(range.to);
  if (from === null && to === null) return null;
  const length = from === null || to === null ? 1 : to - from + 1;
  return period(from, to, precisionOf(length), range.basis);
}

function expression(surroundings: Surroundings, read: Found, floor: number): TimeExpression {
  const { sentence } = surroundings;
  const { first, relation } = boundOf(surroundings, read, floor);
  const { from, to, basis, precision } = read.period;
  const start = sentence.startOf(first);
  const end = sentence.endOf(read.last);
  const range = Object.freeze({
    from: from === null ? null : isoOf(from),
    to: to === null ? null : isoOf(to),
    text: textOf(sentence, first, read.last),
    basis,
  });
  return Object.freeze({ start, end, first, last: read.last, range, precision, basis, relation });
}

/** The words as the report has them, with single spaces where it has any space. */
function textOf(sentence: Sentence, first: number, last: number): string {
  let text = sentence.form(first);
  for (let at = first + 1; at <= last; at += 1) {
    text += (sentence.startOf(at) > sentence.endOf(at - 1) ? " " : "") + sentence.form(at);
  }
  return text;
}
