import type { Sentence } from "../language/index.js";
import type { ActEntry } from "./book/book.js";

/**
 * One occurrence of an act's wording in a sentence, with the grammar of its roles resolved to tokens but
 * not yet to parties.
 */
export interface Instance {
  readonly entry: ActEntry;
  readonly sentence: Sentence;
  /** The verb or noun of the act itself. */
  readonly trigger: number;
  /** The predicate whose governors decide polarity and modality: the verb, the light verb, or the noun. */
  readonly anchor: number;
  /** "verb", "passive", "noun", "light verb", … : the second half of the evidence's rule. */
  readonly construction: string;
  /** Tokens that fill the roles, heads of noun phrases; empty where the sentence leaves a role open. */
  readonly actors: readonly number[];
  readonly targets: readonly number[];
  /** The noun phrase after "as": "recognised X as the government". */
  readonly as: readonly number[];
  /** A modality that the construction itself brings ("seek recognition" is requested). */
  readonly brings: "requested" | "intended" | null;
  /** True where the construction itself is negative. */
  readonly negative: boolean;
}

export function createInstance(
  required: Pick<Instance, "entry" | "sentence" | "trigger" | "anchor" | "construction">,
  optional: Partial<Instance>,
): Instance {
  return Object.freeze({
    actors: [],
    targets: [],
    as: [],
    brings: null,
    negative: false,
    ...required,
    ...optional,
  });
}
