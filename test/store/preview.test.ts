import { expect, it } from "vitest";
import { allRows, onBothEngines } from "./engines.js";
import { report } from "./reports.js";

const recognises = report({
  outlet: "Andina",
  published: "2008-02-23",
  says: [{ says: "PER recognise XKX", on: "2008-02" }],
});
const knowsBetter = report({
  outlet: "Koha",
  published: "2008-03-05",
  says: [
    { says: "PER recognise XKX", on: "2008-02-22" },
    { says: "PER open-mission XKX", modality: "intended", on: null },
  ],
});

onBothEngines("a preview", (store) => {
  const rows = async () => [
    await allRows(store.db, "event"),
    await allRows(store.db, "relation"),
    await allRows(store.db, "prospect"),
  ];

  it("tells what adding would change, and changes nothing", async () => {
    const ledger = await store.fresh();
    await ledger.add([recognises]);
    const [before, counts] = [await rows(), await ledger.counts()];
    const seen = await ledger.preview([knowsBetter, recognises]);
    expect(await rows()).toEqual(before);
    expect(await ledger.counts()).toEqual(counts);
    expect(await ledger.known([knowsBetter.reading.report.id])).toEqual(new Set());
    expect(seen?.events.map((one) => [one.before?.date.to, one.after?.date.to])).toEqual([
      ["2008-02-29", "2008-02-22"],
    ]);
    // What is then added is what was seen.
    const { change } = await ledger.add([knowsBetter, recognises]);
    expect(await ledger.alterations(change?.number ?? 0)).toEqual(seen);
  });

  it("of what the record holds already is of nothing", async () => {
    const ledger = await store.fresh();
    await ledger.add([recognises]);
    expect(await ledger.preview([recognises])).toBeNull();
    expect(await ledger.preview([])).toBeNull();
  });

  it("leaves other work to go on", async () => {
    const ledger = await store.fresh();
    const [seen, added] = await Promise.all([ledger.preview([recognises]), ledger.add([knowsBetter])]);
    expect(seen?.reports.map(({ outlet }) => outlet)).toEqual(["Andina"]);
    expect(added.change?.number).toBe(1);
    expect(await ledger.counts()).toMatchObject({ reports: 1, changes: 1 });
  });
});
