import { found, isCapital, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { partsOfDay, shortWeekdays, weekdays } from "./vocabulary.js";

/**
 * "Thursday, July 3", "Thu, 3 Jul 2025": the date decides alone; it is not this reader's part to find out
 * publishers who confuse their weekdays.
 */
export function createDatedWeekday(dates: readonly Recogniser[]): Recogniser {
  return Object.freeze({
    name: "weekday and date",
    read: (surroundings: Surroundings, at: number) => {
      const { sentence } = surroundings;
      const word = wordAt(sentence, at);
      if (!isCapital(sentence, at) || !(weekdays.has(word) || shortWeekdays.has(word))) return null;
      let next = at + 1;
      if (partsOfDay.has(wordAt(sentence, next))) next += 1;
      if (wordAt(sentence, next) === ",") next += 1;
      if (wordAt(sentence, next) === "the") next += 1;
      for (const date of dates) {
        const read = next < sentence.size ? date.read(surroundings, next) : null;
        if (read !== null && read.period.precision === "day") return found(at, read.last, read.period);
      }
      return null;
    },
  });
}
