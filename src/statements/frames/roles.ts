import type { Sentence } from "../../language/index.js";
import type { Mention, PartyKind } from "../../parties/index.js";
import type { RoleSource } from "../book/schema.js";
import { mentionAt } from "../coordination.js";
import { type Context, isOfStatus } from "../drafts.js";
import { type Found, partyOnly, standsForParty } from "../participants.js";
import { caseOf, child, childrenBy, hasRelation, isWithin, withCase } from "../tree.js";
import type { Match } from "./match.js";
import { type Slot, slotOf } from "./slots.js";

/**
 * Who fills a role: parties; an empty list where the words leave it open; null where they name somebody who cannot
 * fill it, so that the words state no act ("the firm opened an embassy").
 */
export type Filled = readonly Found[] | null;

export function filledRole(
  context: Context,
  match: Match,
  sources: readonly RoleSource[],
  kinds: readonly PartyKind[],
  taken: ReadonlySet<string>,
  others: readonly Found[] = [],
): Filled {
  let unfit = false;
  for (const source of sources) {
    // Where the words name an object that is nobody, whoever else stands near is not the one meant.
    if (unfit && source === "near") break;
    const { found, tokens } = bothIn(context, match, source, slotOf(context, match, source));
    const fitting = found.filter(
      (one) =>
        // A person whose party no word tells ("President Terra") leaves the role open.
        (one.participant.party !== null || one.generic || one.participant.sector !== null) &&
        fits(one, kinds) &&
        !taken.has(one.participant.party ?? "") &&
        !others.some((other) => isSame(one, other)),
    );
    if (fitting.length > 0) return fitting;
    // "killed by a bomb": what a passive's "by" names may be the means and not the doer.
    const sides =
      (source === "object" && sources[0] === "object") || (source === "subject" && !match.passive);
    if (
      sides &&
      found.length === 0 &&
      tokens.length > 0 &&
      !tokens.some((one) => isOpen(context, match, one))
    )
      unfit = true;
    if (sides && kinds.length > 0 && found.some((one) => one.participant.party !== null && !fits(one, kinds)))
      unfit = true;
  }
  const { kind } = match.frame.entry.file;
  // Who speaks has spoken, whatever about: "condemned the attack"; the armed use force, whatever it hits: "attacked a post".
  const done =
    kind === "speech" ||
    (kind === "force" && others.some(({ participant }) => armed.has(participant.sector ?? "")));
  return unfit && !(done && sources !== match.frame.frame.actor) ? null : [];
}

/** PLOVER sectors of those who bear arms outside the police. */
const armed: ReadonlySet<string> = new Set(["MIL", "REB", "UAF"]);

const pairWords: ReadonlySet<string> = new Set(["two", "both"]);

/** "the two governments", "both countries": the two sides of which the text speaks. */
function bothIn(context: Context, { sentence, thing }: Match, source: RoleSource, slot: Slot): Slot {
  const token = [
    ...slot.tokens,
    ...(source === "owner" && slot.found.length === 0 && thing !== null ? [thing.head] : []),
  ].find((one) => isPair(sentence, one));
  if (
    token === undefined ||
    slot.found.some((one) => one.mention?.sentence === sentence.index && one.participant.basis === "stated")
  )
    return slot;
  const found = bothSides(context).map((party) => partyOnly(party, null, token));
  return found.length === 2 ? { found, tokens: slot.tokens } : slot;
}

function isPair(sentence: Sentence, token: number): boolean {
  if (!collective.has(sentence.lemma(token).toLowerCase())) return false;
  return sentence.children(token).some((one) => pairWords.has(sentence.lower(one)));
}

const collective: ReadonlySet<string> = new Set([
  "government",
  "country",
  "state",
  "nation",
  "side",
  "party",
  "capital",
  "republic",
  "kingdom",
  "monarchy",
  "neighbour",
  "neighbor",
  "island",
  "power",
  "legation",
  "embassy",
  "mission",
]);

/** The same people: "Peru" and "Peru", but not "the police of Peru" and "students in Peru". */
function isSame(one: Found, other: Found): boolean {
  if (
    one.token === other.token &&
    (one.participant.party === null || one.participant.party === other.participant.party)
  )
    return true;
  const same = one.participant.party !== null && one.participant.party === other.participant.party;
  if (!same || one.participant.sector === other.participant.sector) return same;
  // People and their state are two ("Egyptians" and "Egypt"); a state and its government are one.
  return [one, other].every(({ participant }) => participant.sector === null || participant.sector === "GOV");
}

/**
 * People whose party no word of their own tells ("arrested two students"): that of the country in which the deed was
 * done, if the clause names one, else that of the other side. Marked as inferred.
 */
export function located(
  context: Context,
  match: Match,
  found: readonly Found[],
  others: readonly Found[],
): readonly Found[] {
  return found.map((one) => {
    if (one.participant.party !== null || one.participant.sector === null) return one;
    const place =
      slotOf(context, match, "place").found[0] ??
      slotOf(context, match, "from").found[0] ??
      onlyState(context);
    const party =
      place?.participant.party ??
      others.find((other) => other.participant.party !== null && isState(context, other))?.participant
        .party ??
      null;
    return party === null
      ? one
      : {
          ...one,
          generic: false,
          participant: Object.freeze({ ...one.participant, party, basis: "inferred" as const }),
        };
  });
}

