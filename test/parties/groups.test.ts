import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openLanguage } from "../../src/language/index.js";
import { packageFile } from "../../src/model/index.js";
import { openBooks } from "../../src/pipeline.js";
import { readText } from "../../src/read/index.js";
import { gist, reading } from "../reading.js";

const book = openBooks().parties;
const language = openLanguage(
  readFileSync(packageFile("models/english.bin")),
  readFileSync(packageFile("dist/kernel.wasm")),
  book.standIns,
);

function analysed(text: string) {
  const item = readText(text, "test", {});
  if ("fault" in item) throw new Error(item.fault.what);
  return language.analyse(item.report);
}

/** The groups that a text names on a day; null stands for a document without a date. */
function groupsOf(text: string, at: string | null = "2025-07-04") {
  const document = analysed(text);
  const parties = book.read(document, at);
  return document.sentences.flatMap(({ index }) => parties.groups(index));
}

/** The parties that a text names, sentence by sentence. */
function partiesOf(text: string, at: string | null): readonly (readonly (string | null)[])[] {
  const document = analysed(text);
  const parties = book.read(document, at);
  return document.sentences.map(({ index }) => parties.in(index).map(({ party }) => party));
}

function members(group: string, at: string | null): readonly string[] | null {
  const found = book.membersOf(group, at);
  return found === null ? null : [...found].sort();
}

