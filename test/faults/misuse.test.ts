import { chmodSync, readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, inject, it } from "vitest";
import { recordAddress } from "../../src/store/address.js";
import { openEngine } from "../../src/store/engine.js";
import { faultsIn, run, start } from "./command.js";
import { counted, expectKept, expectOrder, look } from "./picture.js";
import { isLocked, type Kind, kinds, missing, newDatabase, newFile, newFolder, newRecord } from "./places.js";
import { reportLines } from "./reports.js";

const long = { timeout: 120_000 } as const;
const text = { input: "Peru recognised Kosovo." } as const;
const password = "s3cret-w0rd";

describe("a record made by a newer version", long, () => {
  it.for(kinds)("is refused and left as it is (%s)", async (kind: Kind, { skip }) => {
    const reason = missing(kind);
    if (reason !== null) return skip(reason);
    const record = await newRecord(kind);
    const engine = await openEngine(recordAddress(record, {}));
    await sql`insert into credence.kysely_migration values ('0999-later', '2036-01-01T00:00:00.000Z')`.execute(
      engine.db,
    );
    await sql`alter table report add column later text`.execute(engine.db);
    await engine.close();
    const before = await look(record);
    for (const words of [["add", "-"], ["log"]]) {
      const { code, out, err } = await run([...words, "--record", record], text);
      expect([code, out]).toEqual([1, ""]);
      expect(err).toMatch(/made by a newer version of Credence \(form 0999-later\); use that version/);
      expect(faultsIn(err).trim().split("\n")).toHaveLength(1);
    }
    expect(await look(record)).toEqual(before);
  });
});

/** Every line says where and what, none is a trace of the program's, and the password is in none. */
function expectFault({ code, out, err }: Awaited<ReturnType<typeof run>>, what: RegExp): void {
  expect([code, out]).toEqual([1, ""]);
  expect(err).toMatch(what);
  expect(faultsIn(err).trim().split("\n")).toHaveLength(1);
  expect(err).not.toMatch(/^\s+at |node:internal|Error:/m);
  expect(err).not.toContain(password);
}

describe.concurrent("a record that cannot be opened", long, () => {
  it("is a file", async () => {
    const path = await newFile("notes.txt", "my notes");
    expectFault(await run(["log", "--record", path]), /notes\.txt: this is no folder; name a folder/);
    expectFault(await run(["log", "--record", join(path, "below")]), /this is no folder; name a folder/);
    expect(readFileSync(path, "utf8")).toBe("my notes");
  });

  it("may not be written to", async ({ skip, onTestFinished }) => {
    if (process.platform === "win32" || process.getuid?.() === 0)
      return skip("permissions do not bind the user who runs these tests");
    const folder = await newFolder();
    chmodSync(folder, 0o500);
    onTestFinished(() => chmodSync(folder, 0o700));
    expectFault(await run(["log", "--record", folder]), /the folder cannot be written to; name another/);
  });

  it("is on a server that is not there", async () => {
    const port = await new Promise<number>((resolve) => {
      const probe = createServer().listen(0, "127.0.0.1", () => {
        const address = probe.address();
        probe.close(() => resolve(typeof address === "object" ? (address?.port ?? 0) : 0));
      });
    });
    const where = `postgres://who:${password}@127.0.0.1:${port}/record`;
    expectFault(
      await run(["add", "--record", where, "-"], text),
      /does not answer \(ECONNREFUSED\); start it/,
    );
    const given = await run(["log"], { environment: { CREDENCE_RECORD: where } });
    expectFault(given, /does not answer \(ECONNREFUSED\); start it/);
  });

  it("is on a server that says nothing, or hangs up", async ({ onTestFinished }) => {
    for (const [answer, what] of [
      [() => undefined, /does not answer in 10 seconds; start it/],
      [(socket: { destroy(): void }) => socket.destroy(), /the Postgres server/],
      [
        (socket: { end(text: string): void }) => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"),
        /Postgres server/,
      ],
    ] as const) {
      const server = createServer((socket) => {
        socket.on("error", () => undefined);
        answer(socket);
      });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      onTestFinished(() => void server.close());
      const { port } = server.address() as { port: number };
      expectFault(
        await run(["log", "--record", `postgres://who:${password}@127.0.0.1:${port}/record`]),
        what,
      );
    }
  });

  it("is asked of a name that there is not", async () => {
    const where = `postgres://who:${password}@nowhere.invalid/record`;
    expectFault(await run(["log", "--record", where]), /does not answer \((?:ENOTFOUND|EAI_AGAIN)\)/);
  });

  it.each([
    "postgres://[",
    `postgres://who:${password}@127.0.0.1:port/x`,
    `postgres://who:${password}@127.0.0.1:99999/x`,
    `postgres://who:${password}%zz@127.0.0.1/x`,
  ])("has an address that is none: %s", async (where) => {
    const { code, out, err } = await run(["log", "--record", where]);
    expect([code === 1 || code === 2, out]).toEqual([true, ""]);
    expect(err).not.toMatch(/^\s+at |node:internal/m);
    expect(err).not.toContain(password);
  });

  it("is on a server that refuses the password, or has no such database", async ({ skip }) => {
    const reason = missing("server");
    if (reason !== null) return skip(reason);
    const url = new URL(inject("server") as string);
    const right = url.password;
    url.password = password;
    const refused = await run(["log", "--record", url.href]);
    // A server that trusts whoever comes from its own machine refuses nobody.
    if (refused.code !== 0) expectFault(refused, /refuses this user; mend the name or the password/);
    url.password = right;
    url.pathname = "/nothing_of_this_name";
    expectFault(await run(["log", "--record", url.href]), /no such database; create it first, with createdb/);
  });

  it("has a password that is never told where all is well", async ({ skip, onTestFinished }) => {
    const reason = missing("server");
    if (reason !== null) return skip(reason);
    const engine = await openEngine(recordAddress(await newDatabase(), {}));
    const role = `credence_faults_${process.pid}`;
    await sql.raw(`create role ${role} superuser login password '${password}'`).execute(engine.db);
    onTestFinished(async () => {
      await sql.raw(`drop owned by ${role}`).execute(engine.db);
      await sql.raw(`drop role ${role}`).execute(engine.db);
      await engine.close();
    });
    const url = new URL(await newRecord("server"));
    url.username = role;
    url.password = password;
    for (const words of [["add", "-"], ["export"]]) {
      const { code, out, err } = await run([...words, "--record", url.href], text);
      expect(code).toBe(0);
      expect(out + err).not.toContain(password);
    }
  });
});

