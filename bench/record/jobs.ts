import type { RecordAddress } from "../../src/store/index.js";
import type { Scan } from "./plans.js";

/** How large a record is made, and from what seed. */
export interface Scale {
  readonly seed: number;
  readonly reports: number;
}

/** A piece of the bench that runs in a process of its own, so that its memory is its own. */
export type Job = { readonly address: RecordAddress; readonly scale: Scale } & (
  | { readonly kind: "fill" }
  | { readonly kind: "ask"; readonly questions: number }
  | { readonly kind: "rebuild" }
);

/** Memory of a process at a moment, in bytes. */
export interface Memory {
  /** The share of the work that was done, 0 to 1. */
  readonly at: number;
  readonly rss: number;
}

export interface Filled {
  readonly reports: number;
  readonly statements: number;
  /** Seconds that the store took; making the reports up is not counted. */
  readonly seconds: number;
  /** Seconds of each tenth of the changes, which tell whether adding slows down as the record grows. */
  readonly tenths: readonly number[];
  readonly slowest: number;
  readonly memory: readonly Memory[];
  readonly peak: number;
}

export interface Asked {
  /** Milliseconds. */
  readonly openedIn: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly times: Readonly<Record<string, Times>>;
  readonly scans: readonly Scan[];
  /** What one more change of reports does to the record, by plan; told of, and no reason to fail. */
  readonly writeScans: readonly Scan[];
  readonly rssOpen: number;
  readonly rssAsked: number;
  readonly bytes: number;
  readonly tables: Readonly<Record<string, number>>;
}

/** Milliseconds of many questions of a kind. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
  /** Rows of the answers, on average; null where the answer is one thing. */
  readonly rows: number | null;
}

export interface Rebuilt {
  readonly changes: number;
  readonly seconds: number;
  /** Rows that came out otherwise; the rules have not changed, so that there must be none. */
  readonly changed: number;
}

export type Result = Filled | Asked | Rebuilt;

export type Message = { readonly progress: string } | { readonly result: Result };
