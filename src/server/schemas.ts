import { z } from "zod";
import * as record from "./schemasRecord.js";
import { isoDate, list, partyNames } from "./schemasRecord.js";
import * as wire from "./wire.js";

// What each address answers and takes, in zod: one source for checks and for /openapi.json. The page imports `wire.ts`,
// which says the same as types; at the end of this file the compiler holds both equal.

const text = z.string();
const maybe = z.string().nullable();
const whole = z.int().nonnegative();
const day = isoDate.nullable();

const answer = z.strictObject({ asOf: isoDate, knownAt: maybe, parties: partyNames });
const listOf = <T extends z.ZodType>(one: T) => answer.extend({ items: list(one), next: maybe });

const mapHint = z.strictObject({
  iso3: maybe,
  numeric: maybe,
  at: z.tuple([z.number(), z.number()]).readonly().nullable(),
});

const partyEntry = z.strictObject({
  id: text,
  name: text,
  officialName: maybe,
  kind: record.partyKind,
  state: maybe,
  governedBy: maybe,
  from: maybe,
  to: maybe,
  unMemberSince: maybe,
  map: mapHint,
});

const coverageRow = z.strictObject({
  target: text,
  act: text,
  from: text,
  to: text,
  level: z.enum(["complete", "partial"]),
  note: text,
});

const relationItem = record.relation.extend({ held: z.boolean(), certain: z.boolean() });
const prospectItem = record.prospect.extend({ state: z.enum(wire.prospectStates) });

const partyAnswer = answer.extend({
  party: partyEntry,
  wikidata: maybe,
  cow: maybe,
  governments: list(partyEntry),
  relations: list(
    z.strictObject({ kind: record.relationKind, side: z.enum(wire.sides), held: whole, ended: whole }),
  ),
  prospects: z.record(z.enum(wire.prospectStates), whole).readonly(),
  coverage: list(coverageRow),
});

const form = z.enum(["express", "implied"]).nullable();
const mapAnswer = answer.extend({
  party: partyEntry,
  stances: list(
    z.strictObject({
      party: text,
      attitude: z.enum(wire.attitudes),
      towards: text,
      form,
      as: maybe,
      since: z.strictObject({ from: day, certain: day }).nullable(),
      until: day,
      certain: z.boolean(),
      disputed: z.boolean(),
      refused: day,
      openedBy: maybe,
      closedBy: maybe,
      prospect: maybe,
      map: mapHint,
    }),
  ),
  spans: list(
    z.strictObject({
      party: text,
      towards: text,
      form,
      as: maybe,
      from: day,
      certainFrom: day,
      to: day,
      certainTo: day,
      withdrawn: z.boolean().nullable(),
      suspended: z.boolean(),
      disputed: z.boolean(),
      openedBy: maybe,
      closedBy: maybe,
    }),
  ),
  refusals: list(
    z.strictObject({ prospect: text, party: text, towards: text, said: day, lastSaid: day, until: day }),
  ),
  days: list(isoDate),
  places: z.record(text, mapHint).readonly(),
  coverage: list(coverageRow),
});

const pairAnswer = answer.extend({
  a: partyEntry,
  b: partyEntry,
  standing: z.strictObject({
    rung: z.enum(wire.rungs),
    certain: z.boolean(),
    rests: list(text),
    besides: list(text),
    ended: list(text),
  }),
  relations: list(relationItem),
  prospects: list(prospectItem),
  eventCount: whole,
});

const reportEntry = z.strictObject({ id: text, title: maybe, outlet: maybe, published: day, url: maybe });

const statementItem = z.strictObject({
  statement: record.statement,
  report: reportEntry.extend({ reliability: record.reliability }),
  change: whole,
  context: z.strictObject({ before: text, after: text }).nullable(),
  events: list(text),
  prospects: list(text),
  decisions: list(record.decision),
});

const eventAnswer = answer.extend({
  event: record.event,
  statements: list(statementItem),
  origins: list(z.strictObject({ name: text, denies: z.boolean(), statements: list(text) })),
  why: z.strictObject({ credibility: text, reliability: text }),
  relations: list(relationItem),
  prospects: list(prospectItem),
});

