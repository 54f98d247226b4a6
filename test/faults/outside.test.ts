import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { type Ended, faultsIn, run } from "./command.js";
import { counted, look } from "./picture.js";
import { type Kind, kinds, missing, newFile, newRecord } from "./places.js";

const long = { timeout: 180_000 } as const;
const escapes = "\u001b]0;owned\u0007\u001b[31mred\u009b2J\u202eback\u2028line";

/** What the world may send: each report states one recognition by a party of its own. */
const reports = [
  {
    actor: "Peru",
    title: `Title ${escapes}`,
    outlet: `Outlet ${escapes}`,
    url: "https://example.org/\u001b[2J",
  },
  { actor: "Fiji", title: "=cmd|' /C calc'!A0", outlet: "=cmd()" },
  { actor: "Chile", title: "+1+1", outlet: "@SUM(A1)" },
  { actor: "Kenya", title: "-2", outlet: "\t=1+1" },
  { actor: "Ghana", title: "NUL \u0000 in it", outlet: "NUL\u0000", more: " Nothing\u0000 more was said." },
  { actor: "Malta", title: "half \ud83d of a pair", outlet: "\udc00", more: " It was \udfff so." },
  { actor: "Norway", title: '"quoted", and\r\nbroken', outlet: "'; drop table report; --" },
  {
    actor: "Japan",
    title: "'\\x00\\u0000 \\\\u0000 %s $x",
    outlet: "\\",
    more: " A \\u0000 and a \\\\ud800.",
  },
];

// JSON.stringify writes a lone half of a pair as an escape, so that it reaches the reader as it is.
const lines = reports.map(({ actor, more = "", ...rest }) =>
  JSON.stringify({
    ...rest,
    published: "2025-07-04",
    text: `${actor} recognised Kosovo on 3 July 2025.${more}`,
  }),
);

/** Nothing but line breaks that a terminal would obey, and no trace of the program's. */
function expectPlain({ out, err }: Pick<Ended, "out" | "err">): void {
  for (const written of [out, err]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the control characters are what is looked for
    expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/);
    expect(written).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
  }
}

describe.for(kinds)("reports from anywhere (%s)", (kind: Kind) => {
  let record = "";
  let added: Ended | null = null;
  beforeAll(async () => {
    if (missing(kind) !== null) return;
    record = await newRecord(kind);
    added = await run(["add", "--record", record, await newFile("outside.jsonl", `${lines.join("\n")}\n`)]);
  }, 120_000);

  it("are added, whatever is in them", ({ skip }) => {
    const reason = missing(kind);
    if (reason !== null || added === null) return skip(reason ?? "");
    expectPlain(added);
    expect([added.code, added.err]).toEqual([0, ""]);
    expect(added.out).toContain(`${reports.length} reports added`);
  });

  it("come out as JSON and CSV that other programs read and no spreadsheet runs", long, async ({ skip }) => {
    const reason = missing(kind);
    if (reason !== null) return skip(reason);
    const { code, out } = await run(["export", "--record", record, "--what", "statements"]);
    expect(code).toBe(0);
    const rows = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { report: { title: string; outlet: string } });
    const titles = rows.map(({ report }) => report.title);
    expect(titles).toContain("NUL \ufffd in it");
    expect(titles).toContain("half \ufffd of a pair");
    expect(titles).toContain("'\\x00\\u0000 \\\\u0000 %s $x");
    for (const format of ["csv", "plover"]) {
      const what = format === "csv" ? ["--what", "statements"] : [];
      const exported = await run(["export", "--record", record, "--format", format, ...what]);
      expect(exported.code).toBe(0);
      const [head = [], ...cells] = parse(exported.out) as string[][];
      expect(cells).toHaveLength(reports.length);
      for (const row of cells) expect(row).toHaveLength(head.length);
      const dangerous = cells.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell));
      expect(dangerous).toEqual([]);
      expect(cells.flat().some((cell) => cell === "'=cmd()")).toBe(true);
    }
  });

  it("keep their words at the offsets that statements give", long, async ({ skip }) => {
    const reason = missing(kind);
    if (reason !== null) return skip(reason);
    const { now } = await look(record);
    expect(now.filter((row) => row.startsWith("relation ")).length).toBe(reports.length);
    const texts = new Map(
      now
        .filter((row) => row.startsWith("report "))
        .map((row) => JSON.parse(row.slice("report ".length)) as { id: string; text: string })
        .map(({ id, text }) => [id, text]),
    );
    const { out } = await run(["export", "--record", record, "--what", "statements"]);
    for (const line of out.trim().split("\n")) {
      const { evidence, report } = JSON.parse(line);
      expect(texts.get(report.id)?.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    }
    const rebuilt = await run(["rebuild", "--record", record]);
    expect(rebuilt.out).toContain("every row is as it was");
  });
});

describe("reports from anywhere, on a terminal", () => {
  it("show nothing that it would obey", long, async () => {
    const record = await newRecord("embedded");
    const file = await newFile("outside.jsonl", `${lines.join("\n")}\n`);
    expectPlain(await run(["add", "--record", record, file]));
    const shown = await run(["show", "Kosovo", "--evidence", "--record", record]);
    expect([shown.code, shown.out]).toEqual([0, expect.stringContaining("Peru")]);
    expectPlain(shown);
    for (const words of [
      ["timeline", "Kosovo", "--evidence"],
      ["log", "1"],
      ["check", "--report", "all"],
      ["check", `Peru was the first country to recognise Kosovo ${escapes}.`],
      ["show", `Peru${escapes}`],
      ["review", "retract", escapes, "--why", escapes],
      ["timeline", "Kosovo", "--act", escapes],
    ])
      expectPlain(await run([...words, "--record", record]));
  });
});

describe("a report of any length", () => {
  it("is added up to a bound; a longer one is told of, and the rest is added", long, async () => {
    const record = await newRecord("embedded");
    const filling = "It rained in the hills and the river rose by a hand, as it does every year. ";
    const text = (units: number) =>
      `Peru recognised Kosovo on 3 July 2025. ${filling.repeat(units / filling.length)}`;
    const files = [
      await newFile("huge.txt", text(4 * 2 ** 20)),
      await newFile("large.txt", text(1_000_000)),
      await newFile("word.txt", "Rain."),
    ];
    const ended = await run(["add", "--record", record, ...files]);
    expectPlain(ended);
    expect(ended.code).toBe(1);
    expect(faultsIn(ended.err)).toMatch(/^\S*huge\.txt: .*\n$/);
    const picture = await look(record);
    expect([counted(picture, "report"), counted(picture, "relation")]).toEqual([2, 1]);
  });
});
