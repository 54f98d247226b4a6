import { describe, expect, it } from "vitest";
import type { Statement } from "../../src/model/index.js";
import { readText } from "../../src/read/index.js";
import { gist, ofStatus, reading, theReader } from "../reading.js";

/** "close-mission FRA TGO embassy sending": a statement's act and sides, its mission's kind and who decided. */
async function missions(text: string, published?: string): Promise<readonly string[]> {
  return ofStatus(await reading(text, published)).map(({ act, actor, target, mission, decidedBy }) =>
    [actor?.party ?? "?", act, target?.party ?? "?", mission?.kind ?? "-", decidedBy ?? "-"].join(" "),
  );
}

/** "TGO sever-relations NPL 1957-03-04": the act, its sides and its day, month or year. */
async function dated(text: string, published?: string): Promise<readonly string[]> {
  return ofStatus(await reading(text, published)).map(
    ({ act, actor, target, date }) =>
      `${actor?.party ?? "?"} ${act} ${target?.party ?? "?"} ${date === null ? "-" : span(date)}`,
  );
}

function span({ from, to }: NonNullable<Statement["date"]>): string {
  return from === to ? `${from}` : `${from}/${to}`;
}

describe("who decides on a mission", async () => {
  it.each([
    ["Portugal closed its embassy in Kinshasa in 1994.", ["PRT close-mission COD embassy sending"]],
    [
      "Turkmenistan ordered the Hungarian consulate in Ashgabat to close.",
      ["HUN close-mission TKM consulate receiving"],
    ],
    ["Kazakhstan opened a consulate in Barcelona.", ["KAZ open-mission ESP consulate sending"]],
    ["Sweden reopened its embassy in Tirana.", ["SWE reopen-mission ALB embassy sending"]],
    ["Honduras moved its embassy from Bonn to Berlin.", ["HND move-mission DEU embassy sending"]],
  ])("%s", async (text, expected) => expect(await missions(text)).toEqual(expected));

  it.each([
    [
      "In 1955 the Swiss legation in Bangkok was raised to the rank of embassy.",
      ["CHE upgrade-mission THA embassy"],
    ],
    ["Norway elevated its legation in Ottawa to an embassy in 1947.", ["NOR upgrade-mission CAN embassy"]],
    ["The Belgian legation in Tehran became an embassy in 1958.", ["BEL upgrade-mission IRN embassy"]],
    ["Argentina downgraded its embassy in Accra to a consulate.", ["ARG downgrade-mission GHA consulate"]],
  ])("history of a mission: %s", async (text, expected) =>
    expect((await missions(text)).map((one) => one.split(" ").slice(0, 4).join(" "))).toEqual(expected),
  );
});

describe("envoys", async () => {
  it.each([
    [
      "On 12 March 1964 Henrik Lund presented his credentials as ambassador of Denmark to the President of Kenya.",
      "DNK present-credentials KEN",
      { rank: "ambassador", person: "Henrik Lund" },
    ],
    [
      "Uruguay appointed Marta Silveira ambassador to Vietnam.",
      "URY appoint-envoy VNM",
      { rank: "ambassador", person: "Marta Silveira" },
    ],
    [
      "Morocco recalled its ambassador to Germany.",
      "MAR recall-envoy DEU",
      { rank: "ambassador", person: null },
    ],
    [
      "Bolivia expelled the Peruvian chargé d'affaires.",
      "BOL expel-envoy PER",
      { rank: "chargé d'affaires", person: null },
    ],
    [
      "Slovakia summoned the ambassador of Kuwait.",
      "SVK summon-envoy KWT",
      { rank: "ambassador", person: null },
    ],
  ])("rank and person: %s", async (text, sides, envoy) => {
    const [statement, ...others] = ofStatus(await reading(text));
    expect(others).toEqual([]);
    expect(`${statement?.actor?.party} ${statement?.act} ${statement?.target?.party}`).toBe(sides);
    expect(statement?.envoy).toEqual(envoy);
  });
});

