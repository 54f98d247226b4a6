import { describe, expect, test } from "vitest";
import { namesIn } from "../../src/language/names.js";

/** Each word is written form/tag or form/tag/label. */
function namesOf(text: string): readonly string[] {
  const rows = text.split(" ").map((word) => word.split("/"));
  const part = (token: number, column: number) => rows[token]?.[column] ?? "O";
  const names = namesIn({
    size: rows.length,
    form: (token) => part(token, 0),
    lower: (token) => part(token, 0).toLowerCase(),
    upos: (token) => part(token, 1),
    label: (token) => part(token, 2),
  });
  return names.map(({ first, last, kind }) => {
    const forms = rows.slice(first, last + 1).map((row) => row[0]);
    return `${forms.join(" ")}: ${kind}`;
  });
}

describe("names are read from labels, and mended", () => {
  test.each<readonly [string, readonly string[]]>([
    [
      "Ana/PROPN/B-person Flores/PROPN/I-person met/VERB Lima/PROPN/B-place",
      ["Ana Flores: person", "Lima: place"],
    ],
    ["on/ADP Thursday/PROPN/B-other", []],
    ["Ana/PROPN/B-person Flores/PROPN Quispe/PROPN left/VERB", ["Ana Flores Quispe: person"]],
    [
      "Ambassador/PROPN to/ADP Chile/PROPN/B-place Ana/PROPN/I-place Flores/PROPN/I-place",
      ["Chile: place", "Ana Flores: person"],
    ],
    [
      "envoy/NOUN to/ADP South/ADJ/B-person Korea/PROPN/I-person Ana/PROPN/I-person Flores/PROPN/I-person",
      ["South Korea: place", "Ana Flores: person"],
    ],
    ["to/ADP South/ADJ/B-place Korea/PROPN/I-place", ["South Korea: place"]],
    ["the/DET African/ADJ Union/PROPN agreed/VERB", ["African Union: organisation"]],
    ["the/DET United/VERB Nations/PROPN", ["United Nations: organisation"]],
    [
      "the/DET League/PROPN/B-other of/ADP the/DET Arab/ADJ States/PROPN/B-place",
      ["League of the Arab States: organisation"],
    ],
    ["a/DET customs/NOUN union/NOUN", []],
    ["the/DET Council/PROPN met/VERB", []],
    ["UNION/PROPN CALLS/NOUN STRIKE/NOUN", []],
  ])("%s", (text, names) => {
    expect(namesOf(text)).toEqual(names);
  });
});
