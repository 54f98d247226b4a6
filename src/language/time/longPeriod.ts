import { yearsPeriod } from "./periods.js";
import { found, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { ordinalIn, wholeNumber } from "./vocabulary.js";

/** "The 1990s", "the '90s", "the 1800s". */
export const decade: Recogniser = Object.freeze({
  name: "decade",
  read: (surroundings: Surroundings, at: number) => {
    const word = wordAt(surroundings.sentence, at);
    const first = decadeIn(word);
    if (first < 0) return null;
    // "The 1900s" is used of the century, "the 2000s" of its first ten years.
    const whole = first % 100 === 0 && first < 2000;
    return found(
      at,
      at,
      yearsPeriod(first, first + (whole ? 99 : 9), whole ? "century" : "decade", "stated"),
    );
  },
});

/** The first year of a decade in digits; two digits stand for the twentieth century. */
function decadeIn(word: string): number {
  const bare = word.endsWith("'s") ? word.slice(0, -2) : word.endsWith("s") ? word.slice(0, -1) : "";
  const short = bare.length === 3 && bare.startsWith("'");
  const year = short ? 1900 + wholeNumber(bare.slice(1), 2) : wholeNumber(bare, bare.length);
  if (year % 10 !== 0 || year < 1700 || year > 2090) return -1;
  return short || bare.length === 4 ? year : -1;
}

/** "The 19th century", "the eighteenth century"; a century begins with its year 1. */
export const century: Recogniser = Object.freeze({
  name: "century",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence } = surroundings;
    const joined = wordAt(sentence, at + 1) === "-" ? at + 2 : at + 1;
    if (wordAt(sentence, joined) !== "century") return null;
    const word = wordAt(sentence, at);
    const number = word === "twenty-first" ? 21 : ordinalIn(word);
    const isFirst =
      word === "first" && wordAt(sentence, at - 1) === "-" && wordAt(sentence, at - 2) === "twenty";
    const count = isFirst ? 21 : number;
    if (count < 15 || count > 30) return null;
    return found(
      isFirst ? at - 2 : at,
      joined,
      yearsPeriod(count * 100 - 99, count * 100, "century", "stated"),
    );
  },
});
