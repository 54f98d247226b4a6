import type { Sentence } from "../../language/index.js";
import type { CompiledFrame } from "../book/frames.js";
import type { ThingAt } from "../book/things.js";
import { ordinalOf } from "../numbers.js";
import { antecedentOf, isRelativePronoun } from "../subject.js";
import { caseOf, child, childrenBy, hasRelation, isRelation, isWithin } from "../tree.js";

/** How the thing stands to the predicate. */
export type ThingRole = "object" | "subject" | "behind" | "complement";

/** How a thing stands to a verb of a frame; null where it does not belong to it. `rest` are the particles of the verb. */
export function roleOf(
  sentence: Sentence,
  verb: number,
  thing: ThingAt,
  { frame, needs }: CompiledFrame,
  passive: boolean,
  rest: readonly string[],
): ThingRole | null {
  const host = lightened(sentence, thing.head);
  if (frame.thingBehind.length > 0)
    return isBehind(sentence, verb, thing, frame.thingBehind) ? "behind" : null;
  if (sentence.head(host) === verb) {
    if (hasRelation(sentence, host, "nsubj:pass")) return passive ? "object" : null;
    if (hasRelation(sentence, host, "nsubj"))
      return passive ? "object" : frame.happens && happensAlone(sentence, verb, needs) ? "subject" : null;
    if (hasRelation(sentence, host, "obj", "iobj")) return "object";
    if (hasRelation(sentence, host, "xcomp", "ccomp", "advcl", "obl", "appos")) {
      const marker = caseOf(sentence, host);
      // "called in the ambassador": the tree takes the particle for a preposition.
      if (rest.includes(marker)) return "object";
      return marker === "" || marker === "as" ? "complement" : null;
    }
  }
  if (isRelation(sentence.relation(verb), "acl") && sentence.head(verb) === host) {
    const object = child(sentence, verb, "obj");
    return object < 0 || hasRelation(sentence, verb, "acl:relcl") ? "object" : null;
  }
  if (isRelation(sentence.relation(verb), "acl:relcl") && antecedentOf(sentence, verb) === host)
    return "object";
  if (hasRelation(sentence, verb, "conj") && child(sentence, verb, "nsubj", "obj", "nsubj:pass") < 0) {
    const first = sentence.head(verb);
    if (sentence.head(host) === first && hasRelation(sentence, host, "nsubj:pass", "obj")) {
      if (hasRelation(sentence, host, "obj") ? host > verb : true) return "object";
    }
    if (sentence.head(host) === first && hasRelation(sentence, host, "nsubj") && (passive || frame.happens))
      return passive ? "object" : "subject";
  }
  // "relations with Peru, which it had broken off": the tree hangs the clause on the last noun of the phrase.
  if (
    hasRelation(sentence, verb, "acl:relcl") &&
    sentence.head(antecedentOf(sentence, verb)) === host &&
    isGap(sentence, verb, passive)
  )
    return "object";
  // "appointed Ms Diaz ambassador": the tree hangs the post on the name.
  const above = sentence.head(host);
  if (
    above >= 0 &&
    sentence.head(above) === verb &&
    hasRelation(sentence, above, "obj", "nsubj:pass", "obl", "xcomp")
  ) {
    if (hasRelation(sentence, host, "appos", "flat", "conj", "compound", "acl", "nmod", "xcomp")) {
      const marker = caseOf(sentence, host);
      if (hasRelation(sentence, host, "conj")) return roleOfConjunct(sentence, above);
      if (marker === "" || marker === "as") return "complement";
    }
  }
  return besideVerb(sentence, verb, thing, frame.happens, passive);
}

/** "the embassy opened" and not "the embassy opened an inquiry", "the embassy moved to deny". */
function happensAlone(sentence: Sentence, verb: number, needs: ReadonlySet<string>): boolean {
  const object = child(sentence, verb, "obj");
  // "the embassy suspended operations": the object is a word of the frame itself.
  if (object >= 0 && !needs.has(sentence.lower(object))) return false;
  const complement = child(sentence, verb, "xcomp", "advcl");
  return complement < 0 || sentence.xpos(complement) !== "VB";
}

/** Whether the relative clause lacks its object, or is passive: "which Peru had broken off", "which were broken off". */
function isGap(sentence: Sentence, verb: number, passive: boolean): boolean {
  if (passive) return true;
  const subject = child(sentence, verb, "nsubj");
  const object = child(sentence, verb, "obj");
  return (
    subject >= 0 &&
    !isRelativePronoun(sentence, subject) &&
    (object < 0 || isRelativePronoun(sentence, object))
  );
}

function roleOfConjunct(sentence: Sentence, first: number): ThingRole | null {
  return hasRelation(sentence, first, "obj", "nsubj:pass") ? "object" : null;
}

