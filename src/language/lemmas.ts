/** The British spelling of a lemma, so that "recognize" and "recognise" are one word. */
export function britishLemma(lemma: string): string {
  return lemma.length > 5 && lemma.endsWith("ize") ? `${lemma.slice(0, -3)}ise` : lemma;
}

/** The base form of a word with its universal part of speech. */
export function lemmaOf(form: string, lower: string, upos: string, _xpos: string): string {
  return upos === "PROPN" ? form : lower;
}
