import { britishLemma, type Sentence } from "../language/index.js";
import type { Mention } from "../parties/index.js";
import { partyAfter, partyBefore } from "./adjacent.js";
import type { ActBook, ActEntry } from "./book/book.js";
import type { GovernorBook } from "./governors.js";
import { createInstance, type Instance } from "./instance.js";
import { readNoun } from "./nominal.js";
import { hasRelation } from "./tree.js";
import { readVerb } from "./verbal.js";

/** Every occurrence of an act's wording in a sentence, verbs and nouns, in the order of the text. */
export function instancesIn(
  sentence: Sentence,
  book: ActBook,
  governors: GovernorBook,
  mentions: readonly Mention[],
): readonly Instance[] {
  const found: Instance[] = [];
  for (
    let token = sentence.find(book.triggers);
    token >= 0;
    token = sentence.find(book.triggers, token + 1)
  ) {
    // A headline in capitals makes proper names of all words, so the form is asked before the lemma.
    const lemma = book.baseOf(sentence.lower(token)) ?? britishLemma(sentence.lemma(token)).toLowerCase();
    const verb = book.verb(lemma);
    if (verb !== undefined) {
      const instance = readVerb(sentence, token, verb, governors);
      if (instance !== null) found.push(stopped(sentence, instance, book));
      else found.push(...between(sentence, token, verb, mentions));
    }
    const noun = book.noun(lemma);
    if (noun !== undefined && verb === undefined)
      found.push(...readNoun(sentence, token, noun, book, governors));
  }
  return found;
}

/** A verb that the tree takes for an adjective, between two parties: "The Kremlin recognised South Ossetia". */
function between(
  sentence: Sentence,
  verb: number,
  entry: ActEntry,
  mentions: readonly Mention[],
): readonly Instance[] {
  const actor = partyBefore(sentence, mentions, verb);
  const target = partyAfter(sentence, mentions, verb);
  if (actor < 0 || target < 0) return [];
  const required = { entry, sentence, trigger: verb, anchor: verb, construction: "verb" };
  return [createInstance(required, { actors: [actor], targets: [target] })];
}

/** "no longer recognises": the negation is the withdrawal, so it is taken back. */
function isNoLonger(sentence: Sentence, verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(1, verb - 4); at -= 1) {
    if (sentence.lower(at) === "longer" && sentence.lower(at - 1) === "no") return true;
  }
  return false;
}

/** "ceased to recognise", "stopped recognising": the act that takes back what the verb gives. */
function stopped(sentence: Sentence, instance: Instance, book: ActBook): Instance {
  const reverse = book.reverse(instance.entry);
  const head = sentence.head(instance.trigger);
  if (reverse !== undefined && isNoLonger(sentence, instance.trigger)) {
    return Object.freeze({ ...instance, entry: reverse, construction: "stop", negative: true });
  }
  if (reverse === undefined || head < 0 || !hasRelation(sentence, instance.trigger, "xcomp", "ccomp"))
    return instance;
  if (!reverse.light.stops.has(sentence.lemma(head))) return instance;
  return Object.freeze({ ...instance, entry: reverse, anchor: head, construction: "stop" });
}
