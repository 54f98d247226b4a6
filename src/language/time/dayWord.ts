import { dayPeriod, unknownPeriod } from "./periods.js";
import { found, isCapital, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { partsOfDay } from "./vocabulary.js";

const shifts: ReadonlyMap<string, number> = new Map([
  ["yesterday", -1],
  ["today", 0],
  ["tonight", 0],
  ["tomorrow", 1],
]);

/** "Yesterday", "tomorrow morning", "the day before yesterday", "last night", "this morning". */
export const dayWord: Recogniser = Object.freeze({
  name: "day word",
  read: (surroundings: Surroundings, at: number) => {
    const { sentence, published } = surroundings;
    const [shift, last] = shiftAt(surroundings, at);
    if (last < at) return null;
    const end = partsOfDay.has(wordAt(sentence, last + 1)) ? last + 1 : last;
    return found(
      at,
      end,
      published === null ? unknownPeriod("day") : dayPeriod(published + shift, "inferred"),
    );
  },
});

/** Days from publication and the last token; the last is -1 where no such expression begins. */
function shiftAt(surroundings: Surroundings, at: number): readonly [number, number] {
  const { sentence } = surroundings;
  const word = wordAt(sentence, at);
  const plain = shifts.get(word);
  // "USA Today" and "Russia Today" are names.
  if (plain !== undefined)
    return isCapital(sentence, at) && isCapital(sentence, at - 1) ? [0, -1] : [plain, at];
  const next = wordAt(sentence, at + 1);
  if (word === "last" && (next === "night" || next === "evening")) return [-1, at + 1];
  if (word === "this" && partsOfDay.has(next)) return [0, at + 1];
  if (word === "day" && next === "before" && wordAt(sentence, at + 2) === "yesterday") return [-2, at + 2];
  if (word === "day" && next === "after" && wordAt(sentence, at + 2) === "tomorrow") return [2, at + 2];
  return [0, -1];
}
