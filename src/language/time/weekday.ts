import { type Day, weekdayOf } from "./calendar.js";
import { dayPeriod, unknownPeriod } from "./periods.js";
import { type Found, found, isCapital, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { type Tense, tenseAt } from "./tense.js";
import { partsOfDay, shortWeekdays, weekdays } from "./vocabulary.js";

/** Words that make a weekday part of a name or a habit: "Good Friday", "the Sunday Times", "every Monday". */
const namesBefore: ReadonlySet<string> = new Set(
  "good bloody black super palm easter ash holy red golden casual man every each sheffield boxing cyber whit".split(
    " ",
  ),
);
const namesAfter: ReadonlySet<string> = new Set(
  "times telegraph mirror express post mail herald agreement school mass prayers".split(" "),
);

const nearWords: ReadonlySet<string> = new Set(["last", "this", "next", "coming", "past", "following"]);

/** "Thursday", "last Thursday", "this coming Thursday", "Thursday night". */
export const weekday: Recogniser = Object.freeze({
  name: "weekday",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence } = surroundings;
    let name = at;
    while (name < at + 2 && nearWords.has(wordAt(sentence, name))) name += 1;
    const number = weekdays.get(wordAt(sentence, name)) ?? abbreviated(surroundings, name);
    if (number === undefined || !isCapital(sentence, name) || isPartOfName(surroundings, at, name))
      return null;
    const last = partsOfDay.has(wordAt(sentence, name + 1)) ? name + 1 : name;
    const near = name > at ? wordAt(sentence, name - 1) : "";
    return onWeekday(surroundings, at, last, number, near);
  },
});

/** "Wed: ministers sign", "on Thu": an abbreviation needs its colon or its preposition. */
function abbreviated({ sentence }: Surroundings, at: number): number | undefined {
  const word = wordAt(sentence, at);
  if (!shortWeekdays.has(word)) return undefined;
  if (wordAt(sentence, at + 1) !== ":" && wordAt(sentence, at - 1) !== "on") return undefined;
  for (const [name, number] of weekdays) if (name.startsWith(word.slice(0, 3))) return number;
  return undefined;
}

function isPartOfName(surroundings: Surroundings, first: number, name: number): boolean {
  const { sentence } = surroundings;
  if (namesBefore.has(wordAt(sentence, first - 1))) return true;
  return isCapital(sentence, name + 1) && namesAfter.has(wordAt(sentence, name + 1));
}

function onWeekday(
  surroundings: Surroundings,
  first: number,
  last: number,
  number: number,
  near: string,
): Found {
  const { sentence, published } = surroundings;
  if (near === "following") {
    const day = surroundings.previous?.to ?? null;
    return found(
      first,
      last,
      day === null ? unknownPeriod("day") : dayPeriod(after(day + 1, number), "inferred"),
    );
  }
  if (published === null) return found(first, last, unknownPeriod("day"));
  const tense = near === "" || near === "this" ? tenseAt(sentence, first) : "open";
  return found(first, last, dayPeriod(nearestWeekday(published, number, near, tense), "inferred"));
}

/**
 * The weekday that news means: the last one, the day of publication included, unless the tense looks ahead.
 * "Last" and "next" never mean the day of publication; "next" is read as the next week's, the week beginning
 * on Monday; "this" is this week's where the tense looks back, else the coming one.
 */
function nearestWeekday(published: Day, number: number, near: string, tense: Tense): Day {
  switch (near) {
    case "last":
    case "past":
      return before(published - 1, number);
    case "next":
      return published - weekdayOf(published) + 7 + number;
    case "coming":
      return after(published + 1, number);
    case "this":
      return tense === "past" ? before(published, number) : after(published, number);
    default:
      return tense === "future" ? after(published, number) : before(published, number);
  }
}

function before(day: Day, number: number): Day {
  return day - ((weekdayOf(day) - number + 7) % 7);
}

function after(day: Day, number: number): Day {
  return day + ((number - weekdayOf(day) + 7) % 7);
}
