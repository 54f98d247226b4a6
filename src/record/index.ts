// Statements come in; events, relations, prospects, ratings and judgements go out, each with the statements behind it.
// This room is pure: it knows no clock, no file and no database, and declares the `Ledger` that a store keeps for it.

export {
  type Between,
  between,
  everything,
  judgeClaim,
  type Library,
  values,
  withGovernments,
} from "./ask.js";
export { type AsOf, asOf, certainlyHeldOn, heldOn, knownAt } from "./asOf.js";
export {
  type Coverage,
  doerOf,
  type Judged,
  type Judgement,
  judge,
  type Knowledge,
  type Remark,
} from "./check.js";
export { bandsOf, resemblance, sameStory, signatureOf } from "./copies.js";
export { precisionOf } from "./days.js";
export {
  applied,
  type Correction,
  type Decision,
  groupingsOf,
  standing,
  statementsOf,
  type Verdict,
} from "./decisions.js";
export { derive } from "./derive.js";
export { doubtfulBelow, isDoubtful } from "./doubt.js";
export type {
  Added,
  Addition,
  Alteration,
  Alterations,
  Change,
  ClaimRow,
  Counts,
  Found,
  Kept,
  Ledger,
  Selection,
  StatementRow,
} from "./ledger.js";
export { originsOf } from "./origins.js";
export { inSentence, type Phrase, phrase } from "./phrases.js";
export { type ProspectState, prospectState } from "./prospects.js";
export type { ActEffect, ActRegister, PartyFacts, PartyRegister, Registers } from "./register.js";
export { whyNotApart, whyNotOne } from "./regrouping.js";
export { type Rung, rungs, type Standing, standingOf } from "./standing.js";
export type {
  Credibility,
  Derived,
  DetailValue,
  Dispute,
  Event,
  Prospect,
  Rating,
  Recorded,
  Relation,
  RelationKind,
  Reliability,
  ReportRow,
  SystemTime,
  Testimony,
  Window,
} from "./types.js";
export { united } from "./united.js";
export { pairOf, unitOf } from "./units.js";
