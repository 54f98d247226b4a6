import type { Anaphor } from "./coreferenceAnaphors.js";
import type { ReferentKind } from "./coreferenceNominals.js";
import { type Role, roleByPlace, roleByTree, topOf } from "./coreferenceRoles.js";
import type { Document, Sentence } from "./types.js";

/** Something that the caller knows to be named, before the anaphor; tokens inclusive, within one sentence. */
export interface Candidate {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly kind: ReferentKind;
  readonly number: "singular" | "plural";
  readonly gender: "female" | "male" | null;
  /** The same for all candidates that are the same person or party. */
  readonly key: string;
}

/** How many sentences back an anaphor may reach where it could mean more than one thing. */
const windowOf = (kind: ReferentKind): number => (kind === "person" ? 12 : 5);

/** How far it reaches where it can mean one thing only. */
const longWindow = 60;

/**
 * Weights of roles and how fast they fade by sentence, fitted on the coreference annotation of GUM's training
 * part. Persons stay in mind longer than parties. After S. Lappin and H. Leass, "An algorithm for pronominal
 * anaphora resolution" (1994).
 */
const weights: Readonly<Record<Role, number>> = Object.freeze({
  subject: 80,
  object: 70,
  possessor: 60,
  oblique: 60,
});
const fadeOf = (kind: ReferentKind): number => (kind === "person" ? 0.8 : 0.6);
const parallel = 30;
/** "The Union said that it would …": what somebody says is mostly of the speaker. */
const ownWords = 90;

/**
 * The candidate to which an anaphor refers, as its latest mention; null where none agrees, and for "we",
 * which the caller resolves by the speaker. Candidates come in text order and stand before the anaphor;
 * those that do not are passed over. Asks for the tree of the anaphor's own sentence only.
 */
export function resolveAnaphor(
  document: Document,
  anaphor: Anaphor,
  candidates: readonly Candidate[],
): Candidate | null {
  if (anaphor.form === "pair") return null;
  return ranked(document, anaphor, candidates)[0] ?? null;
}

/**
 * What an anaphor refers to where that may be two: for "both countries" the last two that are distinct, for
 * all others what `resolveAnaphor` gives, but for "they" after names that "and" joins: all of those. Empty
 * where nothing agrees.
 */
export function resolveAnaphors(
  document: Document,
  anaphor: Anaphor,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  if (anaphor.form === "speaker") return [];
  const best = ranked(document, anaphor, candidates)[0];
  if (anaphor.form !== "pair") {
    const group =
      anaphor.number === "plural" && anaphor.form !== "nominal"
        ? lastGroup(document, anaphor, candidates)
        : [];
    // "Russia and Belarus … they": unless something that takes "they" by itself was named since.
    const since = group[0] === undefined || (best !== undefined && best.sentence > group[0].sentence);
    return since ? (best === undefined ? [] : [best]) : group;
  }
  const last = new Map<string, Candidate>();
  for (const candidate of [...candidates].reverse()) {
    if (!isBefore(candidate, anaphor) || anaphor.sentence - candidate.sentence > windowOf(candidate.kind))
      continue;
    if (anaphor.kinds.includes(candidate.kind) && !last.has(candidate.key))
      last.set(candidate.key, candidate);
    if (last.size === 2) return [...last.values()].reverse();
  }
  return [];
}

/** The last names joined by "and" in the anaphor's own sentence or the two before it. */
function lastGroup(
  document: Document,
  anaphor: Anaphor,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  let group: Candidate[] = [];
  for (const one of [...candidates].reverse()) {
    if (!isBefore(one, anaphor) || one.kind === "place" || one.kind === "event") continue;
    if (anaphor.sentence - one.sentence > 2) break;
    const next = group[0];
    if (next !== undefined && one.kind === next.kind && one.key !== next.key && isJoined(document, one, next))
      group.unshift(one);
    else if (group.length > 1) break;
    else group = [one];
  }
  return group.length > 1 ? group : [];
}

/** Whether nothing but "and" or a comma, and an article, stands between two candidates. */
function isJoined(document: Document, one: Candidate, next: Candidate): boolean {
  const sentence = document.sentences[one.sentence];
  if (sentence === undefined || one.sentence !== next.sentence || next.first - one.last > 4) return false;
  let joined = false;
  for (let at = one.last + 1; at < next.first; at += 1) {
    const word = sentence.lower(at);
    if (word === "and" || word === ",") joined = true;
    else if (word !== "the") return false;
  }
  return joined;
}

