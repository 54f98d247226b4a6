import type { BareRecord } from "./bareRecord.js";
import { planOf, rowCounts } from "./bareRecord.js";

/** Rows of a table beyond which no question may read it from end to end. */
const most = 10_000;

/** A question whose plan reads a large table whole. */
export interface Scan {
  readonly question: string;
  readonly table: string;
  readonly rows: number;
  readonly sql: string;
  readonly plan: unknown;
}

/** Work by its name, the queries of which are to be looked at. */
export type Works = Readonly<Record<string, () => Promise<unknown>>>;

/** Looks at the plan of every query that the works put, and gives those that read a large table whole. */
export async function scansIn(record: BareRecord, works: Works): Promise<readonly Scan[]> {
  const counts = await rowCounts(record.db);
  const found = new Map<string, Scan>();
  for (const [question, work] of Object.entries(works)) {
    for (const query of await record.queriesOf(work)) {
      if (!/^\s*(?:select|with|update|insert)\b/i.test(query.sql)) continue;
      const plan = await planOf(record.db, query);
      for (const table of scannedIn(plan)) {
        const rows = counts.get(table) ?? 0;
        const key = `${question} ${table} ${query.sql}`;
        if (rows > most && !found.has(key)) found.set(key, { question, table, rows, sql: query.sql, plan });
      }
    }
  }
  return [...found.values()];
}

/** Tables that a plan reads in sequence, at any depth. */
function scannedIn(plan: unknown): readonly string[] {
  if (Array.isArray(plan)) return plan.flatMap(scannedIn);
  if (plan === null || typeof plan !== "object") return [];
  const node = plan as Readonly<Record<string, unknown>>;
  const isScan = /^(?:Parallel )?Seq Scan$/.test(String(node["Node Type"] ?? ""));
  const here = isScan ? [String(node["Relation Name"])] : [];
  return [...here, ...Object.values(node).flatMap(scannedIn)];
}