const reportListItem = reportEntry.extend({ change: whole.nullable(), excerpt: maybe });

const claimVerdict = z.strictObject({
  claim: record.claim,
  report: reportEntry.nullable(),
  asOf: isoDate,
  judgement: z.enum(wire.judgements),
  because: text,
  counterexamples: list(record.event),
  remarks: list(
    z.strictObject({
      kind: z.enum(["outside the interval", "not in the class", "after the claim", "doubtful"]),
      events: list(record.event),
    }),
  ),
  missing: maybe,
});

const reportAnswer = answer.extend({
  report: reportEntry.extend({
    language: maybe,
    text,
    reliability: record.reliability,
    origin: z.enum(["report", "history"]),
    change: whole,
  }),
  statements: list(statementItem),
  claims: list(claimVerdict),
});

const changeItem = record.change.extend({
  reports: list(reportEntry),
  reportCount: whole,
  decision: record.decision.nullable(),
  altered: z.strictObject({ events: whole, prospects: whole, relations: whole }),
});

const altered = <T extends z.ZodType>(one: T) =>
  z.strictObject({
    total: whole,
    items: list(z.strictObject({ before: one.nullable(), after: one.nullable() })),
  });
const alterations = z.strictObject({
  events: altered(record.event),
  prospects: altered(prospectItem),
  relations: altered(relationItem),
});

const actEntry = z.strictObject({
  act: text,
  kind: z.enum(["status", "contact", "speech", "force"]),
  meaning: text,
  excludes: text,
  base: text,
  past: text,
  participle: text,
  link: text,
  alone: z.boolean(),
  codes: z.strictObject({ cameo: text, plover: text }),
  effect: z
    .strictObject({ does: z.enum(["opens", "closes", "suspends", "changes"]), kind: record.relationKind })
    .nullable(),
});

