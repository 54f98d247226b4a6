import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openLedger } from "../../src/store/index.js";
import { runWith } from "./inProcess.js";

const home = mkdtempSync(join(tmpdir(), "credence-cli-"));
const record = join(home, "record");
/** A clock that moves on by a minute with each look, so that moments can be named. */
let now = Date.parse("2026-03-01T09:00:00Z");
const clock = () => {
  now += 60_000;
  return now;
};

let opened: ReturnType<typeof openLedger> | null = null;
/** Opens the record once for all commands, since opening it takes longer than most of them. */
const openOnce: typeof openLedger = async (...asked) => {
  const isFirst = opened === null;
  opened ??= openLedger(...asked);
  const outcome = await opened;
  if (!outcome.ok) return outcome;
  const { ledger, ...rest } = outcome.value;
  const kept = { ...ledger, close: async () => undefined };
  return { ...outcome, value: { ...rest, wantsHistory: rest.wantsHistory && isFirst, ledger: kept } };
};

function run(...words: readonly string[]) {
  return runWith(
    { clock, openLedger: openOnce, environment: { CREDENCE_RECORD: record, USER: "Ann" } },
    words,
  );
}

function report(name: string, text: string): string {
  const path = join(home, name);
  writeFileSync(path, text);
  return path;
}

/** One after the other: each question is put to what the reports before it have made of the record. */
beforeAll(async () => {
  await run("show", "PER");
});
afterAll(async () => {
  const outcome = await opened;
  if (outcome?.ok === true) await outcome.value.ledger.close();
  rmSync(home, { recursive: true, force: true });
});

const first = `Title: Fiji takes a step
Published: 12 May 2026
Outlet: The Example Courier

SUVA - Fiji recognised Abkhazia on Monday, the first country in decades to do so, the Fijian foreign ministry said.
Tonga plans to recognise Abkhazia in June.
`;

const second = `Published: 13 May 2026
Outlet: The Other Courier

Fiji has recognised Abkhazia, diplomats in Sukhumi said. The step was taken on 12 May 2026.
`;

const wire = first
  .replace("The Example Courier", "The Copying Courier")
  .replace("Fiji takes a step", "A step");

