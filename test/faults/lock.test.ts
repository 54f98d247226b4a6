import { fork } from "node:child_process";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it, onTestFinished } from "vitest";
import { packageFile } from "../../src/model/index.js";
import { lockFolder } from "../../src/store/lock.js";
import { faultsIn, run, start } from "./command.js";
import { counted, look } from "./picture.js";
import { isLocked, newFolder, newRecord, until } from "./places.js";

const long = { timeout: 180_000 } as const;
const lockOf = (folder: string) => join(folder, "lock");

describe.concurrent("an embedded record in use", long, () => {
  it("is refused to others, by name of the process that has it, which goes on undisturbed", async () => {
    const record = await newRecord("embedded");
    const first = start(["add", "--record", record, "-"], { input: null });
    await isLocked(record);
    const words = [["add", "-"], ["log"]];
    const others = await Promise.all(
      words.map((one) => run([...one, "--record", record], { input: "Peru recognised Kosovo." })),
    );
    for (const { code, out, err } of others) {
      expect([code, out]).toEqual([1, ""]);
      expect(err).toBe(
        `${record}: the record is in use by another Credence (process ${first.pid}); let it finish, or keep the record on a Postgres server, which several may use at once\n`,
      );
    }
    first.finish("Peru recognised Kosovo.");
    const { code, err } = await first.ended;
    expect([code, faultsIn(err)]).toEqual([0, ""]);
    expect(counted(await look(record), "report")).toBe(1);
    expect(readdirSync(record).filter((name) => name.startsWith("lock"))).toEqual([]);
  });

  it("is free again when the process that has it is killed", async () => {
    const record = await newRecord("embedded");
    const first = start(["add", "--record", record, "-"], { input: null });
    await isLocked(record);
    first.kill("SIGKILL");
    await first.ended;
    expect(existsSync(lockOf(record))).toBe(true);
    const { code, err } = await run(["log", "--record", record]);
    expect([code, faultsIn(err)]).toEqual([0, ""]);
    expect(existsSync(lockOf(record))).toBe(false);
  });

  it("is free when its process is dead and nobody has buried it", async ({ skip }) => {
    if (process.platform !== "linux") return skip("/proc tells of such processes on Linux only");
    const record = await newRecord("embedded");
    // The shell's place is taken by a program that never asks how its child ended, as the first process of a container.
    const parent = start(["add", "--record", record, "-"], {
      input: null,
      after: `exec 3<&0; "$0" "$@" <&3 & exec sleep 600; true`,
    });
    await isLocked(record);
    const { pid } = JSON.parse(readFileSync(lockOf(record), "utf8")) as { pid: number };
    expect(pid).not.toBe(parent.pid);
    process.kill(pid, "SIGKILL");
    await until(() => /\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8")));
    const { code, err } = await run(["log", "--record", record]);
    expect([code, faultsIn(err)]).toEqual([0, ""]);
  });

  it("is free when the number of its process now belongs to another", async () => {
    const record = await newRecord("embedded");
    writeFileSync(lockOf(record), JSON.stringify({ pid: process.pid, begun: "1" }));
    const { code, err } = await run(["log", "--record", record]);
    expect([code, faultsIn(err)]).toEqual([0, ""]);
  });

  it("is held by a process of the same number that began at the same time", async ({ onTestFinished }) => {
    const record = await newRecord("embedded");
    const lock = lockFolder(record);
    onTestFinished(() => {
      if (lock.ok) lock.release();
    });
    expect(lock.ok).toBe(true);
    const { code, err } = await run(["log", "--record", record]);
    expect([code, err]).toEqual([1, expect.stringContaining(`(process ${process.pid})`)]);
  });

  it.each(["", "{", "null", '{"pid":"1"}', "\u0000".repeat(64)])(
    "is free when its lock reads %j",
    async (content) => {
      const folder = await newFolder();
      writeFileSync(lockOf(folder), content);
      const lock = lockFolder(folder);
      expect(lock.ok).toBe(true);
      if (lock.ok) lock.release();
      expect(readdirSync(folder)).toEqual([]);
    },
  );
});

interface Racer {
  readonly pid: number;
  /** Takes the lock of a folder at a moment; tells whether it got it. */
  race(folder: string, at: number): Promise<boolean>;
  /** Gives back what it got. */
  release(): Promise<unknown>;
}

function startRacer(): Racer {
  const compiled = fileURLToPath(packageFile("dist/src/store/lock.js"));
  const child = fork(fileURLToPath(new URL("racer.mjs", import.meta.url)), [compiled]);
  onTestFinished(() => void child.kill("SIGKILL"));
  const answer = () =>
    new Promise<boolean>((resolve, reject) => {
      child.once("message", (told) => resolve(told === true));
      child.once("exit", () => reject(new Error("a racer died")));
    });
  const ask = (question: object) => {
    child.removeAllListeners("exit");
    const answered = answer();
    child.send(question);
    return answered;
  };
  return {
    pid: child.pid ?? 0,
    race: (folder, at) => ask({ folder, at }),
    release: () => ask({}),
  };
}

describe("processes that race for a record", long, () => {
  const stale = JSON.stringify({ pid: 2 ** 22 + 1, begun: "1" });

  it.for([
    { racers: 2, rounds: 400, left: stale },
    { racers: 2, rounds: 200, left: null },
    { racers: 5, rounds: 200, left: stale },
  ])(
    "let one of $racers have it, $rounds times, where $left was left behind",
    async ({ racers, rounds, left }) => {
      const folder = await newFolder();
      const all = Array.from({ length: racers }, startRacer);
      const winners = new Set<number>();
      for (let round = 0; round < rounds; round += 1) {
        if (left !== null) writeFileSync(lockOf(folder), left);
        // Messages arrive one after another; the moment is the same for all.
        const at = performance.timeOrigin + performance.now() + 3;
        const got = await Promise.all(all.map((one) => one.race(folder, at)));
        expect(got.filter((one) => one)).toHaveLength(1);
        const winner = all[got.indexOf(true)] as Racer;
        winners.add(winner.pid);
        expect(JSON.parse(readFileSync(lockOf(folder), "utf8"))).toMatchObject({ pid: winner.pid });
        await winner.release();
        expect(readdirSync(folder)).toEqual([]);
      }
      // Where the same one always wins, nobody raced.
      expect(winners.size).toBeGreaterThan(1);
    },
  );
});

describe("an embedded record on which two begin at once", long, () => {
  it("is written by one of them, and the other is told so", async () => {
    const record = await newRecord("embedded");
    const both = [0, 1].map(() => start(["add", "--record", record, "-"], { input: null }));
    await isLocked(record);
    const holder = () => (JSON.parse(readFileSync(lockOf(record), "utf8")) as { pid: number }).pid;
    const loser = both.find(({ pid }) => pid !== holder());
    const { code } = (await loser?.ended) ?? { code: null };
    expect(code).toBe(1);
    for (const one of both) one.finish("Peru recognised Kosovo.");
    const codes = await Promise.all(both.map(async ({ ended }) => (await ended).code));
    expect(codes.sort()).toEqual([0, 1]);
    expect(counted(await look(record), "report")).toBe(1);
  });
});
