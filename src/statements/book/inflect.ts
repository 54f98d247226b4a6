/**
 * Inflected forms of a base form in British spelling, lower case, with the American spelling beside it.
 *
 * Only what the trigger index needs: regular verbs and nouns (Huddleston and Pullum 2002, chapter 18). A
 * form too many does no harm, since the lemma decides later; irregular verbs come with their forms here.
 */
export function inflections(base: string, kind: "verb" | "noun"): readonly string[] {
  const forms = new Set<string>();
  for (const spelling of spellings(base)) {
    forms.add(spelling);
    forms.add(withS(spelling));
    if (kind === "verb") for (const form of verbForms(spelling)) forms.add(form);
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

const irregular: Readonly<Record<string, readonly string[]>> = {
  withdraw: ["withdrew", "withdrawn"],
  break: ["broke", "broken"],
  sever: ["severed"],
  cut: ["cut"],
  give: ["gave", "given"],
};

function verbForms(base: string): readonly string[] {
  const stem = base.endsWith("e") ? base.slice(0, -1) : base;
  const doubled = /[^aeiou][aeiou][bdgklmnprt]$/.test(base)
    ? [`${base}${base.at(-1)}ed`, `${base}${base.at(-1)}ing`]
    : [];
  const past = /[^aeiou]y$/.test(base) ? `${base.slice(0, -1)}ied` : `${stem}ed`;
  return [past, `${stem}ing`, ...doubled, ...(irregular[base] ?? [])];
}
