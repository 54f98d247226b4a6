// A report comes in; its sentences go out, with tokens, tags, lemmas, trees, names, time expressions,
// quotations and coreference. This room never decides what a sentence means for diplomacy.
export type {
  Document,
  Name,
  NameKind,
  Quotation,
  Sentence,
  SentenceKind,
  TimeExpression,
  TimePrecision,
} from "./types.js";
