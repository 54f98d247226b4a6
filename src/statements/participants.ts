import type { Sentence } from "../language/index.js";
import type { Participant } from "../model/index.js";
import type { Mention } from "../parties/index.js";
import { conjunctsOf, mentionAt } from "./coordination.js";
import type { Discourse } from "./discourse.js";
import { generic } from "./generic.js";
import { caseOf, childrenBy, extent, withCase } from "./tree.js";

/** A participant with what later stages need beside the record that leaves the house. */
export interface Found {
  readonly participant: Participant;
  /** The token from which it was read. */
  readonly token: number;
  readonly mention: Mention | null;
  /** True where the words name doers without naming a party: "other countries", "147 states". */
  readonly generic: boolean;
  /** True where such doers are counted, or none at all. */
  readonly counted: boolean;
}

/** How many steps down a chain of "of" phrases and appositions a party is looked for. */
const depthLimit = 4;

/**
 * Who a noun phrase names: itself and its conjuncts, each by a mention of a party, an anaphor, or the party
 * that owns it ("the parliament of Peru").
 */
export function participantsAt(
  discourse: Discourse,
  sentence: Sentence,
  tokens: readonly number[],
): readonly Found[] {
  const found: Found[] = [];
  const seen = new Set<string>();
  for (const token of tokens) {
    const grouped = conjunctsOf(discourse, sentence, token).flatMap(
      (one) => membersAt(discourse, sentence, one) ?? [],
    );
    for (const member of grouped) {
      const key = `${member.participant.party ?? ""}/`;
      if (!seen.has(key)) found.push(member);
      seen.add(key);
    }
    for (const one of conjunctsOf(discourse, sentence, token).flatMap((member) =>
      ownersOf(discourse, sentence, member),
    )) {
      if (grouped.some((member) => member.token === one)) continue;
      const participant = participantAt(discourse, sentence, one, 0);
      if (participant === null) continue;
      const key = `${participant.participant.party ?? ""}/${participant.participant.party === null ? participant.participant.text : ""}`;
      if (seen.has(key)) continue;
      seen.add(key);
      found.push(participant);
    }
  }
  return found;
}

/**
 * A group that a fixed list resolves: each member where the words speak of all of them ("the Baltic states"), but for
 * those that the words except; else the group itself. Null where no group is named, or where a party of its own bears
 * the name ("the G7").
 */
export function membersAt(discourse: Discourse, sentence: Sentence, token: number): readonly Found[] | null {
  const group = discourse.groups(sentence.index).find((one) => one.first <= token && token <= one.last);
  if (group === undefined) return null;
  const text = discourse.report.text.slice(sentence.startOf(group.first), sentence.endOf(group.last));
  const of = (party: string | null, basis: "stated" | "inferred", generic: boolean): Found => ({
    participant: Object.freeze({ party, text, person: null, office: null, sector: null, basis }),
    token,
    mention: null,
    generic,
    counted: false,
  });
  if (group.distributes) {
    const excepted = exceptedAt(discourse, sentence, group.last);
    return group.members.filter((one) => !excepted.includes(one)).map((one) => of(one, "inferred", false));
  }
  if (/ [a-z]+s$/.test(text)) return [of(null, "stated", true)];
  return mentionAt(discourse, sentence, token)?.party != null ? null : [of(group.group, "stated", false)];
}

/** "all EU members except Hungary and Slovakia": the parties behind the word of exception, right behind a noun. */
export function exceptedAt(discourse: Discourse, sentence: Sentence, last: number): readonly string[] {
  for (let at = last + 1; at < Math.min(sentence.size, last + 4); at += 1) {
    const word = sentence.lower(at);
    if (!excepting.has(word)) continue;
    const first = discourse.mentions(sentence.index).find((one) => one.first > at && one.first - at <= 5);
    if (first === undefined) return [];
    return conjunctsOf(discourse, sentence, first.head).flatMap(
      (one) => mentionAt(discourse, sentence, one)?.party ?? [],
    );
  }
  return [];
}

const excepting: ReadonlySet<string> = new Set([
  "except",
  "excepting",
  "excluding",
  "bar",
  "barring",
  "but",
  "save",
  "exception",
]);

/** "the independence of Abkhazia and South Ossetia" is owned by two: the later owners stand beside the noun. */
function ownersOf(discourse: Discourse, sentence: Sentence, token: number): readonly number[] {
  if (mentionAt(discourse, sentence, token) !== null || !standsFor.has(sentence.lemma(token).toLowerCase()))
    return [token];
  const owner = withCase(sentence, token, "of")[0];
  if (owner === undefined || mentionAt(discourse, sentence, owner) === null) return [token];
  return [token, ...conjunctsOf(discourse, sentence, owner).filter((one) => one !== owner)];
}

/** The one party that a noun phrase names; null where it names nothing that can be a party. */
export function participantAt(
  discourse: Discourse,
  sentence: Sentence,
  token: number,
  depth: number,
): Found | null {
  const mention = mentionAt(discourse, sentence, token);
  if (mention !== null) {
    return fromMention(discourse.report.text, mention, token);
  }
  const anaphor = discourse.resolve(sentence, token);
  if (anaphor !== null) return anaphor;
  if (depth >= depthLimit) return null;
  const owned = ownerParty(discourse, sentence, token, depth);
  if (owned !== null) return owned;
  return generic(discourse, sentence, token);
}

