import { z } from "zod";
import { britishLemma, type Sentence } from "../language/index.js";
import type { Fault, Modality, Outcome } from "../model/index.js";
import { readYaml, type SourceFile } from "./book/load.js";
import { childrenBy, hasRelation } from "./tree.js";

/** What a word that governs an act does to it; see the head of data/modality.yml. */
export interface Governor {
  readonly group: string;
  readonly modality: Modality | null;
  readonly negative: boolean;
  readonly doer: "subject" | "object";
  readonly speech: boolean;
}

export interface GovernorBook {
  /** The governor that stands at `head` and takes `dependent`; null where the word is none. */
  find(sentence: Sentence, head: number, dependent: number): Governor | null;
}

const group = z.strictObject({
  group: z.string(),
  modality: z.enum(["intended", "requested", "hoped", "predicted", "conditional"]).optional(),
  polarity: z.literal("negative").optional(),
  doer: z.enum(["subject", "object"]),
  speech: z.boolean().default(false),
  words: z.array(z.string()),
});

/** Reads data/modality.yml; a word in two groups is a fault that names both. */
export function loadGovernors(file: SourceFile): Outcome<GovernorBook> {
  const read = readYaml(file, z.array(group));
  if (!read.ok) return read;
  const words = new Map<string, Governor>();
  const faults: Fault[] = [];
  for (const one of read.value) {
    const governor: Governor = Object.freeze({
      group: one.group,
      modality: one.modality ?? null,
      negative: one.polarity === "negative",
      doer: one.doer,
      speech: one.speech,
    });
    for (const word of one.words) {
      const earlier = words.get(word);
      if (earlier !== undefined && earlier !== governor) {
        const what = `"${word}" stands in "${earlier.group}" and in "${one.group}"`;
        faults.push({ where: file.name, line: null, what, mend: "leave it in one of them" });
      }
      words.set(word, governor);
    }
  }
  if (faults.length > 0) return { ok: false, faults };
  const find = (sentence: Sentence, head: number, dependent: number) =>
    lookUp(words, sentence, head, dependent);
  return { ok: true, value: Object.freeze({ find }), faults: [] };
}

/** Tries the word with its particle or preposition first: "rule out" before "rule", "call for" before "call". */
function lookUp(
  words: ReadonlyMap<string, Governor>,
  sentence: Sentence,
  head: number,
  dependent: number,
): Governor | null {
  const lemma = britishLemma(sentence.lemma(head)).toLowerCase();
  for (const companion of companions(sentence, head, dependent)) {
    const found = words.get(`${lemma} ${companion}`);
    if (found !== undefined) return found;
  }
  return words.get(lemma) ?? null;
}

function companions(sentence: Sentence, head: number, dependent: number): readonly string[] {
  // "stopped short of recognising": the tree may hang the act on "short".
  const found: string[] = [sentence.lower(dependent)];
  for (const one of sentence.children(head)) {
    if (hasRelation(sentence, one, "compound:prt", "advmod")) found.push(sentence.lower(one));
  }
  for (const one of childrenBy(sentence, dependent, "case", "mark")) found.push(sentence.lower(one));
  for (const one of childrenBy(sentence, head, "obl")) {
    for (const marker of childrenBy(sentence, one, "case")) found.push(sentence.lower(marker));
  }
  return found;
}
