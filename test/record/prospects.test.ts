import { describe, expect, it } from "vitest";
import { derived, type Said, written } from "./material.js";

/** Prospects as "act polarity modality: statements → act and date of what resolves them". */
function prospects(said: readonly Said[]): readonly string[] {
  const all = derived(said);
  return all.prospects
    .map(({ act, polarity, modality, statements, resolvedBy }) => {
      const event = all.events.find(({ id }) => id === resolvedBy);
      const resolved = event === undefined ? (resolvedBy ?? "open") : `${event.act} ${written(event.date)}`;
      return `${act} ${polarity} ${modality}: ${statements.join(" ")} → ${resolved}`;
    })
    .sort();
}

const plans = { says: "PER recognise XKX", modality: "intended", published: "2008-02-18" } as const;
const refuses = {
  says: "PER recognise XKX",
  not: true,
  modality: "intended",
  published: "2008-02-18",
} as const;
const hasNot = { says: "PER recognise XKX", not: true, published: "2008-02-18" } as const;
const does = { says: "PER recognise XKX", on: "2008-02-22", id: "done" } as const;

describe("what is announced, asked for, hoped, expected or refused", () => {
  it.each<[string, readonly Said[], readonly string[]]>([
    ["is open until it happens", [{ ...plans, id: "a" }], ["recognise positive intended: a → open"]],
    [
      "is fulfilled by the event that follows",
      [{ ...plans, id: "a" }, does],
      ["recognise positive intended: a → recognise 2008-02-22"],
    ],
    [
      "is fulfilled by what had happened already, where its effect lasts",
      [{ ...plans, published: "2010-01-01", id: "a" }, does],
      ["recognise positive intended: a → recognise 2008-02-22"],
    ],
    [
      "is open again after a withdrawal",
      [
        { ...plans, published: "2019-01-01", id: "a" },
        does,
        { says: "PER withdraw-recognition XKX", on: "2018-03-01" },
      ],
      ["recognise positive intended: a → open"],
    ],
    [
      "is one prospect, however often it is said",
      [
        { ...plans, id: "a" },
        { ...plans, published: "2008-02-19", id: "b" },
      ],
      ["recognise positive intended: a b → open"],
    ],
    [
      "is kept apart by how it is said",
      [
        { ...plans, id: "a" },
        { ...plans, modality: "hoped", id: "b" },
        { ...plans, modality: "predicted", id: "c" },
        { ...plans, modality: "requested", id: "d" },
        { ...plans, modality: "conditional", id: "e" },
      ],
      [
        "recognise positive conditional: e → open",
        "recognise positive hoped: b → open",
        "recognise positive intended: a → open",
        "recognise positive predicted: c → open",
        "recognise positive requested: d → open",
      ],
    ],
    [
      "is resolved by what it speaks of and nothing else",
      [
        { ...plans, id: "a" },
        { says: "PER open-mission XKX", on: "2008-03-01" },
        { says: "GHA recognise XKX", on: "2008-03-01" },
        { says: "XKX recognise PER", on: "2008-03-01" },
      ],
      ["recognise positive intended: a → open"],
    ],
    [
      "is said of one event before and of the next after a break",
      [
        { ...plans, id: "a" },
        does,
        { says: "PER withdraw-recognition XKX", on: "2018-03-01" },
        { ...plans, published: "2019-01-01", id: "b" },
        { says: "PER recognise XKX", on: "2021-09-10" },
      ],
      [
        "recognise positive intended: a → recognise 2008-02-22",
        "recognise positive intended: b → recognise 2021-09-10",
      ],
    ],
    [
      "is fulfilled by whatever opens the same, from either side",
      [
        { says: "PER establish-relations GHA", modality: "intended", published: "2008-02-18", id: "a" },
        { says: "GHA restore-relations PER", on: "2008-06-01" },
      ],
      ["establish-relations positive intended: a → restore-relations 2008-06-01"],
    ],
    [
      "may leave a side open",
      [
        { says: "PER recognise ?", modality: "intended", published: "2008-02-18", id: "a" },
        { says: "PER recognise ?", modality: "intended", published: "2008-02-20", id: "b" },
      ],
      ["recognise positive intended: a b → open"],
    ],
    [
      "may be a meeting, each month by itself",
      [
        { says: "PER consult GHA", modality: "intended", on: "2025-01-10", published: "2025-01-02", id: "a" },
        { says: "PER consult GHA", modality: "intended", on: "2025-03-10", published: "2025-01-02", id: "b" },
        { says: "PER consult GHA", on: "2025-03-10" },
      ],
      ["consult positive intended: a → open", "consult positive intended: b → consult 2025-03-10"],
    ],
  ])("%s", (_, said, expected) => {
    expect(prospects(said)).toEqual(expected);
  });

  it("keeps when it was said and when it is due, and never has one id with another", () => {
    const { prospects: found } = derived([
      { ...plans, published: "2008-02-18", on: "2008-03" },
      { ...plans, published: "2008-02-20", on: "2008-04-01", id: "b" },
      { ...plans, modality: "hoped", published: null },
    ]);
    expect(found.map(({ modality, said, due }) => [modality, written(said), written(due)]).sort()).toEqual([
      ["hoped", "../..", "../.."],
      ["intended", "2008-02-18/2008-02-20", "2008-03-01/2008-04-01"],
    ]);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  });
});

