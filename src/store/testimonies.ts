import { type RawBuilder, sql } from "kysely";
import type { Statement } from "../model/index.js";
import { applied, type Decision, type Registers, type Testimony, unitOf } from "../record/index.js";
import type { Database } from "./rows.js";

interface TestimonyRow {
  readonly body: Omit<Statement, "codes" | "evidence">;
  readonly report: string;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly reliability: Testimony["reliability"];
  readonly outlet_of: string | null;
  readonly story: string | null;
}

/** Statements as they were read, with what their reports tell; `which` may speak of `s` (statement) and `r` (report). */
export async function readTestimonies(
  db: Database,
  which: RawBuilder<boolean>,
  change: number,
): Promise<readonly Testimony[]> {
  const { rows } = await sql<TestimonyRow>`
    select s.told as body, s.report, r.published, r.outlet, r.url, r.reliability,
      r.outlet_of, t.story
    from statement s join report r on r.id = s.report
    left join story t on t.report = s.report and t.system_to is null
    where s.change <= ${change} and (${which})
      and (r.origin <> 'history' or not ${isGone(sql`s.report`, change)})`.execute(db);
  return rows.map((row) => {
    const { body, outlet_of: outletOf, story, ...rest } = row;
    return { ...body, ...rest, outletOf, story: story ?? row.report, isReviewed: false };
  });
}

/** Whether a source of the history on board had been left out by a change. */
export function isGone(report: RawBuilder<unknown>, change: number): RawBuilder<boolean> {
  return sql`coalesce((
    select is_gone from retirement g where g.report = ${report} and g.change <= ${change}
    order by g.change desc limit 1), false)`;
}

/** The units in which statements lie or lay: as they were read, and as each of several sets of decisions leaves them. */
export async function unitsOf(
  db: Database,
  which: RawBuilder<boolean>,
  views: readonly (readonly Decision[])[],
  change: number,
  registers: Registers,
): Promise<readonly string[]> {
  const read = await readTestimonies(db, which, change);
  const all = [read, ...views.map((decisions) => applied(read, decisions))].flat();
  const units = all.map((one) => unitOf(one, registers)).filter((one): one is string => one !== null);
  return [...new Set(units)];
}
