import type { SentenceModel } from "./document.js";

const upos = ["NOUN", "PROPN", "NUM", "PUNCT"] as const;
const xpos = ["NN", "NNP", "CD", "."] as const;
const relations = ["root", "dep"] as const;

/** Stands in where no trained model is at hand: tags by the first character, and chains for trees. */
export const untrainedModel: SentenceModel = Object.freeze({
  upos,
  xpos,
  relations,
  tag: (forms: readonly string[]) => {
    const tags = Uint8Array.from(forms, (form) => {
      if (/^\p{Lu}/u.test(form)) return 1;
      if (/^\p{Nd}/u.test(form)) return 2;
      return /^\p{L}/u.test(form) ? 0 : 3;
    });
    return { upos: tags, xpos: tags };
  },
  parse: (forms: readonly string[]) => ({
    heads: Int16Array.from(forms, (_, token) => token - 1),
    relations: Uint8Array.from(forms, (_, token) => (token === 0 ? 0 : 1)),
  }),
});
