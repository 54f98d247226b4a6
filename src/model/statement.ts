import type { Basis, DateRange } from "./time.js";

export type Polarity = "positive" | "negative";

/** How the report puts the act; see docs/modality.md for FactBank's values. */
export type Modality = "asserted" | "intended" | "requested" | "hoped" | "predicted" | "conditional";

/** One side of an act. `party` is null where the words name none that is known. */
export interface Participant {
  readonly party: string | null;
  /** The words of the report that name the party; null when it was inferred without words of its own. */
  readonly text: string | null;
  readonly person: string | null;
  readonly office: string | null;
  /** PLOVER sector of the words that act ("GOV", "REB", …) in acts of contact, speech and force; else null. */
  readonly sector: string | null;
  readonly basis: Basis;
}

export interface Place {
  readonly name: string;
  readonly party: string | null;
}

/** One link of the chain of who says so, outermost (the outlet) first. */
export interface Attribution {
  readonly kind: "outlet" | "source" | "speaker";
  readonly name: string;
  /** The party that a speaker speaks for. */
  readonly party: string | null;
}

/** CAMEO and PLOVER codes; always strings, since CAMEO's begin with zero. */
export interface Codes {
  readonly cameo: string;
  readonly plover: string;
  /** PLOVER mode ("visit", "release"); null where the words give none. */
  readonly mode: string | null;
  /** PLOVER contexts ("military", "economic") that the words give, in the order of the manual. */
  readonly contexts: readonly string[];
}

/** A diplomatic mission or consular post that an act is about (VCDR 1961, VCCR 1963). */
export interface Mission {
  /** "embassy", "legation", "consulate", …: what it is after the act; null where the words do not say. */
  readonly kind: string | null;
  /** The city as written; for a move, the new one. */
  readonly city: string | null;
}

/** The head or member of a mission whom an act is about. */
export interface Envoy {
  /** As written, in lower case: "ambassador", "chargé d'affaires", "diplomat". */
  readonly rank: string | null;
  readonly person: string | null;
}

/**
 * The exact characters that make the statement: `text.slice(start, end) === quote`, in UTF-16 offsets. What only the title
 * states has its words in `title` and an empty quote at the beginning of the text.
 */
export interface Evidence {
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** The words of the title that make the statement, where the text does not make it; else null. */
  readonly title: string | null;
  /** The rule that read them: the act and the construction, for example "recognise/verb". */
  readonly rule: string;
}

/** What is recognised. */
export type RecognitionObject = "state" | "government" | "representative" | "sovereignty" | "belligerency";

export interface Statement {
  readonly id: string;
  readonly act: string;
  readonly actor: Participant | null;
  readonly target: Participant | null;
  readonly object: RecognitionObject | null;
  readonly form: "express" | "implied" | null;
  readonly mission: Mission | null;
  readonly envoy: Envoy | null;
  /** Whether the sending or the receiving state decided on an act about a mission; null where the text does not say. */
  readonly decidedBy: "sending" | "receiving" | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly date: DateRange | null;
  readonly place: Place | null;
  readonly attribution: readonly Attribution[];
  readonly codes: Codes;
  /**
   * How likely the learned reader has act, parties, polarity and modality right: 0 to 1, calibrated on authors that it was
   * not trained on; null for what was read by a rule, told by a table or decided by a person.
   */
  readonly confidence: number | null;
  readonly evidence: Evidence;
}
