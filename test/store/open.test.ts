import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, describe, expect, inject, it } from "vitest";
import type { RecordAddress } from "../../src/store/address.js";
import { openEngine } from "../../src/store/engine.js";
import { type Opened, openLedger, recordAddress, shownAddress } from "../../src/store/index.js";
import { lockFolder } from "../../src/store/lock.js";
import { registers } from "../record/register.js";
import { newYear, onBothEngines, onServer } from "./engines.js";
import { report } from "./reports.js";

async function opened(address: RecordAddress): Promise<Opened> {
  const outcome = await openLedger(address, registers, () => newYear);
  if (!outcome.ok) throw new Error(outcome.faults.map(({ what }) => what).join(", "));
  return outcome.value;
}

/** What stands in the way of opening a record; nothing where it opens. */
async function faultsOf(address: RecordAddress): Promise<readonly string[]> {
  const outcome = await openLedger(address, registers, () => newYear);
  if (!outcome.ok) return outcome.faults.map(({ what }) => what);
  await outcome.value.ledger.close();
  return [];
}

const told = report({ published: "2008-02-23", says: [{ says: "PER recognise XKX", on: "2008-02-22" }] });

onBothEngines("opening a record", (store, kind) => {
  it("makes it where there is none, and finds it the next time", async () => {
    const address = await store.place();
    const first = await opened(address);
    expect(first).toMatchObject({ isNew: true, engine: kind });
    await first.ledger.add([told]);
    const relations = await first.ledger.relations({ asOf: null, knownAt: null });
    await first.ledger.close();

    const second = await opened(address);
    expect(second).toMatchObject({ isNew: false, engine: kind });
    expect(await second.ledger.relations({ asOf: null, knownAt: null })).toEqual(relations);
    expect(relations).toHaveLength(1);
    expect((await second.ledger.add([told])).added).toEqual([]);
    expect(await second.ledger.rebuild()).toEqual({ changed: 0 });
    await second.ledger.close();

    // A version of the program that knows more forms of the record has been here since.
    const engine = await openEngine(address);
    await sql`insert into kysely_migration (name, timestamp) values ('9999-later', '2030')`.execute(
      engine.db,
    );
    await engine.close();
    expect(await faultsOf(address)).toEqual([
      "the record was made by a newer version of Credence (form 9999-later)",
    ]);
  });
});

onServer("opening a record", () => {
  const at = (change: (url: URL) => void): RecordAddress => {
    const url = new URL(inject("server") as string);
    change(url);
    return { kind: "server", url: url.href };
  };
  it.each<[string, (url: URL) => void, string]>([
    [
      "that is not there",
      (url) => {
        url.port = "1";
      },
      "the Postgres server does not answer (ECONNREFUSED)",
    ],
    [
      "without the database",
      (url) => {
        url.pathname = "/nowhere";
      },
      "the server has no such database",
    ],
  ])("%s is a fault", async (_, change, what) => {
    expect(await faultsOf(at(change))).toEqual([what]);
  });

  it("with a wrong password is a fault, which does not show it", async ({ skip }) => {
    // A server that was named may trust whoever comes from this machine.
    if (process.env["CREDENCE_TEST_POSTGRES"]) skip("the server in CREDENCE_TEST_POSTGRES may trust anybody");
    const address = at((url) => {
      url.password = "sesame";
    });
    expect(await faultsOf(address)).toEqual(["the Postgres server refuses this user"]);
    expect(shownAddress(address)).not.toContain("sesame");
  });
});

onServer("a new record that several make at once", (store) => {
  it("is made once", async () => {
    const address = await store.place();
    const all = await Promise.all(Array.from({ length: 8 }, () => opened(address)));
    await Promise.all(all.map(({ ledger }) => ledger.add([told])));
    expect(await all[0]?.ledger.counts()).toMatchObject({ reports: 1, changes: 1, relations: 1 });
    await Promise.all(all.map(({ ledger }) => ledger.close()));
  });
});