describe("mutual acts and switches", async () => {
  it.each([
    ["Malawi and Zambia expelled each other's ambassadors.", ["MWI expel-envoy ZMB", "ZMB expel-envoy MWI"]],
    [
      "Sudan and Uganda restored diplomatic relations.",
      ["SDN restore-relations UGA", "UGA restore-relations SDN"],
    ],
    [
      "Bhutan established diplomatic relations with Oman.",
      ["BTN establish-relations OMN", "OMN establish-relations BTN"],
    ],
    ["Tunisia severed diplomatic relations with Egypt.", ["TUN sever-relations EGY"]],
    ["Mongolia and Laos exchanged ambassadors.", ["MNG appoint-envoy LAO", "LAO appoint-envoy MNG"]],
  ])("%s", async (text, expected) =>
    expect(gist(await reading(text)).toSorted()).toEqual(
      expected.map((one) => `${one} positive asserted`).toSorted(),
    ),
  );

  it("severs with the side that is given up, and not with the one in whose favour", async () => {
    const told = gist(await reading("Dominica cut diplomatic ties with Taiwan in favour of China."));
    expect(told.filter((one) => one.includes("sever-relations"))).toEqual([
      "DMA sever-relations TWN positive asserted",
    ]);
  });
});

describe("dates", () => {
  it.each([
    [
      "Iceland severed relations with Chad on 3 May 1986 and expelled the Chadian ambassador on 9 May 1986.",
      ["ISL sever-relations TCD 1986-05-03", "ISL expel-envoy TCD 1986-05-09"],
    ],
    [
      "Brazil opened its embassy in Windhoek in 1991 and closed it in 1999.",
      ["BRA open-mission NAM 1991-01-01/1991-12-31", "BRA close-mission NAM 1999-01-01/1999-12-31"],
    ],
    ["Spain did not recognise Mexico until 1836.", ["ESP recognise MEX 1836-01-01/1836-12-31"]],
    [
      "Cuba recognised Algeria on 2 July 1962. Five months later, Bolivia recognised Algeria.",
      ["CUB recognise DZA 1962-07-02", "BOL recognise DZA 1962-12-01/1962-12-31"],
    ],
    [
      "Iceland recognised Slovenia on 19 December 1991. A day later Norway recalled its ambassador to Serbia.",
      ["ISL recognise SVN 1991-12-19", "NOR recall-envoy SRB 1991-12-20"],
    ],
    [
      "Jordan recalled its ambassador to Qatar on 6 June 2017. Mauritania expelled the Qatari ambassador a day later.",
      ["JOR recall-envoy QAT 2017-06-06", "MRT expel-envoy QAT 2017-06-07"],
    ],
  ])("%s", async (text, expected) => expect(await dated(text)).toEqual(expected));

  it("leaves a year past in a current report where it is", async () => {
    expect(await dated("Nicaragua broke off relations with Israel in 2010.", "2025-02-11")).toEqual([
      "NIC sever-relations ISR 2010-01-01/2010-12-31",
    ]);
  });

  it("dates by a month without a year from the day of publication", async () => {
    expect(await dated("Zimbabwe opened an embassy in Amman in March.", "2021-09-14")).toEqual([
      "ZWE open-mission JOR 2021-03-01/2021-03-31",
    ]);
  });
});

describe("exceptions and selections", () => {
  it.each([
    [
      "All the Nordic countries except Iceland recognised Palestine.",
      [
        "DNK recognise PSE positive asserted",
        "FIN recognise PSE positive asserted",
        "NOR recognise PSE positive asserted",
        "SWE recognise PSE positive asserted",
        "ISL recognise PSE negative asserted",
      ],
    ],
    [
      "Neither Georgia nor Moldova recognised Transnistria.",
      ["GEO recognise PMR negative asserted", "MDA recognise PMR negative asserted"],
    ],
    [
      "Only Iraq and Yemen recognised Somaliland.",
      ["IRQ recognise SML positive asserted", "YEM recognise SML positive asserted"],
    ],
    [
      "Nigeria recognised South Ossetia, but Gabon did not.",
      ["NGA recognise OST positive asserted", "GAB recognise OST negative asserted"],
    ],
  ])("%s", async (text, expected) =>
    expect(gist(await reading(text)).toSorted()).toEqual(expected.toSorted()),
  );
});

