import { daysOf, type Fault, type IsoDate, type Outcome } from "../model/index.js";
import { readTable } from "./tables.js";

/** For which party and act, and when, the tables are whole; days inclusive. */
export interface CoverageRow {
  readonly target: string;
  readonly act: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly level: "complete" | "partial";
  readonly note: string;
}

/** Reads completeness.csv. */
export function readCoverage(content: string): Outcome<readonly CoverageRow[]> {
  const faults: Fault[] = [];
  const rows = readTable("completeness", content, faults);
  if (faults.length > 0) return { ok: false, faults };
  const value = rows.map(({ row: { target, act, from, to, level, note } }) => ({
    target,
    act,
    from: daysOf(from).from,
    to: daysOf(to).to,
    level,
    note,
  }));
  return { ok: true, value, faults };
}