function ranked(
  document: Document,
  anaphor: Anaphor,
  candidates: readonly Candidate[],
): readonly Candidate[] {
  const sentence = document.sentences[anaphor.sentence];
  if (sentence === undefined || anaphor.form === "speaker") return [];
  const possible = candidates.filter((one) => isPossible(document, sentence, anaphor, one, candidates));
  const near = possible.filter((one) => anaphor.sentence - one.sentence <= windowOf(one.kind));
  if (near.length === 0)
    return anaphor.form === "nominal" ? onlyOne(possible) : onlyOne(possible.filter(isPerson));
  const scores = new Map<string, number>();
  const latest = new Map<string, Candidate>();
  for (const one of near) {
    scores.set(one.key, (scores.get(one.key) ?? 0) + scoreOf(document, sentence, anaphor, one, candidates));
    latest.set(one.key, one);
  }
  const order = [...latest.values()].sort(
    (a, b) =>
      (scores.get(b.key) as number) - (scores.get(a.key) as number) ||
      b.sentence - a.sentence ||
      b.first - a.first,
  );
  return order;
}

function isPerson(candidate: Candidate): boolean {
  return candidate.kind === "person";
}

/** Beyond the window only what cannot be mistaken for anything else. */
function onlyOne(possible: readonly Candidate[]): readonly Candidate[] {
  const last = possible[possible.length - 1];
  return last !== undefined && possible.every((one) => one.key === last.key) ? [last] : [];
}

function isBefore(candidate: Candidate, anaphor: Anaphor): boolean {
  if (candidate.sentence !== anaphor.sentence) return candidate.sentence < anaphor.sentence;
  return candidate.last < anaphor.first;
}

function isPossible(
  document: Document,
  sentence: Sentence,
  anaphor: Anaphor,
  candidate: Candidate,
  candidates: readonly Candidate[],
): boolean {
  if (!isBefore(candidate, anaphor) || anaphor.sentence - candidate.sentence > longWindow) return false;
  if (!agrees(anaphor, candidate) || hasOtherGender(document, anaphor, candidate, candidates)) return false;
  if (anaphor.role !== null && !isIntroducedAs(document, anaphor.role, candidate, candidates)) return false;
  return candidate.sentence !== anaphor.sentence || !isBarred(sentence, anaphor, candidate);
}

/** Movements, governments and organisations are spoken of in the singular and in the plural. */
function agrees(anaphor: Anaphor, candidate: Candidate): boolean {
  if (!anaphor.kinds.includes(candidate.kind)) return false;
  if (anaphor.gender !== null && candidate.gender !== null && anaphor.gender !== candidate.gender)
    return false;
  if (anaphor.form === "nominal") return true;
  const collective =
    candidate.kind === "movement" || candidate.kind === "organisation" || candidate.kind === "government";
  return collective || candidate.number === anaphor.number;
}

const womens: ReadonlySet<string> = new Set(
  "mrs ms miss lady dame queen princess spokeswoman chairwoman businesswoman congresswoman empress duchess baroness mrs. ms.".split(
    " ",
  ),
);
const mens: ReadonlySet<string> = new Set(
  "mr mr. sir lord king prince spokesman chairman businessman congressman emperor duke baron pope sheikh imam emir".split(
    " ",
  ),
);

/** Whether a title in any mention of the person says that the pronoun cannot be theirs. */
function hasOtherGender(
  document: Document,
  anaphor: Anaphor,
  candidate: Candidate,
  candidates: readonly Candidate[],
): boolean {
  if (anaphor.gender === null || candidate.kind !== "person" || candidate.gender !== null) return false;
  return anyMention(document, candidate, candidates, anaphor.gender === "male" ? womens : mens);
}

/** Whether a mention of the same person or party has one of the words in it or right before it. */
function anyMention(
  document: Document,
  candidate: Candidate,
  candidates: readonly Candidate[],
  words: ReadonlySet<string>,
): boolean {
  return candidates.some((one) => {
    const sentence = document.sentences[one.sentence];
    if (one.key !== candidate.key || sentence === undefined) return false;
    for (let at = Math.max(0, one.first - 1); at <= one.last; at += 1)
      if (words.has(sentence.lower(at))) return true;
    return false;
  });
}

