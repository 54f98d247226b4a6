import { describe, expect, it } from "vitest";
import { type Claim, identityOf } from "../../src/model/index.js";
import type { Addition, Ledger } from "../../src/record/index.js";
import { participant } from "../record/material.js";
import { allRows, newYear, onBothEngines } from "./engines.js";
import { report } from "./reports.js";

const now = { asOf: null, knownAt: null } as const;

const first = report({
  outlet: "Andina",
  published: "2008-02-23",
  title: "Peru recognises Kosovo",
  url: "https://example.org/andina/1",
  reliability: "B",
  says: [{ says: "PER recognise XKX", on: "2008-02-22", form: "express" }],
});
const second = report({
  outlet: "Koha",
  published: "2010-06-02",
  says: [
    { says: "PER recognise XKX", on: null, published: "2010-06-02" },
    { says: "PER open-mission XKX", on: "2010-06-01", mission: "embassy", city: "Pristina" },
    { says: "PER consult XKX", on: "2010-06-01" },
    { says: "XKX open-mission PER", modality: "intended", on: null },
  ],
});

const claim = (holder: string, target: string): Claim => ({
  id: identityOf("claim", holder, target),
  kind: "rank",
  act: "recognise",
  holder: participant(holder),
  target: participant(target),
  rank: 1,
  ...{ count: null, total: null, over: "country", membersOf: null, within: null },
  polarity: "positive",
  modality: "asserted",
  attribution: [],
  evidence: { sentence: 0, start: 0, end: 4, quote: "Peru", title: null, rule: "claim/rank" },
});

