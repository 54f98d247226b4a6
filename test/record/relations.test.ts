import { describe, expect, it } from "vitest";
import { derived, gistOfRelations, type Said } from "./material.js";

/** What reports say, then the relations that follow. */
type Case = readonly [what: string, said: readonly Said[], relations: readonly string[]];

function runs(cases: readonly Case[]): void {
  it.each(cases)("%s", (_, said, relations) => {
    expect(gistOfRelations(derived(said))).toEqual(relations);
    expect(gistOfRelations(derived([...said].reverse()))).toEqual(relations);
  });
}

const recognises = "PER recognise XKX";
const withdraws = "PER withdraw-recognition XKX";
const establish = { says: "PER establish-relations GHA", on: "1990-01-05" } as const;
const opens = { says: "PER open-mission GHA", mission: "embassy", on: "1991-05-02" } as const;
const presents = { says: "PER present-credentials GHA", person: "Rosa Quispe", on: "1992-03-04" } as const;

describe("a recognition", () => {
  runs([
    ["begins", [{ says: recognises, on: "2008-02-22" }], ["recognition PER XKX 2008-02-22 to now in force"]],
    [
      "ends on the day of its withdrawal",
      [
        { says: recognises, on: "2008-02-22" },
        { says: withdraws, on: "2018-03-01" },
      ],
      ["recognition PER XKX 2008-02-22 to 2018-03-01 in force"],
    ],
    [
      "comes back",
      [
        { says: recognises, on: "2008-02-22" },
        { says: withdraws, on: "2018-03-01" },
        { says: recognises, on: "2021-09-10" },
      ],
      [
        "recognition PER XKX 2008-02-22 to 2018-03-01 in force",
        "recognition PER XKX 2021-09-10 to now in force",
      ],
    ],
    [
      "that was withdrawn had been given, at the earliest when both existed",
      [{ says: withdraws, on: "2018-03-01" }],
      ["recognition PER XKX 2008-02-17 to 2018-03-01 in force"],
    ],
    [
      "of a party that is as old as anything told of it",
      [{ says: "FRA withdraw-recognition IRN", on: "2018-03-01" }],
      ["recognition FRA IRN .. to 2018-03-01 in force"],
    ],
    [
      "known to the year lasts, for all that is known, to the end of that in which it was withdrawn",
      [
        { says: recognises, on: "2008" },
        { says: withdraws, on: "2018" },
      ],
      ["recognition PER XKX 2008-01-01 to 2019-01-01 in force"],
    ],
    [
      "switched twice in one year, of which only the year is known",
      [
        { says: "PER recognise PSE", on: "1989-05-04" },
        { says: "PER withdraw-recognition PSE", on: "2003" },
        { says: "PER recognise PSE", on: "2003" },
      ],
      [
        "recognition PER PSE 1989-05-04 to 2003-01-01 in force",
        "recognition PER PSE 2003-01-01 to now in force",
      ],
    ],
    [
      "of two things at once: two",
      [
        { says: "PER recognise PSE", object: "state", on: "2011-01-24" },
        { says: "PER recognise PSE", object: "government", on: "2012-02-03" },
      ],
      ["recognition PER PSE 2011-01-24 to now in force", "recognition PER PSE 2012-02-03 to now in force"],
    ],
    [
      "of a day in dispute",
      [
        { says: recognises, on: "2008-02-22" },
        { says: recognises, on: "2009-05-01" },
      ],
      ["recognition PER XKX 2008-02-22 to now in force disputed"],
    ],
    [
      "of which only the latest possible day is known",
      [{ says: recognises, on: null, published: "2012-05-01" }],
      ["recognition PER XKX 2012-05-01 to now in force"],
    ],
    ["of which no day is known at all", [{ says: recognises, on: null, published: null }], []],
  ]);

  it("keeps apart what is certain from what is possible", () => {
    const [held] = derived([
      { says: recognises, on: "2008-02" },
      { says: withdraws, on: "2018" },
    ]).relations;
    expect(held).toMatchObject({
      validFrom: "2008-02-01",
      certainFrom: "2008-02-29",
      certainTo: "2018-01-01",
      validTo: "2019-01-01",
    });
  });

  it("names the events that opened and closed it", () => {
    const { events, relations } = derived([
      { says: recognises, on: "2008-02-22" },
      { says: withdraws, on: "2018-03-01" },
    ]);
    const idOf = (act: string) => events.find((one) => one.act === act)?.id;
    expect(relations[0]).toMatchObject({
      openedBy: idOf("recognise"),
      closedBy: idOf("withdraw-recognition"),
    });
  });
});

