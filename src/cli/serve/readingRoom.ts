import type { Given, Readings } from "../../server/index.js";
import type { ReportBatch } from "../record/crew.js";
import { createPool } from "../stream/pool.js";
import type { Surroundings } from "../surroundings.js";

/** Reads reports in a thread of its own, so that questions are answered meanwhile; it starts with the first report. */
export function openReadingRoom(
  { startThread }: Surroundings,
  tell: (what: string) => void,
): { readonly read: Given["read"]; close(): Promise<void> } {
  const pool = createPool<ReportBatch, Readings>(1, () => startThread("reports"), tell, lost);
  return { read: (reports) => pool.read({ reports }), close: () => pool.close() };
}

function lost({ reports }: ReportBatch): Readings {
  const faults = reports.map(({ where }) => ({
    where,
    line: null,
    what: "the reading thread died twice on this report or near it",
    mend: "send the report by itself",
  }));
  return { readings: [], faults };
}
