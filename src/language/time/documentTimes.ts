import type { DateRange } from "../../model/index.js";
import type { Document, TimeExpression } from "../types.js";
import { readTimes } from "./readTimes.js";

/** How many sentences back "two days later" may look for its date. */
const reach = 12;

/** The time expressions of a document, sentence by sentence as they are asked for, each read once. */
export interface DocumentTimes {
  in(sentence: number): readonly TimeExpression[];
}

/**
 * Reads the times of a document against its day of publication; "two days later" and "the same year" are
 * counted from the last expression before them, for which earlier sentences are read only when it is needed.
 */
export function createTimes(document: Document): DocumentTimes {
  const read = new Map<number, readonly TimeExpression[]>();
  const { published } = document.report;

  const times = (index: number): readonly TimeExpression[] => {
    const known = read.get(index);
    if (known !== undefined) return known;
    const sentence = document.sentences[index];
    if (sentence === undefined) throw new RangeError(`no sentence ${index}`);
    const context = {
      published,
      get previous() {
        return lastBefore(index);
      },
    };
    const made = readTimes(sentence, context);
    read.set(index, made);
    return made;
  };

  const lastBefore = (index: number): DateRange | null => {
    for (let at = index - 1; at >= 0 && at >= index - reach; at -= 1) {
      const known = times(at).filter(isNarrated);
      const last = known[known.length - 1];
      if (last !== undefined) return last.range;
    }
    return null;
  };

  return Object.freeze({ in: times });
}

/** Only a date at which something happens can be counted from; "since 1999" and "by the end of the year" cannot. */
function isNarrated(time: TimeExpression): boolean {
  return time.relation === "at" && (time.range.from !== null || time.range.to !== null);
}
