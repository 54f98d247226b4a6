import { describe, expect, it } from "vitest";
import { disguised, spareWords } from "../../../src/language/train/augment.js";
import { nameLabels, numbered } from "../../../src/language/train/corpus.js";
import { namesOf } from "../../../src/language/train/entities.js";
import { createRandom, shuffle } from "../../../src/language/train/random.js";
import { readTreebank, type TreebankSentence } from "../../../src/language/treebank.js";

type Row = readonly [form: string, xpos: string, head: number, relation: string, misc?: string];

function sentenceOf(rows: readonly Row[]): TreebankSentence {
  const lines = rows.map(([form, xpos, head, relation, misc], number) =>
    [number + 1, form, "_", "X", xpos, "_", head, relation, "_", misc ?? "_"].join("\t"),
  );
  return readTreebank(lines.join("\n"))[0] as TreebankSentence;
}

describe("reading a treebank", () => {
  it("passes over multiword tokens and empty nodes, and keeps what stands together", () => {
    const text = [
      "# newdoc id = one",
      "# text = They don't.",
      "1\tThey\tthey\tPRON\tPRP\t_\t2\tnsubj\t_\t_",
      "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No",
      "2\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_",
      "3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\t_",
      "3.1\tgo\tgo\tVERB\tVB\t_\t_\t_\t2:xcomp\t_",
      "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_",
      "",
    ].join("\n");
    const [sentence] = readTreebank(text);
    expect(sentence?.forms).toEqual(["They", "do", "n't", "."]);
    expect(sentence?.heads).toEqual([1, -1, 1, 1]);
    expect(sentence?.glued).toEqual([false, true, true, false]);
    expect(sentence?.text).toBe("They don't.");
    expect(sentence?.opens).toBe(true);
  });
});

describe("names in a treebank's entities", () => {
  const cases: readonly (readonly [what: string, rows: readonly Row[], names: readonly string[]])[] = [
    [
      "a person's title is left out",
      [
        ["President", "NNP", 2, "nmod:desc", "Entity=(1-person-new-2,3-coref"],
        ["Ada", "NNP", 0, "root"],
        ["Obi", "NNP", 2, "flat", "Entity=1)"],
      ],
      ["person 1 2"],
    ],
    [
      "a title alone is no name",
      [
        ["the", "DT", 2, "det", "Entity=(1-person-new-2-coref"],
        ["President", "NNP", 0, "root", "Entity=1)"],
      ],
      [],
    ],
    [
      "adjectives belong to a name when they are tagged as part of it",
      [
        ["the", "DT", 3, "det", "Entity=(1-place-new-2,3-coref"],
        ["United", "NNP", 3, "amod"],
        ["Republics", "NNPS", 0, "root", "Entity=1)"],
      ],
      ["place 1 2"],
    ],
    [
      "the outer of nested names counts, linked by “of”",
      [
        ["Bank", "NNP", 0, "root", "Entity=(1-organization-new-1-coref"],
        ["of", "IN", 3, "case"],
        ["Ghana", "NNP", 1, "nmod", "Entity=(2-place-new-1-coref)1)"],
      ],
      ["organisation 0 2"],
    ],
    [
      "common nouns and days are none",
      [
        ["countries", "NNS", 0, "root", "Entity=(1-place-new-1-coref)"],
        ["Monday", "NNP", 1, "nmod", "Entity=(2-time-new-1-coref)"],
      ],
      [],
    ],
  ];
  it.each(cases)("%s", (_, rows, names) => {
    const found = namesOf(sentenceOf(rows)).map(({ kind, first, last }) => `${kind} ${first} ${last}`);
    expect(found).toEqual(names);
  });
});

describe("sentences in disguise", () => {
  const shape = {
    width: 4,
    layers: [],
    hidden: 4,
    tables: [],
    xpos: ["DT", "NN", "VBZ", "."],
    upos: ["X"],
    names: nameLabels,
    relations: ["det", "nsubj", "punct", "root"],
  };
  const rows: readonly Row[] = [
    ["The", "DT", 2, "det"],
    ["talks", "NN", 3, "nsubj"],
    ["go", "VBZ", 0, "root"],
    [".", ".", 3, "punct"],
  ];
  const [plain] = numbered([sentenceOf(rows)], shape, false);
  if (plain === undefined) throw new Error("the sentence was not numbered");
  const spare = spareWords(shape.relations);

  it("lose their articles and full stop as headlines do, and stay trees", () => {
    const { forms, heads, relations, xpos } = disguised(plain, spare, () => 0.05);
    expect(forms).toEqual(["talks", "go"]);
    expect([...heads]).toEqual([1, 2]);
    expect([...relations]).toEqual([1, 3]);
    expect([...xpos]).toEqual([1, 2]);
  });

  it.each([
    [0.01, ["Talks", "go"]],
    [0.07, ["THE", "TALKS", "GO", "."]],
    [0.09, ["the", "talks", "go", "."]],
    [0.5, ["The", "talks", "go", "."]],
  ])("at a draw of %d read %j", (draw, forms) => {
    expect(disguised(plain, spare, () => draw).forms).toEqual(forms);
  });
});

describe("the generator of random numbers", () => {
  it("gives the same sequence for the same seed, within [0, 1)", () => {
    const [one, same, other] = [createRandom(3), createRandom(3), createRandom(4)];
    const draws = Array.from({ length: 500 }, one);
    expect(draws).toEqual(Array.from({ length: 500 }, same));
    expect(draws).not.toEqual(Array.from({ length: 500 }, other));
    expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
    const mean = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
    expect(mean).toBeCloseTo(0.5, 1);
  });

  it("shuffles without losing or doubling anything", () => {
    const items = Int32Array.from({ length: 100 }, (_, at) => at);
    shuffle(items, createRandom(5));
    expect([...items]).not.toEqual([...items].sort((a, b) => a - b));
    expect([...items].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, at) => at));
  });
});
