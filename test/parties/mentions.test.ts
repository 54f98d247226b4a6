import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openLanguage } from "../../src/language/index.js";
import { packageFile } from "../../src/model/index.js";
import { openBooks } from "../../src/pipeline.js";
import { readText } from "../../src/read/index.js";

const book = openBooks().parties;
const language = openLanguage(
  readFileSync(packageFile("models/english.bin")),
  readFileSync(packageFile("dist/kernel.wasm")),
  book.standIns,
);

function read(text: string, at: string) {
  const item = readText(text, "test", { published: at });
  if ("fault" in item) throw new Error(item.fault.what);
  const document = language.analyse(item.report);
  return { document, parties: book.read(document, at) };
}

/** The parties of the mentions and groups that overlap the last place where a text has some words. */
function partiesAt(text: string, words: string, at: string): readonly string[] {
  const { document, parties } = read(text, at);
  const start = text.lastIndexOf(words);
  const end = start + words.length;
  const found = document.sentences.flatMap((sentence) => [
    ...parties
      .in(sentence.index)
      .filter((one) => one.start < end && one.end > start)
      .flatMap(({ party }) => (party === null ? [] : [party])),
    ...parties
      .groups(sentence.index)
      .filter((one) => sentence.startOf(one.first) < end && sentence.endOf(one.last) > start)
      .flatMap(({ members }) => members),
  ]);
  return [...new Set(found)].sort();
}

describe("names that reports use", () => {
  it.each([
    ["Addis recalled its envoy.", "Addis", "2021-03-01", ["ETH"]],
    ["Ouaga shut the French consulate.", "Ouaga", "2023-03-01", ["BFA"]],
    ["Kingston and Georgetown sent notes.", "Georgetown", "2010-03-01", ["GUY"]],
    ["Chile opened a consulate in Vladivostok.", "Vladivostok", "2010-03-01", ["RUS"]],
    ["Chile opened an embassy in Lagos.", "Lagos", "1975-03-01", ["NGA"]],
    ["Chile opened a consulate in Lagos.", "Lagos", "2015-03-01", ["NGA"]],
    ["Wisma Putra summoned the chargé.", "Wisma Putra", "2015-03-01", ["MYS"]],
    ["Peru recognised Germany.", "Germany", "1890-03-01", ["H-GERMAN-EMPIRE"]],
    ["Peru recognised Germany.", "Germany", "1995-03-01", ["DEU"]],
    ["Peru received a Russian envoy.", "Russian", "1890-03-01", ["H-RUSSIAN-EMPIRE"]],
    ["Britain received an envoy from Richmond.", "Richmond", "1862-03-01", ["H-CONFEDERATE"]],
    ["Britain sent a trade mission to Richmond.", "Richmond", "2012-03-01", []],
    ["The Baltic three expelled the attaché.", "Baltic three", "2022-03-01", ["EST", "LTU", "LVA"]],
    ["Peru recognised the two Koreas.", "Koreas", "1992-03-01", ["KOR", "PRK"]],
  ])("in “%s”, %s at %s", (text, words, at, parties) => expect(partiesAt(text, words, at)).toEqual(parties));
});

describe("names that are mostly something else", () => {
  it.each([
    ["Lebanon, Pennsylvania, has a new school.", "Lebanon"],
    ["The firm moved to Paris, Texas, last year.", "Paris"],
    ["He teaches at Georgetown University.", "Georgetown"],
    ["He lives in Kingston upon Thames.", "Kingston"],
    ["She studied at Georgia Tech.", "Georgia"],
    ["Michael Jordan scored again.", "Jordan"],
    ["Captain Cook mapped the coast.", "Cook"],
    ["A shop owner, Mr Baker, closed early.", "Baker"],
    ["The union of teachers met in the hall.", "union"],
    ["Ships crossed the North Sea at night.", "North"],
    ["The Council of Elders met at noon.", "Council"],
    ["Ferries left from Split on Sunday.", "Split"],
  ])("in “%s”, %s is no party", (text, words) => expect(partiesAt(text, words, "2024-03-01")).toEqual([]));
});

