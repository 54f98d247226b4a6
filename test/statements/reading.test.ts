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
  ["participial", "Togo surprised Belgrade by recognising Kosovo.", ["TGO recognise XKX positive asserted"]],
  ["noun", "Egypt's recognition of South Sudan was immediate.", ["EGY recognise SSD positive asserted"]],
  [
    "noun with agent",
    "Recognition of Bangladesh by India changed the war.",
    ["IND recognise BGD positive asserted"],
  ],
  ["light verb", "Norway granted recognition to Latvia.", ["NOR recognise LVA positive asserted"]],
  ["won", "Eritrea won recognition from Italy.", ["ITA recognise ERI positive asserted"]],
  ["headline", "Paraguay recognises Kosovo", ["PRY recognise XKX positive asserted"]],
  ["headline, future", "Belgium to recognise Palestine", ["BEL recognise PSE positive intended"]],
  [
    "withdrawal",
    "Lesotho withdrew its recognition of Kosovo.",
    ["LSO withdraw-recognition XKX positive asserted"],
  ],
  [
    "stopped",
    "Panama stopped recognising Taiwan in 2017.",
    ["PAN withdraw-recognition TWN positive asserted"],
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
    "as did",
    "Jordan recognised Palestine, as did Kuwait.",
    ["JOR recognise PSE positive asserted", "KWT recognise PSE positive asserted"],
  ],
  [
    "each other",
    "Israel and Jordan recognised each other.",
    ["ISR recognise JOR positive asserted", "JOR recognise ISR positive asserted"],
  ],
  [
    "switch",
    "Gambia switched recognition from Taipei to Beijing.",
    ["GMB withdraw-recognition TWN positive asserted", "GMB recognise CHN positive asserted"],
  ],
];

const traps: readonly string[] = [
  "Kenya recognised the importance of clean water.",
  "The jury recognised a film from Senegal.",
  "Face recognition is banned in San Marino.",
  "The Libyan government is the internationally recognised one.",
  "Latvia recognises diplomas from Estonia.",
  "The minister was recognised for her work in Nepal.",
  "Will Oman recognise the new government?",
];

describe("statements", () => {
  it.each(statements)("%s: %s", (_, text, expected) => expect(gist(reading(text))).toEqual(expected));
  it.each(traps)("states nothing: %s", (text) => expect(gist(reading(text))).toEqual([]));

  it("fixes each date on its own act", () => {
    const { statements } = reading(
      "Ireland recognised Palestine on 28 May 2024. Portugal did so on 21 September 2025.",
    );
    expect(statements.map((one) => one.date?.from)).toEqual(["2024-05-28", "2025-09-21"]);
  });

  it("works a weekday out from the day of publication, and says so", () => {
    const [statement] = reading("Colombia recognised Kosovo on Tuesday.", "2008-08-06").statements;
    expect(statement?.date).toEqual({
      from: "2008-08-05",
      to: "2008-08-05",
      text: "on Tuesday",
      basis: "inferred",
    });
  });

  it("gives no date where the text gives none", () => {
    expect(reading("Colombia recognised Kosovo.").statements[0]?.date).toBeNull();
  });

  it("names outlet, source and speaker, outermost first", () => {
    const text = "Samoa has recognised Kosovo, Foreign Minister Skënder Hyseni of Kosovo told Reuters.";
    const [statement] = reading(text, "2008-09-16", "The Example Courier").statements;
    expect(statement?.attribution.map((link) => link.kind)).toEqual(["outlet", "speaker"]);
    expect(statement?.attribution[1]).toMatchObject({ name: "Skënder Hyseni", party: "XKX" });
  });

  it("takes what is recognised from the words", () => {
    const object = (text: string) => reading(text, "2012-12-12").statements[0]?.object;
    expect(object("Italy recognised the independence of Croatia.")).toBe("state");
    expect(object("Qatar recognised the National Transitional Council as the government of Libya.")).toBe(
      "government",
    );
    expect(object("India recognised the PLO as the sole representative of the Palestinian people.")).toBe(
      "representative",
    );
    expect(object("Bahrain recognised Moroccan sovereignty over Western Sahara.")).toBe("sovereignty");
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
  ])("%s", (text, expected, holder) => {
    const { claims } = reading(text);
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject(expected);
    expect(claims[0]?.holder?.party ?? null).toBe(holder);
  });

  it("ranks nothing among the first", () => {
    expect(reading("Bulgaria was among the first countries to recognise North Macedonia.").claims).toEqual(
      [],
    );
  });
});
