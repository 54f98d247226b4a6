import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { openReader, type Reader } from "../../../src/language/model/index.js";
import { type Material, type Settings, trainModel } from "../../../src/language/train/train.js";
import { noVectors, readVectors } from "../../../src/language/train/vectors.js";
import { readTreebank } from "../../../src/language/treebank.js";
import { packageFile } from "../../../src/model/index.js";

const wasm = readFileSync(packageFile("dist/kernel.wasm"));

/** form, UPOS, XPOS, head, relation, MISC */
const rows = [
  [
    ["Chile", "PROPN", "NNP", 2, "nsubj", "Entity=(1-place-new-1-coref)"],
    ["recognised", "VERB", "VBD", 0, "root", "_"],
    ["Ghana", "PROPN", "NNP", 2, "obj", "Entity=(2-place-new-1-coref)"],
    [".", "PUNCT", ".", 2, "punct", "_"],
  ],
  [
    ["Ghana", "PROPN", "NNP", 3, "nsubj:pass", "Entity=(1-place-new-1-coref)"],
    ["was", "AUX", "VBD", 3, "aux:pass", "_"],
    ["recognised", "VERB", "VBN", 0, "root", "_"],
    ["by", "ADP", "IN", 5, "case", "_"],
    ["Chile", "PROPN", "NNP", 3, "obl:agent", "Entity=(2-place-new-1-coref)"],
    [".", "PUNCT", ".", 3, "punct", "_"],
  ],
  [
    ["the", "DET", "DT", 2, "det", "_"],
    ["minister", "NOUN", "NN", 3, "nsubj", "_"],
    ["spoke", "VERB", "VBD", 0, "root", "_"],
    [".", "PUNCT", ".", 3, "punct", "_"],
  ],
] as const;

const conllu = rows
  .map((sentence) =>
    sentence
      .map(([form, upos, xpos, head, relation, misc], number) =>
        [number + 1, form, form, upos, xpos, "_", head, relation, "_", misc].join("\t"),
      )
      .join("\n"),
  )
  .join("\n\n");

const sentences = readTreebank(`${conllu}\n\n`.repeat(20));

const vectors = () =>
  readVectors(
    JSON.stringify({
      dimensions: 4,
      words: ["chile", "ghana", "minister"],
      vectors: { chile: [1, 0, 0, 0.5], ghana: [1, 0, 0, 0.4], minister: [0, 1, 0, 0] },
    }),
    3,
  );

const material = (): Material => ({
  treebanks: [{ sentences, entities: true }],
  vectors: vectors(),
  kernel: wasm,
});

const settings: Settings = {
  width: 16,
  layers: ["convolution", "recurrence"],
  hidden: 16,
  epochs: 12,
  rate: 0.01,
  seed: 7,
};

const train = (seed: number) => trainModel(material(), { ...settings, seed }, () => undefined);

describe("training", () => {
  let model: Uint8Array;
  let reader: Reader;
  beforeAll(() => {
    model = train(7);
    reader = openReader(model, wasm);
  });

  it("gives the same bytes for the same data, and others for another seed", () => {
    expect(Buffer.from(train(7)).equals(model)).toBe(true);
    expect(Buffer.from(train(8)).equals(model)).toBe(false);
  });

  it("does without static vectors", () => {
    const bare = openReader(
      trainModel({ ...material(), vectors: noVectors }, settings, () => undefined),
      wasm,
    );
    expect([...bare.parse(["Chile", "recognised", "Ghana", "."]).heads]).toEqual([1, -1, 1, 1]);
  });

  it.each(rows.map((sentence) => [sentence.map(([form]) => form).join(" "), sentence] as const))(
    "learns the tags and the tree of “%s”",
    (_, sentence) => {
      const forms = sentence.map(([form]) => form);
      const { upos, xpos, names } = reader.tag(forms);
      const { heads, relations } = reader.parse(forms);
      expect(Array.from(upos, (tag) => reader.upos[tag])).toEqual(sentence.map((row) => row[1]));
      expect(Array.from(xpos, (tag) => reader.xpos[tag])).toEqual(sentence.map((row) => row[2]));
      expect([...heads]).toEqual(sentence.map((row) => row[3] - 1));
      expect(Array.from(relations, (one) => reader.relations[one])).toEqual(sentence.map((row) => row[4]));
      expect(Array.from(names, (label) => reader.nameLabels[label])).toEqual(
        sentence.map((row) => (row[5] === "_" ? "O" : "B-place")),
      );
    },
  );

  it("reads any words into one tree, the same each time", () => {
    const word = fc.oneof(fc.constantFrom("Chile", "recognised", ".", "“"), fc.string());
    fc.assert(
      fc.property(fc.array(word, { maxLength: 40 }), (forms) => {
        const tree = reader.parse(forms);
        expectTree(tree.heads, reader.relations.indexOf("root"), tree.relations);
        reader.tag(["Ghana", "spoke"]);
        expect(reader.parse(forms)).toEqual(tree);
        expect(reader.tag(forms).upos).toHaveLength(forms.length);
      }),
    );
  });

  it("reads sentences longer than the network takes at once", () => {
    const forms = Array.from({ length: 1300 }, (_, token) => (token % 3 === 0 ? "Chile" : "recognised"));
    const tree = reader.parse(forms);
    expectTree(tree.heads, reader.relations.indexOf("root"), tree.relations);
    expect(reader.tag(forms).xpos).toHaveLength(1300);
  });

  it("keeps reading rightly after more words than it stores", () => {
    const before = reader.parse(["Chile", "recognised", "Ghana", "."]);
    for (let word = 0; word < 9000; word += 3) reader.tag([`w${word}`, `w${word + 1}`, `w${word + 2}`]);
    expect(reader.parse(["Chile", "recognised", "Ghana", "."])).toEqual(before);
  });
});

/** One root, whose relation and no other's is `root`, and every token reaches it. */
function expectTree(heads: Int16Array, root: number, relations: Uint8Array): void {
  const roots = [...heads.keys()].filter((token) => heads[token] === -1);
  expect(roots).toHaveLength(heads.length === 0 ? 0 : 1);
  expect([...heads.keys()].filter((token) => relations[token] === root)).toEqual(roots);
  for (const token of heads.keys()) {
    let at = token;
    for (let steps = 0; at !== -1; steps += 1) {
      expect(steps).toBeLessThanOrEqual(heads.length);
      at = heads[at] as number;
    }
  }
}
