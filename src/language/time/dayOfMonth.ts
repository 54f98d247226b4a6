import { addMonths, dateOf, dayOf, isCalendarDate } from "./calendar.js";
import { anchorOf, dayPeriod, type Period, unknownPeriod } from "./periods.js";
import { found, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { tenseAt } from "./tense.js";
import { ordinalIn, wholeNumber } from "./vocabulary.js";

const leadIns: ReadonlySet<string> = new Set("on since until till by from before after of".split(" "));

/** The words after which an ordinal stands for a place in a row at least as often as for a day. */
const places: ReadonlySet<string> = new Set(["first", "second"]);

/** "On the 21st", "until the sixth", "on the first of the month": a day of the month last spoken of. */
export const dayOfMonth: Recogniser = Object.freeze({
  name: "day of a month",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence } = surroundings;
    const word = wordAt(sentence, at);
    if (wordAt(sentence, at - 1) !== "the" || !leadIns.has(wordAt(sentence, at - 2))) return null;
    const [day, last] = ordinalDay(surroundings, at);
    if (day < 1 || day > 31) return null;
    const ofMonth = wordAt(sentence, last + 1) === "of" && wordAt(sentence, last + 3) === "month";
    if (ofMonth && (wordAt(sentence, last + 2) === "the" || wordAt(sentence, last + 2) === "that"))
      return found(at, last + 3, inMonth(surroundings, at, day));
    // In words it may be a place ("of the sixth"); in digits only a noun after it tells ("on the 21st floor").
    if (places.has(word) || (wordAt(sentence, at - 2) === "of" && !isDigit(word))) return null;
    return countsNoun(surroundings, last) ? null : found(at, last, inMonth(surroundings, at, day));
  },
});

/** The day and its last token; "twenty-first" is three tokens. */
function ordinalDay(surroundings: Surroundings, at: number): readonly [number, number] {
  const { sentence } = surroundings;
  const word = wordAt(sentence, at);
  const tens = word === "twenty" ? 20 : word === "thirty" ? 30 : 0;
  if (tens > 0 && wordAt(sentence, at + 1) === "-") {
    const ones = ordinalIn(wordAt(sentence, at + 2));
    return ones > 0 && ones < 10 ? [tens + ones, at + 2] : [-1, at];
  }
  if (word === "thirtieth") return [30, at];
  return [ordinalIn(word), at];
}

/** Whether what follows is a noun that the ordinal counts: "on the sixth floor", "on the 21st anniversary". */
function countsNoun(surroundings: Surroundings, last: number): boolean {
  const { sentence } = surroundings;
  const next = wordAt(sentence, last + 1);
  if (next === "of" || next === "-" || next === "and" || next === "or") {
    // "On the 21st of 30 votes"; "on the sixth and seventh floors" is left to its own.
    return next === "of" || next === "-" || ordinalIn(wordAt(sentence, last + 2)) > 0;
  }
  if (last + 1 >= sentence.size) return false;
  const tag = sentence.upos(last + 1);
  const hangsThere = sentence.head(last) === last + 1;
  return tag === "ADJ" || tag === "NUM" || (hangsThere && (tag === "NOUN" || tag === "PROPN"));
}

/** The month of the date before where that is no longer than a month, else that of publication. */
function inMonth(surroundings: Surroundings, at: number, day: number): Period {
  const { previous, published } = surroundings;
  const spoken = anchorOf(previous);
  const isShort = previous?.precision === "day" || previous?.precision === "month";
  if (spoken !== null && isShort && (published === null || published - spoken > 31 || spoken > published))
    return dayIn(spoken, day);
  if (published === null) return spoken === null ? unknownPeriod("day") : dayIn(spoken, day);
  const inThis = dayIn(published, day);
  if (inThis.from === null) return dayIn(addMonths(published, -1), day);
  if (inThis.from <= published) {
    const ahead = inThis.from < published && tenseAt(surroundings.sentence, at) === "future";
    return ahead ? dayIn(addMonths(published, 1), day) : inThis;
  }
  return tenseAt(surroundings.sentence, at) === "past" ? dayIn(addMonths(published, -1), day) : inThis;
}

function dayIn(around: number, day: number): Period {
  const { year, month } = dateOf(around);
  return isCalendarDate(year, month, day)
    ? dayPeriod(dayOf(year, month, day), "inferred")
    : unknownPeriod("day");
}

function isDigit(word: string): boolean {
  return wholeNumber(word, 1) >= 0;
}
