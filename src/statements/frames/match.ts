import { britishLemma, type Sentence } from "../../language/index.js";
import type { ActBook } from "../book/book.js";
import type { CompiledFrame, Wording } from "../book/frames.js";
import type { ThingAt } from "../book/things.js";
import { child, hasRelation, isVerb, withCase } from "../tree.js";
import { isPassive } from "../verbal.js";
import { describesAnother, roleBehindNoun, roleOf, type ThingRole } from "./thingRole.js";
import {
  aheadReach,
  another,
  behindReach,
  hasUnfitSubject,
  mayOccur,
  type Nearby,
  pronounOf,
  stoodFor,
} from "./told.js";

/** An occurrence of a frame in a sentence, with its thing found and its roles still to be filled. */
export interface Match {
  readonly frame: CompiledFrame;
  readonly sentence: Sentence;
  readonly trigger: number;
  /** The predicate whose governors decide the stance. */
  readonly anchor: number;
  readonly part: "verb" | "noun";
  readonly passive: boolean;
  readonly thing: ThingAt | null;
  readonly thingRole: ThingRole | null;
  /** True where a pronoun stands for the thing ("severed relations and resumed them"). */
  readonly taken: boolean;
}

/**
 * Every occurrence of a frame in a sentence. Words are looked up before any tag is made, and a frame whose thing
 * is not in the sentence is dropped before any tree is made.
 */
export function matchesIn(sentence: Sentence, book: ActBook, nearby: Nearby): readonly Match[] {
  const { frames } = book;
  const found: Match[] = [];
  const things = new Map<string, readonly ThingAt[]>();
  for (
    let token = sentence.find(frames.triggers);
    token >= 0;
    token = sentence.find(frames.triggers, token + 1)
  ) {
    for (const wording of frames.wordings(sentence.lower(token))) {
      if (!mayOccur(sentence, token, wording, nearby)) continue;
      if (hasUnfitSubject(sentence, token, wording, nearby)) continue;
      if (!isPart(sentence, token, wording) || !hasParticle(sentence, token, wording)) continue;
      const match = matchAt(sentence, token, wording, things, nearby.recent);
      if (match === null || !fitsWords(match, nearby.isNamePart)) continue;
      found.push(match, ...coordinated(match, things));
    }
  }
  return found;
}

/** Whether the token is used as the wording's part of speech; in capitals all words look like names. */
function isPart(sentence: Sentence, token: number, { part, base, frame }: Wording): boolean {
  const upos = sentence.upos(token);
  if (part === "verb") {
    if (upos === "VERB" || upos === "AUX") return true;
    if (upos === "ADJ" && isMistaken(sentence, token)) return true;
    // A headline's verb is easily taken for a noun: "Peru cuts ties with Iran".
    const likely =
      frame.thing !== null ||
      sentence.kind !== "prose" ||
      (token > 0 && sentence.upos(token - 1) === "PROPN");
    if (likely && (upos === "PROPN" || upos === "NOUN" || upos === "ADJ")) {
      if (sentence.lower(token).endsWith("ing")) return false;
      return (
        hasRelation(sentence, token, "root", "conj", "parataxis", "ccomp", "acl") &&
        hasSubjectLike(sentence, token)
      );
    }
    return false;
  }
  if (upos === "NOUN" || upos === "PROPN") return true;
  return upos === "VERB" && base.endsWith("ing") && child(sentence, token, "det", "nmod:poss") >= 0;
}

/** "Mali severed diplomatic relations": a past tense that the tree takes for an adjective of its object. */
function isMistaken(sentence: Sentence, token: number): boolean {
  // What needs no tree is asked first.
  if (token === 0 || !sentence.lower(token).endsWith("d")) return false;
  let before = token - 1;
  while (before > 0 && sentence.upos(before) === "ADV") before -= 1;
  const upos = sentence.upos(before);
  if (!["PROPN", "NOUN", "AUX", "VERB"].includes(upos)) return false;
  if (!hasRelation(sentence, token, "amod")) return false;
  if (child(sentence, token, "nsubj") >= 0 || isPerfect(sentence, token)) return true;
  return (upos === "PROPN" || upos === "NOUN") && sentence.head(token) === sentence.root();
}

/** "it had severed relations", where the tree takes "had" for the verb. */
function isPerfect(sentence: Sentence, token: number): boolean {
  const before = token - 1;
  return before >= 0 && sentence.lemma(before) === "have" && sentence.head(sentence.head(token)) === before;
}

function hasSubjectLike(sentence: Sentence, token: number): boolean {
  return child(sentence, token, "nsubj", "obj", "compound", "nmod:poss") >= 0;
}

function hasParticle(sentence: Sentence, token: number, { rest }: Wording): boolean {
  return rest.every((word, at) => {
    if (token + 1 + at < sentence.size && sentence.lower(token + 1 + at) === word) return true;
    return sentence.children(token).some((one) => one > token && sentence.lower(one) === word);
  });
}