describe("a refusal", () => {
  it.each<[string, readonly Said[], readonly string[]]>([
    ["stands while nothing happens", [{ ...refuses, id: "a" }], ["recognise negative intended: a → open"]],
    [
      "is overtaken by the event",
      [{ ...refuses, id: "a" }, does],
      ["recognise negative intended: a → recognise 2008-02-22"],
    ],
    [
      "of what had happened before is not overtaken by it",
      [{ ...refuses, published: "2010-01-01", id: "a" }, does],
      ["recognise negative intended: a → open"],
    ],
    ["that it has not happened is one", [{ ...hasNot, id: "a" }], ["recognise negative asserted: a → open"]],
    [
      "that it has not happened is overtaken when it does",
      [{ ...hasNot, id: "a" }, does],
      ["recognise negative asserted: a → recognise 2008-02-22"],
    ],
  ])("%s", (_, said, expected) => {
    expect(prospects(said)).toEqual(expected);
  });
});

describe("a denial", () => {
  /** The statements that stand against the events of what is said. */
  function denials(said: readonly Said[]): readonly string[] {
    return derived(said).events.flatMap((event) => event.denials);
  }

  const later = { ...hasNot, published: "2008-03-01", id: "no" } as const;
  it.each<[string, readonly Said[], readonly string[]]>([
    ["stands against what had happened by then", [does, later], ["no"]],
    ["does not stand against what happened afterwards", [{ ...does, on: "2008-04-01" }, later], []],
    ["holds for the day that it names", [does, { ...later, on: "2008-02-20" }], []],
    [
      "does not, within the month of the event, tell whether it had happened",
      [{ ...does, on: "2008-03" }, later],
      [],
    ],
    [
      "is true after a withdrawal",
      [does, { says: "PER withdraw-recognition XKX", on: "2008-02-25" }, later],
      [],
    ],
    [
      "may be true in the year of a withdrawal",
      [does, { says: "PER withdraw-recognition XKX", on: "2018" }, { ...later, published: "2018-08-01" }],
      [],
    ],
    [
      "stands against a recognition after a withdrawal",
      [
        does,
        { says: "PER withdraw-recognition XKX", on: "2018-03-01" },
        { says: "PER recognise XKX", on: "2021-09-10" },
        { ...later, published: "2022-01-01" },
      ],
      ["no"],
    ],
    ["is of the one who did it", [does, { ...later, says: "GHA recognise XKX" }], []],
    ["of a plan denies nothing", [does, { ...later, modality: "intended" }], []],
    ["without any day is of no day", [does, { ...later, published: null }], []],
  ])("%s", (_, said, expected) => {
    expect(denials(said)).toEqual(expected);
  });

  it("deletes nothing, and shows as a dispute", () => {
    const { relations, prospects: left } = derived([does, later]);
    expect(relations).toHaveLength(1);
    expect(relations[0]).toMatchObject({ disputed: true, validFrom: "2008-02-22", validTo: null });
    expect(left).toEqual([]);
  });
});
