import type { Sentence } from "../../language/index.js";
import type { Mention, PartyKind } from "../../parties/index.js";
import type { RoleSource } from "../book/schema.js";
import { mentionAt } from "../coordination.js";
import type { Context } from "../drafts.js";
import { type Found, standsForParty } from "../participants.js";
import { caseOf, hasRelation } from "../tree.js";
import type { Match } from "./match.js";
import { partyOnly, slotOf } from "./slots.js";

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
    const { found, tokens } = slotOf(context, match, source);
    const fitting = found.filter(
      (one) =>
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
  // Who speaks has spoken, whatever about: "condemned the attack".
  const spoken = match.frame.entry.file.kind === "speech" && sources !== match.frame.frame.actor;
  return unfit && !spoken ? null : [];
}

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
 * The nearest party that fits a role which the words leave open: of the same sentence, of the sentences before, of the
 * title. Histories leave roles to the context: "Relations were resumed in 1979."
 */
export function fromContext(
  context: Context,
  match: Match,
  kinds: readonly PartyKind[],
  taken: ReadonlySet<string>,
): Found | null {
  const { discourse, sentence } = context;
  const wanted: readonly PartyKind[] = kinds.length > 0 ? kinds : ["state", "government"];
  const suits = (party: string | null, kind: PartyKind | null): party is string =>
    party !== null && kind !== null && wanted.includes(kind) && !taken.has(party);
  const here = discourse
    .mentions(sentence.index)
    .filter((one) => suits(one.party, one.kind) && takesPart(sentence, one))
    .sort((a, b) => gap(sentence, a, match.trigger) - gap(sentence, b, match.trigger))[0];
  if (here?.party != null) return partyOnly(here.party, null, match.trigger);
  for (let index = sentence.index - 1; index >= Math.max(0, sentence.index - reach); index -= 1) {
    const there = discourse
      .mentions(index)
      .findLast(
        (one) =>
          suits(one.party, one.kind) && takesPart(discourse.document.sentences[index] as Sentence, one),
      );
    if (there?.party != null) return partyOnly(there.party, null, match.trigger);
  }
  const titled = discourse.titleParties().find((one) => suits(one, discourse.book.party(one)?.kind ?? null));
  if (titled !== undefined) return partyOnly(titled, null, match.trigger);
  // A heading names the act, and the text below it the parties.
  for (let index = sentence.index + 1; index <= sentence.index + ahead; index += 1) {
    const there = discourse
      .mentions(index)
      .find(
        (one) =>
          suits(one.party, one.kind) && takesPart(discourse.document.sentences[index] as Sentence, one),
      );
    if (there?.party != null) return partyOnly(there.party, null, match.trigger);
  }
  return null;
}

/** Words in tokens; a city after "at" or "in" is farther off, since it is where somebody sits and not who acts. */
function gap(sentence: Sentence, mention: Mention, token: number): number {
  const distance = mention.last < token ? token - mention.last : mention.first - token;
  const before = mention.first > 0 ? sentence.lower(mention.first - 1) : "";
  return distance + (mention.form === "capital" && ["at", "in"].includes(before) ? 20 : 0);
}

/** "the dissolution of the Soviet Union" names no side; "the government of Peru" and "to Peru" do. */
function takesPart(sentence: Sentence, mention: Mention): boolean {
  if (!hasRelation(sentence, mention.head, "nmod") || !["of", "for"].includes(caseOf(sentence, mention.head)))
    return true;
  const above = sentence.head(mention.head);
  return above >= 0 && standsForParty(sentence.lemma(above).toLowerCase());
}
