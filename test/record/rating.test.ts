import { describe, expect, it } from "vitest";
import { originName, originsOf } from "../../src/record/origins.js";
import { credibilityOf } from "../../src/record/rating.js";
import { derived, type Said, testimony } from "./material.js";

const recognises = { says: "PER recognise XKX", on: "2008-02-22", published: "2008-02-23" } as const;
const denies = { says: "PER recognise XKX", not: true, published: "2008-03-01" } as const;

/** The rating of the only event of what is said. */
function ratingOf(said: readonly Said[]) {
  const [found, ...others] = derived(said).events;
  expect(others).toEqual([]);
  return found?.rating;
}

describe("the credibility of an event", () => {
  it.each<[string, number, readonly Said[]]>([
    [
      "1: two outlets, each by itself",
      1,
      [
        { ...recognises, outlet: "Andina" },
        { ...recognises, outlet: "Koha" },
      ],
    ],
    [
      "1: two reports without a name",
      1,
      [
        { ...recognises, id: "a" },
        { ...recognises, id: "b" },
      ],
    ],
    [
      "1: the actor's word through two outlets",
      1,
      [
        { ...recognises, outlet: "Andina", speaker: "PER" },
        { ...recognises, outlet: "Koha", speaker: "PER" },
      ],
    ],
    ["2: the actor's word through one", 2, [{ ...recognises, outlet: "Andina", speaker: "PER" }]],
    ["2: its ministry's own page", 2, [{ ...recognises, outlet: "Cancillería", outletOf: "PER" }]],
    ["3: the word of the other side alone", 3, [{ ...recognises, outlet: "Koha", speaker: "XKX" }]],
    ["3: one outlet", 3, [{ ...recognises, outlet: "Andina" }]],
    ["3: an address alone can be traced", 3, [{ ...recognises, url: "https://example.org/1" }]],
    [
      "3: two outlets that cite one source",
      3,
      [
        { ...recognises, outlet: "Andina", citing: ["Reuters"] },
        { ...recognises, outlet: "Koha", citing: ["Reuters"] },
      ],
    ],
    [
      "3: the source and who cites it",
      3,
      [
        { ...recognises, outlet: "Andina", citing: ["Reuters"] },
        { ...recognises, outlet: "Reuters" },
      ],
    ],
    [
      "3: two copies of one story",
      3,
      [
        { ...recognises, outlet: "Andina", story: "wire" },
        { ...recognises, outlet: "Koha", story: "wire" },
      ],
    ],
    [
      "2: two copies of one story that quotes the actor",
      2,
      [
        { ...recognises, outlet: "Andina", story: "wire", speaker: "PER" },
        { ...recognises, outlet: "Koha", story: "wire", speaker: "PER" },
      ],
    ],
    [
      "4: two say so, a third denies it",
      4,
      [
        { ...recognises, outlet: "Andina" },
        { ...recognises, outlet: "Koha" },
        { ...denies, outlet: "Tanjug" },
      ],
    ],
    [
      "5: as many deny it as say so",
      5,
      [
        { ...recognises, outlet: "Andina" },
        { ...denies, outlet: "Tanjug" },
      ],
    ],
    [
      "5: the actor denies it, whoever says so",
      5,
      [
        { ...recognises, outlet: "Andina" },
        { ...recognises, outlet: "Koha" },
        { ...denies, outlet: "Tanjug", speaker: "PER" },
      ],
    ],
    [
      "5: the recognised did not exist yet",
      5,
      [
        { says: "PER recognise XKX", on: "2001-05-04", outlet: "Andina" },
        { says: "PER recognise XKX", on: "2001-05-04", outlet: "Koha" },
      ],
    ],
    ["5: the recognised had ended", 5, [{ says: "PER recognise DDR", on: "2001-05-04", outlet: "Andina" }]],
    [
      "3: two outlets, one of them read without much certainty",
      3,
      [
        { says: "PER recognise XKX", on: "2008-02-22", outlet: "Andina" },
        { says: "PER recognise XKX", on: "2008-02-22", outlet: "Koha", confidence: 0.6 },
      ],
    ],
    ["6: a report without anything that it could be traced to", 6, [recognises]],
  ])("%s", (_, credibility, said) => {
    expect(ratingOf(said)?.credibility).toBe(credibility);
  });

  it("is judged by the first line of the table that fits", () => {
    const weight = {
      stated: 3,
      firm: 3,
      denied: 0,
      deniedByActor: false,
      official: true,
      relayed: 2,
      traceable: true,
      contradicted: false,
    };
    expect(credibilityOf({ ...weight, contradicted: true, denied: 1 })).toBe(5);
    expect(credibilityOf({ ...weight, denied: 2 })).toBe(4);
    expect(credibilityOf({ ...weight, denied: 3 })).toBe(5);
    expect(credibilityOf({ ...weight, denied: 1, deniedByActor: true })).toBe(5);
    expect(credibilityOf(weight)).toBe(1);
    expect(credibilityOf({ ...weight, firm: 0, relayed: 0 })).toBe(3);
    expect(credibilityOf({ ...weight, stated: 1, firm: 1, relayed: 1 })).toBe(2);
    expect(credibilityOf({ ...weight, stated: 1, firm: 1, relayed: 0, official: false })).toBe(3);
    expect(
      credibilityOf({ ...weight, stated: 1, firm: 1, relayed: 0, official: false, traceable: false }),
    ).toBe(6);
  });

  it("has no part in the reliability, nor that in it", () => {
    const worst = ratingOf([
      { ...recognises, outlet: "Andina", reliability: "E" },
      { ...recognises, outlet: "Koha", reliability: "E" },
    ]);
    expect(worst).toMatchObject({ credibility: 1, reliability: "E" });
    const best = ratingOf([
      { ...recognises, outlet: "Andina", reliability: "A" },
      { ...recognises, outlet: "Koha", reliability: "F" },
      { ...denies, outlet: "Tanjug", speaker: "PER", reliability: "A" },
    ]);
    expect(best).toMatchObject({ credibility: 5, reliability: "A" });
  });

  it("says in words what of the record speaks against it", () => {
    expect(ratingOf([{ says: "PER recognise XKX", on: "2001-05-04" }])?.contradiction).toBe(
      "Kosovo did not exist before 2008",
    );
    expect(ratingOf([{ says: "PER recognise DDR", on: "2001-05-04" }])?.contradiction).toBe(
      "East Germany ended in 1990",
    );
    // Dates of existence are rough, so that the year decides.
    expect(ratingOf([{ says: "PER recognise XKX", on: "2008-02-16" }])?.contradiction).toBeNull();
    expect(ratingOf([{ says: "PER recognise DDR", on: "1990-12-01" }])?.contradiction).toBeNull();
    expect(
      ratingOf([{ says: "PER recognise DDR", on: null, published: "2001-05-04" }])?.contradiction,
    ).toBeNull();
  });
});