describe("groups", () => {
  it("gives one statement for each member of a group that acted, and says that it is inferred", async () => {
    const read = ofStatus(await reading("The Baltic states each closed their embassies in Managua."));
    expect(read.map(({ actor, act, target }) => `${actor?.party} ${act} ${target?.party}`).sort()).toEqual([
      "EST close-mission NIC",
      "LTU close-mission NIC",
      "LVA close-mission NIC",
    ]);
    expect(new Set(read.map(({ actor }) => actor?.basis))).toEqual(new Set(["inferred"]));
  });

  it("leaves an organisation that acts the party", async () => {
    expect(gist(await reading("The African Union imposed sanctions on Togo."))).toEqual([
      "AU impose-sanctions TGO positive asserted",
    ]);
  });

  it("asks each member of a group that is asked", async () => {
    expect(gist(await reading("Angola urged the Baltic states to recognise Palestine.")).toSorted()).toEqual([
      "EST recognise PSE positive requested",
      "LTU recognise PSE positive requested",
      "LVA recognise PSE positive requested",
    ]);
  });

  it("gives both directions between a state and each member, once", async () => {
    const told = gist(await reading("Ghana restored diplomatic relations with the Baltic states."));
    const sides = ["EST", "LTU", "LVA"].flatMap((one) => [
      `GHA restore-relations ${one} positive asserted`,
      `${one} restore-relations GHA positive asserted`,
    ]);
    expect(told.toSorted()).toEqual(sides.toSorted());
  });
});

describe("possessive control", () => {
  it.each([
    ["Cambodia's decision to recognise Abkhazia drew criticism.", "KHM recognise ABK positive intended"],
    ["Hungary's refusal to recognise Kosovo is well known.", "HUN recognise XKX negative asserted"],
    [
      "Argentina's plan to open an embassy in Nairobi was welcomed.",
      "ARG open-mission KEN positive intended",
    ],
    [
      "Fiji's promise to sever relations with Taiwan pleased nobody.",
      "FJI sever-relations TWN positive intended",
    ],
  ])("%s", async (text, expected) => expect(gist(await reading(text))).toEqual([expected]));
});

describe("modality and polarity", () => {
  it.each([
    [
      "Mozambique said that it had recalled its ambassador to Portugal.",
      ["MOZ recall-envoy PRT positive asserted"],
    ],
    [
      "Lebanon denied that it had closed its embassy in Caracas.",
      ["LBN close-mission VEN negative asserted"],
    ],
    [
      "The opposition demanded that Malaysia cut ties with Myanmar.",
      ["MYS sever-relations MMR positive requested"],
    ],
    ["Palau urged Tuvalu not to recognise Abkhazia.", ["TUV recognise ABK negative requested"]],
    [
      "Kuwait hopes that Iraq will reopen its embassy in Kuwait City.",
      ["IRQ reopen-mission KWT positive hoped"],
    ],
    ["Estonia plans to open an embassy in Nairobi next year.", ["EST open-mission KEN positive intended"]],
    [
      "Luxembourg will upgrade its consulate in Dakar to an embassy.",
      ["LUX upgrade-mission SEN positive intended"],
    ],
    ["Croatia is expected to expel two Belarusian diplomats.", ["HRV expel-envoy BLR positive predicted"]],
    [
      "If Djibouti severs its diplomatic relations with Eritrea, trade will suffer.",
      ["DJI sever-relations ERI positive conditional"],
    ],
    [
      "Costa Rica will close its embassy in Managua unless the raids stop.",
      ["CRI close-mission NIC positive conditional"],
    ],
    ["Latvia did not expel the Belarusian ambassador.", ["LVA expel-envoy BLR negative asserted"]],
    [
      "Malaysia ruled out severing diplomatic relations with North Korea.",
      ["MYS sever-relations PRK negative intended"],
    ],
    ["Did Paraguay expel the Cuban ambassador?", []],
    ["Has Nepal closed its embassy in Riyadh?", []],
  ])("%s", async (text, expected) => expect(gist(await reading(text))).toEqual(expected));
});

