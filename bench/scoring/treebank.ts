import { readFileSync } from "node:fs";
import { evaluateTreebank } from "../../src/language/evaluate.js";
import { openReader } from "../../src/language/model/index.js";
import { packageFile } from "../../src/model/index.js";
import { table } from "./tables.js";

/** Scores the shipped model on a treebank in CoNLL-U, in percent: tags and trees on its own tokens, cuts on its text. */
export function scoreTreebank(conllu: string): string {
  const model = openReader(
    readFileSync(packageFile("models/english.bin")),
    readFileSync(packageFile("dist/kernel.wasm")),
  );
  const { trees, segmentation, names } = evaluateTreebank(conllu, model);
  const figure = (value: number) => value.toFixed(2);
  return table(
    [`${trees.tokens} tokens`, "percent"],
    [
      ["UPOS", figure(trees.upos)],
      ["XPOS", figure(trees.xpos)],
      ["UAS", figure(trees.uas)],
      ["LAS", figure(trees.las)],
      ["LAS with subtypes", figure(trees.lasWithSubtypes)],
      ["raw text: tokens F1", figure(segmentation.tokens)],
      ["raw text: sentences F1", figure(segmentation.sentences)],
      ...(names === null
        ? []
        : [
            ["names F1", figure(names.kinds)],
            ["names F1, kind aside", figure(names.spans)],
          ]),
    ],
  );
}