describe("relations", () => {
  runs([
    [
      "are severed and restored",
      [
        establish,
        { says: "GHA sever-relations PER", on: "2001-06-07" },
        { says: "PER restore-relations GHA", on: "2005-08-09" },
      ],
      ["relations GHA PER 1990-01-05 to 2001-06-07 in force", "relations GHA PER 2005-08-09 to now in force"],
    ],
    [
      "are suspended and restored",
      [
        establish,
        { says: "GHA suspend-relations PER", on: "2001-06-07" },
        { says: "GHA restore-relations PER", on: "2003-08-09" },
      ],
      [
        "relations GHA PER 1990-01-05 to 2001-06-07 in force",
        "relations GHA PER 2001-06-07 to 2003-08-09 suspended",
        "relations GHA PER 2003-08-09 to now in force",
      ],
    ],
    [
      "severed by one, and by the other in answer, end once",
      [
        establish,
        { says: "PER sever-relations GHA", on: "2019-01-05" },
        { says: "GHA sever-relations PER", on: "2019-01-08" },
      ],
      ["relations GHA PER 1990-01-05 to 2019-01-05 in force"],
    ],
    [
      "end with a party",
      [{ says: "PER establish-relations DDR", on: "1972-12-28" }],
      ["relations DDR PER 1972-12-28 to 1990-10-03 in force with party"],
    ],
    [
      "severed before a party ended, ended then",
      [
        { says: "PER establish-relations DDR", on: "1972-12-28" },
        { says: "PER sever-relations DDR", on: "1980-02-03" },
      ],
      ["relations DDR PER 1972-12-28 to 1980-02-03 in force"],
    ],
    [
      "severed at some time before a report of 1980, too",
      [
        { says: "PER establish-relations DDR", on: "1972-12-28" },
        { says: "PER sever-relations DDR", on: null, published: "1980-02-03" },
      ],
      ["relations DDR PER 1972-12-28 to 1980-02-04 in force"],
    ],
    [
      "severed, as is said, after a party's end, ended with it",
      [
        { says: "PER sever-relations DDR", on: "1991-01-05" },
        { says: "DDR sever-relations PER", on: "1991-01-08" },
      ],
      ["relations DDR PER 1949-10-07 to 1990-10-03 in force with party disputed"],
    ],
    [
      "raised to another level, begin a new row",
      [establish, { says: "PER upgrade-relations GHA", on: "1999-09-09" }],
      ["relations GHA PER 1990-01-05 to 1999-09-09 in force", "relations GHA PER 1999-09-09 to now in force"],
    ],
  ]);
});

describe("a mission", () => {
  runs([
    [
      "is opened and closed",
      [opens, { says: "PER close-mission GHA", mission: "embassy", on: "2009-06-30" }],
      ["mission PER GHA 1991-05-02 to 2009-06-30 in force"],
    ],
    [
      "ends with relations, as does an accreditation",
      [establish, opens, presents, { says: "GHA sever-relations PER", on: "2001-06-07" }],
      [
        "accreditation PER GHA 1992-03-04 to 2001-06-07 in force with relations",
        "mission PER GHA 1991-05-02 to 2001-06-07 in force with relations",
        "relations GHA PER 1990-01-05 to 2001-06-07 in force",
      ],
    ],
    [
      "closed some days after relations were severed, ended when it was closed",
      [
        establish,
        opens,
        { says: "GHA sever-relations PER", on: "2001-06-07" },
        { says: "PER close-mission GHA", mission: "embassy", on: "2001-06-20" },
      ],
      [
        "mission PER GHA 1991-05-02 to 2001-06-20 in force",
        "relations GHA PER 1990-01-05 to 2001-06-07 in force",
      ],
    ],
    [
      "closed many years after relations were severed, had been opened anew in between",
      [
        establish,
        opens,
        { says: "GHA sever-relations PER", on: "1995-06-07" },
        { says: "PER restore-relations GHA", on: "1999-01-01" },
        { says: "PER close-mission GHA", mission: "embassy", on: "2015-06-20" },
      ],
      [
        "mission PER GHA 1991-05-02 to 1995-06-07 in force with relations",
        "mission PER GHA 1995-06-07 to 2015-06-20 in force",
        "relations GHA PER 1990-01-05 to 1995-06-07 in force",
        "relations GHA PER 1999-01-01 to now in force",
      ],
    ],
    [
      "is suspended and reopened",
      [
        opens,
        { says: "PER suspend-mission GHA", mission: "embassy", on: "2001-06-07" },
        { says: "PER reopen-mission GHA", mission: "embassy", on: "2003-08-09" },
      ],
      [
        "mission PER GHA 1991-05-02 to 2001-06-07 in force",
        "mission PER GHA 2001-06-07 to 2003-08-09 suspended",
        "mission PER GHA 2003-08-09 to now in force",
      ],
    ],
    [
      "closed twice, many years apart, with nothing known of the openings",
      [
        { says: "PER close-mission GHA", mission: "embassy", on: "1979-01-10" },
        { says: "PER close-mission GHA", mission: "embassy", on: "2015-03-10" },
      ],
      [
        "mission PER GHA 1957-03-06 to 1979-01-10 in force",
        "mission PER GHA 1979-01-10 to 2015-03-10 in force",
      ],
    ],
    [
      "closed twice, of parties as old as anything told of them",
      [
        { says: "FRA close-mission IRN", mission: "embassy", on: "1979-01-10" },
        { says: "FRA close-mission IRN", mission: "embassy", on: "2015-03-10" },
      ],
      ["mission FRA IRN .. to 1979-01-10 in force", "mission FRA IRN 1979-01-10 to 2015-03-10 in force"],
    ],
    [
      "and consulates in two cities, each by itself",
      [
        opens,
        { says: "PER open-mission GHA", mission: "consulate", city: "Kumasi", on: "1995-05-02" },
        { says: "PER open-mission GHA", mission: "consulate", city: "Tamale", on: "1996-05-02" },
        { says: "PER close-mission GHA", mission: "consulate", city: "Kumasi", on: "1999-05-02" },
      ],
      [
        "mission PER GHA 1991-05-02 to now in force",
        "mission PER GHA 1995-05-02 to 1999-05-02 in force",
        "mission PER GHA 1996-05-02 to now in force",
      ],
    ],
  ]);

  it("keeps its kind where only its city changes, and its city where only its kind does", () => {
    const { relations } = derived([
      { ...opens, city: "Accra" },
      { says: "PER move-mission GHA", city: "Tema", on: "1995-01-01" },
      { says: "PER upgrade-mission GHA", mission: "high commission", on: "1997-01-01" },
    ]);
    const missions = [...relations].sort((a, b) => ((a.validFrom ?? "") < (b.validFrom ?? "") ? -1 : 1));
    expect(missions.map(({ mission }) => mission)).toEqual([
      { kind: "embassy", city: "Accra" },
      { kind: "embassy", city: "Tema" },
      { kind: "high commission", city: "Tema" },
    ]);
  });
});

