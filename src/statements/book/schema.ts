import { z } from "zod";

const word = z.string().regex(/^[a-z][a-z'’ -]*$/, "words stand in their base form, in lower case");
const words = z.array(word).default([]);

/** Both sides of an example, as a political scientist writes it. */
const stated = z.strictObject({
  actor: z.string().nullable().default(null),
  target: z.string().nullable().default(null),
  object: z.string().optional(),
  polarity: z.enum(["positive", "negative"]).default("positive"),
  modality: z
    .enum(["asserted", "intended", "requested", "hoped", "predicted", "conditional"])
    .default("asserted"),
});

const objectKinds = ["state", "government", "representative", "sovereignty", "belligerency"] as const;

/** One file of `data/acts/`. Unknown keys are faults, so that a slip of the pen is found. */
export const actFile = z.strictObject({
  act: z.string().regex(/^[a-z]+(-[a-z]+)*$/, "an act is named in lower case with hyphens"),
  meaning: z.string().min(20),
  excludes: z.string().min(10),
  codes: z.strictObject({
    cameo: z
      .string({ error: 'a CAMEO code stands in quotation marks, for example "054"' })
      .regex(/^\d{2,4}$/),
    plover: z.string().regex(/^[A-Z]+$/),
  }),
  roles: z.strictObject({ actor: z.string(), target: z.string() }),
  effect: z.strictObject({ opens: z.string().optional(), closes: z.string().optional() }),
  wording: z.strictObject({
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
  }),
  objects: z.partialRecord(z.enum(objectKinds), words).default({}),
  examples: z.array(z.strictObject({ text: z.string(), states: stated })).min(2),
  counterexamples: z.array(z.strictObject({ text: z.string(), because: z.string() })).min(2),
});

export type ActFile = z.infer<typeof actFile>;
