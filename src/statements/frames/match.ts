import { britishLemma, type Sentence, WordSet } from "../../language/index.js";
import type { PartyKind } from "../../parties/index.js";
import type { ActBook } from "../book/book.js";
import type { CompiledFrame, Wording } from "../book/frames.js";
import type { Thing, ThingAt } from "../book/things.js";
import { antecedentOf, isRelativePronoun } from "../subject.js";
import { caseOf, child, childrenBy, hasRelation, isRelation, isVerb, isWithin } from "../tree.js";
import { isPassive } from "../verbal.js";

/** How the thing stands to the predicate. */
export type ThingRole = "object" | "subject" | "behind" | "complement";

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

/** What the matcher asks of the text around a sentence; both are cheap and need no tags. */
export interface Nearby {
  /** Whether a thing was named so near before a token that a pronoun there may stand for it. */
  recent(thing: Thing, before: number): boolean;
  /**
   * Whether the sentence names a party of one of the kinds; of any kind where none is given. A name that is only the
   * place of something ("in Nairobi") counts for the words near it.
   */
  names(kinds: readonly PartyKind[], token: number): boolean;
  /** Whether a common noun can name somebody who acts, by itself or through what belongs to it. */
  canAct(token: number): boolean;
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
      if (match !== null && fitsWords(match)) found.push(match);
    }
  }
  return found;
}

/** What can be told without a tag: that the thing and the words of the frame are there, and a party where it needs one. */
function mayOccur(sentence: Sentence, token: number, { frame, rest }: Wording, nearby: Nearby): boolean {
  const { thing, needs } = frame;
  if (!rest.every((word) => hasBehind(sentence, token, word))) return false;
  if (thing !== null && sentence.find(thing.words) < 0) {
    const pronoun = sentence.find(pronouns);
    if (pronoun < 0 || !stoodFor.has(thing.name) || !nearby.recent(thing, pronoun)) return false;
  }
  if (needs.size > 0 && !hasNear(sentence, token, needs)) return false;
  return thing !== null || nearby.names(frame.frame.targetKinds, token);
}

const behindReach = 4;
const aheadReach = 14;

/** How far behind its verb a particle or preposition may stand: "called the ambassador of Peru in". */
const particleReach = 9;

function hasNear(sentence: Sentence, token: number, words: ReadonlySet<string>): boolean {
  const last = Math.min(sentence.size, token + aheadReach);
  for (let at = Math.max(0, token - behindReach); at < last; at += 1)
    if (words.has(sentence.lower(at))) return true;
  return false;
}

function hasBehind(sentence: Sentence, token: number, word: string): boolean {
  const last = Math.min(sentence.size, token + particleReach);
  for (let at = token + 1; at < last; at += 1) if (sentence.lower(at) === word) return true;
  return false;
}

/**
 * "engineers met": the noun right before an active verb, with only a clause's beginning before it, is the subject; one
 * that can name nobody who acts for a party spares the sentence its tree.
 */
function hasUnfitSubject(
  sentence: Sentence,
  verb: number,
  { frame, part }: Wording,
  { canAct }: Nearby,
): boolean {
  if (
    part !== "verb" ||
    frame.thing !== null ||
    frame.frame.actor[0] !== "subject" ||
    sentence.upos(verb) !== "VERB"
  )
    return false;
  let at = verb - 1;
  while (at >= 0 && sentence.upos(at) === "ADV") at -= 1;
  if (at < 0 || sentence.upos(at) !== "NOUN" || canAct(at)) return false;
  let before = at - 1;
  while (before >= 0 && ["DET", "ADJ", "NUM", "NOUN"].includes(sentence.upos(before))) {
    if (canAct(before)) return false;
    before -= 1;
  }
  return before < 0 || [",", ":", ";"].includes(sentence.lower(before));
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
  if (!["PROPN", "AUX", "VERB"].includes(sentence.upos(token - 1))) return false;
  if (!hasRelation(sentence, token, "amod")) return false;
  if (child(sentence, token, "nsubj") >= 0 || isPerfect(sentence, token)) return true;
  return sentence.upos(token - 1) === "PROPN" && sentence.head(token) === sentence.root();
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

/** The words that a frame wants or bars stand near the predicate, outside the thing itself. */
function fitsWords({ sentence, trigger, thing, frame: { needs, unless } }: Match): boolean {
  if (needs.size === 0 && unless.size === 0) return true;
  let met = needs.size === 0;
  for (
    let at = Math.max(0, trigger - behindReach);
    at < Math.min(sentence.size, trigger + aheadReach);
    at += 1
  ) {
    if (thing !== null && at >= thing.first && at <= thing.last) continue;
    const word = sentence.lower(at);
    if (unless.has(word)) return false;
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
  const thing = { first: pronoun, last: pronoun, head: pronoun, kind: "" };
  return { ...required, thing, thingRole: "object", taken: true };
}

const pronouns = new WordSet(["them", "they", "it", "theirs", "those", "its"]);

/** Things for which a pronoun may stand as the object of a verb of the book. */
const stoodFor: ReadonlySet<string> = new Set(["relations", "mission", "sanctions"]);

/** The pronoun that is the verb's object, or the subject of its passive; -1 where there is none. */
function pronounOf(sentence: Sentence, verb: number, passive: boolean): number {
  const place = passive ? child(sentence, verb, "nsubj:pass", "nsubj") : child(sentence, verb, "obj");
  if (place < 0) return -1;
  const lower = sentence.lower(place);
  return ["them", "they", "theirs", "those", "it"].includes(lower) ? place : -1;
}

/** "the sanctions debate": the thing only describes another noun. */
function describesAnother(sentence: Sentence, { head, last }: ThingAt): boolean {
  if (!hasRelation(sentence, head, "compound") || sentence.head(head) <= last) return false;
  return !lightNouns.has(sentence.lemma(sentence.head(head)).toLowerCase());
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

function roleOf(
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
function roleBehindNoun(
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
