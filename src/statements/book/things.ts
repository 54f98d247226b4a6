import { type Sentence, WordSet } from "../../language/index.js";
import { inflections } from "./inflect.js";
import type { ThingFile } from "./schema.js";

/** An occurrence of a thing in a sentence; tokens inclusive, `head` the one that carries the phrase. */
export interface ThingAt {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  /** The noun as things.yml has it: "consulate general". */
  readonly kind: string;
}

/** What an act is about: relations, a mission, an envoy, sanctions. */
export interface Thing {
  readonly name: string;
  /** Words without one of which the thing does not occur: a cheap test that needs no tags. */
  readonly words: WordSet;
  /** All occurrences, in the order of the text. */
  in(sentence: Sentence): readonly ThingAt[];
}

interface Phrase {
  readonly kind: string;
  /** The words before the last, in lower case. */
  readonly before: readonly string[];
}

export function createThings(file: ThingFile): ReadonlyMap<string, Thing> {
  return new Map(Object.entries(file).map(([name, thing]) => [name, createThing(name, thing)]));
}

function createThing(name: string, { nouns, unless, only }: ThingFile[string]): Thing {
  const phrases = new Map<string, Phrase[]>();
  for (const noun of nouns) {
    for (const words of phraseForms(noun)) {
      const last = words.at(-1) as string;
      phrases.set(last, [...(phrases.get(last) ?? []), { kind: noun, before: words.slice(0, -1) }]);
    }
  }
  for (const list of phrases.values()) list.sort((a, b) => b.before.length - a.before.length);
  const lasts = new WordSet(phrases.keys());
  const words = new WordSet(nouns.flatMap((noun) => phraseForms(noun)).map(longest));
  const barred = new Set(unless);
  const wanted = new Set(only);
  const at = (sentence: Sentence, token: number): ThingAt | null => {
    let first = -1;
    const phrase = phrases.get(sentence.lower(token))?.find(({ before }) => {
      first = firstOf(sentence, token, before);
      return first >= 0;
    });
    if (phrase === undefined) return null;
    const head = headOf(sentence, first, token);
    const described = describing(sentence, first, token, head);
    if (described.some((word) => barred.has(word))) return null;
    if (wanted.size > 0 && !described.some((word) => wanted.has(word))) return null;
    return { first, last: token, head, kind: phrase.kind };
  };
  return Object.freeze({
    name,
    words,
    in: (sentence: Sentence) => {
      const found: ThingAt[] = [];
      for (let token = sentence.find(lasts); token >= 0; token = sentence.find(lasts, token + 1)) {
        const one = at(sentence, token);
        if (one !== null) found.push(one);
      }
      // "consulate general" is no consulate besides.
      return found.filter(
        (one) => !found.some((other) => other !== one && other.first <= one.first && one.last <= other.last),
      );
    },
  });
}

/** The most telling word of a phrase: "plenipotentiary" of "minister plenipotentiary". */
function longest(words: readonly string[]): string {
  return words.reduce((best, word) => (word.length > best.length ? word : best), "");
}

/** Singular and plural, both spellings; of a head-first phrase ("letter of credence", "consul general") its first word too. */
function phraseForms(noun: string): readonly (readonly string[])[] {
  const words = noun.split(/[ -]/);
  const last = words.at(-1) as string;
  const first = words[0] as string;
  const forms = inflections(last, "noun").map((form) => [...words.slice(0, -1), form]);
  if (words.length > 1) for (const form of inflections(first, "noun")) forms.push([form, ...words.slice(1)]);
  return forms;
}

/** Where the phrase begins whose last word is at `token`, hyphens passed over; -1 where the words before are others. */
function firstOf(sentence: Sentence, token: number, before: readonly string[]): number {
  let at = token;
  for (let word = before.length - 1; word >= 0; word -= 1) {
    at -= 1;
    if (at > 0 && ["-", "–"].includes(sentence.lower(at))) at -= 1;
    if (at < 0 || sentence.lower(at) !== before[word]) return -1;
  }
  return at;
}

/** The token of the phrase whose head stands outside it. */
function headOf(sentence: Sentence, first: number, last: number): number {
  for (let token = last; token >= first; token -= 1) {
    // "minister to": the preposition is only what the noun is told by.
    if (token > first && sentence.upos(token) === "ADP") continue;
    const head = sentence.head(token);
    if (head < first || head > last) return isNamePart(sentence, token, head, first, last) ? head : token;
  }
  return last;
}

/** "U.S. Embassy", "Embassy Lima": where the tree hangs one part of such a name on the other, the other carries the phrase. */
function isNamePart(sentence: Sentence, token: number, head: number, first: number, last: number): boolean {
  if (head < 0 || sentence.upos(head) !== "PROPN" || (head !== first - 1 && head !== last + 1)) return false;
  const relation = sentence.relation(token);
  const capital = sentence.form(token).charAt(0) !== sentence.lower(token).charAt(0);
  return (
    capital &&
    (head < first
      ? relation === "appos" || relation === "flat"
      : relation === "amod" || relation === "compound")
  );
}

/** The words right before the noun, those that the tree hangs on it, and an "of" phrase right behind. */
function describing(sentence: Sentence, first: number, last: number, head: number): readonly string[] {
  const found: string[] = [];
  for (let token = first - 1; token >= Math.max(0, first - 3); token -= 1) {
    if (!["ADJ", "NOUN", "PROPN", "VERB"].includes(sentence.upos(token)) && sentence.lower(token) !== "-")
      break;
    found.push(sentence.lower(token));
  }
  for (const one of sentence.children(head)) if (one < first) found.push(sentence.lower(one));
  for (let token = last + 1; token < Math.min(sentence.size, last + 6); token += 1) {
    if (token === last + 1 && !["of", "as", "for"].includes(sentence.lower(token))) break;
    found.push(sentence.lower(token));
  }
  return found;
}
