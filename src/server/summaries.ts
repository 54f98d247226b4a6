import type { Alterations, Change, Ledger } from "../record/index.js";
import { type FirstRows, firstRows } from "./altered.js";
import { type ChangeItem, pageSizes, type ReportEntry } from "./wire.js";

/** A change in one line, with all its reports. */
export interface Summary {
  readonly item: ChangeItem;
  readonly reports: readonly ReportEntry[];
  /** The first rows that a large change altered; null for others, which are read when they are asked for. */
  readonly first: FirstRows | null;
}

/** Rows from which on a change is large. */
const large = 1_000;

/** Summaries kept; what a change did stays as it is, so that each is made once. */
const most = 20_000;

export function createSummaries(ledger: Ledger): { of(change: Change): Promise<Summary> } {
  const kept = new Map<string, Promise<Summary>>();
  return {
    of: (change) => {
      // The moment tells a change from one of the same number in a record that was made anew.
      const key = `${change.number} ${change.at}`;
      const known = kept.get(key);
      if (known !== undefined) return known;
      const made = ledger.alterations(change.number).then((one) => summaryOf(change, one));
      if (kept.size >= most) kept.clear();
      kept.set(key, made);
      made.catch(() => kept.delete(key));
      return made;
    },
  };
}

function summaryOf(change: Change, altered: Alterations | null): Summary {
  const reports = altered?.reports ?? [];
  const item: ChangeItem = {
    ...change,
    reports: reports.slice(0, 5),
    reportCount: reports.length,
    decision: altered?.decision ?? null,
    altered: {
      events: altered?.events.length ?? 0,
      prospects: altered?.prospects.length ?? 0,
      relations: altered?.relations.length ?? 0,
    },
  };
  const { events, prospects, relations } = item.altered;
  const isLarge = altered !== null && events + prospects + relations >= large;
  return { item, reports, first: isLarge ? firstRows(altered, pageSizes.usual) : null };
}
