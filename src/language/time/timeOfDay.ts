import { dayPeriod, unknownPeriod } from "./periods.js";
import { found, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { partsOfDay } from "./vocabulary.js";

/** Points of a day, which take no article. */
const points: ReadonlySet<string> = new Set(
  "midnight noon midday dawn dusk nightfall sunset sunrise daybreak evening morning night lunchtime".split(
    " ",
  ),
);
const leadIns: ReadonlySet<string> = new Set("at by before since until till in during".split(" "));

/** "At midnight", "by nightfall", "before noon", "in the evening": on the day that was spoken of, else on the report's. */
export const timeOfDay: Recogniser = Object.freeze({
  name: "time of the day",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence, published, previous } = surroundings;
    const word = wordAt(sentence, at);
    const isPoint = points.has(word);
    if (!isPoint && !partsOfDay.has(word)) return null;
    const article = wordAt(sentence, at - 1) === "the";
    const before = wordAt(sentence, article ? at - 2 : at - 1);
    if (
      !leadIns.has(before) ||
      (article ? before !== "in" && before !== "during" : !isPoint || before === "in")
    )
      return null;
    // "At midnight on Sunday" and "in the evening of 3 May" have their day behind them.
    if (["on", "of", "that", "and"].includes(wordAt(sentence, at + 1))) return null;
    // What happens by a time of a day happens on that day.
    const first = before === "by" || before === "before" ? at - 1 : at;
    const spoken = previous?.precision === "day" ? previous.from : null;
    const day = spoken ?? published;
    return found(first, at, day === null ? unknownPeriod("day") : dayPeriod(day, "inferred"));
  },
});
