import { cp } from "node:fs/promises";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, inject, it } from "vitest";
import { faultsIn, run, start } from "./command.js";
import { counted, expectKept, expectOrder, look, type Picture } from "./picture.js";
import { type Kind, kinds, missing, newDatabase, newFile, newFolder, newRecord } from "./places.js";
import { momentsOf, randomFrom } from "./random.js";
import { reportLines } from "./reports.js";

/** Four changes of 100 and a little, so that a good part of a run lies between the first and the last of them. */
const reports = 420;
const kills = 50;
/** Kills of one record before its adding is let run to the end and another is begun. */
const killsEach = 7;
/** Records that are killed at the same time; the moments and their order are those of the seed in each. */
const lanes = 2;
const long = { timeout: 600_000 } as const;
const seed = 20_250_703;

/** An uninterrupted run: what it leaves, and how long it takes, by which the moments of the kills are spread. */
interface Whole {
  readonly picture: Picture;
  readonly milliseconds: number;
}

async function wholeRun(kind: Kind, input: string): Promise<Whole> {
  const record = await newRecord(kind);
  const began = performance.now();
  const { code, err } = await run(["add", "--record", record, input]);
  const milliseconds = performance.now() - began;
  expect([code, faultsIn(err)]).toEqual([0, ""]);
  return { picture: await look(record), milliseconds };
}

/** What the kills of a lane found, so that a test can tell whether they hit what they are meant to hit. */
interface Tally {
  killed: number;
  /** Records that were found with some of the reports, but not all of them. */
  partial: number;
  /** How long a run takes just now, on a machine that is not always equally busy. */
  milliseconds: number;
}

/**
 * Kills the adding to one record up to so many times, lets it run to its end, and holds what is there against an
 * uninterrupted run. Also a run that ends before its kill is such an end.
 */
async function chapter(kind: Kind, input: string, whole: Whole, tally: Tally, random: () => number) {
  const record = await newRecord(kind);
  const left = kills / lanes - tally.killed;
  let before: Picture | null = null;
  for (const [at, moment] of momentsOf(killsEach, random).slice(0, left).entries()) {
    const adding = start(["add", "--record", record, input]);
    await pause(moment * tally.milliseconds);
    const seen = kind === "server" ? await look(record) : null;
    adding.kill("SIGKILL");
    const { code, signal, err } = await adding.ended;
    expect(faultsIn(err)).toBe("");
    if (signal === null) {
      expect(code).toBe(0);
      if (at === 0) tally.milliseconds *= 0.85;
      break;
    }
    tally.killed += 1;
    // Opening an embedded record takes half a second, so that most kills are met by the next run alone.
    if (kind === "embedded" && at % 2 !== 0) continue;
    const after = await look(record);
    expectOrder(after);
    for (const earlier of [before, seen]) if (earlier !== null) expectKept(earlier, after);
    const held = counted(after, "report");
    if (held > 0 && held < reports) tally.partial += 1;
    if (held === 0 && moment > 0.8) tally.milliseconds *= 1.15;
    before = after;
  }
  const { code, err } = await run(["add", "--record", record, input]);
  expect([code, faultsIn(err)]).toEqual([0, ""]);
  const after = await look(record);
  expectOrder(after);
  if (before !== null) expectKept(before, after);
  expect(after.now).toEqual(whole.picture.now);
  return record;
}

/** Kills so many times, record after record; gives what was hit and the last record. */
async function lane(kind: Kind, input: string, whole: Whole, random: () => number) {
  const tally: Tally = { killed: 0, partial: 0, milliseconds: whole.milliseconds };
  let last = "";
  while (tally.killed < kills / lanes) last = await chapter(kind, input, whole, tally, random);
  const { code, out } = await run(["rebuild", "--record", last]);
  expect([code, out]).toEqual([0, expect.stringContaining("every row is as it was")]);
  return tally;
}

describe("adding that is killed at any moment", () => {
  it.for(kinds)("loses and doubles nothing, and can be finished (%s)", long, async (kind, { skip }) => {
    const reason = missing(kind);
    if (reason !== null) return skip(reason);
    const input = await newFile("reports.jsonl", reportLines(0, reports));
    const all = Array.from({ length: lanes }, (_, at) => at);
    const wholes = await Promise.all(all.map(() => wholeRun(kind, input)));
    const whole = wholes[0] as Whole;
    for (const { picture } of wholes) expect(picture.now).toEqual(whole.picture.now);
    expect(counted(whole.picture, "report")).toBe(reports);
    expect(whole.picture.changes.length).toBeGreaterThan(2);
    for (const table of ["statement", "event", "relation", "prospect"])
      expect(counted(whole.picture, table)).toBeGreaterThan(10);
    const tallies = await Promise.all(all.map((at) => lane(kind, input, whole, randomFrom(seed + at))));
    expect(tallies.reduce((sum, { killed }) => sum + killed, 0)).toBe(kills);
    // Kills that only ever hit an empty or a finished record would prove little.
    expect(tallies.reduce((sum, { partial }) => sum + partial, 0)).toBeGreaterThan(0);
  });

  it.for(kinds)(
    "finishes the history that a new record was to begin with (%s)",
    long,
    async (kind, { skip }) => {
      const reason = missing(kind);
      if (reason !== null) return skip(reason);
      const record = kind === "server" ? await newDatabase() : await newFolder();
      const first = start(["log", "--record", record]);
      // The record is made by then, and reading the history goes on for as long again.
      expect(await first.says("with the history on board")).toBe(true);
      first.kill("SIGKILL");
      expect((await first.ended).signal).toBe("SIGKILL");
      expect((await look(record)).changes).toEqual([]);
      const { code, out } = await run(["log", "--record", record, "--json"]);
      expect(code).toBe(0);
      expect(out).toContain('"history"');
      expect(counted(await look(record), "relation")).toBeGreaterThan(1000);
    },
  );

  it("keeps a record bare that was wished so, also where the wish was not put down before the kill", async () => {
    const record = await newFolder();
    // The prepared folder is what a run leaves that is killed between making the tables and doing more.
    await cp(inject("folder"), record, { recursive: true });
    for (const words of [["log", "--bare"], ["log"]])
      expect((await run([...words, "--record", record])).code).toBe(0);
    expect((await look(record)).changes).toEqual([]);
  });
});