describe("adding to a record", long, () => {
  it("goes on past reports that are broken", async () => {
    const record = await newRecord("embedded");
    const lines = reportLines(0, 5).split("\n");
    lines.splice(2, 0, "{broken", '{"title": "no text"}', '{"text": 7}');
    const sources = [
      await newFile("some.jsonl", lines.join("\n")),
      "missing.txt",
      await newFile("picture.txt", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])),
      await newFile("good.txt", "Peru recognised Kosovo."),
    ];
    const { code, out, err } = await run(["add", "--record", record, ...sources]);
    expect(code).toBe(1);
    expect(out).toContain("6 reports added");
    expect(faultsIn(err).trim().split("\n")).toHaveLength(5);
    for (const at of [3, 4, 5]) expect(err).toContain(`some.jsonl:${at}: `);
    expect(err).toMatch(/^missing\.txt: /m);
    expect(err).toMatch(/picture\.txt: /);
    expect(counted(await look(record), "report")).toBe(6);
  });

  it.each(["SIGINT", "SIGTERM"] as const)(
    "ends when it is told to by %s, and can be gone on with",
    async (signal) => {
      const record = await newRecord("embedded");
      const input = await newFile("reports.jsonl", reportLines(0, 120));
      for (const waits of [true, false]) {
        const adding = start(["add", "--record", record, waits ? "-" : input], { input: waits ? null : "" });
        await isLocked(record);
        adding.kill(signal);
        const { code, signal: by, out, err } = await adding.ended;
        expect(by === signal || code === 130 || code === 143).toBe(true);
        expect(out).toBe("");
        expect(err).not.toMatch(/^\s+at /m);
      }
      const between = await look(record);
      expectOrder(between);
      const { code, err } = await run(["add", "--record", record, input]);
      expect([code, faultsIn(err)]).toEqual([0, ""]);
      const after = await look(record);
      expectKept(between, after);
      expect(counted(after, "report")).toBe(120);
      // Nothing that was held for the one that was interrupted lies about.
      expect(readdirSync(record)).toEqual(["pgdata"]);
    },
  );
});
