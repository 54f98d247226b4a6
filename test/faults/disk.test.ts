import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { describe, expect, it, onTestFinished } from "vitest";
import { recordAddress } from "../../src/store/address.js";
import { openEngine } from "../../src/store/engine.js";
import { type Ended, faultsIn, run } from "./command.js";
import { counted, expectKept, expectOrder, look, type Picture } from "./picture.js";
import { newFile, newFolder, newRecord } from "./places.js";
import { reportLines } from "./reports.js";

const long = { timeout: 180_000 } as const;
const mebibyte = 2 ** 20;
const reports = 110;

/** Mounts a small disk in memory; null where the tests may not. */
async function smallDisk(): Promise<string | null> {
  const folder = await newFolder();
  const options = ["-t", "tmpfs", "-o", `size=${96 * mebibyte}`, "credence-faults", folder];
  if (process.platform !== "linux" || spawnSync("mount", options).status !== 0) return null;
  onTestFinished(() => {
    // Also where something still has a file of it open.
    if (spawnSync("umount", [folder]).status !== 0) spawnSync("umount", ["--lazy", folder]);
  });
  return folder;
}

/** Puts a file on a disk that leaves so many bytes free. */
function fill(disk: string, free: number): string {
  const { bavail, bsize } = statfsSync(disk);
  const ballast = join(disk, "ballast");
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - free, 1));
  return ballast;
}

const limits = process.platform !== "win32" && spawnSync("/bin/sh", ["-c", "ulimit -f 1000"]).status === 0;
let isTried = false;

/** Writes the log of a record up to little before the end of its last segment, behind which it needs 16 MiB at once. */
async function fillLog(record: string): Promise<void> {
  const segments = readdirSync(join(record, "pgdata", "pg_wal")).filter((name) =>
    /^[0-9A-F]{24}$/.test(name),
  );
  const end = (Number.parseInt(segments.sort().at(-1)?.slice(8) ?? "", 16) + 1) * 16 * mebibyte;
  const { db, close } = await openEngine(recordAddress(record, {}));
  for (;;) {
    const { rows } = await sql<{ at: string }>`
      select (pg_current_wal_insert_lsn() - '0/0')::text as at`.execute(db);
    const left = end - Number(rows[0]?.at) - 40 * 1024;
    if (left <= 0) break;
    await sql`select pg_logical_emit_message(false, '', repeat('x', ${Math.min(left, mebibyte)}::integer))`.execute(
      db,
    );
  }
  await close();
}

/** What an uninterrupted run of both inputs leaves. */
async function wholeOf(first: string, second: string): Promise<Picture> {
  const record = await newRecord("embedded");
  const { code } = await run(["add", "--record", record, first, second]);
  expect(code).toBe(0);
  return look(record);
}

function expectFull(record: string, { code, out, err }: Ended): void {
  expect([code, out]).toEqual([1, ""]);
  expect(faultsIn(err)).toBe(
    `${record}: the disk is full; make room and run the command again; what was added before is kept\n`,
  );
}

async function expectFinished(record: string, before: Picture, second: string, whole: Picture) {
  const { code, err } = await run(["add", "--record", record, second]);
  expect([code, faultsIn(err)]).toEqual([0, ""]);
  const after = await look(record);
  expectOrder(after);
  expectKept(before, after);
  expect(after.now).toEqual(whole.now);
}

describe("a full disk", () => {
  it(
    "stops adding with a word, keeps what there was, and lets it be finished with room again",
    long,
    async ({ skip }) => {
      const disk = await smallDisk();
      if (disk === null) return skip("these tests may not mount a file system");
      isTried = true;
      const first = await newFile("first.jsonl", reportLines(0, 20));
      const second = await newFile("second.jsonl", reportLines(20, 20 + reports));
      const whole = await wholeOf(first, second);
      const prepared = await newRecord("embedded");
      expect((await run(["add", "--record", prepared, first])).code).toBe(0);
      const before = await look(prepared);
      expect(counted(before, "report")).toBe(20);
      const record = join(disk, "record");
      // With no room at all it ends at the start, with a little while it writes, and with more where the log needs more.
      for (const { free, isLogFull } of [
        { free: 0, isLogFull: false },
        { free: 256 * 1024, isLogFull: false },
        { free: 4 * mebibyte, isLogFull: true },
      ]) {
        cpSync(prepared, record, { recursive: true });
        if (isLogFull) await fillLog(record);
        const ballast = fill(disk, free);
        expectFull(record, await run(["add", "--record", record, second]));
        rmSync(ballast);
        await expectFinished(record, before, second, whole);
        rmSync(record, { recursive: true });
      }
    },
  );

  it("is told in the same way where a file may not grow", long, async ({ skip }) => {
    if (!limits) return skip("the shell cannot limit the size of files here");
    isTried = true;
    const first = await newFile("first.jsonl", reportLines(0, 20));
    const second = await newFile("second.jsonl", reportLines(20, 20 + reports));
    const whole = await wholeOf(first, second);
    const record = await newRecord("embedded");
    expect((await run(["add", "--record", record, first])).code).toBe(0);
    const before = await look(record);
    // In blocks of 512 bytes: less than the tables grow to, and than a segment of the log, which is 16 MiB.
    const { code, out, err } = await run(["add", "--record", record, second], { after: "ulimit -f 100" });
    // There is room on the disk itself, so that no more than a guess can be told.
    expect([code, out]).toEqual([1, ""]);
    expect(faultsIn(err)).toMatch(/^[^\n]*: [^\n]*the disk is full[^\n]*\n$/);
    expect(readdirSync(record)).toEqual(["pgdata"]);
    await expectFinished(record, before, second, whole);
  });

  it("has been tried in one way at least", ({ skip }) => {
    if (isTried) return;
    expect(process.env["CI"] ?? "", "continuous integration must be able to fill a disk").toBe("");
    skip("neither a small file system nor a limit on files could be had");
  });
});
