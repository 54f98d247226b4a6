import { describe, expect, it } from "vitest";
import { derived, gistOfEvents, type Said } from "./material.js";

/** What reports say, then the events that follow: act, date, statements. */
type Case = readonly [what: string, said: readonly Said[], events: readonly string[]];

function runs(cases: readonly Case[]): void {
  it.each(cases)("%s", (_, said, events) => {
    expect(gistOfEvents(derived(said))).toEqual(events);
    expect(gistOfEvents(derived([...said].reverse()))).toEqual(events);
  });
}

describe("reports of one recognition", () => {
  const recognises = "PER recognise XKX";
  runs([
    [
      "the same day twice",
      [
        { says: recognises, on: "2008-02-22", id: "a" },
        { says: recognises, on: "2008-02-22", id: "b" },
      ],
      ["recognise 2008-02-22: a b"],
    ],
    [
      "a day, its month and its year",
      [
        { says: recognises, on: "2008", id: "a" },
        { says: recognises, on: "2008-02", id: "b" },
        { says: recognises, on: "2008-02-22", id: "c" },
      ],
      ["recognise 2008-02-22: a b c"],
    ],
    [
      "3 or 4 July: one, on the day that comes first where both are equally well said",
      [
        { says: recognises, on: "2009-07-04", id: "a" },
        { says: recognises, on: "2009-07-03", id: "b" },
      ],
      ["recognise 2009-07-03: a b"],
    ],
    [
      "years apart without a withdrawal: nothing is recognised twice",
      [
        { says: recognises, on: "2008-02-22", id: "a" },
        { says: recognises, on: "2012-05-01", id: "b" },
      ],
      ["recognise 2008-02-22: a b"],
    ],
    [
      "told later without a date: tied to the event",
      [
        { says: recognises, on: "2008-02-22", id: "a" },
        { says: recognises, on: null, published: "2015-01-01", id: "b" },
      ],
      ["recognise 2008-02-22: a b"],
    ],
    [
      "told without any date at all",
      [{ says: recognises, on: null, published: "2015-01-01", id: "a" }],
      ["recognise ../2015-01-01: a"],
    ],
    [
      "two undated reports: no later than the first",
      [
        { says: recognises, on: null, published: "2015-01-01", id: "a" },
        { says: recognises, on: null, published: "2012-01-01", id: "b" },
      ],
      ["recognise ../2012-01-01: a b"],
    ],
    [
      "since a month",
      [
        { says: recognises, on: "2008-02-22", id: "a" },
        { says: recognises, on: "2008-02/..", published: "2019-01-01", id: "b" },
      ],
      ["recognise 2008-02-22: a b"],
    ],
    [
      "again after a withdrawal: two, and an undated report speaks of the later one",
      [
        { says: recognises, on: "2008-02-22", id: "a" },
        { says: "PER withdraw-recognition XKX", on: "2018-03-01", id: "b" },
        { says: recognises, on: "2021-09-10", id: "c" },
        { says: recognises, on: null, published: "2022-01-01", id: "d" },
        { says: recognises, on: null, published: "2010-01-01", id: "e" },
      ],
      ["recognise 2008-02-22: a e", "recognise 2021-09-10: c d", "withdraw-recognition 2018-03-01: b"],
    ],
    [
      "of a state and of a government: two",
      [
        { says: "PER recognise PSE", object: "state", on: "2011-01-24", id: "a" },
        { says: "PER recognise PSE", object: "government", on: "2011-01-24", id: "b" },
      ],
      ["recognise 2011-01-24: a", "recognise 2011-01-24: b"],
    ],
    [
      "of the movement and of the government that it forms: one",
      [
        { says: "RUS recognise TALIBAN", on: "2025-07-03", id: "a" },
        { says: "RUS recognise AFG-IEA", on: "2025-07-04", id: "b" },
      ],
      ["recognise 2025-07-03: a b"],
    ],
    [
      "by two states: two, of which neither is told by the other",
      [
        { says: recognises, on: "2008-02-22", id: "a" },
        { says: "XKX recognise PER", on: "2008-02-22", id: "b" },
      ],
      ["recognise 2008-02-22: a", "recognise 2008-02-22: b"],
    ],
  ]);
});

