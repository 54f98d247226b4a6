// A report comes in; its sentences go out, with tokens, tags, lemmas, trees, names, time expressions,
// quotations and coreference. This room never decides what a sentence means for diplomacy.
export { createLanguage, type Language, type SentenceModel } from "./document.js";
export { britishLemma } from "./lemmas.js";
export { openLanguage } from "./open.js";
export { type Segmentation, segment } from "./segment.js";
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
export { createTimes, type DocumentTimes, readTimes, type TimeContext } from "./time/index.js";
export { WordSet } from "./words.js";
