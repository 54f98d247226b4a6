import type { Basis, DateRange, Report, Span } from "../model/index.js";
import type { WordSet } from "./words.js";

/** How a sentence stands on the page; headings and items are read in headline style. */
export type SentenceKind = "prose" | "heading" | "item";

/**
 * One sentence of a document. Tokens are numbered from 0 within the sentence.
 *
 * Beside a sentence there is no word: forms, lemmas and tags are "" there, so that who looks at a neighbour need not ask
 * first whether there is one. Offsets and the tree are of tokens alone: to ask them of none is a mistake, and throws.
 *
 * Tokens and their offsets are made for every sentence; tags, lemmas and names when the first of them is asked
 * for; the tree when a head, relation or child is asked for. Nothing is made twice.
 */
export interface Sentence extends Span {
  readonly index: number;
  readonly kind: SentenceKind;
  /** Number of tokens. */
  readonly size: number;
  /** UTF-16 offsets of a token in the report's text. */
  startOf(token: number): number;
  endOf(token: number): number;
  /** The token as written. */
  form(token: number): string;
  /** The token in lower case, curly apostrophes made straight; cheap: needs no tags. */
  lower(token: number): string;
  /**
   * The first token at or after `from` that is one of the words, whatever its case; -1 where there is none.
   * Makes no strings and needs no tags, so that sentences without a word of interest cost next to nothing.
   */
  find(words: WordSet, from?: number): number;
  /** Base form, lower case but for proper nouns. */
  lemma(token: number): string;
  /** Universal part of speech, for example "VERB". */
  upos(token: number): string;
  /** Penn Treebank tag, for example "VBD". */
  xpos(token: number): string;
  /** Head of a token; -1 for the root. */
  head(token: number): number;
  /** Universal Dependencies relation with subtype, for example "nsubj:pass". */
  relation(token: number): string;
  /** The dependents of a token, in order. */
  children(token: number): readonly number[];
  /** The root's token number. */
  root(): number;
  /** Names in the sentence, in order, not overlapping. */
  names(): readonly Name[];
}

export type NameKind = "person" | "organisation" | "place" | "other";

/** A proper name; tokens `first` to `last`, both inclusive. */
export interface Name {
  readonly first: number;
  readonly last: number;
  readonly kind: NameKind;
}

/** A report cut into sentences and tokens. */
export interface Document {
  readonly report: Report;
  readonly sentences: readonly Sentence[];
  readonly tokenCount: number;
  /** The sentence whose text holds an offset, or the next one after it; null behind the last. */
  sentenceAt(offset: number): Sentence | null;
}

export type TimePrecision =
  | "day"
  | "week"
  | "month"
  | "season"
  | "quarter"
  | "year"
  | "decade"
  | "century"
  | "range";

/** A time expression in a sentence, resolved; `first` and `last` are tokens, both inclusive. */
export interface TimeExpression extends Span {
  readonly first: number;
  readonly last: number;
  readonly range: DateRange;
  readonly precision: TimePrecision;
  readonly basis: Basis;
  /** How the expression bounds what it modifies: "since 2021" is `since`, "until May" is `until`. */
  readonly relation: "at" | "since" | "until" | "before" | "after" | "by";
}

/** A stretch in quotation marks (the marks excluded), which may run over several sentences. */
export interface Quotation extends Span {
  /** The sentence and token that names the speaker; null where the text names none. */
  readonly speaker: { readonly sentence: number; readonly token: number } | null;
  /** The sentence and token of the speech verb or noun; null as above. */
  readonly cue: { readonly sentence: number; readonly token: number } | null;
}
