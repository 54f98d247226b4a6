import type { Kysely, KyselyPlugin } from "kysely";
import { CompiledQuery, sql } from "kysely";
import type { Ledger, Library } from "../../src/record/index.js";
import { openCoverage, registersOf } from "../../src/recording.js";
import { openEngine } from "../../src/store/engine.js";
import { openLedger, type RecordAddress } from "../../src/store/index.js";
import { createLedger } from "../../src/store/ledger.js";
import type { Tables } from "../../src/store/tables.js";
import type { World } from "./world.js";

/** A record of the bench with its database laid open, which the ledger keeps to itself. */
export interface BareRecord {
  readonly library: Library;
  readonly db: Kysely<Tables>;
  /** The milliseconds that opening took, engine and migrations together. */
  readonly openedIn: number;
  /** Runs some work and gives the queries that it put to the database. */
  queriesOf(work: () => Promise<unknown>): Promise<readonly CompiledQuery[]>;
  close(): Promise<void>;
}

/** Opens a record as the command does, and once more with a database that tells its queries. */
export async function openBare(
  address: RecordAddress,
  { books }: Pick<World, "books">,
  clock: () => number,
): Promise<BareRecord> {
  const registers = registersOf(books);
  const began = performance.now();
  const opened = await openLedger(address, registers, clock);
  const openedIn = performance.now() - began;
  if (!opened.ok) throw new Error(opened.faults.map(({ what }) => what).join(", "));
  await opened.value.ledger.close();
  const coverage = openCoverage();
  if (!coverage.ok) throw new Error("data/baseline/completeness.csv is broken");
  const { db, close } = await openEngine(address);
  const heard: CompiledQuery[] = [];
  let listens = false;
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      if (listens) heard.push(db.getExecutor().compileQuery(node, queryId));
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const ledger: Ledger = createLedger({ db: db.withPlugin(plugin), registers, clock }, close);
  return {
    library: { ledger, registers, coverage: coverage.value },
    db,
    openedIn,
    queriesOf: async (work) => {
      heard.length = 0;
      listens = true;
      try {
        await work();
      } finally {
        listens = false;
      }
      return [...heard];
    },
    close,
  };
}

/** What the database says its files hold, and each table with its indexes and long values. */
export async function sizesOf(
  db: Kysely<Tables>,
): Promise<{ readonly database: number; readonly tables: Readonly<Record<string, number>> }> {
  const whole = await sql<{ bytes: number }>`
    select pg_database_size(current_database())::float8 as bytes`.execute(db);
  const { rows } = await sql<{ name: string; bytes: number }>`
    select relname as name, pg_total_relation_size(c.oid)::float8 as bytes
    from pg_class c join pg_namespace n on n.oid = relnamespace
    where nspname = 'credence' and relkind = 'r' order by bytes desc`.execute(db);
  return {
    database: whole.rows[0]?.bytes ?? 0,
    tables: Object.fromEntries(rows.map(({ name, bytes }) => [name, bytes])),
  };
}

/** Rows of each table of the record, counted. */
export async function rowCounts(db: Kysely<Tables>): Promise<ReadonlyMap<string, number>> {
  const { rows: tables } = await sql<{ name: string }>`
    select relname as name from pg_class c join pg_namespace n on n.oid = relnamespace
    where nspname = 'credence' and relkind = 'r'`.execute(db);
  const counts = new Map<string, number>();
  for (const { name } of tables) {
    const { rows } = await sql<{
      count: number;
    }>`select count(*) as count from ${sql.id("credence", name)}`.execute(db);
    counts.set(name, rows[0]?.count ?? 0);
  }
  return counts;
}

/** The plan that the database makes for a query, with the very values that it was asked with. */
export async function planOf(db: Kysely<Tables>, query: CompiledQuery): Promise<unknown> {
  const { rows } = await db.executeQuery<{ "QUERY PLAN": unknown }>(
    CompiledQuery.raw(`explain (format json) ${query.sql}`, [...query.parameters]),
  );
  return rows[0]?.["QUERY PLAN"];
}