describe("the members of a group", () => {
  const seven = ["CAN", "DEU", "FRA", "GBR", "ITA", "JPN", "USA"];

  it.each([
    ["Baltic states", "1995-01-01", ["EST", "LTU", "LVA"]],
    ["Scandinavian countries", "2025-01-01", ["DNK", "NOR", "SWE"]],
    ["Nordic countries", "2025-01-01", ["DNK", "FIN", "ISL", "NOR", "SWE"]],
    ["Benelux", "2025-01-01", ["BEL", "LUX", "NLD"]],
    ["Visegrad Group", "1992-06-01", ["CSK", "HUN", "POL"]],
    ["Visegrad Group", "1993-06-01", ["CZE", "HUN", "POL", "SVK"]],
    ["E3", "2015-07-14", ["DEU", "FRA", "GBR"]],
    ["G7", "2013-06-17", seven],
    ["G8", "2013-06-17", [...seven, "RUS"].sort()],
    ["permanent members of the Security Council", "1960-01-01", ["FRA", "GBR", "SUN", "TWN", "USA"]],
    ["permanent members of the Security Council", "1980-01-01", ["CHN", "FRA", "GBR", "SUN", "USA"]],
    ["permanent members of the Security Council", "2020-01-01", ["CHN", "FRA", "GBR", "RUS", "USA"]],
    ["P5+1", "2015-07-14", ["CHN", "DEU", "FRA", "GBR", "RUS", "USA"]],
    ["Warsaw Pact countries", "1960-01-01", ["ALB", "BGR", "CSK", "DDR", "HUN", "POL", "ROU", "SUN"]],
    ["Warsaw Pact countries", "1980-01-01", ["BGR", "CSK", "DDR", "HUN", "POL", "ROU", "SUN"]],
    ["AES", "2024-01-01", ["BFA", "MLI", "NER"]],
    ["GCC states", "2025-01-01", ["ARE", "BHR", "KWT", "OMN", "QAT", "SAU"]],
  ])("%s on %s", (group, at, expected) => expect(members(group, at)).toEqual(expected));

  it.each([
    ["EU members", "DEU", "1995-01-01", "2026-01-01"],
    ["EU members", "POL", "2004-05-01", "2026-01-01"],
    ["EU members", "HRV", "2013-07-01", "2026-01-01"],
    ["NATO members", "FIN", "2023-04-04", "2026-01-01"],
    ["NATO members", "SWE", "2024-03-07", "2026-01-01"],
    ["ASEAN members", "TLS", "2025-10-26", "2026-01-01"],
    ["eurozone members", "HRV", "2023-01-01", "2026-01-01"],
    ["SCO members", "BLR", "2024-07-04", "2026-01-01"],
    ["BRICS members", "IDN", "2025-01-06", "2026-01-01"],
  ])("%s have had %s since %s", (group, state, since, later) => {
    expect(members(group, since)).toContain(state);
    expect(members(group, later)).toContain(state);
    const eve = new Date(Date.parse(since) - 86_400_000).toISOString().slice(0, 10);
    expect(members(group, eve) ?? []).not.toContain(state);
  });

  it.each([
    ["EU members", "GBR", "2020-01-31", "2020-02-01"],
    ["ECOWAS members", "MLI", "2025-01-28", "2025-01-29"],
    ["Arab League members", "SYR", "2011-11-15", "2011-11-16"],
    ["Mercosur members", "PRY", "2012-06-28", "2012-06-29"],
    ["CSTO members", "UZB", "2012-12-18", "2012-12-19"],
  ])("%s had %s until %s", (group, state, until, after) => {
    expect(members(group, until)).toContain(state);
    expect(members(group, after)).not.toContain(state);
  });

  it("counts 27 members of the Union before Croatia and after Britain, 28 between", () => {
    const sizes = ["2010-01-01", "2018-01-01", "2021-01-01"].map((at) => members("EU members", at)?.length);
    expect(sizes).toEqual([27, 28, 27]);
    expect(members("EU27", "2010-01-01")).toContain("GBR");
    expect(members("EU27", "2021-01-01")).not.toContain("GBR");
  });

  it.each([
    ["G8", "1990-01-01"],
    ["G8", "2020-01-01"],
    ["G8", null],
    ["G7", "1970-01-01"],
    ["Warsaw Pact countries", "1995-01-01"],
    ["AUKUS partners", "2020-01-01"],
    ["Visegrad Triangle", "2000-01-01"],
    ["P5+1", "2000-01-01"],
    ["Elbonian states", "2020-01-01"],
    ["", "2020-01-01"],
  ])("nobody is in “%s” at %s", (group, at) => expect(members(group, at)).toBeNull());

  it("are parties that the book knows, each once", () => {
    const rows = readFileSync(packageFile("data/parties/groups.csv"), "utf8").trim().split("\n").slice(1);
    const wrong = rows.filter((row) => {
      const ids = row.split(",")[2]?.split(" ") ?? [];
      return ids.length < 2 || new Set(ids).size < ids.length || ids.some((id) => !book.party(id));
    });
    expect(wrong).toEqual([]);
  });

  it("are the same for every name of the group on a day, by whichever it is called", () => {
    const rows = readFileSync(packageFile("data/parties/groups.csv"), "utf8").trim().split("\n").slice(1);
    const names = new Map<string, Set<string>>();
    for (const row of rows) {
      const [group = "", name = ""] = row.split(",");
      names.set(group, (names.get(group) ?? new Set()).add(name));
    }
    for (const at of ["1992-06-01", "2005-06-01", "2015-06-01", "2025-06-01"]) {
      for (const [group, all] of names) {
        const known = [...all].flatMap((name) => members(name, at)?.join(" ") ?? []);
        expect(new Set(known).size, `${group} at ${at}`).toBeLessThanOrEqual(1);
      }
    }
  });
});

