import { type Day, dateOf, weekdayOf } from "./calendar.js";
import { monthAt } from "./monthDate.js";
import { monthPeriod, moved, type Period, period, unitAround, unknownPeriod } from "./periods.js";
import { type Found, found, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { tenseAt } from "./tense.js";
import { numberIn, type Unit, units } from "./vocabulary.js";

const shifts: ReadonlyMap<string, number> = new Map([
  ["last", -1],
  ["this", 0],
  ["current", 0],
  ["next", 1],
]);

/** "Last month", "this year", "next week", "last July": whole periods counted from publication. */
export const nearPeriod: Recogniser = Object.freeze({
  name: "period near publication",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence, published } = surroundings;
    const shift = shifts.get(wordAt(sentence, at));
    if (shift === undefined) return null;
    const month = monthAt(surroundings, at + 1);
    if (month > 0) return found(at, at + 1, nearMonth(published, month, shift));
    const unit = unitOf(wordAt(sentence, at + 1));
    if (unit === null) return null;
    if (published === null) return found(at, at + 1, unknownPeriod(unit));
    // "In the last year" and "over the next month" are stretches up to or from publication.
    if (wordAt(sentence, at - 1) === "the" && shift !== 0) return stretch(at, at + 1, published, shift, unit);
    return found(at, at + 1, unitAround(moved(published, shift, unit), unit, "inferred"));
  },
});

/** Units of which one speaks as "this" and "last"; "this day" is "today" and read elsewhere. */
function unitOf(word: string): "week" | "month" | "year" | null {
  return word === "week" || word === "month" || word === "year" ? word : null;
}

function stretch(first: number, last: number, published: Day, shift: number, unit: Unit): Found {
  const other = moved(published, shift, unit);
  const ends = shift < 0 ? ([other, published] as const) : ([published, other] as const);
  return found(first, last, period(ends[0], ends[1], "range", "inferred"));
}

/** "Last July" is the last one wholly past; "next July" the first still to begin; "this July" this year's. */
function nearMonth(published: Day | null, month: number, shift: number): Period {
  if (published === null) return unknownPeriod("month");
  const now = dateOf(published);
  const late = shift < 0 && month >= now.month;
  const early = shift > 0 && month <= now.month;
  return monthPeriod(now.year + (late ? -1 : 0) + (early ? 1 : 0), month, "inferred");
}

/** "Earlier this week", "later this year": from the period's beginning to publication, or from there to its end. */
export const sidePeriod: Recogniser = Object.freeze({
  name: "side of a period",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence, published } = surroundings;
    const side = wordAt(sentence, at);
    if ((side !== "earlier" && side !== "later") || wordAt(sentence, at + 1) !== "this") return null;
    const unit = unitOf(wordAt(sentence, at + 2));
    if (unit === null) return null;
    if (published === null) return found(at, at + 2, unknownPeriod("range"));
    const whole = unitAround(published, unit, "inferred");
    const ends = side === "earlier" ? ([whole.from, published] as const) : ([published, whole.to] as const);
    return found(at, at + 2, period(ends[0], ends[1], "range", "inferred"));
  },
});

/** "The weekend", "last weekend", "next weekend": Saturday and Sunday. */
export const weekend: Recogniser = Object.freeze({
  name: "weekend",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence, published } = surroundings;
    const near = wordAt(sentence, at);
    const marked = ["last", "this", "next", "past", "coming"].includes(near);
    const name = marked ? at + 1 : at;
    if (wordAt(sentence, name) !== "weekend") return null;
    if (!marked && !["the", "at", "over", "during"].includes(wordAt(sentence, at - 1))) return null;
    if (published === null) return found(at, name, unknownPeriod("range"));
    const ahead =
      near === "next" || near === "coming" || (near !== "last" && tenseAt(sentence, at) === "future");
    const saturday = saturdayNear(published, ahead, near === "next");
    return found(at, name, period(saturday, saturday + 1, "range", "inferred"));
  },
});

/** The weekend that has begun counts as the last and as the coming one. */
function saturdayNear(published: Day, ahead: boolean, after: boolean): Day {
  const weekday = weekdayOf(published);
  const thisWeeks = published - weekday + 5;
  if (after) return thisWeeks + (weekday >= 5 ? 7 : 0);
  return ahead || weekday >= 5 ? thisWeeks : thisWeeks - 7;
}

const vague: ReadonlySet<string> = new Set(["few", "several", "couple", "some", "many"]);

/** "In recent days", "the past three months", "the coming weeks", "the last few years". */
export const recent: Recogniser = Object.freeze({
  name: "stretch before or after publication",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence, published } = surroundings;
    const word = wordAt(sentence, at);
    const side = stretches.get(word);
    if (side === undefined) return null;
    const [count, last] = countAt(surroundings, at + 1);
    const unit = units.get(wordAt(sentence, last));
    if (unit === undefined || (word === "recent" && count !== null)) return null;
    if ((word === "last" || word === "next") && last === at + 1) return null;
    if (published === null) return found(at, last, unknownPeriod("range"));
    // How long "recent days" last nobody says: that side stays open.
    const open = count === null;
    const other = open ? null : moved(published, side * count, unit);
    const ends = side < 0 ? ([other, published] as const) : ([published, other] as const);
    return found(at, last, period(ends[0], ends[1], "range", "inferred"));
  },
});

const stretches: ReadonlyMap<string, -1 | 1> = new Map([
  ["recent", -1],
  ["past", -1],
  ["last", -1],
  ["coming", 1],
  ["next", 1],
]);

/** How many units, and the unit's token; null for a number that nobody gives. */
function countAt(surroundings: Surroundings, at: number): readonly [number | null, number] {
  const { sentence } = surroundings;
  const word = wordAt(sentence, at);
  if (vague.has(word)) return [null, wordAt(sentence, at + 1) === "of" ? at + 2 : at + 1];
  const number = numberWord(word);
  if (number > 0) return [number, at + 1];
  return [word.endsWith("s") ? null : 1, at];
}

function numberWord(word: string): number {
  return word === "a" || word === "an" ? -1 : numberIn(word);
}