describe("sanctions and membership", () => {
  it.each([
    ["Norway imposed sanctions on Zimbabwe.", "NOR impose-sanctions ZWE"],
    ["Norway lifted its sanctions against Zimbabwe.", "NOR lift-sanctions ZWE"],
    ["The United Nations imposed an arms embargo on Liberia.", "UN impose-sanctions LBR"],
    ["New Zealand froze the assets of six Belarusian officials.", "NZL impose-sanctions BLR"],
    ["Samoa joined the United Nations in December 1976.", "WSM join-organisation UN"],
    ["Burundi withdrew from the Commonwealth.", "BDI leave-organisation COMMONWEALTH"],
    ["Albania was admitted to NATO in 2009.", "ALB join-organisation NATO"],
    ["Morocco rejoined the African Union in 2017.", "MAR join-organisation AU"],
    ["The African Union suspended Guinea.", "GIN suspend-membership AU"],
  ])("%s", async (text, expected) =>
    expect(gist(await reading(text))).toEqual([`${expected} positive asserted`]),
  );
});

describe("a title", () => {
  const text = async (title: string, body: string) => {
    const item = readText(body, "test", { published: "2025-07-04", title });
    if ("fault" in item) throw new Error(item.fault.what);
    return (await theReader()).read(item.report);
  };

  it("dates the same act of the text where the text leaves it undated", async () => {
    const dated = await text(
      "Recognition of Tuvalu by Malta, 1979",
      "Malta recognised Tuvalu when it sent a note to Funafuti.",
    );
    expect(dated.statements.map(({ act, date }) => [act, date?.from, date?.basis])).toEqual([
      ["recognise", "1979-01-01", "inferred"],
    ]);
    const other = await text("Recognition of Tuvalu by Malta, 1979", "Malta recognised Kiribati.");
    expect(other.statements.filter(({ target }) => target?.party === "KIR").map(({ date }) => date)).toEqual([
      null,
    ]);
  });

  it("makes a statement that the text does not make, with its words for evidence and an empty quote", async () => {
    const { statements } = await text(
      "Slovenia recalls ambassador to Bolivia",
      "The minister gave no reason on Monday.",
    );
    expect(statements).toHaveLength(1);
    expect(statements[0]).toMatchObject({
      act: "recall-envoy",
      actor: { party: "SVN" },
      target: { party: "BOL" },
    });
    expect(statements[0]?.evidence).toMatchObject({
      quote: "",
      start: 0,
      end: 0,
      title: "Slovenia recalls ambassador to Bolivia",
    });
  });

  it("makes none that the text makes as well", async () => {
    const read = await text(
      "Slovenia recalls envoy",
      "Slovenia recalled its ambassador to Bolivia on Monday.",
    );
    expect(read.statements.map(({ act, evidence }) => [act, evidence.title])).toEqual([
      ["recall-envoy", null],
    ]);
  });

  it("leaves the evidence of the text where it stands in the text", async () => {
    const body = "Nothing else was said. Slovenia recalled its ambassador to Bolivia on Monday.";
    const [statement] = (await text("A quiet day in Ljubljana", body)).statements;
    expect(statement).toBeDefined();
    const { start, end, quote } = (statement as Statement).evidence;
    expect(body.slice(start, end)).toBe(quote);
  });
});

describe("words without acts", () => {
  it.each([
    "The embassy garden was open to visitors.",
    "She was made an ambassador of goodwill for clean rivers.",
    "The film opened in Lagos and closed in Accra.",
    "Relations between the two cousins improved.",
    "The recall of faulty toys cost the shop in Lima a fortune.",
    "The ambassador of Chad is fond of chess.",
    "Sanctions were the topic of a lecture in Oslo.",
  ])("%s", async (text) => expect((await reading(text)).statements).toEqual([]));
});
