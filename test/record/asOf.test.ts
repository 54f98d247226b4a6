import { describe, expect, it } from "vitest";
import {
  asOf,
  certainlyHeldOn,
  heldOn,
  knownAt,
  type Recorded,
  type Relation,
} from "../../src/record/index.js";
import { derived, type Said } from "./material.js";

function relation(said: readonly Said[]): Relation {
  const [found] = derived(said).relations;
  if (found === undefined) throw new Error("no relation");
  return found;
}

const known: Said = { says: "PER recognise XKX", on: "2008-02-22" };
const vague: Said = { says: "PER recognise XKX", on: "2008-02" };
const withdrawn: Said = { says: "PER withdraw-recognition XKX", on: "2018" };
const onlyEnd: Said = { says: "FRA withdraw-recognition IRN", on: "2018-03-01" };
const undated: Said = { says: "PER recognise XKX", on: null, published: "2012-05-01" };

describe("a relation on a day", () => {
  it.each<[string, readonly Said[], string, "no" | "possibly" | "certainly"]>([
    ["the day before it began", [known], "2008-02-21", "no"],
    ["the day on which it began", [known], "2008-02-22", "certainly"],
    ["long after", [known], "2030-01-01", "certainly"],
    ["before the month in which it began", [vague], "2008-01-31", "no"],
    ["within that month", [vague], "2008-02-10", "possibly"],
    ["on its last day", [vague], "2008-02-29", "certainly"],
    ["before the year in which it ended", [known, withdrawn], "2017-12-31", "certainly"],
    ["within that year", [known, withdrawn], "2018-07-01", "possibly"],
    ["after that year", [known, withdrawn], "2019-01-01", "no"],
    ["before its end, where the beginning is not on record", [onlyEnd], "2018-02-28", "possibly"],
    ["on its last day, where that is known", [onlyEnd], "2018-03-01", "no"],
    ["after a report that it had begun by then", [undated], "2012-05-01", "certainly"],
    ["before such a report", [undated], "2012-04-30", "no"],
  ])("%s", (_, said, day, expected) => {
    const held = relation(said);
    const found = certainlyHeldOn(held, day) ? "certainly" : heldOn(held, day) ? "possibly" : "no";
    expect(found).toBe(expected);
  });
});

/** What the record came to hold: first a recognition to the month, then its day, then its withdrawal. */
const rows: readonly Recorded<Relation>[] = [
  { value: relation([vague]), systemFrom: "2026-01-01T08:00:00.000Z", systemTo: "2026-01-02T08:00:00.000Z" },
  { value: relation([known]), systemFrom: "2026-01-02T08:00:00.000Z", systemTo: "2026-01-03T08:00:00.000Z" },
  { value: relation([known, withdrawn]), systemFrom: "2026-01-03T08:00:00.000Z", systemTo: null },
  { value: relation([onlyEnd]), systemFrom: "2026-01-03T08:00:00.000Z", systemTo: null },
];

describe("the record as of a day, as known at a moment", () => {
  it.each<[string, string | null, string | null, readonly number[]]>([
    ["before it held anything", "2010-01-01", "2025-12-31T23:59:59.999Z", []],
    ["in the very moment of a change", "2010-01-01", "2026-01-01T08:00:00.000Z", [0]],
    ["just before the next", "2010-01-01", "2026-01-02T07:59:59.999Z", [0]],
    ["in the moment in which it changed its mind", "2010-01-01", "2026-01-02T08:00:00.000Z", [1]],
    ["now", "2010-01-01", null, [2, 3]],
    ["now, of a day after the withdrawals", "2020-01-01", null, []],
    ["what it held then of a day after the withdrawal", "2020-01-01", "2026-01-02T12:00:00.000Z", [1]],
    ["of a day within the month that was all it knew", "2008-02-10", "2026-01-01T12:00:00.000Z", [0]],
    ["of that day, when it knew better", "2008-02-10", "2026-01-02T12:00:00.000Z", []],
    ["of every day, now", null, null, [2, 3]],
    ["of every day, then", null, "2026-01-01T12:00:00.000Z", [0]],
  ])("%s", (_, day, moment, expected) => {
    const found = asOf(rows, { asOf: day, knownAt: moment });
    expect(found).toEqual(expected.map((at) => rows[at]?.value));
    if (day === null) expect(knownAt(rows, moment)).toEqual(found);
  });
});
