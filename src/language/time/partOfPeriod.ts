import { type Part, partOf, unitAround, unknownPeriod } from "./periods.js";
import { type Found, found, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { dashes, units } from "./vocabulary.js";

const parts: ReadonlyMap<string, Part> = new Map<string, Part>([
  ["early", "early"],
  ["mid", "middle"],
  ["late", "late"],
]);

const ends: ReadonlyMap<string, Part> = new Map<string, Part>([
  ["beginning", "early"],
  ["start", "early"],
  ["middle", "middle"],
  ["end", "late"],
]);

/** "Early 2024", "mid-2024", "late last year", "the end of July", "the end of the year". */
export function createPartOfPeriod(wholes: readonly Recogniser[]): Recogniser {
  return Object.freeze({
    name: "part of a period",
    read: (surroundings: Surroundings, at: number) => {
      const { sentence } = surroundings;
      const word = wordAt(sentence, at);
      const next = wordAt(sentence, at + 1);
      const part = parts.get(word);
      if (part !== undefined) {
        return partFrom(surroundings, wholes, at, dashes.has(next) || next === "in" ? at + 2 : at + 1, part);
      }
      const end = ends.get(word);
      if (end === undefined || next !== "of") return null;
      const whole = partFrom(surroundings, wholes, at, at + 2, end);
      return whole ?? ofThisUnit(surroundings, at, end);
    },
  });
}

function partFrom(
  surroundings: Surroundings,
  wholes: readonly Recogniser[],
  first: number,
  at: number,
  part: Part,
): Found | null {
  const { sentence } = surroundings;
  const start = wordAt(sentence, at) === "the" ? at + 1 : at;
  if (start >= sentence.size) return null;
  for (const whole of wholes) {
    const read = whole.read(surroundings, start);
    if (read === null || read.first !== start) continue;
    const { precision } = read.period;
    return precision === "day" || precision === "range"
      ? null
      : found(first, read.last, partOf(read.period, part));
  }
  return null;
}

/** "The end of the year" is that of the year of publication. */
function ofThisUnit(surroundings: Surroundings, at: number, part: Part): Found | null {
  const { sentence, published } = surroundings;
  const unit = wordAt(sentence, at + 2) === "the" ? units.get(wordAt(sentence, at + 3)) : undefined;
  if (unit === undefined || unit === "day" || unit === "decade" || unit === "century") return null;
  const whole = published === null ? unknownPeriod(unit) : unitAround(published, unit, "inferred");
  return found(at, at + 3, partOf(whole, part));
}