describe("the record on the command line", () => {
  it("makes a record with the history on board, and knows it", async () => {
    const shown = await run("show", "Islamic Emirate of Afghanistan", "--as-of", "1998-06-01");
    expect(shown.code).toBe(0);
    expect(shown.out).toMatch(/Recognised by \(3\)/);
    expect(shown.out).toMatch(/Pakistan +26 May 1997 to 22 November 2001/);
  });

  it("tells what a report changes before it is added, and changes nothing", async () => {
    const preview = await run("add", "--dry-run", report("first.txt", first));
    expect(preview.out).toMatch(/1 report would be added; the record is as it was/);
    expect(preview.out).toMatch(/Fiji recognised Abkhazia/);
    expect((await run("show", "Fiji", "Abkhazia")).out).toMatch(/no contact on record/);
  });

  it("adds a report and tells what changed", async () => {
    const added = await run("add", report("first.txt", first));
    expect(added.code).toBe(0);
    expect(added.out).toMatch(/1 report added as change 2/);
    expect(added.out).toMatch(/\+ +11 May 2026 +Fiji recognised Abkhazia \[F2\]/);
    expect(added.out).toMatch(/\+ +open +Tonga intends to recognise Abkhazia/);
  });

  it("changes nothing when the report comes twice", async () => {
    const again = await run("add", report("first.txt", first));
    expect(again.out).toMatch(/0 reports added, 1 report known already/);
  });

  it("takes a copy of the wire for the same origin", async () => {
    const added = await run("add", report("wire.txt", wire));
    expect(added.out).not.toMatch(/\[F2 → F1\]/);
    const shown = await run("timeline", "Fiji", "Abkhazia", "--json");
    const [event] = JSON.parse(shown.out) as { rating: { origins: string[]; credibility: number } }[];
    expect(event?.rating.origins).toHaveLength(1);
  });

  it("raises credibility by an independent report, and shows the other day as a dispute", async () => {
    const added = await run("add", report("second.txt", second));
    expect(added.out).toMatch(/\[F\d → F1\]/);
    const shown = await run("timeline", "Fiji", "Abkhazia");
    expect(shown.out).toMatch(/date\s+disputed:\s+2026-05-11 or\s+2026-05-12/);
  });

  it("answers as of a day and as known at a moment", async () => {
    expect((await run("show", "Fiji", "Abkhazia", "--as-of", "2026-05-10")).out).toMatch(
      /no contact on record/,
    );
    expect((await run("show", "Fiji", "Abkhazia", "--as-of", "2026-06-01")).out).toMatch(
      /Standing: recognition/,
    );
    const before = await run(
      "show",
      "Fiji",
      "Abkhazia",
      "--as-of",
      "2026-06-01",
      "--known-at",
      "2026-03-01T09:01:00Z",
    );
    expect(before.out).toMatch(/no contact on record/);
  });

  it("lets a person reject a reading from then on, and take it back", async () => {
    const shown = await run("timeline", "Fiji", "Abkhazia", "--json");
    const [event] = JSON.parse(shown.out) as { statements: string[] }[];
    const ids = event?.statements ?? [];
    const decisions: string[] = [];
    for (const id of ids) {
      const rejected = await run("review", "reject", id, "--why", "a hoax");
      expect(rejected.code).toBe(0);
      decisions.push(/Decision (\w+)/.exec(rejected.out)?.[1] ?? "");
    }
    expect((await run("show", "Fiji", "Abkhazia", "--as-of", "2026-06-01")).out).not.toMatch(/recognises/);
    for (const id of decisions) await run("review", "undo", id, "--why", "no hoax after all");
    expect((await run("show", "Fiji", "Abkhazia", "--as-of", "2026-06-01")).out).toMatch(
      /recognises Abkhazia/,
    );
    expect((await run("review", "list")).out.trim().split("\n")).toHaveLength(2 * ids.length);
  });

  it("corrects a reading, and leaves what was read", async () => {
    const shown = await run("timeline", "Fiji", "Abkhazia", "--json");
    const [event] = JSON.parse(shown.out) as { statements: string[] }[];
    const id = event?.statements[0] ?? "";
    const corrected = await run(
      "review",
      "correct",
      id,
      "target=South Ossetia",
      "--why",
      "the text means the other",
    );
    expect(corrected.out).toMatch(/Fiji recognised South Ossetia/);
  });

  it.each([
    [
      "Russia is the first country to recognise the Islamic Emirate since 2021",
      0,
      /supported.*\n(?:.*\n)*.*Pakistan recognised/,
    ],
    ["Kenya became the first country to recognise Kosovo", 1, /CONTRADICTED/],
    ["Peru is the first major power to recognise the Islamic Emirate", 0, /cannot be judged/],
    ["Only Turkey recognises Northern Cyprus", 0, /no other does so|cannot be judged/],
    ["The weather was fine", 1, /No claim about the record was read/],
  ])("judges “%s”", async (sentence, code, words) => {
    const checked = await run("check", sentence);
    expect(checked.out).toMatch(words);
    expect(checked.code).toBe(code);
  });

  it("logs what changed and because of what", async () => {
    const log = await run("log");
    expect(log.out).toMatch(/^\d+ +.*Ann decided: correct/m);
    expect(log.out).toMatch(
      /“Fiji takes a step” \(The Example Courier, \w+\): .*2 events|“Fiji takes a step”/,
    );
    expect(log.out).toMatch(/the history on board, \d+ sources/);
    expect((await run("log", "2")).out).toMatch(/Fiji recognised Abkhazia/);
    expect((await run("log", "999")).code).toBe(2);
  });

  it("rebuilds every row as it was", async () => {
    expect((await run("rebuild")).out).toMatch(/every row is as it was/);
  });

  it("exports JSON Lines, CSV and PLOVER records", async () => {
    const lines = (await run("export", "--as-of", "2026-06-01")).out.trim().split("\n");
    const held = lines.map((line) => JSON.parse(line) as { subject: string; object: string });
    expect(held.some(({ subject, object }) => subject === "TON" && object === "ABK")).toBe(false);
    expect(lines.length).toBeGreaterThan(1000);
    const csv = (await run("export", "--format", "csv", "--what", "events")).out.split("\n");
    expect(csv[0]).toMatch(/^id,act,actor,target,date_from/);
    expect(csv.some((line) => line.includes(",recognise,FJI,ABK,2026-05-1"))).toBe(true);
    const plover = (await run("export", "--format", "plover")).out;
    expect(plover).toMatch(/SUPPORT,.*FJI,Fiji,GOV,/);
  });

  it.each([
    [["show", "Atlantis"], /names no one party/],
    [["show", "Peru", "--as-of", "soon"], /--as-of: “soon” is no date/],
    [["show", "Peru", "--known-at", "soon"], /--known-at: “soon” is no moment/],
    [["timeline", "Peru", "--act", "juggle"], /there is no act “juggle”/],
    [["review", "reject", "nothing", "--why", "x"], /the record has no statement nothing/],
    [["review", "reject", "nothing"], /--why: say why/],
    [["review", "burn", "x", "--why", "x"], /there is no decision “burn”/],
    [["export", "--format", "xls"], /--format: “xls” is none of/],
    [["check"], /nothing to check/],
  ])("tells how to mend %j", async (words, told) => {
    const ran = await run(...words);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(told);
  });
});
