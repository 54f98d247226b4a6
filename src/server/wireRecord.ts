// The record's own words as they leave the process: parties, statements, events, prospects, relations, claims. Types only.

/** A calendar date, YYYY-MM-DD. */
export type IsoDate = string;
/** A moment of system time: ISO 8601 in UTC, to the millisecond. */
export type SystemTime = string;

/** Days within which something lies, both inclusive; null on a side that is not known. */
export interface Window {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

export const partyKinds = ["state", "government", "movement", "organisation", "territory"] as const;
export type PartyKind = (typeof partyKinds)[number];

export const relationKinds = [
  "recognition",
  "relations",
  "mission",
  "accreditation",
  "sanctions",
  "listing",
  "membership",
] as const;
export type RelationKind = (typeof relationKinds)[number];

export const polarities = ["positive", "negative"] as const;
export type Polarity = (typeof polarities)[number];

export const modalities = ["asserted", "intended", "requested", "hoped", "predicted", "conditional"] as const;
export type Modality = (typeof modalities)[number];

/** Reliability of a source (NATO Admiralty code): A completely reliable … E unreliable, F cannot be judged. */
export const reliabilities = ["A", "B", "C", "D", "E", "F"] as const;
export type Reliability = (typeof reliabilities)[number];

/** Credibility of information: 1 confirmed … 5 improbable, 6 cannot be judged. */
export type Credibility = 1 | 2 | 3 | 4 | 5 | 6;

/** What is recognised. */
export const recognitionObjects = [
  "state",
  "government",
  "representative",
  "sovereignty",
  "belligerency",
] as const;
export type RecognitionObject = (typeof recognitionObjects)[number];

/** Stated: the text says it. Inferred: it was worked out. */
export type Basis = "stated" | "inferred";

/** What a party is called; `inSentence` has the article: "the Islamic Emirate of Afghanistan". */
export interface PartyName {
  readonly name: string;
  readonly inSentence: string;
  readonly kind: PartyKind;
}

/** The names of all parties that an answer mentions, by id. Every answer that holds ids of parties carries them. */
export type PartyNames = Readonly<Record<string, PartyName>>;

/** One side of an act. `party` is null where the words name none that is known. */
export interface Participant {
  readonly party: string | null;
  readonly text: string | null;
  readonly person: string | null;
  readonly office: string | null;
  /** PLOVER sector ("GOV", "REB"); null where the words give none. */
  readonly sector: string | null;
  readonly basis: Basis;
}

/** `kind`: "embassy", "consulate-general", … */
export interface Mission {
  readonly kind: string | null;
  readonly city: string | null;
}

export interface Envoy {
  readonly rank: string | null;
  readonly person: string | null;
}

export interface DateRange {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** The words of the report; null where none give the date. */
  readonly text: string | null;
  readonly basis: Basis;
}

/** One link of the chain of who says so, the outlet first; `party` is whom a speaker speaks for. */
export interface Attribution {
  readonly kind: "outlet" | "source" | "speaker";
  readonly name: string;
  readonly party: string | null;
}

/** `text.slice(start, end) === quote`, in UTF-16 offsets of the report's text; what only the title states stands in `title`. */
export interface Evidence {
  readonly sentence: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly title: string | null;
  readonly rule: string;
}

export interface Statement {
  readonly id: string;
  readonly act: string;
  readonly actor: Participant | null;
  readonly target: Participant | null;
  readonly object: RecognitionObject | null;
  readonly form: "express" | "implied" | null;
  readonly mission: Mission | null;
  readonly envoy: Envoy | null;
  readonly decidedBy: "sending" | "receiving" | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly date: DateRange | null;
  readonly place: { readonly name: string; readonly party: string | null } | null;
  readonly attribution: readonly Attribution[];
  readonly codes: {
    readonly cameo: string;
    readonly plover: string;
    readonly mode: string | null;
    readonly contexts: readonly string[];
  };
  /** How likely the learned reader read it right, 0 to 1; null for what it did not read. */
  readonly confidence: number | null;
  readonly evidence: Evidence;
}

/** What a report says about the record itself: "the first country to …", "147 of 193 members …". */
export interface Claim {
  readonly id: string;
  readonly kind: "rank" | "only" | "count" | "none";
  readonly act: string;
  readonly holder: Participant | null;
  readonly target: Participant | null;
  /** 1 for the first; null for "the latest" and for other kinds. */
  readonly rank: number | null;
  readonly count: number | null;
  readonly total: number | null;
  /** "country", "EU member" */
  readonly over: string | null;
  readonly membersOf: string | null;
  readonly within: DateRange | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly attribution: readonly Attribution[];
  readonly evidence: Evidence;
}

/** A detail on which reports differ; the best supported value stands first. */
export interface Dispute {
  readonly field: "date" | "place" | "form" | "object" | "mission" | "city" | "person" | "decidedBy";
  readonly values: readonly {
    readonly value: string;
    readonly statements: readonly string[];
    readonly origins: number;
  }[];
}

export interface Rating {
  readonly credibility: Credibility;
  readonly reliability: Reliability;
  readonly origins: readonly string[];
  readonly deniedBy: readonly string[];
  /** Whether the actor itself says so. */
  readonly official: boolean;
  /** What of the record speaks against it; null where nothing does. */
  readonly contradiction: string | null;
}

/** One occurrence, built from all statements about it. */
export interface Event {
  readonly id: string;
  readonly act: string;
  readonly actor: string;
  readonly target: string;
  readonly date: Window;
  readonly object: string | null;
  readonly form: string | null;
  readonly mission: Mission | null;
  readonly person: string | null;
  readonly place: string | null;
  readonly decidedBy: "sending" | "receiving" | null;
  readonly statements: readonly string[];
  readonly denials: readonly string[];
  readonly reviewed: readonly string[];
  readonly disputes: readonly Dispute[];
  readonly rating: Rating;
}

export const prospectStates = ["open", "lapsed", "stands", "fulfilled", "overtaken"] as const;
/** A refusal stands until it is overtaken; anything else is open until it is fulfilled or lapses. */
export type ProspectState = (typeof prospectStates)[number];

/** What has been announced, asked for, hoped, expected or refused. */
export interface Prospect {
  readonly id: string;
  readonly act: string;
  readonly actor: string | null;
  readonly target: string | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly statements: readonly string[];
  /** When it was said, by the days of publication. */
  readonly said: Window;
  /** When it is to happen, where the words say so. */
  readonly due: Window;
  /** The event that fulfils it or, for a refusal, overtakes it. */
  readonly resolvedBy: string | null;
}

/** What holds between two parties over one interval in which nothing about it changes. */
export interface Relation {
  readonly id: string;
  readonly kind: RelationKind;
  /** The recogniser, the sending state, who imposes, who lists, the member. For relations, the first of the pair. */
  readonly subject: string;
  readonly object: string;
  readonly slot: string;
  readonly status: "in force" | "suspended";
  readonly as: string | null;
  readonly form: string | null;
  readonly mission: Mission | null;
  readonly person: string | null;
  /** The first day on which it may have held; null: not known at all. */
  readonly validFrom: IsoDate | null;
  /** The first day on which it certainly held. */
  readonly certainFrom: IsoDate | null;
  /** The first day on which it certainly no longer held; null while it lasts. */
  readonly validTo: IsoDate | null;
  /** The first day on which it may no longer have held. */
  readonly certainTo: IsoDate | null;
  /** Ids of events. */
  readonly openedBy: string | null;
  readonly closedBy: string | null;
  readonly endedWith: "party" | "relations" | null;
  readonly disputed: boolean;
}

export const judgements = ["supported", "contradicted", "cannot be judged"] as const;
export type Judgement = (typeof judgements)[number];

/** What cannot be read or done, and what to do about it. */
export interface Fault {
  readonly where: string;
  readonly line: number | null;
  readonly what: string;
  readonly mend: string;
}

/** What a person may correct of a statement; a part that is left out stays as it was read. */
export interface Correction {
  readonly act?: string | undefined;
  readonly actor?: Participant | null | undefined;
  readonly target?: Participant | null | undefined;
  readonly object?: RecognitionObject | null | undefined;
  readonly form?: "express" | "implied" | null | undefined;
  readonly polarity?: Polarity | undefined;
  readonly modality?: Modality | undefined;
  readonly date?: DateRange | null | undefined;
  readonly mission?: Mission | null | undefined;
  readonly envoy?: Envoy | null | undefined;
}

/** What a person decides. */
export type Verdict =
  | { readonly kind: "accept"; readonly statement: string }
  | { readonly kind: "reject"; readonly statement: string }
  | { readonly kind: "correct"; readonly statement: string; readonly correction: Correction }
  | { readonly kind: "merge"; readonly statements: readonly string[] }
  | { readonly kind: "split"; readonly statements: readonly string[] }
  | { readonly kind: "retract"; readonly report: string }
  | { readonly kind: "rate"; readonly outlet: string; readonly reliability: Reliability }
  | { readonly kind: "undo"; readonly decision: string };

export interface Decision {
  readonly id: string;
  readonly change: number;
  readonly at: SystemTime;
  readonly who: string;
  readonly why: string;
  readonly verdict: Verdict;
}

/** One change of the record: reports added together, or a decision. */
export interface Change {
  readonly number: number;
  readonly at: SystemTime;
  readonly kind: "history" | "reports" | "decision";
  readonly who: string | null;
  readonly why: string | null;
}

// What all answers share

/** Rows of one answer where nothing else is asked, and at most. */
export const pageSizes = { usual: 100, most: 1000 } as const;

/** The moment that an answer speaks of: `asOf` is always told, `knownAt` is null for "as known now". */
export interface Moment {
  readonly asOf: IsoDate;
  readonly knownAt: SystemTime | null;
}

/** What every answer about the record carries. */
export interface Answer extends Moment {
  readonly parties: PartyNames;
}

/** One page of a list. `next` is the `cursor` of the page after it; null on the last. Pages of one list are of one moment. */
export interface List<T> extends Answer {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Every error, RFC 9457, as application/problem+json. `errors` names what is wrong in what was sent. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly { readonly where: string; readonly what: string }[] | undefined;
}
