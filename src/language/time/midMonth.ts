import { monthPeriod, partOf, unknownPeriod } from "./periods.js";
import { found, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { months } from "./vocabulary.js";
import { yearOf } from "./yearless.js";
import { yearPhrase } from "./yearPhrase.js";

/** "Mid-July 2024", which is one token, since "mid-" is a prefix. */
export const midMonth: Recogniser = Object.freeze({
  name: "middle of a month",
  read: (surroundings: Surroundings, at: number) => {
    const word = wordAt(surroundings.sentence, at);
    const month = word.startsWith("mid-") ? (months.get(word.slice("mid-".length)) ?? -1) : -1;
    if (month < 0) return null;
    const phrase = yearPhrase(surroundings, at + 1);
    const year = phrase === null ? yearOf(surroundings, at, month, null) : phrase.year;
    const whole =
      year === null ? unknownPeriod("month") : monthPeriod(year, month, phrase?.basis ?? "inferred");
    return found(at, phrase?.last ?? at, partOf(whole, "middle"));
  },
});
