import { describe, expect, test } from "vitest";
import { britishLemma } from "../../src/language/index.js";
import { lemmaOf } from "../../src/language/lemmas.js";

const lemma = (form: string, upos: string, xpos: string) =>
  lemmaOf(form, form.toLowerCase().replaceAll("’", "'"), upos, xpos);

describe("base forms", () => {
  test.each([
    ["recognised", "VERB", "VBN", "recognise"],
    ["recognizing", "VERB", "VBG", "recognize"],
    ["severed", "VERB", "VBD", "sever"],
    ["expelled", "VERB", "VBN", "expel"],
    ["recalled", "VERB", "VBD", "recall"],
    ["travelling", "VERB", "VBG", "travel"],
    ["extradited", "VERB", "VBN", "extradite"],
    ["visited", "VERB", "VBD", "visit"],
    ["invited", "VERB", "VBN", "invite"],
    ["opened", "VERB", "VBD", "open"],
    ["convened", "VERB", "VBD", "convene"],
    ["restored", "VERB", "VBN", "restore"],
    ["monitored", "VERB", "VBN", "monitor"],
    ["withdrew", "VERB", "VBD", "withdraw"],
    ["ratified", "VERB", "VBN", "ratify"],
    ["pledges", "VERB", "VBZ", "pledge"],
    ["vetoes", "VERB", "VBZ", "veto"],
    ["accuses", "VERB", "VBZ", "accuse"],
    ["fleeing", "VERB", "VBG", "flee"],
    ["ceded", "VERB", "VBN", "cede"],
    ["wo", "AUX", "MD", "will"],
    ["would", "AUX", "MD", "would"],
    ["’ve", "AUX", "VBP", "have"],
    ["n’t", "PART", "RB", "not"],
    ["embassies", "NOUN", "NNS", "embassy"],
    ["countries", "NOUN", "NNS", "country"],
    ["crises", "NOUN", "NNS", "crisis"],
    ["statesmen", "NOUN", "NNS", "statesman"],
    ["NGOs", "NOUN", "NNS", "NGO"],
    ["Nations", "PROPN", "NNPS", "Nations"],
    ["Peruvian", "ADJ", "JJ", "Peruvian"],
    ["Human", "ADJ", "JJ", "human"],
    ["larger", "ADJ", "JJR", "large"],
    ["earliest", "ADJ", "JJS", "early"],
    ["better", "ADV", "RBR", "well"],
    ["her", "PRON", "PRP", "she"],
    ["her", "PRON", "PRP$", "her"],
    ["1,000", "NUM", "CD", "1000"],
  ])("%s (%s %s) → %s", (form, upos, xpos, expected) => {
    expect(lemma(form, upos, xpos)).toBe(expected);
  });
});

describe("British spelling", () => {
  test.each([
    ["recognize", "recognise"],
    ["normalization", "normalisation"],
    ["honor", "honour"],
    ["analyze", "analyse"],
    ["defense", "defence"],
    ["seize", "seize"],
    ["prize", "prize"],
    ["size", "size"],
    ["recognise", "recognise"],
    ["sever", "sever"],
  ])("%s → %s", (american, british) => {
    expect(britishLemma(american)).toBe(british);
    expect(britishLemma(british)).toBe(british);
  });
});
