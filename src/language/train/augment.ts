import type { TrainingSentence } from "./corpus.js";
import type { Random } from "./random.js";

/** Shares of sentences that are shown as a headline, in capitals or in small letters. */
const headlineShare = 0.06;
const capitalShare = 0.02;
const lowerShare = 0.02;

/** Relations of the words that headlines leave out. */
const spareRelations: readonly string[] = ["det", "aux", "aux:pass", "cop"];

/** True for the relations, by their numbers, of words that headlines leave out. */
export function spareWords(relations: readonly string[]): readonly boolean[] {
  return relations.map((relation) => spareRelations.includes(relation));
}

/**
 * Headlines leave out articles, auxiliaries and the full stop, and change the case of words, as lists do; a few
 * sentences in each guise keep the model from leaning on what is then missing.
 */
export function disguised(
  sentence: TrainingSentence,
  isSpare: readonly boolean[],
  random: Random,
): TrainingSentence {
  const draw = random();
  if (draw < headlineShare) {
    const short = telegraphic(sentence, isSpare);
    return draw < headlineShare / 2 ? withForms(short, headlineCase) : short;
  }
  if (draw < headlineShare + capitalShare) return withForms(sentence, (form) => form.toUpperCase());
  if (draw < headlineShare + capitalShare + lowerShare) {
    return withForms(sentence, (form) => form.toLowerCase());
  }
  return sentence;
}

function withForms(sentence: TrainingSentence, change: (form: string) => string): TrainingSentence {
  return { ...sentence, forms: sentence.forms.map(change) };
}

function headlineCase(form: string): string {
  return form.length > 3 ? form.charAt(0).toUpperCase() + form.slice(1) : form;
}

/** The sentence without its spare words and last full stop, as far as nothing hangs on them. */
function telegraphic(sentence: TrainingSentence, isSpare: readonly boolean[]): TrainingSentence {
  const { forms, heads, relations } = sentence;
  const n = forms.length;
  const isHead = new Set<number>(heads);
  const kept = [...forms.keys()].filter(
    (token) =>
      isHead.has(token) ||
      !(isSpare[relations[token] as number] === true || (token === n - 1 && forms[token] === ".")),
  );
  const places = new Int16Array(n + 1).fill(kept.length);
  for (const [place, token] of kept.entries()) places[token] = place;
  const pick = (values: Int16Array) => Int16Array.from(kept, (token) => values[token] as number);
  return {
    forms: kept.map((token) => forms[token] as string),
    xpos: pick(sentence.xpos),
    upos: pick(sentence.upos),
    heads: Int16Array.from(kept, (token) => places[heads[token] as number] as number),
    relations: pick(relations),
    names: sentence.names === null ? null : pick(sentence.names),
  };
}