describe("persons", () => {
  it.each([
    ["Will Mr Maduro close the embassy?", "Maduro", "2020-03-01", ["VEN-MADURO"]],
    ["Peru praised Mr. Blinken for the visit.", "Blinken", "2022-03-01", ["USA"]],
    ["The envoy gave President Salva Kiir his letters.", "Salva Kiir", "2018-03-01", ["SSD"]],
    ["President Kais Saied signed the letters.", "Saied", "2024-03-01", ["TUN"]],
    ["King Hussein sent a letter.", "Hussein", "1997-03-01", ["JOR"]],
    ["Emmanuel Macron sent a letter.", "Macron", "2024-03-01", ["FRA"]],
    ["Algiers greeted Yasser Arafat.", "Arafat", "1985-03-01", ["PLO"]],
    ["Foreign Secretary William Hague expelled him.", "Hague", "2012-03-01", ["GBR"]],
    ["President Adama Barrow wrote a letter.", "Barrow", "2018-03-01", ["GMB"]],
    ["Former President Horacio Cartes was absent.", "Cartes", "2019-03-01", []],
    ["The mayor thanked Hague for the gift.", "Hague", "2012-03-01", []],
  ])("in “%s”, %s at %s", (text, words, at, parties) => expect(partiesAt(text, words, at)).toEqual(parties));
});

describe("short forms", () => {
  it.each([
    ["Mali quit the African Union. The Union regretted it.", "Union", ["AU"]],
    ["Oslo wrote to the European Union. The Union agreed.", "Union", ["EU"]],
    ["Kuwait spoke first. The League agreed.", "League", ["LAS"]],
    ["South Korea complained. It said the North had lied.", "North", ["PRK"]],
    ["Saudi Arabia reopened its embassy. The Kingdom named a consul.", "Kingdom", ["SAU"]],
    ["Morocco reopened its embassy. The Kingdom named a consul.", "Kingdom", ["MAR"]],
    ["Oman recognised the Jewish state.", "Jewish state", ["ISR"]],
    ["Members of Congress objected to the embassy.", "Congress", ["USA"]],
    ["Peru's Congress objected to the embassy.", "Congress", ["PER"]],
    ["Kenya named its list. The Council will vote.", "Council", []],
    ["LIMA (AP) — Chile protested. The Foreign Ministry took note.", "Foreign Ministry", ["PER"]],
    ["Chile protested. The Foreign Ministry took note.", "Foreign Ministry", []],
    ["The new pope received Chile's envoy.", "pope", ["VAT"]],
    ["Niger broke with ECOWAS. The bloc lifted its sanctions.", "bloc", ["ECOWAS"]],
  ])("in “%s”, %s", (text, words, parties) => expect(partiesAt(text, words, "2024-03-01")).toEqual(parties));
});

describe("a name that two parties bear", () => {
  it.each([
    ["Rwanda broke with Belgium. Brussels answered.", "Brussels", ["BEL"]],
    ["Rwanda wrote to the EU. Brussels answered.", "Brussels", ["EU"]],
    ["Rwanda wrote to the African Union. Addis Ababa answered.", "Addis Ababa", ["ETH"]],
    ["Brazzaville was silent. Gabon recognised Congo.", "Congo", ["COG"]],
  ])("in “%s”, %s", (text, words, parties) => expect(partiesAt(text, words, "2024-03-01")).toEqual(parties));
});

describe("datelines", () => {
  it.each([
    ["HANOI, Vietnam (AP) — Ministers met.", "VNM"],
    ["ADDIS ABABA (Reuters) - Ministers met.", "ETH"],
    ["SPRINGFIELD (AP) — Ministers met.", null],
    ["Ministers met in Hanoi.", null],
  ])("%s", (text, party) => expect(read(text, "2024-03-01").parties.dateline?.party ?? null).toBe(party));
});
