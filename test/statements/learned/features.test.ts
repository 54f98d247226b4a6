import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Sentence } from "../../../src/language/index.js";
import { packageFile } from "../../../src/model/index.js";
import { above, around, nearness, path } from "../../../src/statements/learned/grammar.js";
import { createWordPieces } from "../../../src/statements/learned/wordPieces.js";

/** What `training/fixture.py` printed: the features that the model was trained on. */
const trained = JSON.parse(readFileSync(new URL("features.json", import.meta.url), "utf8")) as {
  readonly pieces: readonly (readonly [string, readonly number[]])[];
  readonly trees: readonly {
    readonly heads: readonly number[];
    readonly relations: readonly string[];
    readonly pairs: readonly (readonly [number, number, number, number])[];
    readonly around: readonly (readonly [readonly number[], readonly number[]])[];
  }[];
};

/** A sentence of which only the tree is known. */
function treeOf(heads: readonly number[], relations: readonly string[]): Sentence {
  return {
    size: heads.length,
    head: (token: number) => heads[token],
    relation: (token: number) => relations[token],
    children: (token: number) => heads.flatMap((head, at) => (head === token ? [at] : [])),
  } as unknown as Sentence;
}

describe("the features of the learned reader are those on which it was trained", () => {
  const pieces = createWordPieces(readFileSync(packageFile("models/reader/vocabulary.txt"), "utf8"));

  it.each(trained.pieces)("word pieces of %s", (word, numbers) => expect(pieces.of(word)).toEqual(numbers));

  it.each(trained.trees)("ways in a tree", ({ heads, relations, pairs }) => {
    const sentence = treeOf(heads, relations);
    const found = pairs.map(([word, other]) => [
      word,
      other,
      path(sentence, above(sentence, word), other),
      nearness(word, other),
    ]);
    expect(found).toEqual(pairs);
  });

  it.each(trained.trees)("what governs a word, and what hangs on it", (tree) => {
    const sentence = treeOf(tree.heads, tree.relations);
    const found = tree.heads.map((_, word) => {
      const { up, side } = around(sentence, word);
      return [up, side];
    });
    expect(found).toEqual(tree.around);
  });
});