const synonyms: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["premier", new Set(["prime", "premier"])],
  ["envoy", new Set(["envoy", "ambassador", "representative", "charge", "chargé"])],
  ["spokesperson", new Set(["spokesperson", "spokesman", "spokeswoman"])],
  ["secretary", new Set(["secretary", "secretary-general"])],
  ["monarch", new Set(["king", "queen", "monarch", "emperor"])],
]);

/** Whether the person was introduced with the word, or with one that means the same office. */
function isIntroducedAs(
  document: Document,
  role: string,
  candidate: Candidate,
  candidates: readonly Candidate[],
): boolean {
  return anyMention(document, candidate, candidates, synonyms.get(role) ?? new Set([role]));
}

/**
 * What grammar forbids within one sentence: a pronoun for the other arguments of its own verb ("Russia
 * recognised it"), for its own conjunct, and for the phrase in which it stands ("the president of its rival").
 */
function isBarred(sentence: Sentence, anaphor: Anaphor, candidate: Candidate): boolean {
  const own = anaphor.head;
  const other = topOf(sentence, candidate.head, candidate.first, candidate.last);
  for (let at = own, steps = 0; at >= 0 && steps < 12; at = sentence.head(at), steps += 1) {
    if (at >= candidate.first && at <= candidate.last) return !/^acl/.test(sentence.relation(own));
    if (steps > 0 && ["VERB", "AUX"].includes(sentence.upos(at))) break;
  }
  if (anaphor.form === "possessive") return false;
  const head = sentence.head(own);
  if (head < 0) return false;
  const first = conjunctHead(sentence, other);
  if (sentence.head(first) === head && isArgument(sentence, own) && isArgument(sentence, first)) return true;
  if (sentence.head(other) === head && isArgument(sentence, own) && isArgument(sentence, other)) return true;
  return sentence.relation(own) === "conj" && head === other;
}

/** The first of the names joined by "and", which carries the role of all. */
function conjunctHead(sentence: Sentence, token: number): number {
  let at = token;
  for (let steps = 0; steps < 12 && sentence.relation(at).startsWith("conj"); steps += 1)
    at = sentence.head(at);
  return at;
}

function isArgument(sentence: Sentence, token: number): boolean {
  return /^(?:nsubj|obj|iobj|obl)/.test(sentence.relation(token));
}

function scoreOf(
  document: Document,
  sentence: Sentence,
  anaphor: Anaphor,
  candidate: Candidate,
  candidates: readonly Candidate[],
): number {
  const distance = anaphor.sentence - candidate.sentence;
  const home = document.sentences[candidate.sentence];
  if (home === undefined) return 0;
  const isFirst = !candidates.some(
    (one) => one.sentence === candidate.sentence && one.last < candidate.first,
  );
  const role =
    distance === 0
      ? roleByTree(home, candidate.head, candidate.first, candidate.last)
      : roleByPlace(home, candidate.first, candidate.last, isFirst);
  const own =
    anaphor.form === "possessive" ? null : roleByTree(sentence, anaphor.head, anaphor.first, anaphor.last);
  // The kinds that an anaphor names first suit it better: "the government" is a government before it is a state.
  const rank = anaphor.form === "nominal" ? anaphor.kinds.indexOf(candidate.kind) : 0;
  const speaks = distance === 0 && anaphor.form === "pronoun" && isSpeaker(sentence, anaphor, candidate);
  const base =
    (weights[role] + (own === role ? parallel : 0) + (speaks ? ownWords : 0)) *
    fadeOf(candidate.kind) ** distance;
  return base / (1 + 2 * rank);
}

/** Whether the pronoun is the subject of a clause that the candidate, the subject of the verb above it, says or thinks. */
function isSpeaker(sentence: Sentence, anaphor: Anaphor, candidate: Candidate): boolean {
  if (!sentence.relation(anaphor.head).startsWith("nsubj")) return false;
  const clause = sentence.head(anaphor.head);
  if (clause < 0 || sentence.relation(clause) !== "ccomp") return false;
  const top = topOf(sentence, candidate.head, candidate.first, candidate.last);
  return sentence.relation(top).startsWith("nsubj") && sentence.head(top) === sentence.head(clause);
}
