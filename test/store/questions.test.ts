import { describe, expect, it } from "vitest";
import type { Ledger, Selection } from "../../src/record/index.js";
import { newYear, onBothEngines } from "./engines.js";
import { report } from "./reports.js";

/** A record of three changes, a day apart. */
const changes = [
  report({
    outlet: "Andina",
    published: "2008-02-23",
    says: [
      { says: "PER recognise XKX", on: "2008-02" },
      { says: "GHA recognise XKX", on: "2012-01-23" },
      { says: "PER open-mission GHA", mission: "embassy", on: "1991-05-02" },
      { says: "GHA open-mission PER", mission: "embassy", on: "1992-06-03" },
    ],
  }),
  report({
    outlet: "Koha",
    published: "2018-03-02",
    says: [
      { says: "PER recognise XKX", on: "2008-02-22" },
      { says: "PER withdraw-recognition XKX", on: "2018-03-01" },
      { says: "PER consult GHA", on: "2018-03-02" },
      { says: "NOR recognise XKX", modality: "intended", on: null },
    ],
  }),
  report({ outlet: "Andina", published: "2019-05-06", says: [{ says: "XKX consult PER", on: null }] }),
];
const dayLength = 86_400_000;
const after = (days: number) => new Date(newYear + days * dayLength).toISOString();