const readRequest = z.strictObject({
  text: z.string().optional(),
  html: z.string().optional(),
  file: z.base64().optional(),
  address: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  title: z.string().min(1).max(1000).optional(),
  outlet: z.string().min(1).max(300).optional(),
  published: isoDate.optional(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
});

const readingItem = z.strictObject({
  report: reportEntry.extend({ language: maybe, text }),
  known: z.boolean(),
  sentences: list(z.tuple([whole, whole]).readonly()),
  statements: list(record.statement),
  claims: list(claimVerdict),
});

/** Parts that many answers share, by their names. */
export const parts = {
  Event: record.event,
  Statement: record.statement,
  Claim: record.claim,
  Decision: record.decision,
  Verdict: record.verdict,
  Fault: record.fault,
  PartyName: record.partyName,
  Participant: record.participant,
  Evidence: record.evidence,
  PartyEntry: partyEntry,
  RelationItem: relationItem,
  ProspectItem: prospectItem,
  StatementItem: statementItem,
  ReportEntry: reportEntry,
  ClaimVerdict: claimVerdict,
  ChangeItem: changeItem,
  Alterations: alterations,
  CoverageRow: coverageRow,
  MapHint: mapHint,
  ActEntry: actEntry,
} as const;

/** Every answer and request, by the name that it bears in `wire.ts` and in /openapi.json. */
export const schemas = {
  Problem: record.problem,
  PartyList: listOf(partyEntry),
  PartyAnswer: partyAnswer,
  RelationList: listOf(relationItem),
  EventList: listOf(record.event),
  ProspectList: listOf(prospectItem),
  MapAnswer: mapAnswer,
  PairAnswer: pairAnswer,
  EventAnswer: eventAnswer,
  StatementAnswer: answer.extend({ item: statementItem }),
  ReportList: listOf(reportListItem),
  ReportAnswer: reportAnswer,
  ClaimList: listOf(claimVerdict),
  CheckRequest: z.strictObject({
    sentence: z.string().trim().min(1).max(2000),
    asOf: isoDate.optional(),
    knownAt: z.string().max(40).optional(),
  }),
  CheckAnswer: answer.extend({ claims: list(claimVerdict) }),
  ChangeList: listOf(changeItem),
  ChangeAnswer: answer.extend({ change: changeItem, reports: list(reportEntry), alterations }),
  NewsAnswer: answer.extend({
    due: list(prospectItem),
    announced: list(prospectItem),
    disputes: list(record.event),
    contradicted: list(claimVerdict),
    changes: list(changeItem),
  }),
  StreamMessage: changeItem.extend({ parties: partyNames }),
  ActsAnswer: z.strictObject({ acts: list(actEntry) }),
  SearchAnswer: answer.extend({
    found: z.strictObject({
      parties: list(partyEntry),
      pairs: list(z.tuple([text, text]).readonly()),
      acts: list(actEntry),
      reports: list(reportListItem),
    }),
  }),
  ReadRequest: readRequest,
  ReadAnswer: answer.extend({
    readings: list(readingItem),
    preview: alterations.nullable(),
    faults: list(record.fault),
  }),
  AddAnswer: answer.extend({
    added: list(text),
    known: list(text),
    change: changeItem.nullable(),
    alterations: alterations.nullable(),
    claims: list(claimVerdict),
    faults: list(record.fault),
  }),
  DecisionRequest: z.strictObject({
    verdict: record.verdict,
    who: record.words(200),
    why: record.words(2000),
  }),
  DecisionAnswer: answer.extend({ decision: record.decision, alterations }),
  DecisionsAnswer: answer.extend({ decisions: list(record.decision.extend({ counts: z.boolean() })) }),
  MetaAnswer: z.strictObject({
    name: z.literal("Credence"),
    version: text,
    today: isoDate,
    readOnly: z.boolean(),
    latest: record.change.nullable(),
    counts: z.strictObject({
      reports: whole,
      statements: whole,
      events: whole,
      relations: whole,
      prospects: whole,
      changes: whole,
    }),
  }),
} as const;

export type SchemaName = keyof typeof schemas;
/** What a schema says, as `wire.ts` has it. */
export type Shape<K extends SchemaName> = z.infer<(typeof schemas)[K]>;

/** The types of `wire.ts` under the names of `schemas`. */
interface Wire {
  Problem: wire.Problem;
  PartyList: wire.PartyList;
  PartyAnswer: wire.PartyAnswer;
  RelationList: wire.RelationList;
  EventList: wire.EventList;
  ProspectList: wire.ProspectList;
  MapAnswer: wire.MapAnswer;
  PairAnswer: wire.PairAnswer;
  EventAnswer: wire.EventAnswer;
  StatementAnswer: wire.StatementAnswer;
  ReportList: wire.ReportList;
  ReportAnswer: wire.ReportAnswer;
  ClaimList: wire.ClaimList;
  CheckRequest: wire.CheckRequest;
  CheckAnswer: wire.CheckAnswer;
  ChangeList: wire.ChangeList;
  ChangeAnswer: wire.ChangeAnswer;
  NewsAnswer: wire.NewsAnswer;
  StreamMessage: wire.StreamMessage;
  ActsAnswer: wire.ActsAnswer;
  SearchAnswer: wire.SearchAnswer;
  ReadRequest: wire.ReadRequest;
  ReadAnswer: wire.ReadAnswer;
  AddAnswer: wire.AddAnswer;
  DecisionRequest: wire.DecisionRequest;
  DecisionAnswer: wire.DecisionAnswer;
  DecisionsAnswer: wire.DecisionsAnswer;
  MetaAnswer: wire.MetaAnswer;
}

type Agrees<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
/** The names under which both differ; the assignment below compiles only while there are none. */
type Differing = {
  [K in SchemaName | keyof Wire]: K extends SchemaName & keyof Wire
    ? Agrees<Shape<K>, Wire[K]> extends true
      ? never
      : K
    : K;
}[SchemaName | keyof Wire];
const differing: readonly Differing[] = [];
export const agreed: readonly never[] = differing;
