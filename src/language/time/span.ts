import { dateOf, dayOf } from "./calendar.js";
import { period } from "./periods.js";
import { type Found, found, type Surroundings, wordAt } from "./recogniser.js";
import { readPoint } from "./recognisers.js";
import { dashes, wholeNumber } from "./vocabulary.js";
import { yearNumber } from "./yearPhrase.js";

/** A point or a span from one point to another: "from 1996 to 2001", "between May and July 2020", "1996-2001". */
export function readSpan(surroundings: Surroundings, at: number): Found | null {
  const start = readPoint(surroundings, at);
  if (start === null || !joins(surroundings, start)) return start;
  const second = wordAt(surroundings.sentence, start.last + 2) === "the" ? start.last + 3 : start.last + 2;
  if (second >= surroundings.sentence.size) return start;
  return joined(surroundings, start, second) ?? shortSpan(surroundings, start, second) ?? start;
}

const toWords: ReadonlySet<string> = new Set(["to", "until", "till", "through"]);

/** Whether the word after the first point ties it to a second: "to" after "from", "and" after "between". */
function joins(surroundings: Surroundings, start: Found): boolean {
  const { sentence } = surroundings;
  const word = wordAt(sentence, start.last + 1);
  if (dashes.has(word)) return true;
  const article = wordAt(sentence, start.first - 1) === "the" ? start.first - 2 : start.first - 1;
  const before = wordAt(sentence, article);
  if (word === "and") return before === "between";
  return (
    toWords.has(word) &&
    (before === "from" || word === "through" || start.period.precision === "year" || before === "")
  );
}

/** The span to the point that begins at `second`; a year that only one of them has counts for both. */
function joined(surroundings: Surroundings, start: Found, second: number): Found | null {
  const end = readPoint(surroundings, second);
  if (end === null || end.first !== second) return null;
  const [one, two] = sharedYear(surroundings, start, end);
  const { from } = one.period;
  const { to } = two.period;
  if (from !== null && to !== null && from > to) return null;
  const basis = one.period.basis === "stated" && two.period.basis === "stated" ? "stated" : "inferred";
  return found(one.first, two.last, period(from, to, "range", basis));
}

function sharedYear(surroundings: Surroundings, start: Found, end: Found): readonly [Found, Found] {
  if (start.period.basis === "inferred" && end.period.basis === "stated" && end.period.from !== null) {
    const { year } = dateOf(end.period.from);
    const same = again(surroundings, start, year);
    const late = (same.period.from ?? 0) > end.period.from;
    return [stated(late ? again(surroundings, start, year - 1) : same), end];
  }
  if (start.period.basis === "stated" && end.period.basis === "inferred" && start.period.from !== null) {
    const { year } = dateOf(start.period.from);
    const same = again(surroundings, end, year);
    const early = same.period.from !== null && same.period.from < start.period.from;
    return [start, early ? again(surroundings, end, year + 1) : same];
  }
  return [start, end];
}

function again(surroundings: Surroundings, read: Found, year: number): Found {
  const { sentence, published, previous, here } = surroundings;
  return readPoint({ sentence, published, previous, here, year }, read.first) ?? read;
}

/** A day or month takes its year from the same phrase, so that the words fix it whole. */
function stated(read: Found): Found {
  const { from, to, precision } = read.period;
  return precision === "day" || precision === "month"
    ? found(read.first, read.last, period(from, to, precision, "stated"))
    : read;
}

/** "2001-02": the end has its last two digits only. */
function shortSpan(surroundings: Surroundings, start: Found, second: number): Found | null {
  const word = wordAt(surroundings.sentence, second);
  const first = yearNumber(wordAt(surroundings.sentence, start.last));
  const short = word.length === 2 ? wholeNumber(word, 2) : -1;
  if (first < 0 || short < 0 || start.first !== start.last) return null;
  const last = first - (first % 100) + short;
  if (last <= first || start.period.from === null) return null;
  return found(start.first, second, period(start.period.from, dayOf(last, 12, 31), "range", "stated"));
}
