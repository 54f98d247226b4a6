import type { TrainingSentence } from "./corpus.js";
import type { Random } from "./random.js";

/** Shares of sentences that are shown in headline case, in capitals or in small letters. */
const headlineShare = 0.03;
const capitalShare = 0.02;
const lowerShare = 0.02;

/** Headlines and lists change the case of words; a few sentences in each guise keep the model from leaning on it. */
export function recased(sentence: TrainingSentence, random: Random): TrainingSentence {
  const draw = random();
  if (draw < headlineShare) return withForms(sentence, headlineCase);
  if (draw < headlineShare + capitalShare) return withForms(sentence, (form) => form.toUpperCase());
  if (draw < headlineShare + capitalShare + lowerShare)
    return withForms(sentence, (form) => form.toLowerCase());
  return sentence;
}

function withForms(sentence: TrainingSentence, change: (form: string) => string): TrainingSentence {
  return { ...sentence, forms: sentence.forms.map(change) };
}

function headlineCase(form: string): string {
  return form.length > 3 ? form.charAt(0).toUpperCase() + form.slice(1) : form;
}
