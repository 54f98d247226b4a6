import { z } from "zod";
import * as wire from "./wireRecord.js";

// The record's own words in zod: what `wireRecord.ts` says as types. `schemas.ts` checks that both agree.

export const list = <T extends z.ZodType>(one: T) => z.array(one).readonly();
const text = z.string();
const maybe = z.string().nullable();
const whole = z.int().nonnegative();

export const isoDate = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const day = isoDate.nullable();
export const window = z.strictObject({ from: day, to: day });
export const partyKind = z.enum(wire.partyKinds);
export const relationKind = z.enum(wire.relationKinds);
export const reliability = z.enum(wire.reliabilities);
const polarity = z.enum(wire.polarities);
const modality = z.enum(wire.modalities);
const object = z.enum(wire.recognitionObjects);
const form = z.enum(["express", "implied"]);
const basis = z.enum(["stated", "inferred"]);

export const partyName = z.strictObject({ name: text, inSentence: text, kind: partyKind });
export const partyNames = z.record(text, partyName).readonly();

export const participant = z.strictObject({
  party: maybe,
  text: maybe,
  person: maybe,
  office: maybe,
  sector: maybe,
  basis,
});
export const mission = z.strictObject({ kind: maybe, city: maybe });
export const envoy = z.strictObject({ rank: maybe, person: maybe });
export const dateRange = z.strictObject({ from: day, to: day, text: maybe, basis });
export const attribution = z.strictObject({
  kind: z.enum(["outlet", "source", "speaker"]),
  name: text,
  party: maybe,
});
export const evidence = z.strictObject({
  sentence: z.int(),
  start: whole,
  end: whole,
  quote: text,
  title: maybe,
  rule: text,
});

export const statement = z.strictObject({
  id: text,
  act: text,
  actor: participant.nullable(),
  target: participant.nullable(),
  object: object.nullable(),
  form: form.nullable(),
  mission: mission.nullable(),
  envoy: envoy.nullable(),
  decidedBy: z.enum(["sending", "receiving"]).nullable(),
  polarity,
  modality,
  date: dateRange.nullable(),
  place: z.strictObject({ name: text, party: maybe }).nullable(),
  attribution: list(attribution),
  codes: z.strictObject({ cameo: text, plover: text, mode: maybe, contexts: list(text) }),
  confidence: z.number().min(0).max(1).nullable(),
  evidence,
});

export const claim = z.strictObject({
  id: text,
  kind: z.enum(["rank", "only", "count", "none"]),
  act: text,
  holder: participant.nullable(),
  target: participant.nullable(),
  rank: z.int().nullable(),
  count: z.number().nullable(),
  total: z.number().nullable(),
  over: maybe,
  membersOf: maybe,
  within: dateRange.nullable(),
  polarity,
  modality,
  attribution: list(attribution),
  evidence,
});

export const dispute = z.strictObject({
  field: z.enum(["date", "place", "form", "object", "mission", "city", "person", "decidedBy"]),
  values: list(z.strictObject({ value: text, statements: list(text), origins: whole })),
});

export const rating = z.strictObject({
  credibility: z.union([1, 2, 3, 4, 5, 6].map((one) => z.literal(one as wire.Credibility))),
  reliability,
  origins: list(text),
  deniedBy: list(text),
  official: z.boolean(),
  contradiction: maybe,
});

export const event = z.strictObject({
  id: text,
  act: text,
  actor: text,
  target: text,
  date: window,
  object: maybe,
  form: maybe,
  mission: mission.nullable(),
  person: maybe,
  place: maybe,
  decidedBy: z.enum(["sending", "receiving"]).nullable(),
  statements: list(text),
  denials: list(text),
  reviewed: list(text),
  disputes: list(dispute),
  rating,
});

export const prospect = z.strictObject({
  id: text,
  act: text,
  actor: maybe,
  target: maybe,
  polarity,
  modality,
  statements: list(text),
  said: window,
  due: window,
  resolvedBy: maybe,
});

export const relation = z.strictObject({
  id: text,
  kind: relationKind,
  subject: text,
  object: text,
  slot: text,
  status: z.enum(["in force", "suspended"]),
  as: maybe,
  form: maybe,
  mission: mission.nullable(),
  person: maybe,
  validFrom: day,
  certainFrom: day,
  validTo: day,
  certainTo: day,
  openedBy: maybe,
  closedBy: maybe,
  endedWith: z.enum(["party", "relations"]).nullable(),
  disputed: z.boolean(),
});

export const fault = z.strictObject({
  where: text,
  line: z.int().nullable(),
  given: text.optional(),
  what: text,
  mend: text,
});

/** Words that somebody sends; a NUL character is none that the record can hold. */
export const words = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^[^\0]*$/, "it holds a NUL character");
const id = words(100);
const someone = participant.extend({
  party: id.nullable(),
  text: words(1000).nullable(),
  person: words(300).nullable(),
  office: words(300).nullable(),
  sector: words(10).nullable(),
});

export const correction = z.strictObject({
  act: id.optional(),
  actor: someone.nullable().optional(),
  target: someone.nullable().optional(),
  object: object.nullable().optional(),
  form: form.nullable().optional(),
  polarity: polarity.optional(),
  modality: modality.optional(),
  date: dateRange
    .extend({ text: words(1000).nullable() })
    .nullable()
    .optional(),
  mission: z
    .strictObject({ kind: id.nullable(), city: words(200).nullable() })
    .nullable()
    .optional(),
  envoy: z
    .strictObject({ rank: words(200).nullable(), person: words(300).nullable() })
    .nullable()
    .optional(),
});

export const verdict = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("accept"), statement: id }),
  z.strictObject({ kind: z.literal("reject"), statement: id }),
  z.strictObject({ kind: z.literal("correct"), statement: id, correction }),
  z.strictObject({ kind: z.literal("merge"), statements: z.array(id).min(2).max(1000).readonly() }),
  z.strictObject({ kind: z.literal("split"), statements: z.array(id).min(1).max(1000).readonly() }),
  z.strictObject({ kind: z.literal("retract"), report: id }),
  z.strictObject({ kind: z.literal("rate"), outlet: words(300), reliability }),
  z.strictObject({ kind: z.literal("undo"), decision: id }),
]);

export const decision = z.strictObject({
  id: text,
  change: whole,
  at: text,
  who: text,
  why: text,
  verdict,
});

export const change = z.strictObject({
  number: whole,
  at: text,
  kind: z.enum(["history", "reports", "decision"]),
  who: maybe,
  why: maybe,
});

export const problem = z.strictObject({
  type: text,
  title: text,
  status: z.int(),
  detail: text,
  errors: list(z.strictObject({ where: text, what: text })).optional(),
});