describe("a group in a sentence", () => {
  it.each([
    ["The Baltic states recognised Kosovo.", "2008-02-21", "G-BALTIC"],
    ["The G8 met in Germany.", "2007-06-06", "G-G8"],
    ["The G7 met in Germany.", "2015-06-07", "G-G7"],
  ])("%s (%s) names %s", (text, at, group) =>
    expect(groupsOf(text, at).map((one) => one.group)).toEqual([group]),
  );

  it.each([
    ["The G8 met in Germany.", "2020-06-06"],
    ["The G80 met in Germany.", "2007-06-06"],
    ["The baltic states recognised Kosovo.", "2008-02-21"],
    ["Peru recognised Kosovo.", "2008-02-22"],
  ])("%s (%s) names none", (text, at) => expect(groupsOf(text, at)).toEqual([]));

  it("takes the longest name", () => {
    const document = analysed("The Visegrad Four met.");
    const [group] = book.read(document, "2020-01-01").groups(0);
    expect(group).toMatchObject({ group: "G-VISEGRAD", first: 1, last: 2 });
  });

  it.each([
    ["The Baltic states recognised Kosovo.", true],
    ["All Baltic states recognised Kosovo.", true],
    ["The three Baltic states recognised Kosovo.", true],
    ["All three of the Baltic states recognised Kosovo.", true],
    ["Two of the Baltic states recognised Kosovo.", false],
    ["Some of the Baltic states recognised Kosovo.", false],
    ["Most of the Baltic states recognised Kosovo.", false],
    ["Baltic states recognised Kosovo.", false],
    ["The Visegrad Group recognised Kosovo.", false],
  ])("%s speaks of every member by itself: %s", (text, distributes) =>
    expect(groupsOf(text)).toEqual([expect.objectContaining({ distributes })]),
  );

  it("has each member act where all did", async () => {
    expect([...gist(await reading("The Baltic states recognised Kosovo.", "2008-02-21"))].sort()).toEqual([
      "EST recognise XKX positive asserted",
      "LTU recognise XKX positive asserted",
      "LVA recognise XKX positive asserted",
    ]);
  });

  it("lets no member answer for what only some did", async () => {
    const actors = gist(await reading("Some of the Baltic states recognised Kosovo.", "2008-02-21"));
    expect(actors.filter((line) => /^(?:EST|LTU|LVA) /.test(line))).toEqual([]);
  });
});

describe("explain", () => {
  it("tells of a group which one it is and how many are in it", () => {
    const { party, members: found, reasons } = book.explain("the G8", "2010-01-01");
    expect([party, found?.length]).toEqual([null, 8]);
    expect(reasons.join(" ")).toMatch(/G-G8 \(8 members .*2010-01-01\)/);
  });

  it("gives a group outside its time neither members nor party", () => {
    expect(book.explain("the G8", "2020-01-01")).toMatchObject({
      party: null,
      members: null,
      candidates: [],
    });
  });

  it("weighs the parties of one name by whether they existed", () => {
    const early = book.explain("Moscow", "1970-01-01");
    expect(early.party).toBe("SUN");
    expect(early.candidates.map(({ id }) => id).sort()).toEqual(["RUS", "SUN"]);
    expect(early.reasons.join(" ")).toContain("2 parties bear the name");
    const late = book.explain("Moscow", "2020-01-01");
    expect(late.party).toBe("RUS");
    expect(late.reasons.join(" ")).toMatch(/; RUS existed/);
  });

  it("says that a name is the only party's, and whether that party was there", () => {
    expect(book.explain("Kosovo", "2010-01-01").reasons).toEqual(["one party bears the name"]);
    expect(book.explain("Kosovo", "2000-01-01").reasons.join(" ")).toContain("did not exist");
    expect(book.explain("Czechoslovakia", "2000-01-01").reasons.join(" ")).toContain("did not exist");
  });

  it("names the government that a contested state then had", () => {
    const government = (at: string) => book.explain("Afghanistan", at).reasons.at(-1);
    expect(government("2010-01-01")).toContain("AFG-IRA");
    expect(government("2023-01-01")).toContain("AFG-IEA");
    expect(book.explain("Peru", "2023-01-01").reasons.join(" ")).not.toContain("government");
  });

  it("knows the holders of office by the time in which they held it", () => {
    expect(book.explain("Churchill", "1952-01-01").party).toBe("GBR");
    expect(book.explain("Harry Truman", "1948-01-01").party).toBe("USA");
    expect(book.explain("Harry Truman", "1948-01-01").reasons.join(" ")).toContain("holder of office");
    expect(book.explain("Harry Truman", "1900-01-01").party).toBeNull();
    expect(book.explain("Barack Obama", "2005-01-01").party).toBeNull();
    expect(book.explain("Barack Obama", "2012-01-01").party).toBe("USA");
  });

  it("knows a former holder by the full name, and not by the surname alone", () => {
    expect(book.explain("Barack Obama", "2020-01-01").party).toBe("USA");
    expect(book.explain("Obama", "2012-01-01").party).toBe("USA");
    expect(book.explain("Obama", "2020-01-01").party).not.toBe("USA");
  });

  it("knows words that look like a party's name and are none", () => {
    const { party, candidates, reasons } = book.explain("New Mexico", "2020-01-01");
    expect([party, candidates]).toEqual([null, []]);
    expect(reasons.join(" ")).toContain("known to be none");
  });

  it("has a reason for whatever it answers, and agrees with resolve on names", () => {
    for (const name of ["Peru", "the UK", "Moscow", "Kabul", "the G7", "PER", "Atlantis", "", "  Peru "]) {
      const { party, reasons } = book.explain(name, "2020-01-01");
      expect(reasons.length, name).toBeGreaterThan(0);
      const resolved = book.resolve(name, "2020-01-01");
      if (resolved !== null) expect(party).toBe(resolved);
    }
  });
});