describe("reports of relations and missions", () => {
  runs([
    [
      "told from both sides: one establishment",
      [
        { says: "PER establish-relations FJI", on: "1981-03-04", id: "a" },
        { says: "FJI establish-relations PER", on: "1981-03-04", id: "b" },
      ],
      ["establish-relations 1981-03-04: a b"],
    ],
    [
      "severed by each in turn: two deeds",
      [
        { says: "PER sever-relations GHA", on: "2019-01-05", id: "a" },
        { says: "GHA sever-relations PER", on: "2019-01-08", id: "b" },
      ],
      ["sever-relations 2019-01-05: a", "sever-relations 2019-01-08: b"],
    ],
    [
      "an embassy opened twice within two years: one, its date disputed",
      [
        { says: "PER open-mission GHA", mission: "embassy", on: "2014-05-01", id: "a" },
        { says: "PER open-mission GHA", mission: "embassy", on: "2015-06-01", id: "b" },
      ],
      ["open-mission 2014-05-01: a b"],
    ],
    [
      "an embassy opened twice many years apart: the record may not know what lay between",
      [
        { says: "PER open-mission GHA", mission: "embassy", on: "1974-05-01", id: "a" },
        { says: "PER open-mission GHA", mission: "embassy", on: "2015-06-01", id: "b" },
      ],
      ["open-mission 1974-05-01: a", "open-mission 2015-06-01: b"],
    ],
    [
      "an embassy said to be opened and to be reopened in one week: one, named by what more tell",
      [
        { says: "PER open-mission GHA", mission: "embassy", on: "2014-05-01", id: "a" },
        { says: "PER reopen-mission GHA", mission: "embassy", on: "2014-05-02", id: "b" },
        { says: "PER reopen-mission GHA", mission: "embassy", on: "2014-05", id: "c" },
      ],
      ["reopen-mission 2014-05-01: a b c"],
    ],
    [
      "relations established, severed and restored: three",
      [
        { says: "PER establish-relations FJI", on: "1981-03-04", id: "a" },
        { says: "PER sever-relations FJI", on: "1991-03-04", id: "b" },
        { says: "FJI restore-relations PER", on: "1999-03-04", id: "c" },
      ],
      [
        "establish-relations 1981-03-04: a",
        "restore-relations 1999-03-04: c",
        "sever-relations 1991-03-04: b",
      ],
    ],
    [
      "a legation, then an embassy: two",
      [
        { says: "PER open-mission GHA", mission: "legation", on: "1958-05-01", id: "a" },
        { says: "PER open-mission GHA", mission: "embassy", on: "1959-06-01", id: "b" },
      ],
      ["open-mission 1958-05-01: a", "open-mission 1959-06-01: b"],
    ],
    [
      "consulates in two cities: two",
      [
        { says: "PER open-mission GHA", mission: "consulate", city: "Kumasi", on: "2014-05-01", id: "a" },
        { says: "PER open-mission GHA", mission: "consulate", city: "Tamale", on: "2014-05-01", id: "b" },
      ],
      ["open-mission 2014-05-01: a", "open-mission 2014-05-01: b"],
    ],
    [
      "a consulate and an embassy in the same week: two",
      [
        { says: "PER open-mission GHA", mission: "embassy", on: "2014-05-01", id: "a" },
        { says: "PER open-mission GHA", mission: "consulate", city: "Kumasi", on: "2014-05-03", id: "b" },
      ],
      ["open-mission 2014-05-01: a", "open-mission 2014-05-03: b"],
    ],
    [
      "sanctions in two rounds: two",
      [
        { says: "NOR impose-sanctions RUS", on: "2022-03-01", id: "a" },
        { says: "NOR impose-sanctions RUS", on: "2022-06-03", id: "b" },
      ],
      ["impose-sanctions 2022-03-01: a", "impose-sanctions 2022-06-03: b"],
    ],
  ]);
});

