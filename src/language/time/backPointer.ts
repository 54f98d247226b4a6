import { isClauseEnd } from "./length.js";
import { type Period, unknownPeriod } from "./periods.js";
import { found, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";

const beforeThen: ReadonlySet<string> = new Set(["by", "since", "until", "till", "before", "from"]);

/** "By then", "since then", "withdrawn then", "suspended since": the date that was spoken of. */
export const backPointer: Recogniser = Object.freeze({
  name: "back pointer",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence } = surroundings;
    const word = wordAt(sentence, at);
    if (word !== "then" && word !== "since") return null;
    const before = wordAt(sentence, at - 1);
    const closes = at > 0 && isClauseEnd(wordAt(sentence, at + 1)) && sentence.upos(at - 1) === "VERB";
    if (!closes && !(word === "then" && beforeThen.has(before))) return null;
    const range: Period = surroundings.previous ?? unknownPeriod("range");
    return range.from === null && range.to === null ? null : found(at, at, { ...range, basis: "inferred" });
  },
});