describe("whose word is the actor's own", () => {
  it.each([
    ["the party itself", "AFG-IEA", true],
    ["the state whose government it is", "AFG", true],
    ["the movement that forms it", "TALIBAN", true],
    ["who is recognised by it", "PER", false],
  ])("%s", (_, speaker, official) => {
    const said = { says: "AFG-IEA recognise PER", on: "2024-02-01", outlet: "Andina", speaker };
    expect(ratingOf([said])?.official).toBe(official);
  });

  it("of relations that two establish together: either's", () => {
    for (const speaker of ["PER", "FJI"]) {
      const said = { says: "PER establish-relations FJI", on: "1981-03-04", outlet: "Andina", speaker };
      expect(ratingOf([said])?.official).toBe(true);
    }
  });

  it("not that of a speaker for somebody else, nor of state media", () => {
    expect(ratingOf([{ ...recognises, speaker: "GHA" }])?.official).toBe(false);
    expect(ratingOf([{ ...recognises, outlet: "Andina", outletOf: null }])?.official).toBe(false);
  });
});

describe("origins", () => {
  it.each<[string, readonly Said[], readonly string[]]>([
    [
      "two outlets",
      [
        { ...recognises, outlet: "Koha" },
        { ...recognises, outlet: "Andina" },
      ],
      ["Andina", "Koha"],
    ],
    [
      "the innermost source that is cited",
      [
        { ...recognises, outlet: "Andina", citing: ["Reuters", "BBC"] },
        { ...recognises, outlet: "BBC" },
      ],
      ["BBC"],
    ],
    ["a speaker is no source of his own", [{ ...recognises, outlet: "Koha", speaker: "PER" }], ["Koha"]],
    ["a report without a name", [{ ...recognises, report: "r1" }], ["report r1"]],
    [
      "two of them in one report",
      [
        { ...recognises, report: "r1", id: "a" },
        { ...recognises, report: "r1", id: "b" },
      ],
      ["report r1"],
    ],
    [
      "copies that join what different names would keep apart",
      [
        { ...recognises, outlet: "Andina", story: "wire" },
        { ...recognises, outlet: "Koha", story: "wire" },
        { ...recognises, outlet: "Tanjug", citing: ["Koha"] },
        { ...recognises, outlet: "Tanjug", id: "own", story: "other" },
      ],
      ["Andina", "Tanjug"],
    ],
  ])("%s", (_, said, names) => {
    const testimonies = said.map(testimony);
    expect(originsOf(testimonies).map(({ name }) => name)).toEqual(names);
    expect(originsOf([...testimonies].reverse())).toEqual(originsOf(testimonies));
    const told = originsOf(testimonies).flatMap(({ statements }) => statements);
    expect([...told].sort()).toEqual(testimonies.map(({ id }) => id).sort());
  });

  it("are named by the source before the outlet", () => {
    const cited = testimony({ ...recognises, outlet: "Andina", citing: ["Reuters"], speaker: "PER" });
    expect(originName(cited)).toBe("Reuters");
  });
});