describe("reports of envoys", () => {
  const presents = "PER present-credentials GHA";
  runs([
    [
      "the same person, told with and without the forename",
      [
        { says: presents, person: "Rosa Quispe", on: "2016-04-12", id: "a" },
        { says: presents, person: "Quispe", on: "2016-04", id: "b" },
      ],
      ["present-credentials 2016-04-12: a b"],
    ],
    [
      "two persons in one month",
      [
        { says: presents, person: "Rosa Quispe", on: "2016-04", id: "a" },
        { says: presents, person: "Luis Salas", on: "2016-04", id: "b" },
      ],
      ["present-credentials 2016-04-01/2016-04-30: a", "present-credentials 2016-04-01/2016-04-30: b"],
    ],
    [
      "credentials presented and received: one ceremony, named by the side that more tell of",
      [
        { says: presents, person: "Rosa Quispe", on: "2016-04-12", id: "a" },
        { says: "GHA accept-envoy PER", person: "Rosa Quispe", on: "2016-04-12", id: "b" },
        { says: presents, person: "Rosa Quispe", on: "2016-04-12", id: "c" },
      ],
      ["present-credentials 2016-04-12: a b c"],
    ],
  ]);
});

describe("reports of meetings and other deeds", () => {
  runs([
    [
      "on two days: two",
      [
        { says: "PER consult GHA", on: "2019-03-05", id: "a" },
        { says: "PER consult GHA", on: "2019-03-06", id: "b" },
      ],
      ["consult 2019-03-05: a", "consult 2019-03-06: b"],
    ],
    [
      "on one day: one",
      [
        { says: "PER consult GHA", on: "2019-03-05", id: "a" },
        { says: "PER consult GHA", on: "2019-03-05", id: "b" },
      ],
      ["consult 2019-03-05: a b"],
    ],
    [
      "told without a date soon after: tied to it",
      [
        { says: "PER consult GHA", on: "2019-03-05", id: "a" },
        { says: "PER consult GHA", on: null, published: "2019-03-20", id: "b" },
      ],
      ["consult 2019-03-05: a b"],
    ],
    [
      "told without a date before it happened: another",
      [
        { says: "PER consult GHA", on: "2019-03-25", id: "a" },
        { says: "PER consult GHA", on: null, published: "2019-03-02", id: "b" },
      ],
      ["consult 2019-03-25: a", "consult ../2019-03-02: b"].sort(),
    ],
    [
      "on a day and in its month: one",
      [
        { says: "PER accuse GHA", on: "2019-03-05", id: "a" },
        { says: "PER accuse GHA", on: "2019-03-05", id: "b" },
        { says: "PER accuse GHA", on: "2019-03", id: "c" },
      ],
      ["accuse 2019-03-05: a b c"],
    ],
  ]);
});

describe("the id of an event", () => {
  it("stays the same while reports are added", () => {
    const first: Said = { says: "PER recognise XKX", on: "2008-02", id: "m" };
    const [before] = derived([first]).events;
    for (const more of ["2008-02-22", "2008-02-25", "2008"]) {
      const [after, ...others] = derived([first, { says: "PER recognise XKX", on: more, id: "a" }]).events;
      expect(others).toEqual([]);
      expect(after?.id).toBe(before?.id);
    }
  });

  it("tells two of one year apart", () => {
    const { events } = derived([
      { says: "NOR impose-sanctions RUS", on: "2022-03-01" },
      { says: "NOR impose-sanctions RUS", on: "2022-06-03" },
    ]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(2);
  });

  it("tells meetings of two months apart, which are weighed by themselves", () => {
    const ids = ["2025-01-10", "2025-03-10"].flatMap((on) =>
      derived([{ says: "PER consult GHA", on }]).events.map(({ id }) => id),
    );
    expect(new Set(ids).size).toBe(2);
  });
});