onBothEngines("the ledger", (store) => {
  describe("a record", () => {
    it("gives back what it was given", async () => {
      const ledger = await store.fresh();
      const added = await ledger.add([first, second]);
      const ids = [first, second].map(({ reading }) => reading.report.id).sort();
      expect(added).toEqual({
        added: ids,
        known: [],
        change: { number: 1, at: "2026-01-01T00:00:00.000Z", kind: "reports", who: null, why: null },
      });
      const reports = await ledger.reports([...ids, "nowhere"]);
      expect(reports.map(({ id }) => id)).toEqual(ids);
      expect(reports.find(({ id }) => id === first.reading.report.id)).toEqual({
        id: first.reading.report.id,
        title: "Peru recognises Kosovo",
        published: "2008-02-23",
        outlet: "Andina",
        url: "https://example.org/andina/1",
        language: "en",
        text: first.reading.report.text,
        reliability: "B",
        outletOf: null,
        origin: "report",
        change: 1,
      });
      const statements = await ledger.statementsOf(second.reading.report.id);
      expect(statements.map(({ statement }) => statement)).toEqual(second.reading.statements);
      const [one] = await ledger.statements([first.reading.statements[0]?.id ?? ""]);
      expect(one).toEqual({
        statement: first.reading.statements[0],
        change: 1,
        story: first.reading.report.id,
        report: {
          id: first.reading.report.id,
          title: "Peru recognises Kosovo",
          outlet: "Andina",
          published: "2008-02-23",
          url: "https://example.org/andina/1",
          reliability: "B",
          outletOf: null,
        },
      });
      expect(await ledger.counts()).toEqual({
        reports: 2,
        statements: 5,
        events: 3,
        relations: 2,
        prospects: 1,
        changes: 1,
      });
    });

    it("knows which reports it holds", async () => {
      const ledger = await store.fresh();
      await ledger.add([first]);
      const ids = [first, second].map(({ reading }) => reading.report.id);
      expect(await ledger.known([...ids, "nowhere"])).toEqual(new Set([first.reading.report.id]));
      expect(await ledger.known([])).toEqual(new Set());
    });

    it("is changed by nothing that it holds already", async () => {
      const ledger = await store.fresh();
      await ledger.add([first, second]);
      const before = await Promise.all(["event", "prospect", "relation"].map((one) => rowsOf(one)));
      const again = await ledger.add([second, first, first]);
      const ids = [first, second].map(({ reading }) => reading.report.id).sort();
      expect(again).toEqual({ added: [], known: ids, change: null });
      expect(await ledger.changes(10)).toHaveLength(1);
      const third = report({
        published: "2011-01-01",
        says: [{ says: "GHA recognise XKX", on: "2011-01-01" }],
      });
      const mixed = await ledger.add([first, third, third]);
      expect(mixed).toMatchObject({ added: [third.reading.report.id], known: [first.reading.report.id] });
      const after = await Promise.all(["event", "prospect", "relation"].map((one) => rowsOf(one)));
      for (const [index, rows] of before.entries())
        expect(after[index]).toEqual(expect.arrayContaining([...rows]));
      expect(await ledger.add([])).toEqual({ added: [], known: [], change: null });
    });

    function rowsOf(table: string) {
      return allRows(store.db, table as "event");
    }

    it("keeps what no Postgres text can hold, at the same offsets", async () => {
      const ledger = await store.fresh();
      const text = "Peru\u0000 recognised \ud800Kosovo 🇽🇰 \\u0000 \\ud800 \udfff.";
      const odd = report({
        text,
        title: "A \u0000 title",
        outlet: "An\ud83ddina",
        says: [{ says: "PER recognise XKX", on: "2008-02-22" }],
      });
      await ledger.add([odd]);
      const [kept] = await ledger.reports([odd.reading.report.id]);
      expect(kept?.text).toBe("Peru\ufffd recognised \ufffdKosovo 🇽🇰 \\u0000 \\ud800 \ufffd.");
      expect(kept?.text).toHaveLength(text.length);
      expect(kept?.title).toBe("A \ufffd title");
      const [row] = await ledger.statementsOf(odd.reading.report.id);
      const { start, end, quote } = row?.statement.evidence ?? { start: 0, end: 0, quote: "?" };
      expect(kept?.text.slice(start, end)).toBe(quote);
      expect((await ledger.add([odd])).added).toEqual([]);
      expect((await ledger.rebuild()).changed).toBe(0);
    });

    it("keeps what people write, whatever it holds", async () => {
      const ledger = await store.fresh();
      await ledger.add([first]);
      const statement = first.reading.statements[0]?.id as string;
      const made = await ledger.decide(
        { kind: "accept", statement },
        "O'Brien; drop table report",
        "read “it”\u0000 twice \ud800",
      );
      const [kept] = await ledger.decisions();
      expect(kept?.who).toBe("O'Brien; drop table report");
      expect(kept?.why.replaceAll("\u0000", "\ufffd")).toBe("read “it”\ufffd twice \ufffd");
      expect(kept?.id).toBe(made.id);
    });

    it("keeps very long texts and many statements", async () => {
      const ledger = await store.fresh();
      const text = Array.from({ length: 400_000 }, (_, index) => `word${index}`).join(" ");
      const says = Array.from({ length: 500 }, (_, index) => ({
        says: "PER consult GHA",
        on: new Date(Date.UTC(2000, 0, 1 + index)).toISOString().slice(0, 10),
      }));
      const long = report({ text, says });
      await ledger.add([long]);
      const [kept] = await ledger.reports([long.reading.report.id]);
      expect(kept?.text === text).toBe(true);
      expect((await ledger.counts()).events).toBe(500);
      expect(await ledger.events({ ...now, limit: 7 })).toHaveLength(7);
    });

    it("takes a batch whole or not at all", async () => {
      const ledger = await store.fresh();
      const impossible = report({ published: "2008-02-30", says: [{ says: "GHA recognise XKX", on: null }] });
      await expect(ledger.add([first, impossible])).rejects.toThrow(/date/);
      expect(await ledger.counts()).toMatchObject({ reports: 0, statements: 0, changes: 0 });
      expect((await ledger.add([first])).change?.number).toBe(1);
    });

    it("lets time only grow, also when the clock goes backwards or stands still", async () => {
      const clock = { now: newYear };
      const ledger = await store.fresh(clock);
      const days = ["2008-01-01", "2009-01-01", "2010-01-01", "2011-01-01"];
      const reports = days.map((on) => report({ published: on, says: [{ says: "PER recognise XKX", on }] }));
      for (const [index, one] of reports.entries()) {
        clock.now = [newYear, newYear - 3_600_000, newYear - 1, newYear + 5.5][index] as number;
        await ledger.add([one]);
      }
      expect((await ledger.changes(10)).map(({ number, at }) => [number, at])).toEqual([
        [4, "2026-01-01T00:00:00.005Z"],
        [3, "2026-01-01T00:00:00.002Z"],
        [2, "2026-01-01T00:00:00.001Z"],
        [1, "2026-01-01T00:00:00.000Z"],
      ]);
      expect((await ledger.changes(2, 4)).map(({ number }) => number)).toEqual([3, 2]);
    });

    it("is changed by one at a time, whoever comes together", async () => {
      const ledger = await store.fresh();
      const days = ["2008-01-01", "2008-02-01", "2008-03-01", "2008-04-01", "2008-05-01"];
      const reports = days.map((on) => report({ published: on, says: [{ says: "PER recognise XKX", on }] }));
      await Promise.all([...reports, ...reports].map((one) => ledger.add([one])));
      expect(await ledger.counts()).toMatchObject({ reports: 5, changes: 5, events: 1, relations: 1 });
      expect((await ledger.rebuild()).changed).toBe(0);
    });
  });

  describe("what a change did", () => {
    it("shows what it opened, closed and put in place of another", async () => {
      const clock = { now: newYear };
      const ledger = await store.fresh(clock);
      await ledger.add([first]);
      await ledger.add([
        report({
          published: "2018-03-02",
          says: [{ says: "PER withdraw-recognition XKX", on: "2018-03-01" }],
        }),
      ]);
      const opened = await ledger.alterations(1);
      expect(opened?.change.number).toBe(1);
      expect(opened?.reports.map(({ outlet }) => outlet)).toEqual(["Andina"]);
      expect(opened?.decision).toBeNull();
      expect(opened?.events.map(({ before, after }) => [before, after?.act])).toEqual([[null, "recognise"]]);
      expect(opened?.relations.map(({ before, after }) => [before, after?.validTo])).toEqual([[null, null]]);
      const closed = await ledger.alterations(2);
      expect(closed?.events.map(({ before, after }) => [before, after?.act])).toEqual([
        [null, "withdraw-recognition"],
      ]);
      const ends = closed?.relations.map(({ before, after }) => [before?.validTo, after?.validTo]);
      expect(ends?.sort()).toEqual(
        [
          [null, undefined],
          [undefined, "2018-03-01"],
        ].sort(),
      );
      expect(await ledger.alterations(3)).toBeNull();
    });

    it("shows a decision with what followed from it", async () => {
      const ledger = await store.fresh();
      await ledger.add([first]);
      const statement = first.reading.statements[0]?.id as string;
      const rejected = await ledger.decide(
        { kind: "reject", statement },
        "the editor",
        "the quote is of 2007",
      );
      expect(rejected).toMatchObject({ change: 2, at: "2026-01-01T00:00:00.001Z", who: "the editor" });
      const done = await ledger.alterations(2);
      expect(done?.decision).toEqual(rejected);
      expect(done?.events.map(({ before, after }) => [before?.act, after])).toEqual([["recognise", null]]);
      expect(done?.relations.map(({ before, after }) => [before?.kind, after])).toEqual([
        ["recognition", null],
      ]);
      expect(await ledger.decisions()).toEqual([rejected]);
      expect(await ledger.changes(1)).toEqual([
        { number: 2, at: rejected.at, kind: "decision", who: "the editor", why: "the quote is of 2007" },
      ]);
    });

    it("keeps a row that says the same as before", async () => {
      const ledger = await store.fresh();
      await ledger.add([first]);
      const before = await allRows(store.db, "relation");
      // Another outlet tells of the same day: the event has one more statement, the relation is the same.
      await ledger.add([
        report({
          outlet: "Koha",
          published: "2008-02-24",
          says: [{ says: "PER recognise XKX", on: "2008-02-22" }],
        }),
      ]);
      expect(await allRows(store.db, "relation")).toEqual(before);
      const done = await ledger.alterations(2);
      expect(done?.relations).toEqual([]);
      expect(
        done?.events.map((one) => [one.before?.rating.credibility, one.after?.rating.credibility]),
      ).toEqual([[3, 1]]);
    });

    it("says of a change of history on board what it is", async () => {
      const ledger = await store.fresh();
      const history = { ...first, origin: "history" } as const;
      expect((await ledger.add([history])).change?.kind).toBe("history");
      expect((await ledger.add([history, second])).change?.kind).toBe("reports");
    });
  });

  describe("decisions in a record", () => {
    const recognitionBy = async (ledger: Ledger, subject: string) =>
      (await ledger.relations({ ...now, subject })).map(({ value }) => value.object);

    it("move a statement to other parties, and back", async () => {
      const ledger = await store.fresh();
      await ledger.add([first]);
      const statement = first.reading.statements[0]?.id as string;
      const moved = await ledger.decide(
        { kind: "correct", statement, correction: { actor: participant("GHA") } },
        "the editor",
        "the photograph shows the embassy of Ghana",
      );
      expect(await recognitionBy(ledger, "PER")).toEqual([]);
      expect(await recognitionBy(ledger, "GHA")).toEqual(["XKX"]);
      // What comes later to the parties that it was moved to is weighed together with it.
      await ledger.add([
        report({ published: "2008-02-25", says: [{ says: "GHA recognise XKX", on: "2008-02-22" }] }),
      ]);
      const [together] = await ledger.events({ ...now, party: "GHA" });
      expect(together?.value.statements).toHaveLength(2);
      await ledger.decide({ kind: "undo", decision: moved.id }, "the editor", "it was of Peru after all");
      expect(await recognitionBy(ledger, "PER")).toEqual(["XKX"]);
      expect(
        (await ledger.events({ ...now, party: "GHA" })).map(({ value }) => value.statements.length),
      ).toEqual([1]);
      expect((await ledger.rebuild()).changed).toBe(0);
    });

    it("retract a report and rate an outlet", async () => {
      const ledger = await store.fresh();
      await ledger.add([first, second]);
      await ledger.decide(
        { kind: "rate", outlet: "Koha", reliability: "A" },
        "the editor",
        "a paper of record",
      );
      const reliability = async () =>
        (await ledger.events({ ...now, acts: ["recognise"] })).map(({ value }) => value.rating.reliability);
      expect(await reliability()).toEqual(["A"]);
      // What the outlet reports later is rated alike.
      await ledger.add([
        report({
          outlet: "Koha",
          published: "2012-01-01",
          says: [{ says: "NOR recognise XKX", on: "2012-01-01" }],
        }),
      ]);
      expect(await reliability()).toEqual(["A", "A"]);
      await ledger.decide(
        { kind: "retract", report: second.reading.report.id },
        "the editor",
        "taken back by Koha",
      );
      expect(await reliability()).toEqual(["B", "A"]);
      expect(await ledger.counts()).toMatchObject({ reports: 3, prospects: 0 });
      expect((await ledger.rebuild()).changed).toBe(0);
    });
  });

  describe("claims", () => {
    it("are found by party, by report and by when they were known", async () => {
      const ledger = await store.fresh();
      const claims = [claim("PER", "XKX"), claim("GHA", "PSE")];
      const told: Addition = report({
        outlet: "Andina",
        published: "2008-02-23",
        claims,
        text: "Peru was the first.",
      });
      await ledger.add([first]);
      const { change } = await ledger.add([told]);
      const ids = async (party?: string, knownAt: string | null = null) =>
        (await ledger.claims(party === undefined ? { knownAt } : { party, knownAt })).map(
          (row) => row.claim.id,
        );
      expect(new Set(await ids())).toEqual(new Set(claims.map(({ id }) => id)));
      expect(await ids("PER")).toEqual([claims[0]?.id]);
      expect(await ids("PSE")).toEqual([claims[1]?.id]);
      expect(await ids("NOR")).toEqual([]);
      expect(await ids("PER", change?.at)).toEqual([claims[0]?.id]);
      expect(await ids("PER", "2026-01-01T00:00:00.000Z")).toEqual([]);
      const of = await ledger.claimsOf(told.reading.report.id);
      expect(of.find((row) => row.claim.id === claims[0]?.id)).toMatchObject({
        claim: claims[0],
        change: 2,
        report: { outlet: "Andina", published: "2008-02-23" },
      });
    });
  });
});
