import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { CompiledQuery, Kysely, PostgresDialect } from "kysely";
import pg from "pg";
import type { RecordAddress } from "./address.js";
import { lockFolder } from "./lock.js";
import type { Tables } from "./tables.js";

/** A database that is open: the same Kysely on both engines. */
export interface Engine {
  readonly kind: "embedded" | "server";
  readonly db: Kysely<Tables>;
  close(): Promise<void>;
}

/** Another process has the folder open. */
export class RecordLocked extends Error {
  readonly pid: number;

  constructor(pid: number) {
    super(`the record is in use by process ${pid}`);
    this.pid = pid;
  }
}

/** Milliseconds that an embedded database may take to close. */
const patience = 20_000;

/** The record's own schema, so that a server's database may hold other things beside it. */
export const schema = "credence";

export async function openEngine(address: RecordAddress): Promise<Engine> {
  return address.kind === "server" ? openServer(address.url) : await openEmbedded(address.path);
}

function openServer(url: string): Engine {
  const pool = new pg.Pool({ connectionString: url, max: 4, types, connectionTimeoutMillis: 10_000 });
  // A connection that breaks while idle is made anew when it is next needed.
  pool.on("error", () => undefined);
  // One that breaks while it waits within a transaction makes the next query fail, which tells what there is to tell.
  pool.on("connect", (client) => client.on("error", () => undefined));
  const db = kyselyOf(pool);
  return { kind: "server", db, close: () => db.destroy() };
}

async function openEmbedded(folder: string): Promise<Engine> {
  const lock = lockFolder(folder);
  if (!lock.ok) throw new RecordLocked(lock.holder.pid);
  try {
    const [{ PGlite }, { btree_gist }, { createPgConfig }] = await Promise.all([
      import("@electric-sql/pglite"),
      import("@electric-sql/pglite/contrib/btree_gist"),
      import("@electric-sql/pglite/node-postgres"),
    ]);
    const data = join(folder, "pgdata");
    mkdirSync(data, { recursive: true });
    const lite = await PGlite.create(data, { extensions: { btree_gist } });
    // PGlite speaks Postgres's own protocol to `pg`, so that both engines run the same driver.
    const pool = new pg.Pool({ ...createPgConfig(lite), max: 1, types } as pg.PoolConfig);
    const db = kyselyOf(pool);
    return {
      kind: "embedded",
      db,
      close: async () => {
        try {
          await db.destroy();
          // After a breakdown the database does not answer any more; what it had finished is on the disk.
          await Promise.race([lite.close(), pause(patience, undefined, { ref: false })]);
        } catch {
          // It has said already what is wrong, to whoever asked last.
        } finally {
          lock.release();
        }
      },
    };
  } catch (error) {
    lock.release();
    throw error;
  }
}

function kyselyOf(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool,
      onCreateConnection: async (connection) => {
        await connection.executeQuery(CompiledQuery.raw(`set search_path to ${schema}, public`));
        await connection.executeQuery(CompiledQuery.raw("set timezone to 'UTC'"));
        // The price of a page out of order on discs without moving parts; the default is that of tapes and turntables.
        await connection.executeQuery(CompiledQuery.raw("set random_page_cost to 1.1"));
      },
    }),
  });
}

const text = (value: string) => value;
const parsers: Readonly<Record<number, (value: string) => unknown>> = {
  [pg.types.builtins.DATE]: text,
  [pg.types.builtins.INT8]: Number,
  [pg.types.builtins.TIMESTAMPTZ]: instantOf,
};

/** Rows of one change share one instant, so that few texts are seen again and again. */
const instants = new Map<string, string>();
const keptInstants = 256;

/** "2026-11-24 14:30:00.123+00" in the session's time zone, which is UTC. */
function instantOf(value: string): string {
  const known = instants.get(value);
  if (known !== undefined) return known;
  const instant = new Date(`${value.replace(" ", "T").replace(/\+00$/, "")}Z`).toISOString();
  if (instants.size >= keptInstants) instants.clear();
  instants.set(value, instant);
  return instant;
}

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig["getTypeParser"],
};
