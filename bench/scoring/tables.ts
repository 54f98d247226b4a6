import { facets } from "./compare.js";
import { type Counts, f1, share, type Tally } from "./tally.js";

/** Statements by file or topic: precision, recall, F1 of act-actor-target, then each facet's accuracy. */
export function statementTable(heading: string, rows: ReadonlyMap<string, Tally>): string {
  const head = [heading, "reports", "gold", "found", "P", "R", "F1", ...facets];
  return table(
    head,
    [...rows].map(([name, { reports, statements, right }]) => [
      name,
      String(reports),
      ...measures(statements),
      ...facets.map((facet) => figure(share(right[facet], statements.both))),
    ]),
  );
}

/** Claims by file or topic: precision, recall, F1 of kind-holder-target-number, then the rest. */
export function claimTable(heading: string, rows: ReadonlyMap<string, Tally>): string {
  const parts = ["total", "over", "membersOf", "within"] as const;
  return table(
    [heading, "reports", "gold", "found", "P", "R", "F1", ...parts],
    [...rows].map(([name, { reports, claims, claimsRight }]) => [
      name,
      String(reports),
      ...measures(claims),
      ...parts.map((part) => figure(share(claimsRight[part], claims.both))),
    ]),
  );
}

function measures(counts: Counts): readonly string[] {
  const { gold, found, both } = counts;
  return [
    String(gold),
    String(found),
    figure(share(both, found)),
    figure(share(both, gold)),
    figure(f1(counts)),
  ];
}

function figure(value: number | null): string {
  return value === null ? "–" : value.toFixed(3);
}

/** Columns as wide as their widest cell: the first to the left, the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd();
  const rule = widths.map((width) => "─".repeat(width)).join("──");
  return [line(head), rule, ...rows.map(line)].join("\n");
}
