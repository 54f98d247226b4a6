import { sql } from "kysely";
import type { Alteration, Alterations, Event, Prospect, Relation } from "../record/index.js";
import { decisionOf } from "./decisions.js";
import type { Database } from "./rows.js";
import type { DerivedTable } from "./tables.js";

/** What a change did: the rows that it opened and closed, paired by their id. */
export async function alterationsOf(db: Database, number: number): Promise<Alterations | null> {
  const change = await db.selectFrom("change").selectAll().where("number", "=", number).executeTakeFirst();
  if (change === undefined) return null;
  const reports = await db
    .selectFrom("report")
    .select(["id", "title", "outlet", "published", "url"])
    .where("change", "=", number)
    .orderBy("id")
    .execute();
  return {
    change,
    reports,
    decision: await decisionOf(db, number),
    events: await altered<Event>(db, "event", change.at),
    prospects: await altered<Prospect>(db, "prospect", change.at),
    relations: await altered<Relation>(db, "relation", change.at),
  };
}

async function altered<T>(db: Database, table: DerivedTable, at: string): Promise<readonly Alteration<T>[]> {
  const { rows } = await sql<{ id: string; body: T; opened: boolean }>`
    select id, body, system_from = ${at} as opened from ${sql.table(table)}
    where system_from = ${at} or system_to = ${at} order by id`.execute(db);
  const pairs = new Map<string, Alteration<T>>();
  for (const { id, body, opened } of rows) {
    const pair = pairs.get(id) ?? { before: null, after: null };
    pairs.set(id, opened ? { ...pair, after: body } : { ...pair, before: body });
  }
  return [...pairs.values()];
}