/**
 * The words that a frame wants or bars stand near the predicate, outside the thing itself. A word that is only part of
 * the name of a place or a person bars nothing: "new" is none of "New York".
 */
function fitsWords(
  { sentence, trigger, thing, frame: { needs, unless } }: Match,
  isNamePart: Nearby["isNamePart"],
): boolean {
  if (needs.size === 0 && unless.size === 0) return true;
  let met = needs.size === 0;
  for (
    let at = Math.max(0, trigger - behindReach);
    at < Math.min(sentence.size, trigger + aheadReach);
    at += 1
  ) {
    if (thing !== null && at >= thing.first && at <= thing.last) continue;
    const word = sentence.lower(at);
    if (unless.has(word) && !isNamePart(at)) return false;
    met ||= needs.has(word);
  }
  return met;
}

function matchAt(
  sentence: Sentence,
  token: number,
  { frame, part, rest }: Wording,
  things: Map<string, readonly ThingAt[]>,
  recent: Nearby["recent"],
): Match | null {
  if (part === "verb" && hasRelation(sentence, token, "amod", "compound") && !isMistaken(sentence, token))
    return null;
  const passive = part === "verb" && isPassive(sentence, token);
  const required = {
    frame,
    sentence,
    trigger: token,
    anchor: anchorOf(sentence, token, part),
    part,
    passive,
    taken: false,
  };
  if (frame.thing === null) return { ...required, thing: null, thingRole: null };
  let occurrences = things.get(frame.thing.name);
  if (occurrences === undefined) {
    occurrences = frame.thing.in(sentence);
    things.set(frame.thing.name, occurrences);
  }
  for (const thing of occurrences) {
    if (thing.first <= token && token <= thing.last) continue;
    if (part === "verb" && describesAnother(sentence, thing)) continue;
    const thingRole =
      part === "verb"
        ? roleOf(sentence, token, thing, frame, passive, rest)
        : roleBehindNoun(sentence, token, thing, frame.frame.thingBehind);
    if (thingRole !== null) return { ...required, thing, thingRole };
  }
  const pronoun =
    part === "verb" && frame.frame.thingBehind.length === 0 ? pronounOf(sentence, token, passive) : -1;
  if (pronoun < 0 || !stoodFor.has(frame.thing.name) || !recent(frame.thing, pronoun)) return null;
  // Relations are many: "dropped it" is about something else.
  if (frame.thing.name === "relations" && sentence.lower(pronoun) === "it") return null;
  if (another.has(sentence.lower(pronoun))) {
    const named = occurrences.some((one) => one.last < pronoun) || sentence.find(frame.thing.words) < 0;
    if (frame.thing.name !== "mission" || !named) return null;
  }
  const kind = occurrences.findLast((one) => one.last < pronoun)?.kind ?? "";
  const thing = { first: pronoun, last: pronoun, head: pronoun, kind };
  // "established one in Suva" is about another of the kind, "reopened it" about the same.
  return { ...required, thing, thingRole: "object", taken: !another.has(sentence.lower(pronoun)) };
}

/** "shut its embassy in Abuja and its consulate in Baghdad": each thing with a place of its own is shut by itself. */
function coordinated(match: Match, things: ReadonlyMap<string, readonly ThingAt[]>): readonly Match[] {
  const { sentence, thing, frame } = match;
  if (thing === null || frame.thing === null || match.taken) return [];
  return (things.get(frame.thing.name) ?? []).flatMap((other): Match[] => {
    // Whatever the tree takes it for a conjunct of.
    const joined = other.first > thing.last && hasRelation(sentence, other.head, "conj");
    if (!joined || hasVerb(sentence, thing.last + 1, other.first)) return [];
    return withCase(sentence, other.head, "in", "at").length > 0 ? [{ ...match, thing: other }] : [];
  });
}

function hasVerb(sentence: Sentence, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isVerb(sentence, at)) return true;
  return false;
}

/** A noun carried by a light verb ("announced the closure of") is governed by that verb's governors. */
function anchorOf(sentence: Sentence, token: number, part: "verb" | "noun"): number {
  if (part === "verb")
    return hasRelation(sentence, token, "amod") && isPerfect(sentence, token) ? token - 1 : token;
  const head = sentence.head(token);
  const carried = head >= 0 && isVerb(sentence, head) && hasRelation(sentence, token, "obj", "nsubj:pass");
  return carried && performing.has(britishLemma(sentence.lemma(head))) ? head : token;
}

/** Verbs that say no more than that the deed of the noun was done. */
const performing: ReadonlySet<string> = new Set([
  "carry",
  "complete",
  "conduct",
  "make",
  "perform",
  "effect",
  "hold",
  "pay",
  "undertake",
  "stage",
  "launch",
  "mount",
  "have",
  "begin",
  "start",
  "do",
  "take",
  "give",
  "issue",
]);
