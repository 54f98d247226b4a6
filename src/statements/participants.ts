import type { Sentence } from "../language/index.js";
import type { Participant } from "../model/index.js";
import type { Mention, PartyBook } from "../parties/index.js";
import type { Discourse } from "./discourse.js";
import { child, childrenBy, extent, hasRelation, isRelation, withCase } from "./tree.js";

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
    for (const one of conjunctsOf(discourse, sentence, token).flatMap((member) =>
      ownersOf(discourse, sentence, member),
    )) {
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

/** "the independence of Abkhazia and South Ossetia" is owned by two: the later owners stand beside the noun. */
function ownersOf(discourse: Discourse, sentence: Sentence, token: number): readonly number[] {
  if (mentionAt(discourse, sentence, token) !== null || !standsFor.has(sentence.lemma(token).toLowerCase()))
    return [token];
  const owner = withCase(sentence, token, "of")[0];
  if (owner === undefined || mentionAt(discourse, sentence, owner) === null) return [token];
  return [token, ...conjunctsOf(discourse, sentence, owner).filter((one) => one !== owner)];
}

/**
 * The members of a coordination: by the tree, and by the plain list of names on which trees err most
 * ("Denmark, Iceland and Norway"), as long as no later name is the subject of a verb of its own.
 */
function conjunctsOf(discourse: Discourse, sentence: Sentence, token: number): readonly number[] {
  const members = new Set<number>([token]);
  for (const one of childrenBy(sentence, token, "conj")) if (sentence.upos(one) !== "VERB") members.add(one);
  for (const one of companions(sentence, token)) members.add(one);
  for (const one of listAround(discourse, sentence, token)) members.add(one);
  // "four states (Russia, Nicaragua, Venezuela and Nauru)": the names stand for the noun.
  const named = childrenBy(sentence, token, "appos").find(
    (one) => mentionAt(discourse, sentence, one) !== null,
  );
  if (named !== undefined && mentionAt(discourse, sentence, token) === null) {
    for (const one of listAround(discourse, sentence, named)) members.add(one);
  }
  return [...members].sort((a, b) => a - b);
}

/** "Belgium, along with Luxembourg, …": on the noun itself or on its verb. */
function companions(sentence: Sentence, token: number): readonly number[] {
  const hosts = [token, sentence.head(token)].filter((one) => one >= 0);
  return hosts
    .flatMap((host) => sentence.children(host))
    .filter(
      (one) =>
        one > token &&
        hasRelation(sentence, one, "obl", "nmod") &&
        isAlongWith(sentence, one) &&
        sentence.head(one) >= 0,
    )
    .filter((one) => sentence.head(one) === token || hasRelation(sentence, token, "nsubj"));
}

function isAlongWith(sentence: Sentence, token: number): boolean {
  const words = sentence
    .children(token)
    .filter((one) => hasRelation(sentence, one, "case", "fixed"))
    .map((one) => sentence.lower(one));
  return (
    words.includes("with") &&
    (words.includes("along") ||
      words.includes("together") ||
      ["along", "together"].includes(sentence.lower(Math.max(0, token - 2))))
  );
}

const joiners: ReadonlySet<string> = new Set([
  ",",
  "and",
  "or",
  "&",
  "the",
  "both",
  "nor",
  "plus",
  "then",
  "also",
  "/",
]);

function listAround(discourse: Discourse, sentence: Sentence, token: number): readonly number[] {
  const mentions = discourse.mentions(sentence.index);
  const at = mentions.findIndex((one) => one.first <= token && token <= one.last);
  const here = mentions[at];
  if (here === undefined || here.form === "demonym") return [];
  const found: number[] = [];
  for (let next = at + 1; next < mentions.length && joined(sentence, mentions, next - 1); next += 1) {
    const member = mentions[next] as Mention;
    if (startsClause(sentence, member)) break;
    found.push(member.head);
  }
  for (let previous = at - 1; previous >= 0 && joined(sentence, mentions, previous); previous -= 1) {
    found.push((mentions[previous] as Mention).head);
  }
  // A list of names needs its "and" or "or"; names between commas alone are more often appositions.
  if (found.length === 0) return [];
  const first = Math.min(token, ...found);
  const last = Math.max(token, ...found);
  for (let one = first; one <= last; one += 1) {
    if (["and", "or", "nor", "&"].includes(sentence.lower(one))) return found;
  }
  return sentence.kind === "prose" ? [] : found;
}

/** Whether only commas, conjunctions and articles stand between a mention and the next. */
function joined(sentence: Sentence, mentions: readonly Mention[], at: number): boolean {
  const left = mentions[at];
  const right = mentions[at + 1];
  if (left === undefined || right === undefined || right.first - left.last < 2 || right.first - left.last > 4)
    return false;
  if (left.form === "demonym" || right.form === "demonym") return false;
  for (let one = left.last + 1; one < right.first; one += 1)
    if (!joiners.has(sentence.lower(one))) return false;
  return true;
}

/** A name that is the subject of a verb begins a clause of its own and ends the list before it. */
function startsClause(sentence: Sentence, mention: Mention): boolean {
  for (let token = mention.first; token <= mention.last; token += 1) {
    if (isRelation(sentence.relation(token), "nsubj")) return true;
  }
  return false;
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

export function mentionAt(discourse: Discourse, sentence: Sentence, token: number): Mention | null {
  return discourse.mentions(sentence.index).find((one) => one.first <= token && token <= one.last) ?? null;
}

export function fromMention(text: string, mention: Mention, token: number): Found {
  return {
    participant: Object.freeze({
      party: mention.party,
      text: text.slice(mention.start, mention.end),
      person: mention.person,
      office: mention.office,
      basis: mention.basis,
    }),
    token,
    mention,
    generic: false,
    counted: false,
  };
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
  "secession",
  "separation",
  "accession",
]);

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
    ...childrenBy(sentence, token, "amod", "compound", "nmod"),
  ];
  for (const owner of owners) {
    const found = participantAt(discourse, sentence, owner, depth + 1);
    if (found !== null && !found.generic) return widened(discourse, sentence, token, found);
  }
  return null;
}

