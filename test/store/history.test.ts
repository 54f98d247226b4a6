import { beforeAll, describe, expect, it } from "vitest";
import { openBooks } from "../../src/pipeline.js";
import type { Ledger } from "../../src/record/index.js";
import { additionOf, openHistory, registersOf } from "../../src/recording.js";
import { allRows, newYear, onBothEngines } from "./engines.js";

const books = openBooks();
const registers = registersOf(books);

describe("the history on board", () => {
  it("has no faults", () => {
    const history = openHistory(books);
    expect(history.faults).toEqual([]);
    expect(history.ok).toBe(true);
  });
});

onBothEngines("the history on board", (store) => {
  let ledger: Ledger;
  beforeAll(async () => {
    const history = openHistory(books);
    if (!history.ok) throw new Error("the history on board has faults");
    ledger = await store.fresh({ now: newYear }, registers);
    const added = await ledger.add(history.value.map((one) => additionOf(one, books, "history")));
    expect(added.change?.kind).toBe("history");
    expect(added.added).toHaveLength(history.value.length);
  });

  /** Who recognised a party on a day. */
  async function recognisers(object: string, day: string): Promise<readonly string[]> {
    const rows = await ledger.relations({ asOf: day, knownAt: null, kind: "recognition", object });
    return [...new Set(rows.map(({ value }) => value.subject))].sort();
  }

  it.each([
    ["AFG-IEA", "1998-06-01", "ARE PAK SAU"],
    ["AFG-IEA", "2025-07-02", ""],
    ["AFG-IEA", "2025-07-04", "RUS"],
  ])("knows who recognised %s on %s: %s", async (party, day, expected) => {
    expect((await recognisers(party, day)).join(" ")).toBe(expected);
  });

  it.each([
    ["2016-01-10", 22],
    ["2024-02-01", 12],
  ])("knows how many recognised Taiwan on %s: %i", async (day, number) => {
    expect(await recognisers("TWN", day)).toHaveLength(number);
  });

  it.each(["ABK", "OST"])("knows which members of the United Nations recognise %s", async (party) => {
    const states = (await recognisers(party, "2026-01-01")).filter(
      (id) => registers.parties.party(id)?.unMemberSince != null,
    );
    expect(states).toEqual(["NIC", "NRU", "RUS", "SYR", "VEN"]);
  });

  it("knows the first to recognise Kosovo, and not those who never did", async () => {
    const first = await recognisers("XKX", "2008-02-20");
    expect(first).toEqual(expect.arrayContaining(["FRA", "GBR", "USA"]));
    expect(first).not.toContain("BRA");
  });

  it("leads every row back to a statement that is there", async () => {
    const events = await allRows<{ statements: readonly string[] }>(store.db, "event");
    const ids = [...new Set(events.flatMap(({ body }) => body.statements))];
    expect(ids.length).toBeGreaterThan(2500);
    expect(await ledger.statements(ids)).toHaveLength(ids.length);
  });

  it("can be gone through page by page", async () => {
    const counts = await ledger.counts();
    expect(counts.events).toBeGreaterThan(1000);
    for (const kind of ["events", "relations", "statements"] as const) {
      const ids: string[] = [];
      for await (const page of ledger.each(kind, null))
        ids.push(...page.map((row) => ("value" in row ? row.value.id : row.statement.id)));
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toHaveLength(counts[kind]);
    }
  });

  it("is derived anew to the same rows", async () => {
    expect(await ledger.rebuild()).toEqual({ changed: 0 });
  });
});
