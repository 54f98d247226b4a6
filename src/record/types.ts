import type { IsoDate, Mission, Modality, Polarity, Statement } from "../model/index.js";

/** System time: when the record said so (transaction time). ISO 8601 in UTC, to the millisecond. */
export type SystemTime = string;

/**
 * Days within which something lies, both inclusive. `from` is null where only "no later than" is known, `to` where only
 * "no earlier than" is known.
 */
export interface Window {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
}

/** NATO Admiralty code, reliability of the source (AJP-2.1): A completely reliable … E unreliable, F cannot be judged. */
export type Reliability = "A" | "B" | "C" | "D" | "E" | "F";

/** NATO Admiralty code, credibility of the information: 1 confirmed … 5 improbable, 6 cannot be judged. */
export type Credibility = 1 | 2 | 3 | 4 | 5 | 6;

/** What holds between two parties over an interval. */
export type RelationKind =
  | "recognition"
  | "relations"
  | "mission"
  | "accreditation"
  | "sanctions"
  | "listing"
  | "membership";

/** One statement with what the record has to know about its report in order to weigh it. */
export interface Testimony extends Omit<Statement, "codes" | "evidence"> {
  readonly report: string;
  readonly published: IsoDate | null;
  /** The outlet by its usual name; null where the report names none. */
  readonly outlet: string | null;
  readonly url: string | null;
  readonly reliability: Reliability;
  /** The state whose ministry or other organ publishes the outlet; null for others. */
  readonly outletOf: string | null;
  /** The story: one id for all reports whose texts are nearly the same. */
  readonly story: string;
  /** Whether a person has confirmed or corrected the reading. */
  readonly isReviewed: boolean;
}

/** One value that reports give for a detail of an event, with who says so. */
export interface DetailValue {
  readonly value: string;
  /** Statement ids, sorted. */
  readonly statements: readonly string[];
  /** How many independent origins give it. */
  readonly origins: number;
}

/** A detail on which reports differ; the best supported value stands first. */
export interface Dispute {
  readonly field: "date" | "place" | "form" | "object" | "mission" | "city" | "person" | "decidedBy";
  readonly values: readonly DetailValue[];
}

/** How well an event is supported, with what the judgement rests on; see docs/record.md. */
export interface Rating {
  readonly credibility: Credibility;
  /** The best reliability among the outlets that state it; never part of `credibility`. */
  readonly reliability: Reliability;
  /** Names of the independent origins that state it, sorted; a report without any name is "report" and its id. */
  readonly origins: readonly string[];
  /** Origins that deny it. */
  readonly deniedBy: readonly string[];
  /** Whether the actor itself says so, through somebody who speaks for it or an outlet of its own. */
  readonly official: boolean;
  /** What of the record speaks against it, in plain words; null where nothing does. */
  readonly contradiction: string | null;
}

/** One occurrence, built from all statements about it. */
export interface Event {
  readonly id: string;
  readonly act: string;
  readonly actor: string;
  readonly target: string;
  /** Where it lies in time, by the best supported value. */
  readonly date: Window;
  readonly object: string | null;
  readonly form: string | null;
  readonly mission: Mission | null;
  readonly person: string | null;
  readonly place: string | null;
  readonly decidedBy: "sending" | "receiving" | null;
  readonly statements: readonly string[];
  readonly denials: readonly string[];
  /** Those of the statements whose reading a person has confirmed or corrected. */
  readonly reviewed: readonly string[];
  readonly disputes: readonly Dispute[];
  readonly rating: Rating;
}

/**
 * What has been announced, asked for, hoped, expected or refused, and has not (yet) been seen to happen. A refusal is a
 * negative statement; an assertion that something has not happened is a refusal of modality "asserted".
 */
export interface Prospect {
  readonly id: string;
  readonly act: string;
  readonly actor: string | null;
  readonly target: string | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly statements: readonly string[];
  /** When it was said, by the days of publication; null where none is known. */
  readonly said: Window;
  /** When it is to happen, where the words say so. */
  readonly due: Window;
  /** The event that fulfils it or, for a refusal, that overtakes it. */
  readonly resolvedBy: string | null;
}

/** What holds between two parties over one interval in which nothing about it changes. */
export interface Relation {
  readonly id: string;
  readonly kind: RelationKind;
  /** The recogniser, the sending state, who imposes, who lists, the member. For relations, the first of the pair. */
  readonly subject: string;
  readonly object: string;
  /** What tells it from others of its kind between the two: what is recognised, which consulate. */
  readonly slot: string;
  readonly status: "in force" | "suspended";
  /** Of a recognition what as and how, of a mission its kind and city, of an accreditation the person. */
  readonly as: string | null;
  readonly form: string | null;
  readonly mission: Mission | null;
  readonly person: string | null;
  /** The first day on which it may have held; where only "no later than" is known, that day. Null: not known at all. */
  readonly validFrom: IsoDate | null;
  /** The first day on which it certainly held. */
  readonly certainFrom: IsoDate | null;
  /** The first day on which it certainly no longer held; null while it lasts. */
  readonly validTo: IsoDate | null;
  /** The first day on which it may no longer have held. */
  readonly certainTo: IsoDate | null;
  readonly openedBy: string | null;
  readonly closedBy: string | null;
  /** Why it ended where no event of its own ended it. */
  readonly endedWith: "party" | "relations" | null;
  /** Whether what opened or closed it is disputed or denied. */
  readonly disputed: boolean;
}

/** A row of the record with its system time; `systemTo` is null while the record says so. */
export interface Recorded<T> {
  readonly value: T;
  readonly systemFrom: SystemTime;
  readonly systemTo: SystemTime | null;
}

/** All that follows from the statements of one unit. */
export interface Derived {
  readonly events: readonly Event[];
  readonly prospects: readonly Prospect[];
  readonly relations: readonly Relation[];
}

/** A report as the record keeps it. */
export interface ReportRow {
  readonly id: string;
  readonly title: string | null;
  readonly published: IsoDate | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly text: string;
  readonly reliability: Reliability;
  readonly outletOf: string | null;
  /** `history` for the history on board, which came with the program. */
  readonly origin: "report" | "history";
  /** The change of the record that added it. */
  readonly change: number;
}
