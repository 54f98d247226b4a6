import type { Sentence } from "../language/index.js";
import type { ActEntry } from "./book/book.js";
import type { GovernorBook } from "./governors.js";
import { createInstance, type Instance } from "./instance.js";
import { antecedentOf, doerOf, isRelativePronoun } from "./subject.js";
import {
  caseOf,
  child,
  childrenBy,
  extent,
  firstConjunct,
  hasRelation,
  isRelation,
  withCase,
} from "./tree.js";

/**
 * The act's own verb: active, passive, relative, participial, infinitive. Null where the verb only
 * describes a noun ("the internationally recognised government").
 */
export function readVerb(
  sentence: Sentence,
  verb: number,
  entry: ActEntry,
  governors: GovernorBook,
): Instance | null {
  if (hasRelation(sentence, verb, "amod", "compound")) return null;
  const passive = isPassive(sentence, verb);
  const required = {
    entry,
    sentence,
    trigger: verb,
    anchor: verb,
    construction: passive ? "passive" : "verb",
  };
  const as = asPhrases(sentence, verb);
  if (passive) {
    return createInstance(required, {
      actors: agents(sentence, verb),
      targets: some(patientOf(sentence, verb, governors)),
      as,
    });
  }
  return createInstance(required, {
    actors: some(doerOf(sentence, verb, governors)),
    targets: some(objectOf(sentence, verb)),
    as,
  });
}

function some(token: number): readonly number[] {
  return token < 0 ? [] : [token];
}

export function isPassive(sentence: Sentence, verb: number): boolean {
  const auxiliary = child(sentence, verb, "aux:pass");
  if (
    child(sentence, verb, "nsubj:pass") >= 0 ||
    (auxiliary >= 0 && ["be", "get"].includes(sentence.lemma(auxiliary)))
  )
    return true;
  if (!["VBN", "VBD"].includes(sentence.xpos(verb))) return false;
  if (child(sentence, verb, "obj") >= 0) return false;
  if (isRelation(sentence.relation(verb), "acl") && !isRelation(sentence.relation(verb), "acl:relcl"))
    return true;
  if (isAside(sentence, verb)) return true;
  if (isRelation(sentence.relation(verb), "conj")) {
    const first = firstConjunct(sentence, verb);
    if (child(sentence, verb, "nsubj") < 0 && first !== verb && child(sentence, first, "aux:pass") >= 0)
      return true;
  }
  // A headline leaves "is" out: "Kosovo recognised by Kenya".
  return child(sentence, verb, "aux") < 0 && agents(sentence, verb).length > 0;
}

/** "by Peru"; a "by" phrase that is a date ("by 2010", "by September") is left to the reader of parties. */
export function agents(sentence: Sentence, verb: number): readonly number[] {
  const own = sentence.children(verb).filter((one) => isRelation(sentence.relation(one), "obl"));
  // "by Fiji in 2012 and by Tonga in 2014": trees hang the second agent on a date.
  const joined = own.flatMap((one) => childrenBy(sentence, one, "conj"));
  return [...own, ...joined].filter((one) => caseOf(sentence, one) === "by");
}

/** The subject of a passive, or the noun that the participle or the relative clause modifies. */
function patientOf(sentence: Sentence, verb: number, governors: GovernorBook): number {
  const subject = child(sentence, verb, "nsubj:pass", "nsubj");
  if (subject >= 0) return isRelativePronoun(sentence, subject) ? antecedentOf(sentence, verb) : subject;
  if (hasRelation(sentence, verb, "acl")) return sentence.head(verb);
  return doerOf(sentence, verb, governors);
}

/** What the verb takes as its object, or the antecedent of a relative clause that lacks one. */
function objectOf(sentence: Sentence, verb: number): number {
  const object = child(sentence, verb, "obj", "ccomp");
  if (object >= 0 && hasRelation(sentence, object, "obj")) {
    return isRelativePronoun(sentence, object) ? antecedentOf(sentence, verb) : object;
  }
  if (object < 0) {
    const relative = relativeAbove(sentence, verb);
    if (relative >= 0) return antecedentOf(sentence, relative);
  }
  // "recognise and establish relations with Kosovo", "recognise, or refuse to recognise, Kosovo".
  const sharer = childrenBy(sentence, verb, "conj")[0];
  if (object < 0 && sharer !== undefined && sharer - verb <= 3) {
    const shared = child(sentence, sharer, "obj");
    const oblique = withCase(sentence, sharer, "with", "to")[0];
    if (oblique !== undefined) return oblique;
    if (shared >= 0) return shared;
  }
  if (isRelation(sentence.relation(verb), "conj")) {
    const first = firstConjunct(sentence, verb);
    const shared = child(sentence, first, "obj");
    if (shared >= 0 && shared > verb) return shared;
  }
  return object >= 0 && sentence.upos(object) !== "VERB" ? object : -1;
}

/**
 * The relative clause in which the verb stands without an object of its own, itself or by infinitives ("which
 * Spain refuses to recognise"); -1 where its relative pronoun is the subject.
 */
function relativeAbove(sentence: Sentence, verb: number): number {
  let at = verb;
  for (let steps = 0; steps < 4 && hasRelation(sentence, at, "xcomp", "ccomp"); steps += 1)
    at = sentence.head(at);
  if (!isRelation(sentence.relation(at), "acl:relcl")) return -1;
  const subject = child(sentence, at, "nsubj");
  return subject >= 0 && !isRelativePronoun(sentence, subject) ? at : -1;
}

/** The nouns after "as", wherever the tree hangs them: on the verb, or on its object. */
export function asPhrases(sentence: Sentence, verb: number): readonly number[] {
  const found = [...withCase(sentence, verb, "as")];
  for (const one of sentence.children(verb)) {
    if (hasRelation(sentence, one, "obj", "nsubj:pass")) found.push(...withCase(sentence, one, "as"));
    if (
      hasRelation(sentence, one, "advcl", "xcomp", "obl") &&
      !["VERB", "AUX"].includes(sentence.upos(one)) &&
      !found.includes(one)
    ) {
      const marked = sentence.children(one).some((mark) => sentence.lower(mark) === "as" && mark < one);
      if (marked) found.push(one);
    }
  }
  return found;
}

/** "Fiji, suspended in 2009, …": a bare participle between commas right behind a subject, which trees hang on the verb. */
function isAside(sentence: Sentence, verb: number): boolean {
  if (sentence.xpos(verb) !== "VBN" || !hasRelation(sentence, verb, "parataxis", "advcl")) return false;
  if (verb < 2 || sentence.lower(verb - 1) !== "," || child(sentence, verb, "aux", "nsubj", "mark") >= 0)
    return false;
  const subject = child(sentence, sentence.head(verb), "nsubj", "nsubj:pass");
  return subject >= 0 && subject < verb && extent(sentence, subject)[1] === verb - 2;
}
