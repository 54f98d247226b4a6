import { irregularForms } from "../../language/index.js";

/**
 * Inflected forms of a base form in British spelling, lower case, with the American spelling beside it.
 *
 * Only what the trigger index needs: regular verbs and nouns (Huddleston and Pullum 2002, chapter 18). A
 * form too many does no harm, since the lemma decides later; irregular forms come from the table of lemmas.
 */
export function inflections(base: string, kind: "verb" | "noun"): readonly string[] {
  const forms = new Set<string>();
  for (const spelling of spellings(base)) {
    forms.add(spelling);
    forms.add(withS(spelling));
    for (const form of kind === "verb" ? verbForms(spelling) : irregularForms(spelling)) forms.add(form);
  }
  return [...forms];
}

/** "recognise" → "recognise", "recognize". */
function spellings(base: string): readonly string[] {
  if (base.endsWith("ise") && base.length > 5) return [base, `${base.slice(0, -3)}ize`];
  if (base.endsWith("yse")) return [base, `${base.slice(0, -3)}yze`];
  return [base];
}

function withS(base: string): string {
  if (/(?:s|x|z|ch|sh)$/.test(base)) return `${base}es`;
  if (/[^aeiou]y$/.test(base)) return `${base.slice(0, -1)}ies`;
  return `${base}s`;
}

function verbForms(base: string): readonly string[] {
  const stem = base.endsWith("e") ? base.slice(0, -1) : base;
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/.test(base)
    ? [`${base}${base.at(-1)}ed`, `${base}${base.at(-1)}ing`]
    : [];
  const past = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${stem}ed`;
  return [past, `${stem}ing`, ...doubled, ...irregularForms(base)];
}
