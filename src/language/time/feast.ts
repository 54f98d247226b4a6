import { type Day, dateOf, dayOf } from "./calendar.js";
import { dayPeriod, unknownPeriod, yearsPeriod } from "./periods.js";
import { found, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { tenseAt } from "./tense.js";
import { yearPhrase } from "./yearPhrase.js";

const leadIns: ReadonlySet<string> = new Set(
  "by before at on since until till after from over for last this next of".split(" "),
);
const forward: ReadonlySet<string> = new Set(["by", "before", "next", "from", "for"]);
const dayNames: ReadonlySet<string> = new Set(["day", "night", "eve", "sunday", "monday"]);
const offsets: ReadonlyMap<string, number> = new Map([
  ["eve", -1],
  ["monday", 1],
]);

/** "By Christmas", "before Easter", "at New Year", "on Christmas Eve", "in the new year". */
export const feast: Recogniser = Object.freeze({
  name: "feast",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence } = surroundings;
    const [dayIn, name] = feastAt(surroundings, at);
    if (dayIn === null) return null;
    const before = wordAt(sentence, at - 1) === "the" ? wordAt(sentence, at - 2) : wordAt(sentence, at - 1);
    if (before === "in" && dayIn === newYear) return inNewYear(surroundings, at, name);
    if (!leadIns.has(before)) return null;
    const next = wordAt(sentence, name + 1);
    const last = dayNames.has(next) ? name + 1 : name;
    // "The Christmas Island office", "after Easter Road" are places.
    if (last === name && /^\p{Lu}/u.test(last + 1 < sentence.size ? sentence.form(last + 1) : ""))
      return null;
    const year = yearPhrase(surroundings, last + 1);
    const shift = offsets.get(next) ?? 0;
    const day = year?.year != null ? dayIn(year.year) : nearestOf(surroundings, at, dayIn, before);
    const range = day === null ? unknownPeriod("day") : dayPeriod(day + shift, year?.basis ?? "inferred");
    return found(at, year?.last ?? last, range);
  },
});

type DayIn = (year: number) => Day;

const christmas: DayIn = (year) => dayOf(year, 12, 25);
const newYear: DayIn = (year) => dayOf(year, 1, 1);

/** The first day of the feast in any year, and the name's last token. */
function feastAt({ sentence }: Surroundings, at: number): readonly [DayIn | null, number] {
  const word = wordAt(sentence, at);
  if (word === "christmas") return [christmas, at];
  if (word === "easter") return [easterIn, at];
  if (word !== "new" || wordAt(sentence, at + 1) !== "year") return [null, at];
  return [newYear, wordAt(sentence, at + 2) === "'s" ? at + 2 : at + 1];
}

/** Easter Sunday of the western churches (the anonymous Gregorian computus; J. Meeus, "Astronomical Algorithms", chapter 8). */
function easterIn(year: number): Day {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - Math.floor(b / 4) - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const inMarch = h + l - 7 * m + 22;
  return dayOf(year, 3, 1) + inMarch - 1;
}

/** The next one under a word or a tense that looks ahead, else the last; from publication or the date before. */
function nearestOf(surroundings: Surroundings, at: number, dayIn: DayIn, before: string): Day | null {
  const { published, year } = surroundings;
  if (year !== null) return dayIn(year);
  const start = published ?? surroundings.previous?.to ?? null;
  if (start === null) return null;
  const tense = tenseAt(surroundings.sentence, at);
  const isAhead = tense === "future" || (tense === "open" && forward.has(before));
  const now = dateOf(start).year;
  const inThis = dayIn(now);
  if (isAhead) return inThis >= start ? inThis : dayIn(now + 1);
  return inThis <= start ? inThis : dayIn(now - 1);
}

/** "In the new year" is some time in the one that comes, or in this one as long as it is January. */
function inNewYear(surroundings: Surroundings, at: number, last: number) {
  const { published } = surroundings;
  if (published === null) return found(at, last, unknownPeriod("year"));
  const { year, month } = dateOf(published);
  const next = month === 1 ? year : year + 1;
  return found(at, last, yearsPeriod(next, next, "year", "inferred"));
}
