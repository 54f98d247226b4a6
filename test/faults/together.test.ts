import { describe, expect, it } from "vitest";
import { faultsIn, run, start } from "./command.js";
import { counted, expectOrder, look } from "./picture.js";
import { missing, newDatabase, newFile, newRecord } from "./places.js";
import { reportLines } from "./reports.js";

const long = { timeout: 180_000 } as const;

describe("processes that write to one Postgres record at once", () => {
  it("add what is different and what is the same, once", long, async ({ skip }) => {
    const reason = missing("server");
    if (reason !== null) return skip(reason);
    const [together, alone] = await Promise.all([newRecord("server"), newRecord("server")]);
    const inputs = await Promise.all(
      [
        [0, 250],
        [150, 400],
      ].map(([from = 0, to = 0]) => newFile(`${from}.jsonl`, reportLines(from, to))),
    );
    const added = await Promise.all(
      inputs.map(async (input) => {
        const { code, out, err } = await run(["add", "--json", "--record", together, input]);
        expect([code, faultsIn(err)]).toEqual([0, ""]);
        return JSON.parse(out) as { added: string[]; known: string[]; changes: { number: number }[] };
      }),
    );
    // Each of them was told of every report whether it was new, and only one of the two heard that it was.
    expect(added.map((one) => one.added.length + one.known.length)).toEqual([250, 250]);
    const ids = added.flatMap((one) => one.added);
    expect(ids).toHaveLength(400);
    expect(new Set(ids).size).toBe(400);
    const picture = await look(together);
    expectOrder(picture);
    expect(counted(picture, "report")).toBe(400);
    const numbers = added.flatMap(({ changes }) => changes.map(({ number }) => number));
    expect(numbers.sort((a, b) => a - b)).toEqual(picture.changes.map(({ number }) => number));
    const { code } = await run(["add", "--record", alone, await newFile("all.jsonl", reportLines(0, 400))]);
    expect(code).toBe(0);
    expect(picture.now).toEqual((await look(alone)).now);
    const { out } = await run(["rebuild", "--record", together]);
    expect(out).toContain("every row is as it was");
  });

  it("make a new record together, with the history in it once", long, async ({ skip }) => {
    const reason = missing("server");
    if (reason !== null) return skip(reason);
    const record = await newDatabase();
    const both = ["Peru recognised Kosovo.", "Fiji recognised Kosovo."].map((input) =>
      start(["add", "--record", record, "-"], { input }),
    );
    const ended = await Promise.all(both.map((one) => one.ended));
    for (const { code, err } of ended)
      expect([code, err.replace(/^credence: made a new record .*\n/, "")]).toEqual([0, ""]);
    const picture = await look(record);
    expectOrder(picture);
    expect(picture.changes).toHaveLength(3);
    const texts = picture.now.filter(
      (row) => row.startsWith("report ") && row.includes("recognised Kosovo."),
    );
    expect(texts).toHaveLength(2);
  });
});
