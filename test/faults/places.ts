import { randomBytes } from "node:crypto";
import { readdirSync } from "node:fs";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { sql } from "kysely";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { recordAddress } from "../../src/store/address.js";
import { type Engine, openEngine } from "../../src/store/engine.js";
import { openLedger } from "../../src/store/index.js";
import { registers } from "../record/register.js";
// The types of what the global setup provides are declared there.
import type {} from "../store/servers.js";

export type Kind = Engine["kind"];
export const kinds: readonly Kind[] = ["embedded", "server"];

/** Why tests on this engine cannot run here; null where they can. */
export function missing(kind: Kind): string | null {
  return kind === "server" && inject("server") === null ? inject("noServer") : null;
}

const leave: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const one of leave.splice(0).reverse()) await one();
});

/** An empty folder that is gone after the tests of the file. */
export async function newFolder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "credence-faults-"));
  leave.push(() => rm(path, { recursive: true, force: true }));
  return path;
}

export async function newFile(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await newFolder(), name);
  await writeFile(path, content);
  return path;
}

let prepared: Promise<Readonly<Record<Kind, string>>> | null = null;

/** The address of an empty record that was wished without the history: a copy of one that is made once for a file. */
export async function newRecord(kind: Kind): Promise<string> {
  prepared ??= prepare();
  const from = (await prepared)[kind];
  if (kind === "server") return await newDatabase(new URL(from).pathname.slice(1));
  const path = await newFolder();
  await cp(from, path, { recursive: true });
  return path;
}

async function prepare(): Promise<Readonly<Record<Kind, string>>> {
  const embedded = await newFolder();
  await cp(inject("folder"), embedded, { recursive: true });
  const server = missing("server") === null ? await newDatabase() : "";
  for (const where of [embedded, server].filter((one) => one !== "")) {
    const address = recordAddress(where, {});
    const opened = await openLedger(address, registers, Date.now, true);
    if (!opened.ok) throw new Error(opened.faults.map(({ what }) => what).join(", "));
    await opened.value.ledger.close();
    // The folder had been made beforehand without the wish.
    const engine = await openEngine(address);
    await sql`insert into wish (name) values ('bare') on conflict do nothing`.execute(engine.db);
    await engine.close();
  }
  return { embedded, server };
}

/** The address of a database of its own, empty or a copy of another. */
export async function newDatabase(template = "template0"): Promise<string> {
  const name = `credence_faults_${randomBytes(6).toString("hex")}`;
  await onServer(`create database ${name} template ${template}`);
  leave.push(() => onServer(`drop database if exists ${name} with (force)`));
  const url = new URL(inject("server") as string);
  url.pathname = `/${name}`;
  return url.href;
}

let queue: Promise<unknown> = Promise.resolve();

/** One statement after another, since a database that is being copied may not be copied by a second one. */
function onServer(statement: string): Promise<unknown> {
  queue = queue.then(async () => {
    const client = new pg.Client({ connectionString: inject("server") as string });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  });
  return queue;
}

/** Waits until something exists or holds; the test's own time limit ends a wait in vain. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await holds())) await pause(5);
}

/** Waits until a process has an embedded record open, and has put away what it took the lock with. */
export function isLocked(folder: string): Promise<void> {
  return until(
    () =>
      readdirSync(folder)
        .filter((name) => name.startsWith("lock"))
        .join() === "lock",
  );
}