/** What is seized stands behind "of", and who seizes it before: "Russia's annexation of Crimea". */
const seizures: ReadonlySet<string> = new Set([
  "annexation",
  "incorporation",
  "occupation",
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
  return { ...found, participant: Object.freeze({ ...found.participant, text }), token, mention: null };
}

const collectives: ReadonlySet<string> = new Set([
  "country",
  "state",
  "nation",
  "government",
  "member",
  "power",
  "republic",
  "capital",
  "other",
  "neighbour",
  "neighbor",
  "ally",
  "one",
  "world",
  "community",
]);

const quantifiers: ReadonlySet<string> = new Set([
  "no",
  "other",
  "another",
  "any",
  "every",
  "each",
  "more",
  "many",
  "some",
  "most",
  "several",
  "few",
  "all",
]);

/** "Other countries", "147 states", "147 of the 193 members", "no government": doers whom the words do not name. */
function generic(discourse: Discourse, sentence: Sentence, token: number): Found | null {
  const lemma = sentence.lemma(token).toLowerCase();
  const number = sentence.upos(token) === "NUM";
  if (!collectives.has(lemma) && lemma !== "none" && !number) return null;
  if (number && withCase(sentence, token, "of").length === 0 && !hasRelation(sentence, token, "nsubj", "obl"))
    return null;
  const whole = lemma === "world" || lemma === "community";
  const plural = sentence.xpos(token) === "NNS" || lemma === "none" || whole;
  const modifiers = childrenBy(sentence, token, "det", "nummod", "amod");
  const counted =
    number ||
    lemma === "none" ||
    modifiers.some((one) => sentence.upos(one) === "NUM" || isNone(sentence, one));
  if (!plural && !counted && !modifiers.some((one) => quantifiers.has(sentence.lower(one)))) return null;
  if (hasRelation(sentence, token, "compound")) return null;
  const own = sentence
    .children(token)
    .filter((one) => hasRelation(sentence, one, "nummod", "amod", "det", "flat", "compound", "advmod"));
  const text = discourse.report.text.slice(
    sentence.startOf(Math.min(token, ...own.map((one) => extent(sentence, one)[0]))),
    sentence.endOf(Math.max(token, ...own)),
  );
  const participant = Object.freeze({
    party: null,
    text,
    person: null,
    office: null,
    basis: "stated" as const,
  });
  return { participant, token, mention: null, generic: true, counted };
}

/** "no", and "any" after "hardly", "scarcely" or "barely". */
export function isNone(sentence: Sentence, token: number): boolean {
  const lower = sentence.lower(token);
  if (lower === "no") return true;
  const before = token > 0 ? sentence.lower(token - 1) : "";
  if (
    (lower === "one" || lower === "single") &&
    (before === "not" || (before === "a" && token > 1 && sentence.lower(token - 2) === "not"))
  )
    return true;
  return lower === "any" && token > 0 && ["hardly", "scarcely", "barely"].includes(sentence.lower(token - 1));
}

/** Whether a capital or another place acts in the sentence, or is only where something happens. */
export function isOnlyPlace(sentence: Sentence, mention: Mention): boolean {
  if (mention.form !== "capital") return false;
  for (let token = mention.first; token <= mention.last; token += 1) {
    const marker = child(sentence, token, "case");
    if (
      marker >= 0 &&
      ["in", "at", "near", "outside", "inside", "from", "around"].includes(sentence.lower(marker))
    ) {
      return isRelation(sentence.relation(token), "obl") || isRelation(sentence.relation(token), "nmod");
    }
  }
  return false;
}

export function partyName(book: PartyBook, id: string): string {
  return book.party(id)?.name ?? id;
}
