import { describe, expect, it } from "vitest";
import { windowValue } from "../../src/record/details.js";
import { derived, type Said, windowFor, written } from "./material.js";

/** The only event of what is said, with its disputes as "field: value (statements), …", the best supported value first. */
function event(said: readonly Said[]) {
  const [found, ...others] = derived(said).events;
  expect(others).toEqual([]);
  if (found === undefined) throw new Error("no event");
  const disputes = found.disputes.map(
    ({ field, values }) =>
      `${field}: ${values.map(({ value, statements }) => `${value} (${statements.join(" ")})`).join(", ")}`,
  );
  return { ...found, disputes };
}

describe("the date of an event", () => {
  const recognises = "PER recognise XKX";
  const on = (day: string, id: string, more: Partial<Said> = {}): Said => ({
    says: recognises,
    on: day,
    id,
    published: "2008-03-10",
    ...more,
  });
  it.each<[string, readonly Said[], string, readonly string[]]>([
    ["is the finest that all agree with", [on("2008", "a"), on("2008-02-22", "b")], "2008-02-22", []],
    [
      "is what more origins say",
      [on("2008-02-22", "a"), on("2008-02-23", "b"), on("2008-02-23", "c")],
      "2008-02-23",
      ["date: 2008-02-23 (b c), 2008-02-22 (a)"],
    ],
    [
      "is not what more copies say",
      [
        on("2008-02-22", "a"),
        on("2008-02-23", "b", { story: "wire" }),
        on("2008-02-23", "c", { story: "wire" }),
      ],
      "2008-02-22",
      ["date: 2008-02-22 (a), 2008-02-23 (b c)"],
    ],
    [
      "is what the more reliable outlet says, where as many say either",
      [on("2008-02-22", "a", { reliability: "D" }), on("2008-02-23", "b", { reliability: "B" })],
      "2008-02-23",
      ["date: 2008-02-23 (b), 2008-02-22 (a)"],
    ],
    [
      "is the earlier, where nothing else decides",
      [on("2008-02-23", "a"), on("2008-02-22", "b")],
      "2008-02-22",
      ["date: 2008-02-22 (b), 2008-02-23 (a)"],
    ],
    [
      "is supported by its month as well",
      [on("2008-02-22", "a"), on("2008-03-01", "b"), on("2008-03", "c")],
      "2008-03-01",
      ["date: 2008-03-01 (b c), 2008-02-22 (a)"],
    ],
    [
      "is disputed between a day and another month",
      [on("2008-02-22", "a"), on("2009-05", "b")],
      "2008-02-22",
      ["date: 2008-02-22 (a), 2009-05 (b)"],
    ],
    [
      "is not disputed by what has no date",
      [on("2008-02-22", "a"), { says: recognises, on: null, published: "2019-01-01", id: "b" }],
      "2008-02-22",
      [],
    ],
    [
      "is what undated reports leave open",
      [
        { says: recognises, on: "2008-02/..", published: null, id: "a" },
        { says: recognises, on: null, published: "2012-05-01", id: "b" },
      ],
      "2008-02-01/2012-05-01",
      [],
    ],
  ])("%s", (_, said, date, disputes) => {
    const found = event(said);
    expect(written(found.date)).toBe(date);
    expect(found.disputes).toEqual(disputes);
  });

  it.each([
    ["2008-02-18", "2008-02-18"],
    ["2008-02", "2008-02"],
    ["2008", "2008"],
    ["2008-02-01/2008-03-15", "2008-02-01/2008-03-15"],
    ["../2008-02-18", "../2008-02-18"],
    ["2008-02-18/..", "2008-02-18/.."],
    ["../..", "../.."],
  ])("%s is written as %s", (date, value) => {
    expect(windowValue(windowFor(date))).toBe(value);
  });
});

describe("other details of an event", () => {
  const opens = { says: "PER open-mission GHA", mission: "embassy", on: "2014-05-01" } as const;
  const presents = { says: "PER present-credentials GHA", on: "2016-04-12" } as const;
  it.each<[string, readonly Said[], readonly string[]]>([
    [
      "the city",
      [
        { ...opens, city: "Accra", id: "a" },
        { ...opens, city: "Accra", id: "b" },
        { ...opens, city: "Kumasi", id: "c" },
      ],
      ["city: Accra (a b), Kumasi (c)"],
    ],
    [
      "the kind of mission",
      [
        { ...opens, id: "a" },
        { ...opens, mission: "high commission", id: "b" },
        { ...opens, mission: "high commission", id: "c" },
      ],
      ["mission: high commission (b c), embassy (a)"],
    ],
    [
      "the form of recognition",
      [
        { says: "PER recognise XKX", on: "2008-02-22", form: "implied", id: "a" },
        { says: "PER recognise XKX", on: "2008-02-22", form: "express", id: "b" },
        { says: "PER recognise XKX", on: "2008-02-22", form: "express", id: "c" },
      ],
      ["form: express (b c), implied (a)"],
    ],
    [
      "the place",
      [
        { ...presents, place: "Accra", id: "a" },
        { ...presents, place: "Lima", id: "b" },
      ],
      ["place: Accra (a), Lima (b)"],
    ],
    [
      "who decided",
      [
        { says: "PER close-mission GHA", on: "2014-05-01", decidedBy: "sending", id: "a" },
        { says: "PER close-mission GHA", on: "2014-05-01", decidedBy: "receiving", id: "b" },
        { says: "PER close-mission GHA", on: "2014-05-01", decidedBy: "receiving", id: "c" },
      ],
      ["decidedBy: receiving (b c), sending (a)"],
    ],
    [
      "the person, where the forename differs",
      [
        { ...presents, person: "Rosa Quispe", id: "a" },
        { ...presents, person: "María Quispe", id: "b" },
      ],
      ["person: María Quispe (b), Rosa Quispe (a)"],
    ],
    [
      "nothing, where some leave it open",
      [
        { ...opens, city: "Accra", id: "a" },
        { ...opens, id: "b" },
        { says: "PER open-mission GHA", on: "2014-05-01", id: "c" },
      ],
      [],
    ],
  ])("may be disputed: %s", (_, said, disputes) => {
    expect(event(said).disputes).toEqual(disputes);
  });

  it("are the best supported values, each by itself", () => {
    const found = event([
      { ...opens, city: "Accra", id: "a" },
      { ...opens, city: null, mission: "high commission", decidedBy: "sending", id: "b" },
      { ...opens, mission: "high commission", place: "Accra", id: "c" },
    ]);
    expect(found.mission).toEqual({ kind: "high commission", city: "Accra" });
    expect(found.decidedBy).toBe("sending");
    expect(found.place).toBe("Accra");
    expect(found.form).toBeNull();
    expect(found.person).toBeNull();
  });

  it("count origins, not statements", () => {
    const [dispute] = derived([
      { ...opens, city: "Accra", id: "a", story: "wire" },
      { ...opens, city: "Accra", id: "b", story: "wire" },
      { ...opens, city: "Kumasi", id: "c" },
    ]).events.flatMap(({ disputes }) => disputes);
    expect(dispute?.values).toEqual([
      { value: "Accra", statements: ["a", "b"], origins: 1 },
      { value: "Kumasi", statements: ["c"], origins: 1 },
    ]);
  });
});
