import type { Claim, IsoDate, Reading, Statement } from "../model/index.js";
import type { AsOf } from "./asOf.js";
import type { Decision, Verdict } from "./decisions.js";
import type {
  Event,
  Prospect,
  Recorded,
  Relation,
  RelationKind,
  Reliability,
  ReportRow,
  SystemTime,
} from "./types.js";

/** A reading on its way into the record, with what the outlet book knows of its outlet. */
export interface Addition {
  readonly reading: Pick<Reading, "report" | "statements" | "claims">;
  readonly outlet: string | null;
  readonly reliability: Reliability;
  readonly outletOf: string | null;
  readonly origin: "report" | "history";
}

/** One change of the record: reports added together, or a decision. */
export interface Change {
  readonly number: number;
  readonly at: SystemTime;
  readonly kind: "history" | "reports" | "decision";
  /** Who decided, or null. */
  readonly who: string | null;
  readonly why: string | null;
}

/** What a change did to a row: opened one, closed one, or put another in its place. */
export interface Alteration<T> {
  readonly before: T | null;
  readonly after: T | null;
}

export interface Alterations {
  readonly change: Change;
  readonly reports: readonly Pick<ReportRow, "id" | "title" | "outlet" | "published" | "url">[];
  readonly decision: Decision | null;
  readonly events: readonly Alteration<Event>[];
  readonly prospects: readonly Alteration<Prospect>[];
  readonly relations: readonly Alteration<Relation>[];
}

/** Which rows are asked for: all conditions that are given must hold. */
export interface Selection extends AsOf {
  /** On either side: one party, or any of several. */
  readonly party?: string | readonly string[];
  /** On the other side. */
  readonly counterpart?: string | readonly string[];
  readonly subject?: string;
  readonly object?: string;
  readonly kind?: RelationKind;
  /** Events and prospects of these acts. */
  readonly acts?: readonly string[];
  readonly id?: string;
  readonly from?: IsoDate;
  readonly to?: IsoDate;
  /** Rows at most; the default is 1000. */
  readonly limit?: number;
  /** Rows are told in time, or the latest first. */
  readonly order?: "oldest" | "newest";
}

/** A statement with its report's particulars and the change that added it. */
export interface StatementRow {
  readonly statement: Statement;
  readonly report: Pick<
    ReportRow,
    "id" | "title" | "outlet" | "published" | "url" | "reliability" | "outletOf"
  >;
  /** The story of its report: one id for all copies. */
  readonly story: string;
  readonly change: number;
}

export interface ClaimRow {
  readonly claim: Claim;
  readonly report: Pick<ReportRow, "id" | "title" | "outlet" | "published" | "url">;
  readonly change: number;
}

export interface Counts {
  readonly reports: number;
  readonly statements: number;
  readonly events: number;
  readonly relations: number;
  readonly prospects: number;
  readonly changes: number;
}

/** A report that a search found. */
export interface Found {
  readonly report: Pick<ReportRow, "id" | "title" | "outlet" | "published" | "url">;
  /** Words of the text around what was looked for; plain text. */
  readonly excerpt: string;
}

/** What `each` can go through. */
export interface Kept {
  readonly events: Recorded<Event>;
  readonly relations: Recorded<Relation>;
  readonly prospects: Recorded<Prospect>;
  readonly statements: StatementRow;
}

/** What adding reports came to. */
export interface Added {
  /** Ids of reports that were new; the others were known, and changed nothing. */
  readonly added: readonly string[];
  readonly known: readonly string[];
  /** Null where nothing was new. */
  readonly change: Change | null;
}

/**
 * The record as a store keeps it. Every method that writes does so in one transaction: it is done whole or not at all.
 * System time only grows, also between processes that write to the same record.
 */
export interface Ledger {
  /** Which of the reports the record holds already. */
  known(ids: readonly string[]): Promise<ReadonlySet<string>>;
  /** Adds reports with their statements; what follows from them is derived in the same transaction. */
  add(additions: readonly Addition[]): Promise<Added>;
  /** Makes the history on board what is given, in one change; null where it is so already. */
  renewHistory(additions: readonly Addition[]): Promise<Change | null>;
  /** What adding the reports would change; the record stays as it is. Null where it holds all of them already. */
  preview(additions: readonly Addition[]): Promise<Alterations | null>;
  decide(verdict: Verdict, who: string, why: string): Promise<Decision>;
  /** Derives everything anew from reports and decisions, change by change; `told` hears of each change done. */
  rebuild(told?: (done: number, all: number) => void): Promise<{ readonly changed: number }>;
  relations(selection: Selection): Promise<readonly Recorded<Relation>[]>;
  events(selection: Selection): Promise<readonly Recorded<Event>[]>;
  prospects(selection: Selection): Promise<readonly Recorded<Prospect>[]>;
  statements(ids: readonly string[]): Promise<readonly StatementRow[]>;
  reports(ids: readonly string[]): Promise<readonly ReportRow[]>;
  statementsOf(report: string): Promise<readonly StatementRow[]>;
  /** Readings too doubtful for anything to follow from them, which nobody has decided on; the least doubtful first. */
  doubtful(limit: number): Promise<readonly StatementRow[]>;
  claims(selection: {
    readonly party?: string;
    readonly limit?: number;
    readonly knownAt: SystemTime | null;
  }): Promise<readonly ClaimRow[]>;
  claimsOf(report: string): Promise<readonly ClaimRow[]>;
  /** Reports whose title or text has the words, the best first, with the words around them. */
  search(words: string, limit: number): Promise<readonly Found[]>;
  decisions(): Promise<readonly Decision[]>;
  /** Changes from the latest back, before a number if one is given. */
  changes(limit: number, before?: number): Promise<readonly Change[]>;
  alterations(change: number): Promise<Alterations | null>;
  counts(): Promise<Counts>;
  /** Rows of one kind as known at a moment, all of them, a page at a time in the order of their ids. */
  each<K extends keyof Kept>(kind: K, knownAt: SystemTime | null): AsyncIterable<readonly Kept[K][]>;
  close(): Promise<void>;
}
