import type { Statement } from "../model/index.js";
import type { Groupings } from "./occurrences.js";
import type { Reliability, SystemTime, Testimony } from "./types.js";

/** What of a statement a person may correct. */
export type Correction = Partial<
  Pick<
    Statement,
    "act" | "actor" | "target" | "object" | "form" | "polarity" | "modality" | "date" | "mission" | "envoy"
  >
>;

/** What a person decides. Later decisions on the same thing outrank earlier ones; `undo` takes one back. */
export type Verdict =
  | { readonly kind: "accept"; readonly statement: string }
  | { readonly kind: "reject"; readonly statement: string }
  | { readonly kind: "correct"; readonly statement: string; readonly correction: Correction }
  /** Statements that tell of one occurrence. */
  | { readonly kind: "merge"; readonly statements: readonly string[] }
  /** Statements that tell of another occurrence than those which they were put with. */
  | { readonly kind: "split"; readonly statements: readonly string[] }
  /** A report that its publisher took back, or that should not count. */
  | { readonly kind: "retract"; readonly report: string }
  | { readonly kind: "rate"; readonly outlet: string; readonly reliability: Reliability }
  | { readonly kind: "undo"; readonly decision: string };

/** A decision as the record keeps it: what, who, when and why. */
export interface Decision {
  readonly id: string;
  /** The change of the record that it is. */
  readonly change: number;
  readonly at: SystemTime;
  readonly who: string;
  readonly why: string;
  readonly verdict: Verdict;
}

/** The decisions that still count, in order: those that a later one undid are left out. */
export function standing(decisions: readonly Decision[]): readonly Decision[] {
  const sorted = [...decisions].sort((a, b) => a.change - b.change);
  const undone = new Set<string>();
  // From the last to the first, so that undoing an "undo" brings back what it had undone.
  for (const { id, verdict } of [...sorted].reverse())
    if (verdict.kind === "undo" && !undone.has(id)) undone.add(verdict.decision);
  return sorted.filter(({ id, verdict }) => verdict.kind !== "undo" && !undone.has(id));
}

/** Statements as decisions leave them: rejected and retracted ones gone, corrected ones mended. */
export function applied(
  testimonies: readonly Testimony[],
  decisions: readonly Decision[],
): readonly Testimony[] {
  const counted = standing(decisions);
  const onStatement = new Map<string, { rejected: boolean; correction: Correction }>();
  const retracted = new Set<string>();
  const rated = new Map<string, Reliability>();
  for (const { verdict } of counted) {
    if (verdict.kind === "accept" || verdict.kind === "reject" || verdict.kind === "correct") {
      // Accepting a statement accepts it as corrected so far; a later correction mends what an earlier one left.
      const correction = {
        ...onStatement.get(verdict.statement)?.correction,
        ...(verdict.kind === "correct" ? verdict.correction : {}),
      };
      onStatement.set(verdict.statement, { rejected: verdict.kind === "reject", correction });
    } else if (verdict.kind === "retract") retracted.add(verdict.report);
    else if (verdict.kind === "rate") rated.set(verdict.outlet, verdict.reliability);
  }
  return testimonies.flatMap((one) => {
    const verdict = onStatement.get(one.id);
    if (retracted.has(one.report) || verdict?.rejected === true) return [];
    const reliability = (one.outlet === null ? undefined : rated.get(one.outlet)) ?? one.reliability;
    return [{ ...one, ...verdict?.correction, reliability, isReviewed: verdict !== undefined }];
  });
}

/** Which statements persons have put together or apart. */
export function groupingsOf(decisions: readonly Decision[]): Groupings {
  const merged: ReadonlySet<string>[] = [];
  const split: ReadonlySet<string>[] = [];
  for (const { verdict } of standing(decisions)) {
    if (verdict.kind === "merge") merged.push(new Set(verdict.statements));
    if (verdict.kind === "split") split.push(new Set(verdict.statements));
  }
  return { merged, split };
}

/** Statements that a decision is about, apart from whole reports and outlets. */
export function statementsOf(verdict: Verdict): readonly string[] {
  switch (verdict.kind) {
    case "accept":
    case "reject":
    case "correct":
      return [verdict.statement];
    case "merge":
    case "split":
      return verdict.statements;
    default:
      return [];
  }
}
