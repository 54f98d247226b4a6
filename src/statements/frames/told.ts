import { type Sentence, WordSet } from "../../language/index.js";
import type { PartyKind } from "../../parties/index.js";
import type { Wording } from "../book/frames.js";
import type { Thing } from "../book/things.js";
import { child } from "../tree.js";

/** What the matcher asks of the text around a sentence; all but `isNamePart` is cheap and needs no tags. */
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
  /** Whether a word is one of several that name a state, a place or a person. */
  isNamePart(token: number): boolean;
}

/** What can be told without a tag: that the thing and the words of the frame are there, and a party where it needs one. */
export function mayOccur(
  sentence: Sentence,
  token: number,
  { frame, rest }: Wording,
  nearby: Nearby,
): boolean {
  const { thing, needs } = frame;
  if (!rest.every((word) => hasBehind(sentence, token, word))) return false;
  if (thing !== null && sentence.find(thing.words) < 0) {
    const pronoun = sentence.find(pronouns);
    if (pronoun < 0 || !stoodFor.has(thing.name) || !nearby.recent(thing, pronoun)) return false;
  }
  if (needs.size > 0 && !hasNear(sentence, token, needs)) return false;
  return thing !== null || nearby.names(frame.frame.targetKinds, token);
}

export const behindReach = 4;
export const aheadReach = 14;

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
export function hasUnfitSubject(
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

export const pronouns = new WordSet(["them", "they", "it", "theirs", "those", "its", "one", "ones", "own"]);

/** Words that stand for another thing of the same kind. */
export const another: ReadonlySet<string> = new Set(["one", "ones", "own"]);

/** Things for which a pronoun may stand as the object of a verb of the book. */
export const stoodFor: ReadonlySet<string> = new Set(["relations", "mission", "sanctions"]);

/** The pronoun that is the verb's object, or the subject of its passive; -1 where there is none. */
export function pronounOf(sentence: Sentence, verb: number, passive: boolean): number {
  const place = passive ? child(sentence, verb, "nsubj:pass", "nsubj") : child(sentence, verb, "obj");
  if (place < 0) return -1;
  const lower = sentence.lower(place);
  return another.has(lower) || ["them", "they", "theirs", "those", "it"].includes(lower) ? place : -1;
}