onServer("a server that breaks off in the middle of a change", (store) => {
  it("leaves the program alive, and the record as it was", async () => {
    const address = await store.place();
    await (await opened(address)).ledger.close();
    const engine = await openEngine(address);
    const change = engine.db.transaction().execute(async (trx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
      await sql`insert into change (number, at, kind) values (1, '2026-01-01', 'reports')`.execute(trx);
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(store.db);
      // The news of the broken connection comes while nobody asks anything of it.
      await new Promise((resolve) => setTimeout(resolve, 100));
      await sql`select 1`.execute(trx);
    });
    await expect(change).rejects.toThrow();
    expect((await sql`select * from change`.execute(engine.db)).rows).toEqual([]);
    await engine.close();
  });
});

describe("a record's folder", () => {
  const left: string[] = [];
  const folder = async () => {
    const path = await mkdtemp(join(tmpdir(), "credence-lock-"));
    left.push(path);
    return path;
  };
  afterEach(async () => {
    for (const path of left.splice(0)) await rm(path, { recursive: true, force: true });
  });

  it("is used by one at a time", async () => {
    const path = await folder();
    const first = lockFolder(path);
    expect(first.ok).toBe(true);
    expect(lockFolder(path)).toMatchObject({ ok: false, holder: { pid: process.pid } });
    expect(await faultsOf({ kind: "folder", path })).toEqual([
      `the record is in use by another Credence (process ${process.pid})`,
    ]);
    if (first.ok) first.release();
    const next = lockFolder(path);
    expect(next.ok).toBe(true);
    if (next.ok) next.release();
  });

  it.each([
    [
      "a process that is gone",
      () => JSON.stringify({ pid: spawnSync(process.execPath, ["--version"]).pid, begun: "1" }),
    ],
    ["an earlier process with our number", () => JSON.stringify({ pid: process.pid, begun: "another time" })],
    ["nobody who can be read", () => "{"],
    ["nobody at all", () => ""],
  ])("is taken over from %s", async (_, content) => {
    const path = await folder();
    await writeFile(join(path, "lock"), content());
    const lock = lockFolder(path);
    expect(lock.ok).toBe(true);
    expect(JSON.parse(await readFile(join(path, "lock"), "utf8"))).toMatchObject({ pid: process.pid });
    if (lock.ok) lock.release();
  });

  it("is a folder", async () => {
    const path = join(await folder(), "file");
    await writeFile(path, "not a record");
    expect(await faultsOf({ kind: "folder", path })).toEqual(["this is no folder"]);
    expect(await faultsOf({ kind: "folder", path: join(path, "below") })).toEqual(["this is no folder"]);
  });
});

describe("the address of a record", () => {
  const folder = (path: string) => ({ kind: "folder", path });
  it.each<[string, string | undefined, Record<string, string>, object]>([
    ["what is given", "/records/mine", { CREDENCE_RECORD: "/records/other" }, folder("/records/mine")],
    [
      "else what the environment says",
      undefined,
      { CREDENCE_RECORD: "/records/other" },
      folder("/records/other"),
    ],
    ["a server", "postgres://host/db", {}, { kind: "server", url: "postgres://host/db" }],
    [
      "a server by its longer name",
      "postgresql://host/db",
      {},
      { kind: "server", url: "postgresql://host/db" },
    ],
    [
      "else the user's data folder",
      undefined,
      { XDG_DATA_HOME: "/data", CREDENCE_RECORD: "" },
      folder("/data/credence/record"),
    ],
  ])("is %s", (_, given, environment, expected) => {
    expect(recordAddress(given, environment)).toEqual(expected);
  });

  it("never shows a password", () => {
    expect(shownAddress({ kind: "server", url: "postgres://ana:sesame@host/db" })).toBe(
      "postgres://ana@host/db",
    );
    expect(shownAddress({ kind: "server", url: "postgres://ana:ses ame@:x/db" })).toBe("the Postgres server");
  });
});
