import type { Claim } from "./claim.js";
import type { Fault } from "./fault.js";
import type { Report, Span } from "./report.js";
import type { Statement } from "./statement.js";

/** What one report states: everything that leaves the pipeline for it. */
export interface Reading {
  readonly report: Report;
  readonly sentences: readonly Span[];
  readonly statements: readonly Statement[];
  readonly claims: readonly Claim[];
  readonly faults: readonly Fault[];
}