export function fromMention(text: string, mention: Mention, token: number): Found {
  return {
    participant: Object.freeze({
      party: mention.party,
      text: text.slice(mention.start, mention.end),
      person: mention.person,
      office: mention.office,
      sector: null,
      basis: mention.basis,
    }),
    token,
    mention,
    generic: false,
    counted: false,
  };
}

/** A party that stands for the words of a place or a title, without a mention of its own. */
export function partyOnly(party: string, text: string | null, token: number): Found {
  const participant: Participant = Object.freeze({
    party,
    text,
    person: null,
    office: null,
    sector: null,
    basis: "inferred" as const,
  });
  return { participant, token, mention: null, generic: false, counted: false };
}

/** Nouns that act for the party that owns them, and nouns that are themselves the party described. */
const standsFor: ReadonlySet<string> = new Set([
  "government",
  "cabinet",
  "parliament",
  "ministry",
  "minister",
  "president",
  "king",
  "queen",
  "leader",
  "leadership",
  "authority",
  "administration",
  "regime",
  "state",
  "country",
  "nation",
  "republic",
  "kingdom",
  "people",
  "assembly",
  "senate",
  "congress",
  "council",
  "court",
  "spokesman",
  "spokeswoman",
  "spokesperson",
  "official",
  "diplomat",
  "ambassador",
  "envoy",
  "region",
  "territory",
  "entity",
  "province",
  "island",
  "enclave",
  "neighbour",
  "neighbor",
  "ally",
  "coalition",
  "lawmaker",
  "chamber",
  "legislature",
  "emirate",
  "sultan",
  "emir",
  "chancellor",
  "premier",
  "monarch",
  "junta",
  "ruler",
  "diplomacy",
  "officialdom",
  "delegation",
  "capital",
  "embassy",
  "foe",
  "rival",
  "party",
  "house",
  "statelet",
  "exile",
  "movement",
  "independence",
  "statehood",
  "sovereignty",
  "legitimacy",
  "existence",
  "annexation",
  "claim",
  "jurisdiction",
  "control",
  "rule",
  "suzerainty",
  "incorporation",
  "belligerency",
  "presidency",
  "nationhood",
  "self-determination",
  "name",
  "whole",
  "secession",
  "separation",
  "accession",
]);

export function standsForParty(noun: string): boolean {
  return standsFor.has(noun);
}

/** "The parliament of Peru", "Peru's parliament", "the Peruvian cabinet", "the breakaway region, Abkhazia". */
function ownerParty(discourse: Discourse, sentence: Sentence, token: number, depth: number): Found | null {
  if (!standsFor.has(sentence.lemma(token).toLowerCase())) {
    return appositive(discourse, sentence, token, depth);
  }
  const named = appositive(discourse, sentence, token, depth);
  if (named !== null) return named;
  const owners = [
    ...childrenBy(sentence, token, "nmod:poss"),
    ...(seizures.has(sentence.lemma(token).toLowerCase()) ? [] : withCase(sentence, token, "of", "in")),
    ...childrenBy(sentence, token, "amod", "compound", "nmod").filter(
      (one) => !excepting.has(caseOf(sentence, one)),
    ),
  ];
  for (const owner of owners) {
    const found = participantAt(discourse, sentence, owner, depth + 1);
    // "UN member state": a member of an organisation is not the organisation.
    const isMember =
      found?.mention?.kind === "organisation" && memberNouns.has(sentence.lemma(token).toLowerCase());
    if (found !== null && !found.generic && !isMember) return widened(discourse, sentence, token, found);
  }
  return null;
}

const memberNouns: ReadonlySet<string> = new Set([
  "state",
  "country",
  "nation",
  "member",
  "party",
  "ally",
  "power",
]);

/** What is seized stands behind "of", and who seizes it before: "Russia's annexation of Crimea". */
const seizures: ReadonlySet<string> = new Set([
  "annexation",
  "incorporation",
  "occupation",
  "rule",
  "control",
  "seizure",
  "conquest",
]);

function appositive(discourse: Discourse, sentence: Sentence, token: number, depth: number): Found | null {
  for (const one of childrenBy(sentence, token, "appos", "flat")) {
    const found = participantAt(discourse, sentence, one, depth + 1);
    if (found !== null && !found.generic) return found;
  }
  return null;
}

/** The words of the whole phrase stand for the party that owns it. */
function widened(discourse: Discourse, sentence: Sentence, token: number, found: Found): Found {
  const first = Math.min(extent(sentence, found.token)[0], token);
  const last = Math.max(extent(sentence, found.token)[1], token);
  const text = discourse.report.text.slice(sentence.startOf(first), sentence.endOf(last));
  return {
    ...found,
    participant: Object.freeze({ ...found.participant, text, person: null, office: null }),
    token,
    mention: null,
  };
}
