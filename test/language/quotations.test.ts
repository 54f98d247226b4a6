import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readQuotations } from "../../src/language/index.js";
import { toyDocument } from "./toyModel.js";

/** What is quoted, and who speaks by which word, as the text names them. */
function quoted(text: string): readonly (readonly [string, string | null, string | null])[] {
  const document = toyDocument(text);
  return readQuotations(document).map(({ start, end, speaker, cue }) => {
    const word = (place: { readonly sentence: number; readonly token: number } | null) =>
      place === null ? null : (document.sentences[place.sentence]?.form(place.token) ?? null);
    return [text.slice(start, end), word(speaker), word(cue)];
  });
}

describe("readQuotations", () => {
  it.each([
    ['"We recognise them," Muttaqi said.', [["We recognise them,", "Muttaqi", "said"]]],
    ["“We recognise them,” said Muttaqi.", [["We recognise them,", "Muttaqi", "said"]]],
    ["‘We recognise them’, he said.", [["We recognise them", "he", "said"]]],
    ["'We recognise them,' he said.", [["We recognise them,", "he", "said"]]],
    ['Muttaqi said: "We recognise them."', [["We recognise them.", "Muttaqi", "said"]]],
    ['Muttaqi told reporters that "the door is open".', [["the door is open", "Muttaqi", "told"]]],
    ['According to Lavrov, "the door is open."', [["the door is open.", "Lavrov", "According"]]],
    ['"The door is open," according to Lavrov.', [["The door is open,", "Lavrov", "according"]]],
    ['Lavrov: "The door is open."', [["The door is open.", "Lavrov", null]]],
    ["Muttaqi described the move as a “brave decision”.", [["brave decision", "Muttaqi", "described"]]],
    ["The so-called “caliphate” opened.", [["caliphate", null, null]]],
    [
      '"We recognise them," Muttaqi said, "and others will follow."',
      [
        ["We recognise them,", "Muttaqi", "said"],
        ["and others will follow.", "Muttaqi", "said"],
      ],
    ],
    [
      '"We recognise them," Muttaqi said. "Others will follow."',
      [
        ["We recognise them,", "Muttaqi", "said"],
        ["Others will follow.", "Muttaqi", "said"],
      ],
    ],
    [
      'Muttaqi said: "We recognise them.\n\n"Others will follow."',
      [
        ["We recognise them.", "Muttaqi", "said"],
        ["Others will follow.", "Muttaqi", "said"],
      ],
    ],
    ['Muttaqi said: "We recognise them.\n\nIt rained in Kabul.', [["We recognise them.", "Muttaqi", "said"]]],
    [
      "“He called it a ‘mistake’,” Lavrov said.",
      [
        ["He called it a ‘mistake’,", "Lavrov", "said"],
        ["mistake", "He", "called"],
      ],
    ],
    ["‘The Talibs’ quest is over,’ Lavrov said.", [["The Talibs’ quest is over,", "Lavrov", "said"]]],
    ["The Talibs’ quest and Russia’s move opened the door.", []],
    ["The states' rights weren't read.", []],
    ['Muttaqi welcomed it. "The door is open."', [["The door is open.", null, null]]],
    ['Muttaqi announced it. "The door is open."', [["The door is open.", "Muttaqi", "announced"]]],
    ['It is open. ""', []],
  ] as const)("%s", (text, expected) => {
    expect(quoted(text)).toEqual(expected);
  });

  it("gives stretches that lie in the text, in order, whatever the marks", () => {
    const piece = fc.constantFrom('"', "“", "”", "‘", "’", "'", "a", "said ", " ", ". ", "\n\n", "He", ",");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces
          .join("")
          .replace(/\n{3,}/g, "\n\n")
          .trim();
        const found = readQuotations(toyDocument(text));
        let start = 0;
        for (const one of found) {
          expect(one.start).toBeGreaterThanOrEqual(start);
          expect(one.end).toBeGreaterThan(one.start);
          expect(one.end).toBeLessThanOrEqual(text.length);
          start = one.start;
        }
      }),
    );
  });
});