describe("an accreditation", () => {
  runs([
    [
      "ends with a recall",
      [
        presents,
        { says: "PER recall-envoy GHA", rank: "ambassador", person: "Rosa Quispe", on: "1994-05-06" },
      ],
      ["accreditation PER GHA 1992-03-04 to 1994-05-06 in force"],
    ],
    [
      "ends with an expulsion, and the recall in answer ends nothing more",
      [
        presents,
        { says: "GHA expel-envoy PER", rank: "ambassador", on: "1994-05-06" },
        { says: "PER recall-envoy GHA", rank: "ambassador", on: "1994-05-08" },
      ],
      ["accreditation PER GHA 1992-03-04 to 1994-05-06 in force"],
    ],
    [
      "passes to the next envoy",
      [presents, { says: "GHA accept-envoy PER", person: "Luis Salas", on: "1995-05-06" }],
      [
        "accreditation PER GHA 1992-03-04 to 1995-05-06 in force",
        "accreditation PER GHA 1995-05-06 to now in force",
      ],
    ],
    [
      "is not touched by the expulsion of diplomats",
      [presents, { says: "GHA expel-envoy PER", rank: "diplomat", on: "1994-05-06" }],
      ["accreditation PER GHA 1992-03-04 to now in force"],
    ],
    [
      "recalled years apart, of parties as old as anything told of them",
      [
        { says: "FRA expel-envoy IRN", rank: "ambassador", on: "2015-01-05" },
        { says: "IRN recall-envoy FRA", rank: "ambassador", on: "2022-03-05" },
      ],
      [
        "accreditation IRN FRA .. to 2015-01-05 in force",
        "accreditation IRN FRA 2015-01-05 to 2022-03-05 in force",
      ],
    ],
  ]);
});

describe("sanctions, listings and memberships", () => {
  runs([
    [
      "sanctions in rounds last until they are lifted",
      [
        { says: "NOR impose-sanctions RUS", on: "2014-08-11" },
        { says: "NOR impose-sanctions RUS", on: "2022-03-18" },
        { says: "NOR lift-sanctions RUS", on: "2024-01-01" },
      ],
      ["sanctions NOR RUS 2014-08-11 to 2024-01-01 in force"],
    ],
    [
      "a movement is listed even while it governs",
      [
        { says: "RUS list-terrorist TALIBAN", on: "2003-02-14" },
        { says: "RUS delist-terrorist TALIBAN", on: "2025-04-17" },
      ],
      ["listing RUS TALIBAN 2003-02-14 to 2025-04-17 in force"],
    ],
    [
      "a membership is suspended, then left",
      [
        { says: "PER join-organisation OAS", on: "1951-02-12" },
        { says: "PER suspend-membership OAS", on: "1992-04-13" },
        { says: "PER leave-organisation OAS", on: "1993-01-01" },
      ],
      [
        "membership PER OAS 1951-02-12 to 1992-04-13 in force",
        "membership PER OAS 1992-04-13 to 1993-01-01 suspended",
      ],
    ],
  ]);
});
