import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createLanguage, type Sentence, type SentenceModel, WordSet } from "../../src/language/index.js";
import { reportOf } from "./material.js";

/** Tags everything as a noun, names every capital a person, hangs every word on the one before, and counts its calls. */
function countingModel(): SentenceModel & { readonly calls: { tag: number; parse: number } } {
  const calls = { tag: 0, parse: 0 };
  return {
    calls,
    upos: ["NOUN"],
    xpos: ["NNS"],
    relations: ["root", "dep"],
    nameLabels: ["O", "B-person", "I-person"],
    tag: (forms) => {
      calls.tag += 1;
      const isCapital = (form: string | undefined) => form !== undefined && /^\p{Lu}/u.test(form);
      return {
        upos: new Uint8Array(forms.length),
        xpos: new Uint8Array(forms.length),
        names: Uint8Array.from(forms, (form, at) =>
          isCapital(form) ? (isCapital(forms[at - 1]) ? 2 : 1) : 0,
        ),
      };
    },
    parse: (forms) => {
      calls.parse += 1;
      return {
        heads: Int16Array.from(forms, (_, at) => at - 1),
        relations: Uint8Array.from(forms, (_, at) => Math.min(1, at)),
      };
    },
  };
}

const text = "Envoys of Peru’s met Ana Flores. They RECOGNISED nothing.";

describe("a document", () => {
  test("asks the model for a sentence's tags and tree once each, and only when they are asked for", () => {
    const model = countingModel();
    const { sentences } = createLanguage(model).analyse(reportOf(text));
    expect(sentences.map((one) => one.form(0))).toEqual(["Envoys", "They"]);
    expect(sentences[0]?.lower(3)).toBe("'s");
    expect(model.calls).toEqual({ tag: 0, parse: 0 });
    expect(sentences[0]?.lemma(0)).toBe("envoy");
    expect(sentences[0]?.names()).toEqual([
      { first: 0, last: 0, kind: "person" },
      { first: 2, last: 2, kind: "person" },
      { first: 5, last: 6, kind: "person" },
    ]);
    expect(model.calls).toEqual({ tag: 1, parse: 0 });
    expect(sentences[0]?.root()).toBe(0);
    expect(sentences[0]?.children(1)).toEqual([2]);
    expect(sentences[0]?.relation(1)).toBe("dep");
    expect(model.calls).toEqual({ tag: 1, parse: 1 });
  });

  test("finds words whatever their case, from where it is told to look", () => {
    const { sentences } = createLanguage(countingModel()).analyse(reportOf(text));
    const words = new WordSet(["recognised", "'s"]);
    expect(sentences.map((one) => one.find(words))).toEqual([3, 1]);
    expect(sentences[0]?.find(words, 4)).toBe(-1);
  });

  test("knows the sentence at an offset", () => {
    const document = createLanguage(countingModel()).analyse(reportOf(text));
    expect(document.sentenceAt(0)?.index).toBe(0);
    expect(document.sentenceAt(text.indexOf("RECOGNISED"))?.index).toBe(1);
    expect(document.sentenceAt(text.length)).toBeNull();
  });

  test.each([-1, 99])("has no word at %i, and neither place nor tree", (token) => {
    const sentence = createLanguage(countingModel()).analyse(reportOf(text)).sentences[1] as Sentence;
    for (const word of ["form", "lower", "lemma", "upos", "xpos"] as const)
      expect(sentence[word](token)).toBe("");
    for (const place of ["startOf", "endOf", "head", "relation", "children"] as const)
      expect(() => sentence[place](token)).toThrow(RangeError);
  });

  test("leads back to the text from every token of any text", () => {
    const language = createLanguage(countingModel());
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 120 }), (any) => {
        for (const sentence of language.analyse(reportOf(any)).sentences) {
          expect(sentence.startOf(0)).toBe(sentence.start);
          expect(sentence.endOf(sentence.size - 1)).toBe(sentence.end);
          for (let token = 0; token < sentence.size; token += 1) {
            expect(sentence.form(token)).toBe(any.slice(sentence.startOf(token), sentence.endOf(token)));
          }
        }
      }),
    );
  });

  test("finds every word of a plain text by its lower case", () => {
    const language = createLanguage(countingModel());
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii", maxLength: 120 }), (any) => {
        for (const sentence of language.analyse(reportOf(any)).sentences) {
          for (let token = 0; token < sentence.size; token += 1) {
            expect(sentence.find(new WordSet([sentence.lower(token)]), token)).toBe(token);
          }
        }
      }),
    );
  });
});
