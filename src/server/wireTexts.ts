// What the API answers of texts and changes: events, statements, reports, claims, changes; what may be posted. Types only.
import type { PartyEntry, ProspectItem, RelationItem } from "./wireParties.js";
import type {
  Answer,
  Change,
  Claim,
  Decision,
  Event,
  Fault,
  IsoDate,
  Judgement,
  List,
  PartyNames,
  RelationKind,
  Reliability,
  Statement,
  Verdict,
} from "./wireRecord.js";

/** A report without its text. */
export interface ReportEntry {
  readonly id: string;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly published: IsoDate | null;
  readonly url: string | null;
}

/** The words around a quote, in one paragraph of the report: before + evidence.quote + after. */
export interface Context {
  readonly before: string;
  readonly after: string;
}

export interface StatementItem {
  readonly statement: Statement;
  readonly report: ReportEntry & { readonly reliability: Reliability };
  readonly change: number;
  /** Null where only the title states it. */
  readonly context: Context | null;
  /** The events and prospects that rest on it. */
  readonly events: readonly string[];
  readonly prospects: readonly string[];
  /** Decisions about it that count, the latest last. */
  readonly decisions: readonly Decision[];
}

/** An independent origin of statements, with the copies that go back to it. */
export interface Origin {
  readonly name: string;
  readonly denies: boolean;
  readonly statements: readonly string[];
}

/** GET /api/events/:id?knownAt */
export interface EventAnswer extends Answer {
  readonly event: Event;
  /** Those that state it first, then those that deny it. */
  readonly statements: readonly StatementItem[];
  readonly origins: readonly Origin[];
  /** Why it is rated so: the line of the table of docs/record.md, in words. */
  readonly why: { readonly credibility: string; readonly reliability: string };
  /** Relations that it opened or closed. */
  readonly relations: readonly RelationItem[];
  /** Prospects that it fulfilled or overtook. */
  readonly prospects: readonly ProspectItem[];
}

/** GET /api/statements/:id */
export interface StatementAnswer extends Answer {
  readonly item: StatementItem;
}

// Reports and claims

export interface ReportListItem extends ReportEntry {
  readonly change: number | null;
  /** Words around what was looked for; null where nothing was. Plain text. */
  readonly excerpt: string | null;
}

/** GET /api/reports?query&limit&cursor; without `query` from the latest added back. */
export type ReportList = List<ReportListItem>;

export interface Remark {
  readonly kind: "outside the interval" | "not in the class" | "after the claim" | "doubtful";
  readonly events: readonly Event[];
}

/** A claim with what it comes to on `asOf`. */
export interface ClaimVerdict {
  readonly claim: Claim;
  /** The report that makes it; null for a sentence typed in. */
  readonly report: ReportEntry | null;
  readonly asOf: IsoDate;
  readonly judgement: Judgement;
  readonly because: string;
  readonly counterexamples: readonly Event[];
  readonly remarks: readonly Remark[];
  readonly missing: string | null;
}

/** GET /api/reports/:id. Offsets are UTF-16 units of `text`. */
export interface ReportAnswer extends Answer {
  readonly report: ReportEntry & {
    readonly language: string | null;
    readonly text: string;
    readonly reliability: Reliability;
    readonly origin: "report" | "history";
    readonly change: number;
  };
  readonly statements: readonly StatementItem[];
  readonly claims: readonly ClaimVerdict[];
}

/** GET /api/claims?judgement&party&knownAt&limit&cursor: each judged as of its report's day, or as of `asOf`. */
export type ClaimList = List<ClaimVerdict>;

/** POST /api/check */
export interface CheckRequest {
  readonly sentence: string;
  readonly asOf?: IsoDate | undefined;
  readonly knownAt?: string | undefined;
}
export interface CheckAnswer extends Answer {
  readonly claims: readonly ClaimVerdict[];
}

// Changes

/** A change in one line. */
export interface ChangeItem extends Change {
  /** At most five of its reports; `reportCount` counts all. */
  readonly reports: readonly ReportEntry[];
  readonly reportCount: number;
  readonly decision: Decision | null;
  readonly altered: { readonly events: number; readonly prospects: number; readonly relations: number };
}

/** GET /api/changes?limit&cursor: from the latest back. */
export type ChangeList = List<ChangeItem>;

/** `before` is null for what is new, `after` for what is gone. */
export interface Alteration<T> {
  readonly before: T | null;
  readonly after: T | null;
}

/** Rows that a change altered: at most `limit` of them, by the day they speak of; `total` counts all. */
export interface Altered<T> {
  readonly total: number;
  readonly items: readonly Alteration<T>[];
}

