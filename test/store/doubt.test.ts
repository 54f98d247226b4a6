import { describe, expect, it } from "vitest";
import { onBothEngines } from "./engines.js";
import { report } from "./reports.js";

const now = { asOf: null, knownAt: null } as const;

const doubted = report({
  outlet: "Andina",
  published: "2008-02-23",
  says: [
    { says: "PER recognise XKX", on: "2008-02-22", confidence: 0.31 },
    { says: "CHL recognise XKX", on: "2008-02-22", confidence: 0.42 },
    { says: "BOL recognise XKX", on: "2008-02-22", confidence: 0.9 },
    { says: "ECU recognise XKX", on: "2008-02-22" },
  ],
});

onBothEngines("readings with doubt", (store) => {
  describe("a doubtful reading", () => {
    it("is kept, waits for a decision, and makes no relation until it is accepted", async () => {
      const ledger = await store.fresh();
      await ledger.add([doubted]);
      const recognisers = async () =>
        (await ledger.relations({ party: "XKX", ...now })).map(({ value }) => value.subject).sort();
      expect(await recognisers()).toEqual(["BOL", "ECU"]);
      const queue = await ledger.doubtful(10);
      expect(queue.map(({ statement }) => [statement.actor?.party, statement.confidence])).toEqual([
        ["CHL", 0.42],
        ["PER", 0.31],
      ]);
      expect((await ledger.doubtful(1)).length).toBe(1);
      const [likeliest] = queue;
      if (likeliest === undefined) throw new Error("the queue is empty");
      await ledger.decide({ kind: "accept", statement: likeliest.statement.id }, "Ann", "read twice");
      expect(await recognisers()).toEqual(["BOL", "CHL", "ECU"]);
      expect((await ledger.doubtful(10)).map(({ statement }) => statement.actor?.party)).toEqual(["PER"]);
      expect(await ledger.rebuild()).toEqual({ changed: 0 });
    });
  });
});
