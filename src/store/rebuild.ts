import { sql, type Transaction } from "kysely";
import type { DerivedTable, Tables } from "./tables.js";
import { changing, deriveAdded, deriveDecided, gatherStatistics, type Writing } from "./write.js";

const derived: readonly (DerivedTable | "story")[] = ["story", "event", "prospect", "relation"];

/**
 * Derives everything anew from reports and decisions, change by change and at the system time of each, in one
 * transaction. Gives how many rows differ from those before: none, unless the rules or the data of the program have
 * changed since.
 */
export async function rebuild(
  writing: Writing,
  told: (done: number, all: number) => void = () => undefined,
): Promise<{ readonly changed: number }> {
  const outcome = await changing(writing, async (trx) => {
    for (const table of derived) {
      await sql`create temporary table ${sql.id(`old_${table}`)} on commit drop as select * from ${sql.table(table)}`.execute(
        trx,
      );
      await sql`delete from ${sql.table(table)}`.execute(trx);
    }
    const changes = await trx.selectFrom("change").selectAll().orderBy("number").execute();
    for (const [index, change] of changes.entries()) {
      if (change.kind === "decision") await deriveDecided(trx, change, writing.registers);
      else await deriveAdded(trx, change, writing.registers);
      told(index + 1, changes.length);
    }
    let changed = 0;
    for (const table of derived) changed += await differing(trx, table);
    return { changed };
  });
  await gatherStatistics(writing.db);
  return outcome;
}

/** Rows that stand on one side only. */
async function differing(trx: Transaction<Tables>, table: DerivedTable | "story"): Promise<number> {
  const [now, old] = [sql.table(table), sql.id(`old_${table}`)];
  const { rows } = await sql<{ count: number }>`
    select (select count(*) from (select * from ${now} except select * from ${old}) a)
      + (select count(*) from (select * from ${old} except select * from ${now}) b) as count`.execute(trx);
  return rows[0]?.count ?? 0;
}
