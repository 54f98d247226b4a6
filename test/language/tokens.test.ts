import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { segment } from "../../src/language/index.js";
import { paragraphs, tokensOf } from "./material.js";

describe("tokens stand apart as in the treebanks", () => {
  test.each([
    ["Norway doesn't agree.", "Norway does n't agree ."],
    ["Peru’s envoy can’t stay", "Peru ’s envoy ca n’t stay"],
    ["They cannot, and they're not gonna.", "They can not , and they 're not gon na ."],
    ["the envoys' cars", "the envoys ' cars"],
    ["a Beijing-backed, non-aligned state", "a Beijing - backed , non-aligned state"],
    ["the Serbian-Albanian talks", "the Serbian - Albanian talks"],
    ["$4,500 or 3.5% of €2bn", "$ 4,500 or 3.5 % of € 2 bn"],
    ["on 03/07/2025, or 2025-07-03", "on 03/07/2025 , or 2025-07-03"],
    ["in 2010-2015", "in 2010 - 2015"],
    ["the 21st of May at 5:30pm", "the 21st of May at 5:30 pm"],
    ["the U.N. and the U.S.", "the U.N. and the U.S."],
    ["Lt. Gen. W. G. Harding Jr. left.", "Lt. Gen. W. G. Harding Jr. left ."],
    ["at 6 p.m. on Jan. 4", "at 6 p.m. on Jan. 4"],
    ["No. 10 said no.", "No. 10 said no ."],
    ['("We will," she said.)', '( " We will , " she said . )'],
    ["“Not yet…”", "“ Not yet … ”"],
    ["Wait... no -- yes!?", "Wait ... no -- yes !?"],
    [
      "see https://example.org/a?b=c, or write to press.office@example.gov.",
      "see https://example.org/a?b=c , or write to press.office@example.gov .",
    ],
    ["@mfa_peru says #Recognition", "@mfa_peru says #Recognition"],
    ["ministers and/or envoys", "ministers and / or envoys"],
    ["It ended.Then they left.", "It ended . Then they left ."],
    ["O'Brien met N'Djamena’s mayor", "O'Brien met N'Djamena ’s mayor"],
    ["AT&T and R&D", "AT&T and R&D"],
    ["the '90s and the 1990s", "the '90s and the 1990s"],
  ])("%s", (text, tokens) => {
    expect(tokensOf(text)).toBe(tokens);
  });
});

const pieces = fc.constantFrom(
  ..."a I ' ’ . .. … ! ? \" “ ” ( ) [ ] - – / : , ; @ # $ 5 12 1,000 n't 's U.S. www. http:// \n \t É 中 😀 _ & Mr. St".split(
    " ",
  ),
  " ",
);
const anyText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(pieces, { maxLength: 80 }).map((all) => all.join("")),
);

describe("whatever the text", () => {
  test("tokens come in order, are not empty, and with layout between them give the text back", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { table } = segment(text, [{ kind: "paragraph", start: 0, end: text.length }]);
        let at = 0;
        for (let token = 0; token < table.size; token += 1) {
          const [start, end] = [table.starts[token] as number, table.ends[token] as number];
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start)).toMatch(layout);
          expect(text.slice(start, end)).not.toMatch(/\s/);
          at = end;
        }
        expect(text.slice(at)).toMatch(layout);
      }),
    );
  });

  test("a text twice over has twice the tokens", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = segment(text, paragraphs(text.replaceAll("\n", " "))).table.size;
        const double = `${text.replaceAll("\n", " ")}\n\n${text.replaceAll("\n", " ")}`;
        expect(segment(double, paragraphs(double)).table.size).toBe(2 * once);
      }),
    );
  });
});

const layout = /^[\s\p{Cc}\u200b\u200e\u200f\u2060\ufeff]*$/u;
