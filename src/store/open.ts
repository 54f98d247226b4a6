import { Migrator, sql } from "kysely";
import type { Fault, Outcome } from "../model/index.js";
import type { Ledger, Registers } from "../record/index.js";
import { type RecordAddress, shownAddress } from "./address.js";
import { type Engine, openEngine, schema } from "./engine.js";
import { storeFault } from "./faults.js";
import { createLedger } from "./ledger.js";
import { migrationNames, provider } from "./migrations/index.js";

export interface Opened {
  readonly ledger: Ledger;
  /** Whether the record holds nothing yet and was not wished so: the history on board is still to be added. */
  readonly wantsHistory: boolean;
  /** Whether the record was made just now. */
  readonly isNew: boolean;
  readonly engine: Engine["kind"];
}

/**
 * Opens the record, brings it to the form of this program, and makes it where there is none (`isBare`: to stay without the history on board). What a user can mend (a
 * record in use, one made by a newer version, a server that does not answer) comes back as a fault.
 */
export async function openLedger(
  address: RecordAddress,
  registers: Registers,
  clock: () => number,
  isBare = false,
): Promise<Outcome<Opened>> {
  const where = shownAddress(address);
  let engine: Engine | null = null;
  try {
    engine = await openEngine(address);
    const { db, kind, close } = engine;
    // Two processes that make one record at once would both find the schema missing, and one of them fail.
    await db.transaction().execute(async (trx) => {
      await sql`select pg_advisory_xact_lock(${makersLock})`.execute(trx);
      await sql.raw(`create schema if not exists ${schema}`).execute(trx);
    });
    const newer = await newerForm(engine);
    if (newer !== null) {
      await close();
      return { ok: false, faults: [newerFault(where, newer)] };
    }
    const migrator = new Migrator({ db, provider, migrationTableSchema: schema });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error !== undefined) throw error;
    const ledger = createLedger({ db, registers, clock }, close);
    const isNew = results.length > 0;
    const wantsHistory = await isWanting(engine, isBare);
    return { ok: true, value: { ledger, isNew, wantsHistory, engine: kind }, faults: [] };
  } catch (error) {
    await engine?.close().catch(() => undefined);
    const fault = storeFault(error, where);
    if (fault === null) throw error;
    return { ok: false, faults: [fault] };
  }
}

/** Whether the record holds no change yet and nobody wished it bare; keeps the wish where it is made. */
async function isWanting({ db }: Engine, isBare: boolean): Promise<boolean> {
  if (isBare)
    await sql`insert into wish select 'bare' where not exists (select from change) on conflict do nothing`.execute(
      db,
    );
  const { rows } = await sql<{ wanting: boolean }>`
    select not exists (select from change) and not exists (select from wish where name = 'bare') as wanting`.execute(
    db,
  );
  return rows[0]?.wanting === true;
}

/** Held while a record is being made: "made" in ASCII. */
const makersLock = 0x6d61_6465;

/** The name of a form of the record that this program does not know; null where it knows them all. */
async function newerForm({ db }: Engine): Promise<string | null> {
  const { rows: tables } = await sql<{ found: string | null }>`
    select to_regclass(${`${schema}.kysely_migration`})::text as found`.execute(db);
  if ((tables[0]?.found ?? null) === null) return null;
  const { rows } = await sql<{
    name: string;
  }>`select name from ${sql.table(`${schema}.kysely_migration`)}`.execute(db);
  return rows.map(({ name }) => name).find((name) => !migrationNames.includes(name)) ?? null;
}

function newerFault(where: string, form: string): Fault {
  return {
    where,
    line: null,
    what: `the record was made by a newer version of Credence (form ${form})`,
    mend: "use that version, or name another record with --record",
  };
}
