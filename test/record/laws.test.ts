import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Derived, Relation } from "../../src/record/index.js";
import { type History, histories, reproducible } from "./histories.js";
import { derived, type Said } from "./material.js";

/** The statements of a history, each with its report. */
function allSaid({ told }: History): readonly Said[] {
  return told.flatMap(({ published, outlet, reliability, wire, says }, report) =>
    says.map((one, index) => ({
      ...one,
      ...{ published, outlet, reliability, report: `report ${report}`, id: `${report}.${index}` },
      story: wire === null ? `report ${report}` : "wire",
    })),
  );
}

function derivedFrom(history: History, said = allSaid(history)): Derived {
  const ids = allSaid(history).map(({ id }) => id as string);
  const reports = history.told.map((_, index) => `report ${index}`);
  const made = history.plans.map((_, index) => `decision ${index + 1}`);
  return derived(
    said,
    history.plans.map((plan, index) => plan(ids, reports, made.slice(0, index))),
  );
}

function bySlot(relations: readonly Relation[]): readonly (readonly Relation[])[] {
  const slots = new Map<string, Relation[]>();
  for (const one of relations) slots.set(one.slot, [...(slots.get(one.slot) ?? []), one]);
  return [...slots.values()];
}

/** Whether two half-open intervals have a day in common. */
function overlap(a: Relation, b: Relation): boolean {
  const before = (from: string | null, to: string | null) => from === null || to === null || from < to;
  return before(a.validFrom, b.validTo) && before(b.validFrom, a.validTo);
}

const sorted = ({ events, prospects, relations }: Derived) =>
  [...events, ...prospects, ...relations].map((one) => JSON.stringify(one)).sort();

describe("what follows from statements", () => {
  const runs = reproducible(1500);

  it("does not depend on their order", () => {
    const shuffled = histories(5, 4).chain((history) => {
      const said = allSaid(history);
      return fc.tuple(fc.constant(history), fc.shuffledSubarray([...said], { minLength: said.length }));
    });
    fc.assert(
      fc.property(shuffled, ([history, said]) => {
        expect(sorted(derivedFrom(history, said))).toEqual(sorted(derivedFrom(history)));
      }),
      runs,
    );
  });

  it("has no two rows of one id", () => {
    fc.assert(
      fc.property(histories(6, 4), (history) => {
        const { events, prospects, relations } = derivedFrom(history);
        for (const rows of [events, prospects, relations])
          expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
      }),
      runs,
    );
  });

  it("never holds one relation twice on a day", () => {
    fc.assert(
      fc.property(histories(6, 4), (history) => {
        for (const rows of bySlot(derivedFrom(history).relations))
          for (const [index, one] of rows.entries())
            for (const other of rows.slice(index + 1))
              expect([one, other, overlap(one, other)]).toEqual([one, other, false]);
      }),
      runs,
    );
  });

  it("keeps certainty within possibility", () => {
    fc.assert(
      fc.property(histories(6, 4), (history) => {
        for (const { validFrom, certainFrom, certainTo, validTo } of derivedFrom(history).relations) {
          const ordered = (...dates: readonly (string | null)[]) => {
            const known = dates.filter((one) => one !== null);
            expect(known).toEqual([...known].sort());
          };
          ordered(validFrom, certainFrom, validTo);
          ordered(validFrom, certainTo, validTo);
          if (validFrom !== null && validTo !== null) expect(validFrom < validTo).toBe(true);
          // What has certainly ended may have ended, and the other way round.
          expect(certainTo === null).toBe(validTo === null);
        }
      }),
      runs,
    );
  });

  it("counts every statement once: in an event, against one, or as a prospect", () => {
    fc.assert(
      fc.property(histories(6, 0), (history) => {
        const { events, prospects } = derivedFrom(history);
        const used = [
          ...events.flatMap(({ statements, denials }) => [...statements, ...denials]),
          ...prospects.flatMap(({ statements }) => statements),
        ];
        expect(new Set(used).size).toBe(used.length);
        const known = new Set(allSaid(history).map(({ id }) => id));
        for (const id of used) expect(known.has(id)).toBe(true);
      }),
      runs,
    );
  });

  it("is led back to events that are there", () => {
    fc.assert(
      fc.property(histories(6, 4), (history) => {
        const { events, prospects, relations } = derivedFrom(history);
        const ids = new Set<string | null>([null, ...events.map(({ id }) => id)]);
        for (const { openedBy, closedBy } of relations) {
          expect(ids.has(openedBy)).toBe(true);
          expect(ids.has(closedBy)).toBe(true);
        }
        for (const { resolvedBy } of prospects) expect(ids.has(resolvedBy)).toBe(true);
      }),
      runs,
    );
  });
});