onBothEngines("questions", (store) => {
  async function record(): Promise<Ledger> {
    const clock = { now: newYear };
    const ledger = await store.fresh(clock);
    for (const one of changes) {
      await ledger.add([one]);
      clock.now += dayLength;
    }
    return ledger;
  }

  const relations: readonly (readonly [string, Partial<Selection>, readonly string[]])[] = [
    ["all", {}, ["mission PER GHA", "mission GHA PER", "recognition PER XKX", "recognition GHA XKX"]],
    ["of a kind", { kind: "recognition" }, ["recognition PER XKX", "recognition GHA XKX"]],
    [
      "of a party, on either side",
      { party: "GHA" },
      ["mission PER GHA", "mission GHA PER", "recognition GHA XKX"],
    ],
    ["between two", { party: "GHA", counterpart: "PER" }, ["mission PER GHA", "mission GHA PER"]],
    ["by one", { subject: "GHA" }, ["mission GHA PER", "recognition GHA XKX"]],
    ["with one", { object: "XKX" }, ["recognition PER XKX", "recognition GHA XKX"]],
    [
      "as of a day",
      { asOf: "2012-01-23", kind: "recognition" },
      ["recognition PER XKX", "recognition GHA XKX"],
    ],
    ["as of the day before", { asOf: "2012-01-22", kind: "recognition" }, ["recognition PER XKX"]],
    ["as of the day of its end", { asOf: "2018-03-01", kind: "recognition" }, ["recognition GHA XKX"]],
    ["within an interval", { from: "1991-01-01", to: "1992-01-01" }, ["mission PER GHA"]],
    ["from a day on", { from: "2018-03-01", kind: "recognition" }, ["recognition GHA XKX"]],
    [
      "as known before its end was",
      { knownAt: after(0.5), asOf: "2020-01-01", subject: "PER" },
      ["mission PER GHA", "recognition PER XKX"],
    ],
    [
      "as known before the day was",
      { knownAt: after(0.5), asOf: "2008-02-10", object: "XKX" },
      ["recognition PER XKX"],
    ],
    ["as known since", { asOf: "2008-02-10", object: "XKX" }, []],
    [
      "as known in the moment of a change",
      { knownAt: after(1), asOf: "2020-01-01", subject: "PER" },
      ["mission PER GHA"],
    ],
    ["as known before anything was", { knownAt: after(-1) }, []],
    ["a few", { limit: 2 }, ["mission PER GHA", "mission GHA PER"]],
    ["of nobody", { party: "FJI" }, []],
    ["of a name that is none", { party: "'; drop table relation; --" }, []],
  ];
  describe("about relations", () => {
    it("are answered in time", async () => {
      const ledger = await record();
      for (const [what, selection, expected] of relations) {
        const rows = await ledger.relations({ asOf: null, knownAt: null, ...selection });
        const gist = rows.map(({ value: { kind, subject, object } }) => `${kind} ${subject} ${object}`);
        expect([what, ...gist]).toEqual([what, ...expected]);
      }
    });
  });

  const events: readonly (readonly [string, Partial<Selection>, readonly string[]])[] = [
    ["of an act", { acts: ["withdraw-recognition"] }, ["withdraw-recognition PER XKX"]],
    [
      "of two acts",
      { acts: ["consult", "withdraw-recognition"] },
      ["withdraw-recognition PER XKX", "consult PER GHA", "consult XKX PER"],
    ],
    [
      "of a party in an interval, in which the undated may lie",
      { party: "PER", from: "2018-01-01", to: "2018-12-31", acts: ["consult"] },
      ["consult PER GHA", "consult XKX PER"],
    ],
    ["up to a day", { asOf: "1991-12-31" }, ["open-mission PER GHA"]],
    ["as known then", { knownAt: after(0.5), acts: ["consult"] }, []],
    ["by one to the other only", { subject: "XKX", object: "PER" }, ["consult XKX PER"]],
  ];
  it("about events are answered in time", async () => {
    const ledger = await record();
    for (const [what, selection, expected] of events) {
      const rows = await ledger.events({ asOf: null, knownAt: null, ...selection });
      const gist = rows.map(({ value: { act, actor, target } }) => `${act} ${actor} ${target}`);
      expect([what, ...gist]).toEqual([what, ...expected]);
    }
  });

  it("about prospects are answered by when they were said", async () => {
    const ledger = await record();
    const said = async (selection: Partial<Selection>) =>
      (await ledger.prospects({ asOf: null, knownAt: null, ...selection })).map(({ value }) => value.actor);
    expect(await said({})).toEqual(["NOR"]);
    expect(await said({ object: "XKX", acts: ["recognise"] })).toEqual(["NOR"]);
    expect(await said({ asOf: "2018-03-02" })).toEqual(["NOR"]);
    expect(await said({ asOf: "2018-03-01" })).toEqual([]);
    expect(await said({ knownAt: after(0.5) })).toEqual([]);
  });

  it("about one row by its id are answered for every moment", async () => {
    const ledger = await record();
    const [found] = await ledger.events({
      asOf: null,
      knownAt: null,
      subject: "PER",
      object: "XKX",
      acts: ["recognise"],
    });
    const id = found?.value.id as string;
    const then = await ledger.events({ asOf: null, knownAt: after(0.5), id });
    expect(then.map(({ value, systemTo }) => [value.date.to, systemTo])).toEqual([["2008-02-29", after(1)]]);
    expect(found).toMatchObject({
      value: { date: { to: "2008-02-22" } },
      systemFrom: after(1),
      systemTo: null,
    });
  });

  it("about all rows of a kind come in the order of their ids, each once", async () => {
    const ledger = await record();
    for (const kind of ["events", "relations", "prospects", "statements"] as const) {
      const ids: string[] = [];
      for await (const page of ledger.each(kind, null))
        ids.push(...page.map((row) => ("value" in row ? row.value.id : row.statement.id)));
      expect(ids).toEqual([...new Set(ids)].sort());
      expect(ids).toHaveLength((await ledger.counts())[kind]);
    }
    const early: string[] = [];
    for await (const page of ledger.each("statements", after(0.5)))
      early.push(...page.map(({ statement }) => statement.id));
    expect(early.sort()).toEqual(changes[0]?.reading.statements.map(({ id }) => id).sort());
  });

  it("in words find the reports that have them, the best first", async () => {
    const ledger = await record();
    const texts = [
      ["Peru closes its embassy", "The embassy in Pristina will close. The embassy had twelve employees."],
      ["A new chapter", "Peru and Ghana opened a new chapter; their embassies are to grow."],
      ["Coffee", "A chapter in the trade of coffee is new, said Peru's minister, or so it is \u0000 told."],
    ] as const;
    const reports = texts.map(([title, text]) => report({ title, text, published: "2020-01-01" }));
    await ledger.add(reports);
    const titles = async (words: string, limit = 10) =>
      (await ledger.search(words, limit)).map((found) => found.report.title);
    expect(await titles("embassy")).toEqual(["Peru closes its embassy", "A new chapter"]);
    expect(await titles("embassy", 1)).toEqual(["Peru closes its embassy"]);
    expect(await titles('"new chapter"')).toEqual(["A new chapter"]);
    expect(await titles("chapter -coffee")).toEqual(["A new chapter"]);
    expect(await titles("volcano")).toEqual([]);
    for (const odd of ["", "   ", "'; drop table report; --", '"', "!&|()", "the"])
      expect(await titles(odd)).toEqual([]);
    const [found] = await ledger.search("coffee", 10);
    expect(found?.report).toEqual({
      ...{ id: reports[2]?.reading.report.id, title: "Coffee", outlet: null },
      ...{ published: "2020-01-01", url: null },
    });
    expect(found?.excerpt).toContain("the trade of coffee is new");
  });
});
