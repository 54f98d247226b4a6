import { describe, expect, it } from "vitest";
import {
  anaphorsIn,
  type Candidate,
  type Document,
  type ReferentKind,
  resolveAnaphor,
  resolveAnaphors,
  sameName,
} from "../../src/language/index.js";
import { toyDocument } from "./toyModel.js";

/** Names of the texts below, as the rooms that know parties would give them. */
const known: ReadonlyMap<string, ReferentKind> = new Map<string, ReferentKind>([
  ["Russia", "state"],
  ["Kazakhstan", "state"],
  ["Kosovo", "state"],
  ["Taliban", "movement"],
  ["NATO", "organisation"],
  ["Muttaqi", "person"],
  ["Lavrov", "person"],
  ["Zakharova", "person"],
  ["Kabul", "place"],
]);

function candidatesOf(document: Document): readonly Candidate[] {
  const found: Candidate[] = [];
  for (const sentence of document.sentences) {
    for (let at = 0; at < sentence.size; at += 1) {
      const key = sentence.form(at);
      const kind = known.get(key);
      if (kind === undefined) continue;
      let first = at;
      while (first > 0 && ["minister", "spokeswoman"].includes(sentence.lower(first - 1))) first -= 1;
      found.push({
        sentence: sentence.index,
        first,
        last: at,
        head: at,
        kind,
        number: "singular",
        gender: null,
        key,
      });
    }
  }
  return found;
}

/** What the last anaphor of the text with this head refers to. */
function referents(text: string, head: string): readonly string[] {
  const document = toyDocument(text);
  const anaphor = document.sentences
    .flatMap((sentence) => anaphorsIn(sentence).filter((one) => sentence.lower(one.head) === head))
    .pop();
  if (anaphor === undefined) throw new Error(`no anaphor ${head} in ${text}`);
  return resolveAnaphors(document, anaphor, candidatesOf(document)).map((one) => one.key);
}

describe("resolveAnaphors", () => {
  it.each([
    ["Muttaqi met Lavrov. He said so.", "he", ["Muttaqi"]],
    ["Russia recognised it.", "it", []],
    ["Kosovo died. Russia recognised it.", "it", ["Kosovo"]],
    ["Russia announced its decision.", "its", ["Russia"]],
    ["Kosovo opened. The Balkan nation announced it.", "nation", ["Kosovo"]],
    ["The Taliban took Kabul. They said so.", "they", ["Taliban"]],
    ["The Taliban met Russia. The group said so.", "group", ["Taliban"]],
    ["NATO met Kosovo. The bloc said so.", "bloc", ["NATO"]],
    ["Russia and Kazakhstan met. They said so.", "they", ["Russia", "Kazakhstan"]],
    ["Russia met Kazakhstan. Both countries said so.", "countries", ["Russia", "Kazakhstan"]],
    ["Russia met Kazakhstan. The two sides said so.", "sides", ["Russia", "Kazakhstan"]],
    ["The minister Muttaqi met Lavrov. The minister said so.", "minister", ["Muttaqi"]],
    ["Muttaqi met Lavrov. The minister said so.", "minister", []],
    ["The spokeswoman Zakharova met Lavrov. He said so.", "he", ["Lavrov"]],
    [
      "Lavrov announced it. He died. It rained. It rained. It rained. It rained. It rained. It rained. He said so.",
      "he",
      ["Lavrov"],
    ],
    ["Muttaqi met Russia. The country said so.", "country", ["Russia"]],
    ["Russia died. We recognised it.", "we", []],
  ])("%s (%s)", (text, head, expected) => {
    expect(referents(text, head)).toEqual(expected);
  });

  it("gives one candidate or none when asked for one", () => {
    const document = toyDocument("Russia met Kazakhstan. Both countries said so.");
    const [pair] = anaphorsIn(document.sentences[1] as Document["sentences"][number]);
    expect(pair?.form).toBe("pair");
    expect(pair && resolveAnaphor(document, pair, candidatesOf(document))).toBeNull();
  });

  it("never looks ahead of the anaphor", () => {
    expect(referents("He announced it. Muttaqi died.", "he")).toEqual([]);
  });
});

describe("anaphorsIn", () => {
  it.each([
    ["Other countries will recognise Russia.", []],
    ["Another country announced a plan.", []],
    ["The first country to recognise Russia died.", []],
    ["The country that recognised Russia died.", []],
    ["The Russian government announced a plan.", []],
    ["The State Department said so.", []],
    ["The state of emergency opened.", []],
    ["The group Hamas said so.", []],
    ["The US said so.", []],
    ["The country announced a plan.", ["The country"]],
    ["The hardline Islamist group announced a plan.", ["The hardline Islamist group"]],
    ["The island nation announced its plan.", ["The island nation", "its"]],
    ["The minister announced the decision.", ["The minister", "the decision"]],
    ["The two countries met.", ["The two countries"]],
    ["We told them.", ["We", "them"]],
  ])("%s", (text, expected) => {
    const document = toyDocument(text);
    const found = document.sentences.flatMap((sentence) =>
      anaphorsIn(sentence).map((one) => text.slice(sentence.startOf(one.first), sentence.endOf(one.last))),
    );
    expect(found).toEqual(expected);
  });
});

describe("sameName", () => {
  it.each([
    ["Muttaqi", "Amir Khan Muttaqi", true],
    ["Mr Muttaqi", "Foreign Minister Amir Khan Muttaqi", true],
    ["A. K. Muttaqi", "Amir Khan Muttaqi", true],
    ["Amir Muttaqi", "Amir Khan Muttaqi", true],
    ["Muttaqi's", "Amir Khan Muttaqi", true],
    ["Nicolas Maduro", "Nicolás Maduro", true],
    ["von der Leyen", "Ursula von der Leyen", true],
    ["Xi", "Xi Jinping", true],
    ["OIC", "Organisation of Islamic Cooperation", true],
    ["the PLO", "Palestine Liberation Organization", true],
    ["U.N.", "United Nations", true],
    ["Amir Khan Muttaqi", "Muttaqi", false],
    ["Khan", "Amir Khan Muttaqi", false],
    ["Lavrov", "Amir Khan Muttaqi", false],
    ["B. Lavrov", "Sergei Lavrov", false],
    ["EU", "United Nations", false],
    ["", "United Nations", false],
  ])("%s for %s: %s", (short, full, expected) => {
    expect(sameName(short, full)).toBe(expected);
  });
});
