import { type Day, dateOf } from "./calendar.js";
import { anchorOf, type Period, seasonPeriod, unknownPeriod } from "./periods.js";
import { found, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { tenseAt } from "./tense.js";
import { seasons } from "./vocabulary.js";

const leadIns: ReadonlySet<string> = new Set(
  "in by before until till since for during over from come of that".split(" "),
);

/** Before these a season needs no article; "in fall" and "for spring" are left to those who mean them. */
const bare: ReadonlySet<string> = new Set("by before until till come that".split(" "));

/** "In the spring", "by summer", "in the course of the summer", "that autumn". */
export const seasonAlone: Recogniser = Object.freeze({
  name: "season alone",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence } = surroundings;
    const month = seasons.get(wordAt(sentence, at));
    if (month === undefined) return null;
    const article = wordAt(sentence, at - 1) === "the";
    const before = wordAt(sentence, article ? at - 2 : at - 1);
    if (!leadIns.has(before) || (!article && !bare.has(before))) return null;
    if (before === "of" && wordAt(sentence, at - 3) !== "course") return null;
    // "Before the fall of Kabul", "in the summer palace" are none.
    if (wordAt(sentence, at + 1) === "of" || (at + 1 < sentence.size && isNoun(surroundings, at + 1)))
      return null;
    if (before === "that" && surroundings.previous !== null)
      return found(at - 1, at, around(anchorOf(surroundings.previous), month));
    return found(at, at, nearest(surroundings, at, month, before));
  },
});

function isNoun({ sentence }: Surroundings, at: number): boolean {
  return sentence.upos(at) === "NOUN" && sentence.head(at - 1) === at;
}

/** The season of the year in which a day lies; January and February belong to the winter begun before. */
function around(day: Day | null, month: number): Period {
  if (day === null) return unknownPeriod("season");
  const date = dateOf(day);
  return seasonPeriod(date.year - (month === 12 && date.month < 3 ? 1 : 0), month, "inferred");
}

function nearest(surroundings: Surroundings, at: number, month: number, before: string): Period {
  const { published, year } = surroundings;
  if (year !== null) return seasonPeriod(year, month, "inferred");
  const start = published ?? anchorOf(surroundings.previous);
  if (start === null) return unknownPeriod("season");
  if (published === null) return around(start, month);
  const tense = tenseAt(surroundings.sentence, at);
  const isAhead =
    tense === "future" || before === "come" || (tense === "open" && (before === "by" || before === "before"));
  const inThis = around(start, month);
  const [from, to] = [inThis.from as Day, inThis.to as Day];
  const own = dateOf(from).year;
  if (isAhead) return to >= start ? inThis : seasonPeriod(own + 1, month, "inferred");
  return from <= start ? inThis : seasonPeriod(own - 1, month, "inferred");
}
