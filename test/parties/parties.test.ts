import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openLanguage } from "../../src/language/index.js";
import { packageFile } from "../../src/model/index.js";
import { loadPartyBook, type Mention } from "../../src/parties/index.js";
import { openBooks } from "../../src/pipeline.js";
import { readText } from "../../src/read/index.js";

const book = openBooks().parties;
const language = openLanguage(
  readFileSync(packageFile("models/english.bin")),
  readFileSync(packageFile("dist/kernel.wasm")),
  book.standIns,
);

function mentions(text: string, at = "2025-07-04"): readonly Mention[] {
  const item = readText(text, "test", { published: at });
  if ("fault" in item) throw new Error(item.fault.what);
  const document = language.analyse(item.report);
  const parties = book.read(document, at);
  return document.sentences.flatMap((sentence) => parties.in(sentence.index));
}

describe("names", () => {
  it.each([
    ["Peru", "PER"],
    ["the United States", "USA"],
    ["U.S.", "USA"],
    ["Britain", "GBR"],
    ["the UK", "GBR"],
    ["Burma", "MMR"],
    ["Myanmar", "MMR"],
    ["Ivory Coast", "CIV"],
    ["Swaziland", "SWZ"],
    ["Eswatini", "SWZ"],
    ["Czechia", "CZE"],
    ["the Czech Republic", "CZE"],
    ["Turkey", "TUR"],
    ["Türkiye", "TUR"],
    ["North Macedonia", "MKD"],
    ["East Timor", "TLS"],
    ["Cape Verde", "CPV"],
    ["Holland", "NLD"],
    ["the Holy See", "VAT"],
    ["the Vatican", "VAT"],
    ["the UAE", "ARE"],
    ["the Democratic Republic of the Congo", "COD"],
    ["Congo-Brazzaville", "COG"],
    ["South Korea", "KOR"],
    ["North Korea", "PRK"],
    ["Kosovo", "XKX"],
    ["Abkhazia", "ABK"],
    ["South Ossetia", "OST"],
    ["Northern Cyprus", "NCY"],
    ["Somaliland", "SML"],
    ["Transnistria", "PMR"],
    ["the Sahrawi Arab Democratic Republic", "ESH"],
    ["Taiwan", "TWN"],
    ["the People's Republic of China", "CHN"],
    ["the State of Palestine", "PSE"],
    ["the Islamic Emirate of Afghanistan", "AFG-IEA"],
    ["the Taliban", "TALIBAN"],
    ["the Soviet Union", "SUN"],
    ["East Germany", "DDR"],
    ["Yugoslavia", "YUG"],
    ["the PLO", "PLO"],
    ["the Arab League", "LAS"],
    ["the European Union", "EU"],
    ["the UN", "UN"],
    ["the Polisario Front", "POLISARIO"],
    ["the Kremlin", "RUS"],
    ["Downing Street", "GBR"],
    ["the White House", "USA"],
    ["Pristina", "XKX"],
    ["Hargeisa", "SML"],
    ["Brussels", "EU"],
    ["Nowhere Land", null],
  ])("%s is %s", (name, id) => expect(book.resolve(name, "2025-07-04")).toBe(id));

  it.each([
    ["Moscow", "1970-01-01", "SUN"],
    ["Moscow", "2020-01-01", "RUS"],
    ["Saigon", "1970-01-01", "VNM-S"],
  ])("%s on %s is %s", (name, at, id) => expect(book.resolve(name, at)).toBe(id));

  it.each([
    ["AFG", "1998-05-01", "AFG-IEA"],
    ["AFG", "2010-01-01", "AFG-IRA"],
    ["AFG", "2023-01-01", "AFG-IEA"],
    ["PER", "2023-01-01", null],
  ])("the government of %s on %s is %s", (state, at, id) => expect(book.governmentOf(state, at)).toBe(id));
});

