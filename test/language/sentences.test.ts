import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segment } from "../../src/language/index.js";
import { sentenceLimit } from "../../src/language/sentences.js";
import { sentencesOf } from "./material.js";

describe("sentences end where they end", () => {
  test.each<readonly [string, readonly string[]]>([
    ["Chile agreed. Peru did not.", ["Chile agreed.", "Peru did not."]],
    [
      "The U.S. President spoke. He left the U.S. The talks failed.",
      ["The U.S. President spoke.", "He left the U.S.", "The talks failed."],
    ],
    ["Gen. A. B. Okoro met Mr. Silva. They talked.", ["Gen. A. B. Okoro met Mr. Silva.", "They talked."]],
    [
      "“We shall see,” he said. “No more.” She agreed.",
      ["“We shall see,” he said.", "“No more.”", "She agreed."],
    ],
    ["“Will they come?” Mr. Rama asked. Nobody knew.", ["“Will they come?” Mr. Rama asked.", "Nobody knew."]],
    ['"Never!" he cried. It was over.', ['"Never!" he cried.', "It was over."]],
    [
      "Lima waited; Quito did not. Then (as planned) both signed.",
      ["Lima waited; Quito did not.", "Then (as planned) both signed."],
    ],
    ["It cost 3.5 million. 40 came.", ["It cost 3.5 million.", "40 came."]],
    ["He came back. [2] [14] She did not.", ["He came back. [2] [14]", "She did not."]],
    [
      "They met on Jan. 5 at 3 p.m. in Doha. Talks went on.",
      ["They met on Jan. 5 at 3 p.m. in Doha.", "Talks went on."],
    ],
    ["It ended.Then they left.", ["It ended.", "Then they left."]],
    ["Well… perhaps. No.", ["Well… perhaps.", "No."]],
    ["1. Open the mission.", ["1. Open the mission."]],
    ["Kosovo opens embassy\n\nThe flag was raised", ["Kosovo opens embassy", "The flag was raised"]],
  ])("%s", (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });
});

test("no sentence is longer than the limit, and every token is in one", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1500 }), fc.integer({ min: 2, max: 90 }), (words, every) => {
      const text = Array.from({ length: words }, (_, at) => (at % every === 1 ? "so," : "so")).join(" ");
      const { table, bounds, sentenceCount } = segment(text, [
        { kind: "paragraph", start: 0, end: text.length },
      ]);
      expect(bounds[sentenceCount]).toBe(table.size);
      for (let at = 0; at < sentenceCount; at += 1) {
        const size = (bounds[at + 1] as number) - (bounds[at] as number);
        expect(size).toBeGreaterThan(0);
        expect(size).toBeLessThanOrEqual(sentenceLimit);
      }
    }),
  );
});

test("a dateline is no part of the sentence after it", () => {
  const text = "LIMA, May 3 (Agency) — Peru agreed.";
  const start = text.indexOf("Peru");
  const dateline = { start: 0, end: start, place: "LIMA", date: "May 3", agency: "Agency" };
  const { table } = segment(text, [{ kind: "paragraph", start: 0, end: text.length }], dateline);
  expect(table.starts[0]).toBe(start);
});