/** "the status of the legation", "a series of sanctions", "the level of relations": the noun behind "of" is the thing. */
const lightNouns: ReadonlySet<string> = new Set([
  "status",
  "level",
  "rank",
  "series",
  "set",
  "round",
  "raft",
  "package",
  "number",
  "dozen",
  "all",
  "rest",
  "most",
  "some",
  "majority",
  "half",
  "staff",
  "member",
  "group",
  "host",
  "batch",
  "wave",
  "score",
  "work",
  "operation",
  "activity",
  "kind",
  "form",
  "state",
  "title",
  "one",
  "two",
  "three",
  "four",
  "five",
  "class",
  "position",
  "post",
  "function",
  "service",
]);

function lightened(sentence: Sentence, token: number): number {
  let at = token;
  for (let steps = 0; steps < 3; steps += 1) {
    const head = sentence.head(at);
    if (head < 0) return at;
    const isOf = hasRelation(sentence, at, "nmod") && ["of", "at"].includes(caseOf(sentence, at));
    if (!isOf && !hasRelation(sentence, at, "compound")) return at;
    if (!lightNouns.has(sentence.lemma(head).toLowerCase()) && sentence.upos(head) !== "NUM") return at;
    at = head;
  }
  return at;
}

function isBehind(sentence: Sentence, verb: number, thing: ThingAt, behind: readonly string[]): boolean {
  const host = lightened(sentence, thing.head);
  if (behind.includes(caseOf(sentence, host)) && isWithin(sentence, host, verb)) return true;
  const before = sentence.children(thing.head).reduce((low, one) => Math.min(low, one), thing.first) - 0;
  for (let at = Math.min(before, thing.first); at >= Math.max(verb, thing.first - 6); at -= 1)
    if (behind.includes(sentence.lower(at)) && at > verb) return true;
  return false;
}

/** Where the tree errs: the next noun phrase right of an active verb, or left of a passive one. */
function besideVerb(
  sentence: Sentence,
  verb: number,
  thing: ThingAt,
  happens: boolean,
  passive: boolean,
): ThingRole | null {
  if (!passive && thing.first > verb && thing.first - verb <= 6 && isPhrase(sentence, verb + 1, thing.first))
    return child(sentence, verb, "obj") < 0 || isWithin(sentence, thing.head, child(sentence, verb, "obj"))
      ? "object"
      : null;
  if (thing.last < verb && verb - thing.last <= 4) {
    for (let at = thing.last + 1; at < verb; at += 1)
      if (!["AUX", "ADV", "PART"].includes(sentence.upos(at))) return null;
    return passive ? "object" : happens ? "subject" : null;
  }
  return null;
}

/** Articles, adjectives, possessors and numbers only: the inside of one noun phrase. */
function isPhrase(sentence: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (!["DET", "ADJ", "NUM", "PROPN", "NOUN", "PRON", "PART", "ADV"].includes(sentence.upos(at)))
      return false;
    if (sentence.lower(at) === "to") return false;
  }
  return true;
}

/** "the closure of the embassy", "embassy closure", "the embassy's closure". */
export function roleBehindNoun(
  sentence: Sentence,
  noun: number,
  thing: ThingAt,
  behind: readonly string[],
): ThingRole | null {
  const host = lightened(sentence, thing.head);
  if (behind.length > 0) return isBehind(sentence, noun, thing, behind) ? "behind" : null;
  if (sentence.head(host) === noun) {
    const marker = caseOf(sentence, host);
    if (hasRelation(sentence, host, "compound", "nmod:poss")) return "object";
    if (hasRelation(sentence, host, "nmod") && ["of", "in", "to", "on"].includes(marker)) return "object";
  }
  if (thing.first > noun && sentence.lower(noun + 1) === "of" && thing.first - noun <= 7) {
    return isPhrase(sentence, noun + 2, thing.first) ? "object" : null;
  }
  return childrenBy(sentence, noun, "compound").includes(thing.head) ? "object" : null;
}

/** "the sanctions debate": the thing only describes another noun. */
export function describesAnother(sentence: Sentence, { head, first, last }: ThingAt): boolean {
  if (isRanked(sentence, first, head)) return true;
  if (!hasRelation(sentence, head, "compound") || sentence.head(head) <= last) return false;
  return !lightNouns.has(sentence.lemma(sentence.head(head)).toLowerCase());
}

/** "became the first EU member to recognise it": the noun ranks the doer of another act, and nobody joins anything. */
function isRanked(sentence: Sentence, first: number, head: number): boolean {
  // "the first UN member state to": the clause hangs on the last noun of the compound.
  const noun = hasRelation(sentence, head, "compound") ? sentence.head(head) : head;
  // The tree hangs it on the noun, or beside the noun on "became".
  const hosts = [noun, sentence.head(noun)].filter((host) => host >= 0);
  const acts = hosts.some((host) =>
    sentence
      .children(host)
      .some(
        (one) =>
          one > noun &&
          hasRelation(sentence, one, "acl", "xcomp") &&
          sentence.children(one).some((mark) => mark > noun && mark < one && sentence.lower(mark) === "to"),
      ),
  );
  if (!acts) return false;
  for (let at = head - 1; at >= 0 && at >= first - 4; at -= 1)
    if (ordinalOf(sentence.lower(at)) !== null || ["only", "latest", "last"].includes(sentence.lower(at)))
      return true;
  return false;
}