/** The one state of which a sentence speaks, if it speaks of no other. */
function onlyState({ discourse, sentence }: Context): Found | undefined {
  const states = new Set(
    discourse
      .mentions(sentence.index)
      .flatMap((one) =>
        one.party !== null && (one.kind === "state" || one.kind === "government") ? [one.party] : [],
      ),
  );
  const [only] = states;
  return states.size === 1 && only !== undefined ? partyOnly(only, null, 0) : undefined;
}

function isState({ discourse }: Context, { participant }: Found): boolean {
  const kind = discourse.book.party(participant.party ?? "")?.kind;
  return kind === "state" || kind === "government" || kind === "territory";
}

export function fits(found: Found, kinds: readonly PartyKind[]): boolean {
  if (kinds.length === 0 || found.participant.party === null) return true;
  const kind = found.mention?.kind ?? null;
  return kind === null ? kinds.includes("state") : kinds.includes(kind);
}

/** Words that may well mean a party but do not say which: "he", "the government", "Ambassador Diaz", "the King". */
function isOpen({ discourse }: Context, { sentence }: Match, token: number): boolean {
  if (reflexive.test(sentence.lower(token))) return false;
  if (["PRON", "DET"].includes(sentence.upos(token))) return true;
  if (standsForParty(sentence.lemma(token).toLowerCase())) return true;
  if (sentence.upos(token) !== "PROPN") return false;
  if (mentionAt(discourse, sentence, token) !== null) return true;
  return sentence.names().some((one) => one.kind === "person" && one.first <= token && token <= one.last);
}

const reflexive = /^(?:it|him|her|them|our|your|my)sel(?:f|ves)$/;

/** How many sentences back a role may be filled from. */
const reach = 4;

/** How many sentences ahead, where nothing stands before. */
const ahead = 2;

/**
 * The party that fills a role which the words leave open ("Relations were resumed in 1979"): the nearest that takes part
 * in the sentence; then the other side of the acts told last; then the nearest of the sentences before; then the title,
 * whose two parties are the sides of a history; then, for a heading, what follows. Marked as inferred.
 */
export function fromContext(
  context: Context,
  match: Match,
  role: "actor" | "target",
  kinds: readonly PartyKind[],
  taken: ReadonlySet<string>,
): Found | null {
  if (isOfAnother(context, match, role)) return null;
  const { discourse, sentence } = context;
  const worded = hasWords(context, match, role);
  const wanted = openKinds(kinds);
  const suits = (party: string | null, kind: PartyKind | null): party is string =>
    party !== null && kind !== null && wanted.includes(kind) && !taken.has(party);
  const known = (party: string | null) =>
    party === null ? null : (discourse.book.party(party)?.kind ?? null);
  const nearest = (index: number, order: readonly Mention[]) =>
    order.find(
      (one) =>
        suits(one.party, one.kind) && takesPart(discourse.document.sentences[index] as Sentence, one, match),
    );
  const here = [...discourse.mentions(sentence.index)].sort(
    (a, b) => gap(sentence, a, match.trigger) - gap(sentence, b, match.trigger),
  );
  const titled = discourse.titleParties().filter((one) => suits(one, known(one)));
  const pair = discourse
    .titleParties()
    .filter((one) => known(one) !== null && wanted.includes(known(one) as PartyKind));
  const sides = pair.length === 2 && taken.size === 1 && pair.some((one) => taken.has(one)) ? titled : [];
  const before = Array.from(
    { length: Math.min(reach, sentence.index) },
    (_, back) => sentence.index - 1 - back,
  );
  const party =
    (worded ? undefined : nearest(sentence.index, here)?.party) ??
    sides[0] ??
    counterpart(context, role, taken, (one) => suits(one, known(one))) ??
    before
      .map((index) => nearest(index, [...discourse.mentions(index)].reverse())?.party)
      .find((one) => one != null) ??
    titled[0] ??
    Array.from({ length: ahead }, (_, on) => sentence.index + 1 + on)
      .map((index) => nearest(index, discourse.mentions(index))?.party)
      .find((one) => one != null);
  return party == null ? null : partyOnly(party, null, match.trigger);
}

/**
 * "severed its links with a casino firm": somebody new who is no party fills the role, so that nobody else is meant.
 * Relations severed "with immediate effect" or "with the capital" leave it open.
 */
function isOfAnother(context: Context, match: Match, role: "actor" | "target"): boolean {
  const { sentence, thing } = match;
  // Other prepositions tell more than a side: "raised its legation to an embassy".
  if (thing === null || !match.frame.frame[role].includes("with")) return false;
  return withCase(sentence, thing.head, "with").some(
    (one) =>
      sentence.upos(one) === "NOUN" &&
      isIndefinite(sentence, one) &&
      !regimes.has(sentence.lemma(one)) &&
      !isOpen(context, match, one),
  );
}

