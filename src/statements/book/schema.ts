import { z } from "zod";

const word = z.string().regex(/^[a-zà-ÿ][a-zà-ÿ'’ -]*$/, "words stand in their base form, in lower case");
const words = z.array(word).default([]);

/** Both sides of an example, as a political scientist writes it. */
const stated = z.strictObject({
  actor: z.string().nullable().default(null),
  target: z.string().nullable().default(null),
  object: z.string().optional(),
  /** For an act that binds both sides: that the statement the other way is read too. */
  both: z.boolean().default(false),
  /** The kind of the mission, the rank of the envoy, where the example is to show it. */
  mission: z.string().optional(),
  envoy: z.string().optional(),
  decidedBy: z.enum(["sending", "receiving"]).optional(),
  polarity: z.enum(["positive", "negative"]).default("positive"),
  modality: z
    .enum(["asserted", "intended", "requested", "hoped", "predicted", "conditional"])
    .default("asserted"),
});

const objectKinds = ["state", "government", "representative", "sovereignty", "belligerency"] as const;

/**
 * Where in the grammar a role is looked for, in plain words. `subject` is who does what the verb says (the "by" phrase
 * of a passive, the possessor of a noun); `object` is to whom it is done; `owner` is whose thing it is ("the Peruvian
 * embassy", "ties of Peru"); `place` is the state of the city or country after "in" or "at"; `accredited` is the party
 * after "ambassador to"; `envoy` is the party of an envoy whom the sentence names;
 * `favour` is the party after "in favour of"; `near` is the first other party that follows; a preposition is the party behind it.
 */
const sources = [
  "subject",
  "object",
  "owner",
  "place",
  "envoy",
  "accredited",
  "favour",
  "near",
  "about",
  "against",
  "at",
  "between",
  "by",
  "for",
  "from",
  "in",
  "into",
  "of",
  "off",
  "on",
  "onto",
  "over",
  "toward",
  "towards",
  "to",
  "under",
  "upon",
  "with",
  "within",
] as const;

const source = z.enum(sources);
const partyKind = z.enum(["state", "government", "movement", "organisation", "territory"]);

/** One way in which a text words an act: a predicate, the thing that it is about, and where the roles stand. */
const frame = z.strictObject({
  /** Verbs, with their particle where they have one: "break off". */
  verbs: words,
  /** Nouns that name the deed: "severance", "opening". */
  nouns: words,
  /** A list of things.yml, one of whose words must be the object (of a passive, the subject). */
  thing: word.optional(),
  /** The thing stands behind one of these prepositions instead. */
  thingBehind: z.array(source).default([]),
  /** The thing may be the subject of the active verb: "relations resumed". */
  happens: z.boolean().default(false),
  /** The verb's clause must have one of these words: "to leave", "on a list". */
  needs: words,
  /** None of these words may stand in the clause's own phrases. */
  unless: words,
  actor: z.array(source).default(["subject"]),
  target: z.array(source).default(["object"]),
  /** What kind of party may fill a role. */
  actorKinds: z.array(partyKind).default([]),
  targetKinds: z.array(partyKind).default([]),
  /** The act binds both sides alike: one statement each way. */
  mutual: z.boolean().default(false),
  /** What the words make of the act's stance by themselves ("was asked to", "is set to"). */
  modality: z.enum(["intended", "requested"]).optional(),
  negative: z.boolean().default(false),
  /** For acts of contact, speech and force: the name of the deed, its code and mode where they differ from the entry's. */
  deed: word.optional(),
  cameo: z
    .string()
    .regex(/^\d{2,4}$/)
    .optional(),
  mode: word.optional(),
});

export type Frame = z.infer<typeof frame>;
export type RoleSource = (typeof sources)[number];

/** One file of `data/acts/`. Unknown keys are faults, so that a slip of the pen is found. */
export const actFile = z.strictObject({
  act: z.string().regex(/^[a-z]+(-[a-z]+)*$/, "an act is named in lower case with hyphens"),
  meaning: z.string().min(20),
  excludes: z.string().min(10),
  /** Acts of status go into the record; acts of contact, speech and force are events only. */
  kind: z.enum(["status", "contact", "speech", "force"]).default("status"),
  codes: z.strictObject({
    cameo: z
      .string({ error: 'a CAMEO code stands in quotation marks, for example "054"' })
      .regex(/^\d{2,4}$/),
    plover: z.string().regex(/^[A-Z]+$/),
    mode: word.optional(),
  }),
  roles: z.strictObject({ actor: z.string(), target: z.string() }),
  effect: z
    .strictObject({
      opens: z.string().optional(),
      closes: z.string().optional(),
      suspends: z.string().optional(),
      changes: z.string().optional(),
      /** Whose relation it is: the target's, where the receiving state acts on the sending state's envoy. */
      of: z.enum(["actor", "target"]).default("actor"),
    })
    .prefault({}),
  /** The act's own verb and noun, with the light verbs that carry the noun. */
  wording: z
    .strictObject({
      verbs: words,
      nouns: words,
      gives: words,
      gets: words,
      seeks: words,
      performs: words,
      undoes: words,
      undoing: words,
      stops: words,
      switches: words,
    })
    .prefault({}),
  frames: z.array(frame).default([]),
  objects: z.partialRecord(z.enum(objectKinds), words).default({}),
  examples: z.array(z.strictObject({ text: z.string(), states: stated })).min(2),
  counterexamples: z.array(z.strictObject({ text: z.string(), because: z.string() })).min(2),
});

export type ActFile = z.infer<typeof actFile>;
export type ActExample = ActFile["examples"][number];

/** `data/things.yml`: what acts are about, each with its nouns and what must not describe them. */
export const thingFile = z.record(
  word,
  z.strictObject({
    /** Nouns in their base form, the last word of a compound last: "liaison office". */
    nouns: words,
    /** Adjectives and nouns before it that make it another thing: "trade ties". */
    unless: words,
    /** One of these must describe it: "terrorist list". */
    only: words,
  }),
);

export type ThingFile = z.infer<typeof thingFile>;
