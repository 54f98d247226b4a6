import { describe, expect, it } from "vitest";
import type { Statement } from "../../src/model/index.js";
import { reading } from "../reading.js";

/** "KEN COERCE SOM": the PLOVER type between the parties. */
function event({ actor, target, codes }: Statement): string {
  return `${actor?.party ?? "?"} ${codes.plover} ${target?.party ?? "?"}`;
}

async function only(text: string): Promise<Statement> {
  const { statements } = await reading(text);
  expect(statements.map(event)).toHaveLength(1);
  return statements[0] as Statement;
}

describe("events of the PLOVER ontology", () => {
  it.each([
    ["a meeting", "The Prime Minister of Nepal met the President of Bhutan in Thimphu.", "NPL CONSULT BTN"],
    ["a visit", "The President of Zambia visited Botswana.", "ZMB CONSULT BWA"],
    ["a telephone call", "The King of Jordan telephoned the Emir of Kuwait.", "JOR CONSULT KWT"],
    ["negotiations", "Ethiopia negotiated with Sudan over the dam.", "ETH CONSULT SDN"],
    ["a condemnation", "Ireland condemned Belarus for the hijacking.", "IRL ACCUSE BLR"],
    ["an accusation", "Uganda accused Rwanda of arming bandits.", "UGA ACCUSE RWA"],
    ["an invasion", "Vietnam invaded Cambodia.", "VNM ASSAULT KHM"],
    ["fighting", "Ecuadorean troops clashed with Peruvian soldiers.", "ECU ASSAULT PER"],
    ["shelling", "Thai artillery shelled a village in Cambodia.", "THA ASSAULT KHM"],
    ["arrests", "Police in Kenya arrested nine men from Somalia.", "KEN COERCE SOM"],
    ["a march", "Students in Chile marched against the government of Bolivia.", "CHL PROTEST BOL"],
    ["a threat", "Venezuela threatened to invade Guyana.", "VEN THREATEN GUY"],
    ["aid", "Japan sent food aid to Madagascar.", "JPN AID MDG"],
    ["a request", "Lesotho urged Botswana to free the herdsmen.", "LSO REQUEST BWA"],
    ["a rejection", "Armenia rejected a proposal by Azerbaijan.", "ARM REJECT AZE"],
    ["a withdrawal of troops", "Angola withdrew its troops from Namibia.", "AGO RETREAT NAM"],
    ["a release", "Libya released four sailors, men from Malta.", "LBY RETREAT MLT"],
  ])("%s", async (_, text, expected) =>
    expect((await reading(text)).statements.map(event)).toContain(expected),
  );

  it.each([
    ["visit", "The Danish foreign minister visited Mongolia."],
    ["phone", "The President of Chad phoned the President of Niger."],
    ["arrest", "Police in Kenya arrested nine men from Somalia."],
    ["strike", "Teachers in Peru struck against the government over wages."],
    ["riot", "Students in Senegal rioted against the government."],
    ["abduct", "Gunmen from Yemen abducted two Italian engineers."],
    ["explosives", "Ethiopian planes bombed a town in Eritrea."],
    ["deport", "Angola deported ninety miners to Zambia."],
    ["allege", "Uganda accused Rwanda of arming bandits."],
    ["disapprove", "Ireland condemned Belarus for the hijacking."],
    ["curfew", "The army imposed a curfew in Fiji."],
    ["censor", "The government of Togo shut down two newspapers."],
    ["resign", "The Prime Minister of Tonga resigned."],
  ])("gives the mode %s: %s", async (mode, text) =>
    expect((await reading(text)).statements.map(({ codes }) => codes.mode)).toContain(mode),
  );
});

describe("the sector of who acts", () => {
  it.each([
    ["REB", "Rebels in Chad attacked a town in Niger."],
    ["MIL", "The army of Myanmar shelled a village in Thailand."],
    ["OPP", "Opposition leaders in Zimbabwe condemned the government of Zambia."],
    ["JRN", "Journalists in Peru criticised the government of Ecuador."],
    ["COP", "Police in Malawi arrested a trader from Mozambique."],
    ["LEG", "Lawmakers in Lithuania condemned Belarus."],
    ["EDU", "Students in Chile marched against the government of Bolivia."],
    ["GOV", "The President of Zambia visited Botswana."],
    ["CRM", "Pirates from Somalia hijacked a ship of Denmark."],
    ["JUD", "A court in Senegal indicted the former president of Chad."],
    ["REL", "Bishops in Malawi criticised the government."],
  ])("%s: %s", async (sector, text) => {
    const { statements } = await reading(text);
    expect(statements.map(({ actor }) => actor?.sector)).toContain(sector);
  });

  it("is told of the target too", async () => {
    const { target } = await only("Soldiers of Sudan attacked rebels in Uganda.");
    expect(target?.sector).toBe("REB");
  });

  it("is told of no act of status", async () => {
    const { actor, target } = await only("The government of Malta recognised Montenegro.");
    expect([actor?.sector, target?.sector]).toEqual([null, null]);
  });
});

describe("contexts", () => {
  it.each([
    ["military", "Ecuadorean troops clashed with Peruvian soldiers."],
    ["economic", "Paraguay threatened Uruguay over the tariff."],
    ["legal", "A court in Senegal indicted the former president of Chad."],
    ["territory", "Ethiopia negotiated with Sudan over the border."],
    ["health", "Cuba sent vaccine to Haiti as aid."],
    ["cbrn", "Sweden criticised Pakistan over its nuclear test."],
    ["illegal_drugs", "Police in Malawi arrested a smuggler of cocaine from Mozambique."],
    ["election", "Ireland condemned Belarus over the election."],
    ["disasters", "Japan sent aid to Madagascar after the cyclone."],
    ["terrorism", "Iraq accused Syria of terrorism."],
  ])("%s: %s", async (context, text) => {
    const { statements } = await reading(text);
    expect(statements).not.toEqual([]);
    expect(statements.flatMap(({ codes }) => codes.contexts)).toContain(context);
  });

  it("gives none where no word gives one", async () => {
    expect((await only("Uganda accused Rwanda of lying.")).codes.contexts).toEqual([]);
  });
});

describe("how an event is put", () => {
  it.each([
    ["not done", "Zambia did not condemn Malawi.", "negative asserted"],
    ["planned", "Ghana plans to condemn Angola.", "positive intended"],
    ["possible", "Bolivia may condemn Chile.", "positive predicted"],
    ["on a condition", "If Iran attacks Bahrain, prices will rise.", "positive conditional"],
  ])("%s", async (_, text, expected) => {
    const [statement] = (await reading(text)).statements;
    expect(`${statement?.polarity} ${statement?.modality}`).toBe(expected);
  });

  it.each([
    "The team of Togo beat Ghana by two goals.",
    "Floods threatened a valley in Laos.",
    "Demand for tea from Malawi rose in Zambia.",
    "The storm attacked the coast of Fiji.",
    "Did Zambia condemn Malawi?",
  ])("states nothing: %s", async (text) => expect((await reading(text)).statements).toEqual([]));
});
