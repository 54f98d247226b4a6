import { expect, it } from "vitest";
import type { Relation } from "../../src/record/index.js";
import { allRows, onBothEngines } from "./engines.js";
import { report } from "./reports.js";

const guide = report({
  outlet: "The Guide",
  published: "2020-01-01",
  origin: "history",
  says: [{ says: "PER recognise XKX", on: "2008-02" }],
});
const mendedGuide = report({
  outlet: "The Guide",
  published: "2020-01-01",
  origin: "history",
  says: [{ says: "PER recognise XKX", on: "2008-02-22" }],
});
const list = report({
  outlet: "The List",
  published: "2021-01-01",
  origin: "history",
  says: [{ says: "GHA recognise XKX", on: "2012-01-23" }],
});
const news = report({
  outlet: "Andina",
  published: "2008-02-23",
  says: [{ says: "PER recognise XKX", on: "2008-02" }],
});

onBothEngines("the history on board", (store) => {
  const held = async (ledger: Awaited<ReturnType<typeof store.fresh>>) =>
    (await ledger.relations({ asOf: null, knownAt: null })).map(
      ({ value }: { readonly value: Relation }) => `${value.subject} ${value.validFrom}`,
    );

  it("is replaced by that of a later version, and what the reports say stays", async () => {
    const ledger = await store.fresh();
    await ledger.renewHistory([guide, list]);
    await ledger.add([news]);
    expect(await ledger.renewHistory([guide, list])).toBeNull();
    const change = await ledger.renewHistory([mendedGuide]);
    expect(change).toMatchObject({ number: 3, kind: "history" });
    expect(await held(ledger)).toEqual(["PER 2008-02-22"]);
    const [event] = await ledger.events({ asOf: null, knownAt: null });
    expect(event?.value.rating.origins).toEqual(["Andina", "The Guide"]);
  });

  it("counts again when it comes again, and is rebuilt as it was", async () => {
    const ledger = await store.fresh();
    await ledger.renewHistory([guide, list]);
    await ledger.renewHistory([mendedGuide]);
    await ledger.renewHistory([guide, list]);
    expect(await held(ledger)).toEqual(["PER 2008-02-01", "GHA 2012-01-23"]);
    const before = await allRows(store.db, "relation");
    expect(await ledger.rebuild()).toEqual({ changed: 0 });
    expect(await allRows(store.db, "relation")).toEqual(before);
  });
});