describe("a document without a date", () => {
  it("is read at the year that a sentence tells of", () => {
    expect(partiesOf("In 1935 Moscow protested.", null)).toEqual([["SUN"]]);
    expect(partiesOf("In 2005 Moscow protested.", null)).toEqual([["RUS"]]);
  });

  it("stays in a year until another is named", () => {
    expect(
      partiesOf(
        "In 1998 the Afghan government protested. The Afghan government protested again. In 2010 the Afghan government protested. The Afghan government protested again.",
        null,
      ),
    ).toEqual([["AFG-IEA"], ["AFG-IEA"], ["AFG-IRA"], ["AFG-IRA"]]);
  });

  it("takes the year named last of a sentence that names two", () => {
    expect(partiesOf("After 1935 and until 2005 Moscow protested.", null)).toEqual([["RUS"]]);
    expect(partiesOf("After 2005, as in 1935, Moscow protested.", null)).toEqual([["SUN"]]);
  });

  it("reads what stands before the first year at that year", () => {
    expect(partiesOf("Moscow protested. It did so in 1935.", null)[0]).toEqual(["SUN"]);
  });

  it("is read as of today where it names no year", () => {
    expect(partiesOf("Moscow protested.", null)).toEqual([["RUS"]]);
  });

  it("resolves groups at the narrated year too", () => {
    const sizes = groupsOf(
      "In 1992 the Visegrad Group met. In 2010 the Visegrad Group met. The Visegrad Group met again.",
      null,
    ).map((one) => one.members.length);
    expect(sizes).toEqual([3, 4, 4]);
    expect(groupsOf("In 2010 the G8 met.", null)).toHaveLength(1);
    expect(groupsOf("In 2020 the G8 met.", null)).toEqual([]);
  });

  it("gives the same answer in whatever order its sentences are asked for", () => {
    const document = analysed("In 1935 Moscow protested. Moscow protested. In 2005 Moscow protested.");
    const forwards = book.read(document, null);
    const backwards = book.read(document, null);
    const order = document.sentences.map(({ index }) => index);
    const found = new Map([...order].reverse().map((index) => [index, backwards.in(index)]));
    for (const index of order) expect(found.get(index)).toEqual(forwards.in(index));
  });
});

describe("a document with a date", () => {
  it("is read at its date, whatever years it names", () => {
    expect(partiesOf("In 1935 Moscow protested.", "2020-01-01")).toEqual([["RUS"]]);
    expect(partiesOf("In 2005 Moscow protested.", "1970-01-01")).toEqual([["SUN"]]);
  });
});
