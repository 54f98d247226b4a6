import { describe, expect, it } from "vitest";
import { gist, reading } from "../reading.js";

const statements: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
  ["active", "Chile recognised Montenegro.", ["CHL recognise MNE positive asserted"]],
  ["American spelling", "Chile recognized Montenegro.", ["CHL recognise MNE positive asserted"]],
  [
    "passive",
    "Montenegro was recognised by Chile and Panama.",
    ["CHL recognise MNE positive asserted", "PAN recognise MNE positive asserted"],
  ],
  [
    "relative",
    "Vanuatu, which recognised Abkhazia in 2011, has no embassy there.",
    ["VUT recognise ABK positive asserted"],
  ],
  ["noun", "Egypt's recognition of South Sudan was immediate.", ["EGY recognise SSD positive asserted"]],
  ["light verb", "Norway granted recognition to Latvia.", ["NOR recognise LVA positive asserted"]],
  ["headline", "Paraguay recognises Kosovo", ["PRY recognise XKX positive asserted"]],
  ["headline, future", "Belgium to recognise Palestine", ["BEL recognise PSE positive intended"]],
  [
    "withdrawal",
    "Lesotho withdrew its recognition of Kosovo.",
    ["LSO withdraw-recognition XKX positive asserted"],
  ],
  ["no longer", "Kiribati no longer recognises Taiwan.", ["KIR withdraw-recognition TWN positive asserted"]],
  ["not", "Greece has not recognised Kosovo.", ["GRC recognise XKX negative asserted"]],
  ["never", "Mali never recognised Biafra.", ["MLI recognise H-BIAFRA negative asserted"]],
  ["yet to", "Finland has yet to recognise Palestine.", ["FIN recognise PSE negative asserted"]],
  ["refused", "Romania refused to recognise Kosovo.", ["ROU recognise XKX negative asserted"]],
  ["ruled out", "Austria ruled out recognising Palestine.", ["AUT recognise PSE negative intended"]],
  ["planned", "Malta plans to recognise Palestine.", ["MLT recognise PSE positive intended"]],
  ["urged", "Turkey urged Pakistan to recognise Northern Cyprus.", ["PAK recognise NCY positive requested"]],
  ["hoped", "Pristina hopes that Mexico will recognise Kosovo.", ["MEX recognise XKX positive hoped"]],
  [
    "may",
    "Analysts say that Iran may recognise the Taliban government.",
    ["IRN recognise AFG-IEA positive predicted"],
  ],
  ["if", "If Ghana recognises Somaliland, others will protest.", ["GHA recognise SML positive conditional"]],
  [
    "followed suit",
    "Cuba recognised Angola. Peru followed suit.",
    ["CUB recognise AGO positive asserted", "PER recognise AGO positive asserted"],
  ],
  [
    "each other",
    "Israel and Jordan recognised each other.",
    ["ISR recognise JOR positive asserted", "JOR recognise ISR positive asserted"],
  ],
];

const traps: readonly string[] = [
  "Kenya recognised the importance of clean water.",
  "The jury recognised a film from Senegal.",
  "Face recognition is banned in San Marino.",
  "The Libyan government is the internationally recognised one.",
  "The minister was recognised for her work in Nepal.",
  "Will Oman recognise the new government?",
];

describe("statements", () => {
  it.each(statements)("%s: %s", async (_, text, expected) =>
    expect(gist(await reading(text))).toEqual(expected),
  );
  it.each(traps)("states nothing: %s", async (text) => expect(gist(await reading(text))).toEqual([]));

  it("fixes each date on its own act", async () => {
    const { statements } = await reading(
      "Ireland recognised Palestine on 28 May 2024. Portugal did so on 21 September 2025.",
    );
    expect(statements.map((one) => one.date?.from)).toEqual(["2024-05-28", "2025-09-21"]);
  });

  it("works a weekday out from the day of publication, and says so", async () => {
    const [statement] = (await reading("Colombia recognised Kosovo on Tuesday.", "2008-08-06")).statements;
    expect(statement?.date).toEqual({
      from: "2008-08-05",
      to: "2008-08-05",
      text: "on Tuesday",
      basis: "inferred",
    });
  });

  it("gives no date where the text gives none", async () => {
    expect((await reading("Colombia recognised Kosovo.")).statements[0]?.date).toBeNull();
  });

  it("names outlet, source and speaker, outermost first", async () => {
    const text = "Samoa has recognised Kosovo, Foreign Minister Skënder Hyseni of Kosovo told Reuters.";
    const [statement] = (await reading(text, "2008-09-16", "The Example Courier")).statements;
    expect(statement?.attribution.map((link) => link.kind)).toEqual(["outlet", "speaker"]);
    expect(statement?.attribution[1]).toMatchObject({ name: "Skënder Hyseni", party: "XKX" });
  });

  it("takes what is recognised from the words", async () => {
    const object = async (text: string) => (await reading(text, "2012-12-12")).statements[0]?.object;
    expect(await object("Italy recognised the independence of Croatia.")).toBe("state");
    expect(
      await object("Qatar recognised the National Transitional Council as the government of Libya."),
    ).toBe("government");
    expect(
      await object("India recognised the PLO as the sole representative of the Palestinian people."),
    ).toBe("representative");
    expect(await object("Bahrain recognised Moroccan sovereignty over Western Sahara.")).toBe("sovereignty");
  });
});

describe("claims", () => {
  it.each([
    [
      "Gambia is the first African country to recognise Kosovo.",
      { kind: "rank", rank: 1, over: "African country" },
      "GMB",
    ],
    ["Fiji became the 92nd state to recognise Kosovo.", { kind: "rank", rank: 92 }, "FJI"],
    [
      "Some 147 of the 193 UN members recognise Palestine.",
      { kind: "count", count: 147, total: 193, membersOf: "UN" },
      null,
    ],
    ["No country has recognised Transnistria.", { kind: "none" }, null],
  ])("%s", async (text, expected, holder) => {
    const { claims } = await reading(text);
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject(expected);
    expect(claims[0]?.holder?.party ?? null).toBe(holder);
  });

  it("ranks nothing among the first", async () => {
    expect(
      (await reading("Bulgaria was among the first countries to recognise North Macedonia.")).claims,
    ).toEqual([]);
  });
});
