import { anchorOf, movedPeriod, type Period, unitAround, unknownPeriod } from "./periods.js";
import { found, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { partsOfDay, type Unit, units } from "./vocabulary.js";

const shifts: ReadonlyMap<string, number> = new Map([
  ["same", 0],
  ["that", 0],
  ["following", 1],
  ["next", 1],
  ["previous", -1],
  ["preceding", -1],
]);

/** "The next day", "the same year", "the following month", "that day": counted from the date before. */
export const backReference: Recogniser = Object.freeze({
  name: "back reference",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence } = surroundings;
    const word = wordAt(sentence, at);
    const shift = shifts.get(word);
    if (shift === undefined) return null;
    // Only "that" goes without an article, and "same day" in headlines; a "next" with any unit but the day
    // counts from publication.
    if (
      word !== "that" &&
      !(word === "same" && isDay(surroundings, at + 1)) &&
      !["the", "that", "this"].includes(wordAt(sentence, at - 1)) &&
      !(word === "next" && isDay(surroundings, at + 1))
    )
      return null;
    const unit = isDay(surroundings, at + 1) ? "day" : units.get(wordAt(sentence, at + 1));
    if (unit === undefined || (word === "next" && unit !== "day")) return null;
    if (wordAt(sentence, at + 1).endsWith("s")) return null;
    return found(at, at + 1, referred(surroundings, shift, unit));
  },
});

/** "The day before", "the year after" at the end of a clause. */
export const dayBefore: Recogniser = Object.freeze({
  name: "unit before or after",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence } = surroundings;
    const unit = units.get(wordAt(sentence, at));
    const side = wordAt(sentence, at + 1);
    if (unit === undefined || wordAt(sentence, at - 1) !== "the" || (side !== "before" && side !== "after"))
      return null;
    if (!["", ".", ",", ";", ")"].includes(wordAt(sentence, at + 2))) return null;
    return found(at, at + 1, referred(surroundings, side === "before" ? -1 : 1, unit));
  },
});

function isDay(surroundings: Surroundings, at: number): boolean {
  const word = wordAt(surroundings.sentence, at);
  return word === "day" || word === "date" || partsOfDay.has(word);
}

function referred(surroundings: Surroundings, shift: number, unit: Unit): Period {
  const { previous } = surroundings;
  const known = anchorOf(previous);
  if (previous === null || known === null) {
    // "That day" of a report which has named none is the report's own.
    if (unit === "day" && shift === 0 && surroundings.published !== null)
      return unitAround(surroundings.published, "day", "inferred");
    return unknownPeriod(unit === "decade" || unit === "century" ? "year" : unit);
  }
  if (shift !== 0) return movedPeriod(previous, shift, unit);
  return movedPeriod(previous, 0, unit).precision === previous.precision
    ? movedPeriod(previous, 0, unit)
    : unitAround(known, unit, "inferred");
}