export interface Alterations {
  readonly events: Altered<Event>;
  readonly prospects: Altered<ProspectItem>;
  readonly relations: Altered<RelationItem>;
}

/** GET /api/changes/:number?limit */
export interface ChangeAnswer extends Answer {
  readonly change: ChangeItem;
  readonly reports: readonly ReportEntry[];
  readonly alterations: Alterations;
}

/** GET /api/news?limit */
export interface NewsAnswer extends Answer {
  /** Prospects that come due within a year or came due in the last ninety days and are not resolved, the nearest first. */
  readonly due: readonly ProspectItem[];
  /** Other prospects said last. */
  readonly announced: readonly ProspectItem[];
  /** Events on which reports differ or that are denied, the latest first. */
  readonly disputes: readonly Event[];
  readonly contradicted: readonly ClaimVerdict[];
  readonly changes: readonly ChangeItem[];
}

/** One message of GET /api/stream (server-sent events, event name "change", id the number of the change). */
export type StreamMessage = ChangeItem & { readonly parties: PartyNames };

// Asking

export interface ActEntry {
  readonly act: string;
  readonly kind: "status" | "contact" | "speech" | "force";
  readonly meaning: string;
  readonly excludes: string;
  /** After "to": "recognise". */
  readonly base: string;
  readonly past: string;
  /** After "has": "recognised". */
  readonly participle: string;
  /** Between the verb and the target, "" or with a space at its end: "relations with ". */
  readonly link: string;
  /** Whether a sentence can end without a target. */
  readonly alone: boolean;
  readonly codes: { readonly cameo: string; readonly plover: string };
  readonly effect: {
    readonly does: "opens" | "closes" | "suspends" | "changes";
    readonly kind: RelationKind;
  } | null;
}

/** GET /api/acts */
export interface ActsAnswer {
  readonly acts: readonly ActEntry[];
}

/** GET /api/search?q&limit */
export interface SearchAnswer extends Answer {
  readonly found: {
    readonly parties: readonly PartyEntry[];
    /** Two parties that the words name. */
    readonly pairs: readonly (readonly [string, string])[];
    readonly acts: readonly ActEntry[];
    readonly reports: readonly ReportListItem[];
  };
}

// Reading and adding

/** POST /api/read, POST /api/reports: exactly one of `text`, `html`, `file` (base64) and `address` (http or https). */
export interface ReadRequest {
  readonly text?: string | undefined;
  readonly html?: string | undefined;
  readonly file?: string | undefined;
  readonly address?: string | undefined;
  readonly title?: string | undefined;
  readonly outlet?: string | undefined;
  readonly published?: IsoDate | undefined;
  /** The address that the report is known by; nothing is fetched from it. */
  readonly url?: string | undefined;
}

/** What one report was read to say. */
export interface ReadingItem {
  readonly report: ReportEntry & { readonly language: string | null; readonly text: string };
  /** Whether the record holds it already. */
  readonly known: boolean;
  readonly sentences: readonly (readonly [number, number])[];
  readonly statements: readonly Statement[];
  readonly claims: readonly ClaimVerdict[];
}

/** POST /api/read: what it says and what adding it would change; nothing is kept. */
export interface ReadAnswer extends Answer {
  readonly readings: readonly ReadingItem[];
  /** Null where the record holds all of it already, or nothing could be read. */
  readonly preview: Alterations | null;
  readonly faults: readonly Fault[];
}

/** POST /api/reports: 201 where something was added, 200 where all was known. */
export interface AddAnswer extends Answer {
  readonly added: readonly string[];
  readonly known: readonly string[];
  readonly change: ChangeItem | null;
  readonly alterations: Alterations | null;
  readonly claims: readonly ClaimVerdict[];
  readonly faults: readonly Fault[];
}

/** POST /api/decisions */
export interface DecisionRequest {
  readonly verdict: Verdict;
  readonly who: string;
  readonly why: string;
}
export interface DecisionAnswer extends Answer {
  readonly decision: Decision;
  readonly alterations: Alterations;
}

/** GET /api/decisions; `counts` is false for one that a later decision undid. */
export interface DecisionsAnswer extends Answer {
  readonly decisions: readonly (Decision & { readonly counts: boolean })[];
}

/** GET /api/meta */
export interface MetaAnswer {
  readonly name: "Credence";
  readonly version: string;
  readonly today: IsoDate;
  /** True where the server was started without a token: nothing can be added or decided. */
  readonly readOnly: boolean;
  readonly latest: Change | null;
  readonly counts: {
    readonly reports: number;
    readonly statements: number;
    readonly events: number;
    readonly relations: number;
    readonly prospects: number;
    readonly changes: number;
  };
}