describe("mentions", () => {
  it.each([
    ["The Afghan government protested.", "2010-06-01", "AFG-IRA", "institution"],
    ["The Afghan government protested.", "2023-06-01", "AFG-IEA", "institution"],
    ["The Taliban government protested.", "2023-06-01", "AFG-IEA", "institution"],
    ["The Taliban protested.", "2023-06-01", "TALIBAN", "name"],
    ["The Peruvian government protested.", "2023-06-01", "PER", "institution"],
    ["Peru's parliament protested.", "2023-06-01", "PER", "institution"],
    ["The government of Peru protested.", "2023-06-01", "PER", "institution"],
    ["The ambassador of the Russian Federation protested.", "2023-06-01", "RUS", "office"],
    ["Russian Foreign Minister Sergei Lavrov protested.", "2023-06-01", "RUS", "office"],
    ["A Kremlin spokesman protested.", "2023-06-01", "RUS", "office"],
    ["Starmer protested.", "2025-06-01", "GBR", "person"],
    ["Starmer recognised nobody.", "2025-06-01", "GBR", "person"],
    ["President Milei protested.", "2024-06-01", "ARG", "office"],
  ])("%s (%s)", (text, at, party, form) => {
    expect(mentions(text, at)[0]).toMatchObject({ party, form });
  });

  it("keeps person, office and posting of an envoy", () => {
    const [envoy] = mentions("Russian Ambassador to Afghanistan Dmitry Zhirnov called.");
    expect(envoy).toMatchObject({
      party: "RUS",
      person: "Dmitry Zhirnov",
      office: "Ambassador",
      accreditedTo: "AFG",
    });
  });

  it("knows by surname whom the report has introduced", () => {
    const found = mentions(
      "Afghan Foreign Minister Amir Khan Muttaqi spoke first. Muttaqi thanked his guests.",
      "2025-07-04",
    );
    expect(found.at(-1)).toMatchObject({ person: "Amir Khan Muttaqi", party: "AFG-IEA", basis: "inferred" });
  });

  it("lets no former minister speak for a government", () => {
    expect(mentions("The former Peruvian president Alejandro Toledo spoke.")[0]).toMatchObject({
      party: null,
    });
  });

  it.each([
    "They ate turkey.",
    "Read us the letter.",
    "He was born in New Mexico.",
    "The Gulf of Guinea is warm.",
    "Michael Jordan played well.",
    "Fine china was sold.",
  ])("names nobody: %s", (text) => {
    expect(mentions(text)).toEqual([]);
  });

  it("stays within the sentence, in order, whatever the text", () => {
    const words = fc.array(
      fc.oneof(
        fc.constantFrom(
          "Russian",
          "Foreign",
          "Minister",
          "the",
          "of",
          "Peru",
          "'s",
          "government",
          "Taliban-led",
          "President",
          ",",
          "Mr",
        ),
        fc.string(),
      ),
      { maxLength: 30 },
    );
    fc.assert(
      fc.property(words, (pieces) => {
        const item = readText(pieces.join(" "), "test", {});
        if ("fault" in item) return;
        const document = language.analyse(item.report);
        const parties = book.read(document, null);
        for (const sentence of document.sentences) {
          let last = -1;
          for (const mention of parties.in(sentence.index)) {
            expect(mention.first).toBeGreaterThan(last);
            expect(mention.last).toBeLessThan(sentence.size);
            last = mention.last;
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("the loader", () => {
  const good = {
    parties:
      "id,kind,name,official_name,state,governed_by,from,to,un_member_since,wikidata,cow,source\nPER,state,Peru,,,,,,,,,test\n",
    names: "party,name,form,from,to,source\nPER,Peru,name,,,test\n",
    governments: "state,government,from,to,source\n",
    cities: "name,state,source\n",
    groups: "group,name,members,from,to,source\n",
    shortForms: "words,party,named,default,source\n",
    holders: () => "party,office,person,from,to,source\n",
  };

  it("takes sound files", () => expect(loadPartyBook(good).ok).toBe(true));

  it.each([
    [
      "a kind that is none",
      { parties: good.parties.replace(",state,", ",planet,") },
      "data/parties/parties.csv",
      2,
    ],
    [
      "a name of an unknown party",
      { names: `${good.names}XXX,Nowhere,name,,,test\n` },
      "data/parties/names.csv",
      3,
    ],
    [
      "a date that is none",
      { governments: `${good.governments}AFG,AFG-IEA,yesterday,,test\n` },
      "data/parties/governments.csv",
      2,
    ],
  ])("reports %s with file and line", (_, change, where, line) => {
    const loaded = loadPartyBook({ ...good, ...change });
    expect(loaded.ok).toBe(false);
    expect(loaded.faults[0]).toMatchObject({ where, line });
  });
});
