import { addMonths, dateOf, dayOf } from "./calendar.js";
import { type Period, period, seasonPeriod, unknownPeriod } from "./periods.js";
import { type Found, found, isCapital, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { tenseAt } from "./tense.js";
import { ordinalIn, seasons } from "./vocabulary.js";
import { yearPhrase } from "./yearPhrase.js";

const shifts: ReadonlyMap<string, number> = new Map([
  ["last", -1],
  ["this", 0],
  ["next", 1],
]);

/** "Summer of 2011", "spring 2022", "last winter". */
export const season: Recogniser = Object.freeze({
  name: "season",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence } = surroundings;
    const month = seasons.get(wordAt(sentence, at));
    if (month === undefined) {
      const shift = shifts.get(wordAt(sentence, at));
      const named = shift === undefined ? undefined : seasons.get(wordAt(sentence, at + 1));
      return shift === undefined || named === undefined ? null : nearSeason(surroundings, at, named, shift);
    }
    const year = yearPhrase(surroundings, at + 1);
    if (year === null) return null;
    return found(
      at,
      year.last,
      year.year === null ? unknownPeriod("season") : seasonPeriod(year.year, month, year.basis),
    );
  },
});

/** The season before, around or after the day of publication. */
function nearSeason(surroundings: Surroundings, at: number, month: number, shift: number): Found {
  const { published, sentence } = surroundings;
  if (published === null) return found(at, at + 1, unknownPeriod("season"));
  const { year } = dateOf(published);
  const fits = (candidate: Period) => {
    const [from, to] = [candidate.from as number, candidate.to as number];
    if (shift < 0) return to < published;
    return shift > 0 ? from > published : from <= published || tenseAt(sentence, at) !== "past";
  };
  const years = shift > 0 ? [year, year + 1] : shift < 0 ? [year, year - 1, year - 2] : [year, year - 1];
  const all = years.map((one) => seasonPeriod(one, month, "inferred"));
  return found(at, at + 1, all.find(fits) ?? (all[0] as Period));
}

const lengths: ReadonlyMap<string, number> = new Map([
  ["quarter", 3],
  ["half", 6],
]);

/** "First quarter of 2020", "second half of last year", "Q1 2020". */
export const quarter: Recogniser = Object.freeze({
  name: "quarter",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence } = surroundings;
    const word = wordAt(sentence, at);
    const short = /^q[1-4]$/.test(word) && isCapital(sentence, at);
    const length = short ? 3 : (lengths.get(wordAt(sentence, at + 1)) ?? 0);
    const number = short ? Number(word.charAt(1)) : ordinalIn(word);
    if (length === 0 || number < 1 || number * length > 12) return null;
    const year = yearPhrase(surroundings, short ? at + 1 : at + 2);
    if (year === null) return null;
    return found(
      at,
      year.last,
      year.year === null ? unknownPeriod("quarter") : partOf(year.year, number, length, year.basis),
    );
  },
});

function partOf(year: number, number: number, length: number, basis: Period["basis"]): Period {
  const from = dayOf(year, (number - 1) * length + 1, 1);
  return period(from, addMonths(from, length) - 1, length === 3 ? "quarter" : "range", basis);
}
