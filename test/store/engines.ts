import { randomBytes } from "node:crypto";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Kysely, sql } from "kysely";
import pg from "pg";
import { afterAll, beforeAll, describe, inject, it } from "vitest";
import type { Ledger, Registers } from "../../src/record/index.js";
import type { RecordAddress } from "../../src/store/address.js";
import { type Engine, openEngine } from "../../src/store/engine.js";
import { openLedger } from "../../src/store/index.js";
import { createLedger } from "../../src/store/ledger.js";
import type { DerivedTable, Tables } from "../../src/store/tables.js";
import { registers as small } from "../record/register.js";

/** A clock that tests set; without being set it stands at the beginning of 2026. */
export interface Clock {
  now: number;
}

export const newYear = Date.parse("2026-01-01T00:00:00.000Z");

/** One engine, open for the tests of a file. */
export interface Store {
  /** The database itself, for looking at all rows and for writing past the ledger. */
  readonly db: Kysely<Tables>;
  /** An empty record: the tables are emptied, which leaves nothing of the case before, sequences there are none. */
  fresh(clock?: Clock, registers?: Registers): Promise<Ledger>;
  /** A place where no record has been made yet. */
  place(): Promise<RecordAddress>;
}

export type Kind = Engine["kind"];

const sources = "claim, statement, story, decision, report, event, prospect, relation, change";

/** Runs the same tests on embedded PGlite and on a Postgres server; where no server can run, they are skipped and say why. */
export function onBothEngines(name: string, tests: (store: Store, kind: Kind) => void): void {
  onEngine("embedded", name, tests);
  onEngine("server", name, tests);
}

/** Runs tests of what only a server can do: serve several at once, and break off. */
export function onServer(name: string, tests: (store: Store) => void): void {
  onEngine("server", name, tests);
}

function onEngine(kind: Kind, name: string, tests: (store: Store, kind: Kind) => void): void {
  // A database on a busy machine takes much longer than on an idle one.
  describe(`${name}, ${kind}`, { timeout: 120_000 }, () => {
    if (kind === "server" && inject("server") === null)
      it("runs on a Postgres server", ({ skip }) => skip(inject("noServer")));
    else tests(storeOf(kind), kind);
  });
}

function storeOf(kind: Kind): Store {
  let engine: Engine | null = null;
  const leave: (() => Promise<unknown>)[] = [];
  const open = () => {
    if (engine === null) throw new Error("the engine is open only while tests run");
    return engine;
  };
  const place = async (isCopy: boolean): Promise<RecordAddress> =>
    kind === "server" ? await newDatabase(leave) : await newFolder(leave, isCopy);
  beforeAll(async () => {
    const address = await place(true);
    // Brings a new database to the present form; the folder was made beforehand.
    const opened = await openLedger(address, small, Date.now);
    if (!opened.ok) throw new Error(opened.faults.map(({ what }) => what).join(", "));
    await opened.value.ledger.close();
    engine = await openEngine(address);
  });
  afterAll(async () => {
    await engine?.close();
    for (const one of leave.reverse()) await one();
  });
  return {
    get db() {
      return open().db;
    },
    fresh: async (clock = { now: newYear }, registers = small) => {
      const { db } = open();
      await sql.raw(`truncate ${sources} cascade`).execute(db);
      return createLedger({ db, registers, clock: () => clock.now }, async () => undefined);
    },
    place: () => place(false),
  };
}

type Leave = (() => Promise<unknown>)[];

async function newFolder(leave: Leave, isCopy: boolean): Promise<RecordAddress> {
  const path = await mkdtemp(join(tmpdir(), "credence-record-"));
  leave.push(() => rm(path, { recursive: true, force: true }));
  if (isCopy) await cp(inject("folder"), path, { recursive: true });
  return { kind: "folder", path };
}

async function newDatabase(leave: Leave): Promise<RecordAddress> {
  const server = inject("server") as string;
  const name = `credence_test_${randomBytes(6).toString("hex")}`;
  await command(server, `create database ${name}`);
  leave.push(() => command(server, `drop database ${name} with (force)`));
  const url = new URL(server);
  url.pathname = `/${name}`;
  return { kind: "server", url: url.href };
}

async function command(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

/** A row of a derived table with everything that the database keeps of it. */
export interface WholeRow<T> {
  readonly id: string;
  readonly unit: string;
  readonly digest: string;
  readonly body: T;
  readonly system_from: string;
  readonly system_to: string | null;
}

/** All rows of a derived table, also those that are closed, in an order that does not depend on when they were written. */
export async function allRows<T>(db: Kysely<Tables>, table: DerivedTable): Promise<readonly WholeRow<T>[]> {
  const { rows } = await sql<WholeRow<T>>`
    select * from ${sql.table(table)} order by id collate "C", system_from`.execute(db);
  return rows;
}
