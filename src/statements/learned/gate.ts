import type { Document, Sentence } from "../../language/index.js";

/**
 * Tells which sentences can state an act at all, from the words that they hold, before anything is parsed. A sentence
 * passes where its words weigh more than `alone`; near one that does (`reach` sentences), more than `near`.
 */
export interface Gate {
  /** For each sentence, whether it can state an act. */
  passing(document: Document): readonly boolean[];
}

/** Learnt by `training/gate.py`. */
export interface GateTable {
  readonly alone: number;
  readonly near: number;
  readonly reach: number;
  readonly weights: Readonly<Record<string, number>>;
}

export function createGate({ alone, near, reach, weights }: GateTable): Gate {
  const table = new Map(Object.entries(weights));
  return Object.freeze({
    passing: ({ sentences, tokenCount }: Document) => {
      const scores = sentences.map((one) => score(one, table));
      const least = tokenCount <= brief ? near : alone;
      const strong = scores.map((one) => one > least);
      return scores.map(
        (one, at) => one > near && strong.slice(Math.max(0, at - reach), at + reach + 1).includes(true),
      );
    },
  });
}

/** A text of no more words costs so little to read, and says so little around its act, that it is let through. */
const brief = 60;

/** The sum of the weights of a sentence's words, each counted once. */
function score(sentence: Sentence, table: ReadonlyMap<string, number>): number {
  let sum = 0;
  const counted = new Set<string>();
  for (let token = 0; token < sentence.size; token += 1) {
    const word = sentence.lower(token);
    const weight = table.get(word);
    if (weight === undefined || counted.has(word)) continue;
    counted.add(word);
    sum += weight;
  }
  return sum;
}