/** What a state may be called by how it is ruled: "relations with a fellow democracy". */
const regimes: ReadonlySet<string> = new Set(["democracy", "autocracy", "dictatorship", "theocracy"]);

function isIndefinite(sentence: Sentence, noun: number): boolean {
  return childrenBy(sentence, noun, "det").some((one) => ["a", "an"].includes(sentence.lower(one)));
}

/** "President Terra broke off relations": the role has words of its own, so that no other words of the sentence fill it. */
function hasWords(context: Context, match: Match, role: "actor" | "target"): boolean {
  return match.frame.frame[role].some((source) => {
    const { found, tokens } = slotOf(context, match, source);
    const names = tokens.filter((one) => isNamed(match.sentence, one));
    return names.length > 0 && found.every((one) => one.participant.party === null);
  });
}

function isNamed(sentence: Sentence, token: number): boolean {
  return (
    sentence.upos(token) === "PROPN" || sentence.children(token).some((one) => sentence.upos(one) === "PROPN")
  );
}

/** An organisation fills an open role only where nothing else can: missions, envoys and relations are of states first. */
function openKinds(kinds: readonly PartyKind[]): readonly PartyKind[] {
  const states = kinds.filter((one) => one !== "organisation" && one !== "movement");
  if (kinds.length === 0) return ["state", "government"];
  return states.length > 0 ? states : kinds;
}

/**
 * The other side of the act told last in which one of the known parties takes part; where none does, whoever had the
 * role in the act told last ("Chile recalled its ambassador too").
 */
function counterpart(
  { drafts, sentence }: Context,
  role: "actor" | "target",
  taken: ReadonlySet<string>,
  suits: (party: string) => boolean,
): string | null {
  const near = drafts.filter(
    (one) => isOfStatus(one) && sentence.index - one.statement.evidence.sentence <= reach,
  );
  for (const { statement } of [...near].reverse()) {
    const sides = [statement.actor?.party ?? null, statement.target?.party ?? null];
    const other = sides.find((one) => one !== null && suits(one));
    if (other != null && sides.some((one) => one !== null && taken.has(one))) return other;
  }
  const last = near.at(-1)?.statement[role]?.party ?? null;
  return last !== null && suits(last) ? last : null;
}

/** The two sides of which a text speaks: of the act told last, or of the title. */
export function bothSides({ discourse, drafts, sentence }: Context): readonly string[] {
  const last = drafts.findLast(
    (one) =>
      isOfStatus(one) &&
      one.statement.actor?.party != null &&
      one.statement.target?.party != null &&
      sentence.index - one.statement.evidence.sentence <= 2 * reach,
  );
  const { actor, target } = last?.statement ?? { actor: null, target: null };
  const told = [actor?.party, target?.party].flatMap((one) => one ?? []);
  const titled = discourse
    .titleParties()
    .filter((one) => ["state", "government"].includes(discourse.book.party(one)?.kind ?? ""));
  if (titled.length === 2) return titled;
  return told.length === 2 ? told : [];
}

/** Words in tokens; a city after "at" or "in" is farther off, since it is where somebody sits and not who acts. */
function gap(sentence: Sentence, mention: Mention, token: number): number {
  const distance = mention.last < token ? token - mention.last : mention.first - token;
  const before = mention.first > 0 ? sentence.lower(mention.first - 1) : "";
  // "Iraqi forces" are no more than described by their state.
  const describes = mention.form === "demonym" && hasRelation(sentence, mention.head, "amod", "compound");
  return (
    distance + (mention.form === "capital" && ["at", "in"].includes(before) ? 20 : 0) + (describes ? 10 : 0)
  );
}

/**
 * "the dissolution of the Soviet Union" names no side, and the subject of another clause beside this one has an act of its
 * own ("Chile recalled its envoy, and Belize suspended relations"); "the government of Peru" and "to Peru" may be meant.
 */
function takesPart(sentence: Sentence, mention: Mention, { sentence: own, anchor }: Match): boolean {
  if (sentence === own && hasRelation(sentence, mention.head, "nsubj")) {
    const verb = sentence.head(mention.head);
    const beside =
      verb >= 0 &&
      verb !== anchor &&
      !isWithin(sentence, anchor, verb) &&
      hasRelation(sentence, verb, "conj", "parataxis");
    if (beside || (verb >= 0 && isCoordinate(sentence, anchor, verb))) return false;
  }
  if (!hasRelation(sentence, mention.head, "nmod") || !["of", "for"].includes(caseOf(sentence, mention.head)))
    return true;
  const above = sentence.head(mention.head);
  return above >= 0 && standsForParty(sentence.lemma(above).toLowerCase());
}

/** Whether the anchor heads a conjunct, with a subject of its own, of the clause of another verb. */
function isCoordinate(sentence: Sentence, anchor: number, verb: number): boolean {
  return (
    hasRelation(sentence, anchor, "conj", "parataxis") &&
    sentence.head(anchor) === verb &&
    child(sentence, anchor, "nsubj", "nsubj:pass") >= 0
  );
}
