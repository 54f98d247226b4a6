// A report comes in; its sentences go out, with tokens, tags, lemmas, trees, names, time expressions,
// quotations and coreference. This room never decides what a sentence means for diplomacy.

export { type Candidate, resolveAnaphor, resolveAnaphors } from "./coreference.js";
export { type Anaphor, anaphorsIn } from "./coreferenceAnaphors.js";
export { sameName } from "./coreferenceNames.js";
export type { ReferentKind } from "./coreferenceNominals.js";
export { createLanguage, type Language, type SentenceModel } from "./document.js";

export { irregularForms } from "./irregularForms.js";
export { openLanguage } from "./open.js";
export { readQuotations } from "./quotations.js";
export { type Segmentation, segment } from "./segment.js";
export { britishLemma } from "./spelling.js";
export { createTimes, type DocumentTimes, readTimes, type TimeContext } from "./time/index.js";
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
export { WordSet } from "./words.js";
