import type { SentenceModel } from "../../src/language/document.js";
import { createLanguage, type Document } from "../../src/language/index.js";
import type { Block, Report } from "../../src/model/index.js";

const upos = ["NOUN", "PROPN", "NUM", "PUNCT", "VERB", "AUX", "ADP", "DET", "PRON", "PART", "ADJ", "CCONJ"];
const xpos = [
  "NN",
  "NNS",
  "NNP",
  "CD",
  ".",
  "VBD",
  "VBZ",
  "VB",
  "VBG",
  "VBN",
  "MD",
  "IN",
  "DT",
  "PRP",
  "TO",
  "JJ",
  "CC",
];
const relations = [
  "root",
  "dep",
  "aux",
  "mark",
  "nsubj",
  "obj",
  "obl",
  "case",
  "xcomp",
  "nmod:poss",
  "cop",
  "ccomp",
  "det",
];

/** Tags of the words that the tests use; others are names or nouns by their first letter. */
const lexicon: ReadonlyMap<string, readonly [string, string]> = new Map(
  Object.entries({
    "VERB VBD":
      "recognised announced took met said told added died opened broke denounced declared described seized called rejected visited arrived wrote warned criticised",
    "VERB VBZ": "says plan meets expects recognises",
    "VERB VB": "meet recognise open visit attend sign vote",
    "VERB VBG": "meeting visiting recognising saying",
    "VERB VBN": "scheduled expected held",
    "AUX MD": "will would may could",
    "AUX VBZ": "is are has have",
    "AUX VBD": "was were had",
    "ADP IN":
      "in on at since until by before after from between during of over with that as for than about according",
    "DET DT": "the a an this",
    "PRON PRP": "he she it they him her them his its their we us",
    "PART TO": "to",
    "ADJ JJ": "due brave other",
    "CCONJ CC": "and or but",
    "NOUN NNS": "people countries troops ministers members talks deaths",
  }).flatMap(([tags, words]) =>
    words.split(" ").map((word) => [word, tags.split(" ") as unknown as [string, string]] as const),
  ),
);

function tagsOf(form: string): readonly [string, string] {
  const known = lexicon.get(form.toLowerCase());
  if (known !== undefined && !(form === "May" || form === "Will")) return known;
  if (/^\p{Lu}/u.test(form)) return ["PROPN", "NNP"];
  if (/^\d/.test(form)) return ["NUM", "CD"];
  return /^\p{L}/u.test(form) ? ["NOUN", "NN"] : ["PUNCT", "."];
}

/**
 * A model by rule, so that these tests read trees that do not change with training: words hang on the verb
 * before them, those before the first verb on that, auxiliaries on the verb that follows.
 */
export const toyModel: SentenceModel = Object.freeze({
  upos,
  xpos,
  relations,
  nameLabels: ["O"],
  tag: (forms: readonly string[]) => ({
    upos: Uint8Array.from(forms, (form) => upos.indexOf(tagsOf(form)[0])),
    xpos: Uint8Array.from(forms, (form) => xpos.indexOf(tagsOf(form)[1])),
    names: new Uint8Array(forms.length),
  }),
  parse: (forms: readonly string[]) => {
    const kinds = forms.map((form) => tagsOf(form)[0]);
    const verbs = [...kinds.keys()].filter((at) => kinds[at] === "VERB");
    const first = verbs[0] ?? 0;
    const heads = new Int16Array(forms.length);
    const labels = new Uint8Array(forms.length);
    for (const at of forms.keys()) {
      const before = verbs.filter((verb) => verb < at).pop();
      const after = verbs.find((verb) => verb > at);
      const ahead = kinds[at] === "AUX" || kinds[at] === "PART";
      const head = (ahead ? (after ?? before) : (before ?? after)) ?? first;
      heads[at] = at === first ? -1 : head === at ? -1 : head;
      labels[at] = relations.indexOf(relationOf(kinds, at, first, head));
    }
    return { heads, relations: labels };
  },
});

function relationOf(kinds: readonly string[], at: number, first: number, head: number): string {
  if (at === first) return "root";
  if (kinds[at] === "AUX") return "aux";
  if (kinds[at] === "PART") return "mark";
  if (kinds[at] === "VERB") return kinds[at - 1] === "PART" ? "xcomp" : "ccomp";
  if (kinds[at] === "ADP") return "case";
  if (kinds[at] === "DET") return "det";
  if (kinds[at] !== "PROPN" && kinds[at] !== "PRON" && kinds[at] !== "NOUN") return "dep";
  if (at < head) return "nsubj";
  return kinds[at - 1] === "ADP" ? "obl" : "obj";
}

/** A report of paragraphs, separated by empty lines, read with the toy model. */
export function toyDocument(text: string, published: string | null = null): Document {
  const blocks: Block[] = [];
  let start = 0;
  for (const paragraph of text.split("\n\n")) {
    blocks.push({ start, end: start + paragraph.length, kind: "paragraph" });
    start += paragraph.length + 2;
  }
  const report: Report = {
    id: "toy",
    givenId: null,
    title: null,
    published,
    outlet: null,
    url: null,
    byline: null,
    language: "en",
    text,
    blocks,
    dateline: null,
  };
  return createLanguage(toyModel).analyse(report);
}
