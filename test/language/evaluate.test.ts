import { describe, expect, it } from "vitest";
import { evaluateTreebank } from "../../src/language/evaluate.js";
import type { Reader } from "../../src/language/model/index.js";

/** Tags everything as a noun and hangs everything on the first word as its object. */
const stubborn: Reader = {
  upos: ["NOUN"],
  xpos: ["NN"],
  relations: ["root", "obj", "nsubj:pass"],
  nameLabels: ["O", "B-person", "I-person", "B-organisation", "I-organisation", "B-place", "I-place"],
  tag: (forms) => ({
    upos: new Uint8Array(forms.length),
    xpos: new Uint8Array(forms.length),
    names: Uint8Array.from(forms, (form) => (form === "Togo" ? 5 : form === "Peru" ? 1 : 0)),
  }),
  parse: (forms) => ({
    heads: Int16Array.from(forms, (_, token) => (token === 0 ? -1 : 0)),
    relations: Uint8Array.from(forms, (_, token) => (token === 0 ? 0 : token === 1 ? 2 : 1)),
  }),
};

const line = (number: number, form: string, upos: string, head: number, relation: string, misc = "_") =>
  [number, form, "_", upos, upos === "NOUN" ? "NN" : "NNP", "_", head, relation, "_", misc].join("\t");

const conllu = [
  "# newpar",
  line(1, "Thanks", "NOUN", 0, "root"),
  line(2, "Togo", "PROPN", 1, "nsubj", "Entity=(1-place-new-1-coref)"),
  line(3, "Peru", "PROPN", 1, "obj", "Entity=(2-place-new-1-coref)|SpaceAfter=No"),
  line(4, ".", "PUNCT", 1, "punct"),
  "",
  "# newpar",
  line(1, "Farewell", "NOUN", 2, "discourse"),
  line(2, "friends", "NOUN", 0, "root", "SpaceAfter=No"),
  line(3, ".", "PUNCT", 2, "punct"),
  "",
].join("\n");

describe("scoring on a treebank", () => {
  const scores = evaluateTreebank(conllu, stubborn);

  it("counts tags, heads and relations, with and without their subtypes", () => {
    expect(scores.trees.tokens).toBe(7);
    // Three nouns of seven words.
    expect(scores.trees.upos).toBe(42.86);
    // The four heads of the first sentence alone.
    expect(scores.trees.uas).toBe(57.14);
    // Of their relations, that of the full stop is wrong; that of "Togo" is right but for the subtype.
    expect(scores.trees.las).toBe(42.86);
    expect(scores.trees.lasWithSubtypes).toBe(28.57);
  });

  it("counts names with their kinds and without", () => {
    expect(scores.names).toEqual({ kinds: 50, spans: 100 });
  });

  it("cuts the text anew", () => {
    expect(scores.segmentation).toEqual({ tokens: 100, sentences: 100 });
  });

  it("gives no score for names where none are marked", () => {
    expect(evaluateTreebank(conllu.replaceAll(/Entity=[^|\n]*/g, "_"), stubborn).names).toBeNull();
  });
});
