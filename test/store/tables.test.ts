import { sql } from "kysely";
import { describe, expect, it } from "vitest";
import { storable } from "../../src/store/rows.js";
import { onBothEngines } from "./engines.js";

/** One row of the relation table, as text for Postgres; what a case does not name is as here. */
const usual = {
  id: "r2",
  slot: "recognition PER XKX state",
  valid_from: "2008-02-22" as string | null,
  valid_to: null as string | null,
  system_from: "2026-01-01T00:00:00Z",
  system_to: null as string | null,
};

onBothEngines("the table of relations", (store) => {
  const insert = async (row: typeof usual) =>
    sql`insert into relation (id, unit, digest, body, system_from, system_to, slot, kind, subject, object, valid_from, valid_to)
      values (${row.id}, 'PER XKX', '', '{}', ${row.system_from}, ${row.system_to}, ${row.slot}, 'recognition', 'PER', 'XKX',
        ${row.valid_from}, ${row.valid_to})`.execute(store.db);

  /** The first row holds from 2008-02-22 to 2018-03-01, and has been known since the beginning of 2026. */
  const first = { ...usual, id: "r1", valid_to: "2018-03-01" };

  it.each<[string, boolean, Partial<typeof usual>]>([
    ["of another slot", true, { slot: "recognition PER PSE state" }],
    ["before it", true, { valid_from: "2000-01-01", valid_to: "2008-02-22" }],
    ["after it", true, { valid_from: "2018-03-01" }],
    ["known before it was", true, { system_from: "2025-01-01T00:00:00Z", system_to: "2026-01-01T00:00:00Z" }],
    ["within it", false, { valid_from: "2010-01-01", valid_to: "2011-01-01" }],
    ["over its first day", false, { valid_from: null, valid_to: "2008-02-23" }],
    ["over its last day", false, { valid_from: "2018-02-28" }],
    ["over all of it", false, { valid_from: null }],
    [
      "known for a moment with it",
      false,
      { system_from: "2025-01-01T00:00:00Z", system_to: "2026-01-01T00:00:00.001Z" },
    ],
    ["of the same id at the same time", false, { id: "r1", slot: "recognition PER PSE state" }],
    ["that ends before it begins", false, { valid_from: "2020-01-01", valid_to: "2019-01-01" }],
    ["that holds on no day", false, { valid_from: "2020-01-01", valid_to: "2020-01-01" }],
    ["that was known for no moment", false, { valid_from: "2020-01-01", system_to: "2026-01-01T00:00:00Z" }],
  ])("takes a row %s: %s", async (_, taken, row) => {
    await store.fresh();
    await insert(first);
    const second = insert({ ...usual, ...row });
    if (taken) await second;
    else await expect(second).rejects.toThrow(/violates (?:exclusion|check|unique) constraint/);
  });
});

describe("JSON as Postgres can keep it", () => {
  it.each([
    ["plain text", "Peru recognised Kosovo", "Peru recognised Kosovo"],
    ["a NUL", "Peru\u0000", "Peru\ufffd"],
    ["half of a pair", "\ud83c and \uddf5", "\ufffd and \ufffd"],
    ["a whole pair", "🇵🇪", "🇵🇪"],
    ["the halves in the wrong order", "\uddf5\ud83c", "\ufffd\ufffd"],
    ["an escape that is written out", "\\u0000 \\\\u0000 \\ud800", "\\u0000 \\\\u0000 \\ud800"],
    ["an escape behind a backslash", "\\\u0000 \\\\\u0000", "\\\ufffd \\\\\ufffd"],
    ["other control characters", "\u0001\t\n\u007f", "\u0001\t\n\u007f"],
  ])("holds %s", (_, text, kept) => {
    const parsed: unknown = JSON.parse(storable(JSON.stringify({ text })));
    expect(parsed).toEqual({ text: kept });
    expect(kept).toHaveLength(text.length);
  });
});
