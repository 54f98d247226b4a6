import type { Sentence } from "../../language/index.js";
import type { Mention } from "../../parties/index.js";
import { conjunctsOf, mentionAt } from "../coordination.js";
import type { Discourse } from "../discourse.js";
import { type Found, fromMention, membersAt, participantAt, partyOnly } from "../participants.js";
import type { SectorBook } from "../sectors.js";
import { child, childrenBy, extent, hasRelation, withCase } from "../tree.js";

/** How many steps down "members of the opposition in Peru" the party is looked for. */
const depthLimit = 4;

/**
 * Who acts in acts of contact, speech and force: a party, or people of one by their sector ("Fijian rebels", "the
 * police in Jericho", "thousands of students"). People whose party no word tells have a sector and no party.
 */
export function agentsAt(
  discourse: Discourse,
  sectors: SectorBook,
  sentence: Sentence,
  tokens: readonly number[],
): readonly Found[] {
  const found: Found[] = [];
  for (const token of tokens) {
    for (const member of conjunctsOf(discourse, sentence, token)) {
      const grouped = membersAt(discourse, sentence, member);
      if (grouped !== null) {
        found.push(...grouped);
        continue;
      }
      const one = agentAt(discourse, sectors, sentence, member, 0);
      if (one !== null && !found.some((other) => keyOf(other) === keyOf(one))) found.push(one);
    }
  }
  return found;
}

/** "ethnic Albanians", "Bosnian Serbs": a people and not the state of its name. */
function isEthnic(sentence: Sentence, mention: Mention): boolean {
  if (mention.form !== "demonym" || mention.first === 0) return false;
  return sentence.lower(mention.first - 1) === "ethnic";
}

function ethnic(discourse: Discourse, sentence: Sentence, mention: Mention, token: number): Found {
  return people(discourse.report.text.slice(sentence.startOf(mention.first - 1), mention.end), "CVL", token);
}

/** People of a sector whose party no word tells. */
function people(text: string, sector: string, token: number): Found {
  const participant = Object.freeze({
    party: null,
    text,
    person: null,
    office: null,
    sector,
    basis: "stated" as const,
  });
  return { participant, token, mention: null, generic: true, counted: false };
}

/** "Iraqi Kurds", "Bosnian Serbs": of two peoples' names the first tells the country. */
function countryBefore(discourse: Discourse, sentence: Sentence, mention: Mention): Mention | null {
  if (mention.form !== "demonym" || mention.first === 0) return null;
  const before = mentionAt(discourse, sentence, mention.first - 1);
  return before?.form === "demonym" && before.party !== null ? before : null;
}

function keyOf({ participant }: Found): string {
  return `${participant.party ?? participant.text ?? ""}/${participant.sector ?? ""}`;
}

function agentAt(
  discourse: Discourse,
  sectors: SectorBook,
  sentence: Sentence,
  token: number,
  depth: number,
): Found | null {
  const mention = mentionAt(discourse, sentence, token);
  if (mention !== null && isEthnic(sentence, mention)) return ethnic(discourse, sentence, mention, token);
  if (mention !== null && (mention.party !== null || depth > 0 || mention.form === "office")) {
    const country = countryBefore(discourse, sentence, mention);
    return withSector(
      fromMention(discourse.report.text, country ?? mention, token),
      country === null ? sectorOfMention(sectors, sentence, mention) : "CVL",
    );
  }
  if (sentence.upos(token) === "PRON")
    return discourse.resolve(sentence, token) ?? speakerAbove(discourse, sectors, sentence, token, depth);
  const sector = sectors.sectorAt(sentence, token);
  if (sector === null && !isQuantity(sentence, token)) {
    const known = participantAt(discourse, sentence, token, 0);
    // "the Indian plan", "a plan by India", but not "a house in India": what stands somewhere is not of that party.
    return known === null || known.generic
      ? ownerOf(discourse, sectors, sentence, token, depth, belonging)
      : known;
  }
  if (depth >= depthLimit) return null;
  const owner = ownerOf(discourse, sectors, sentence, token, depth, dwelling);
  if (owner !== null)
    return withSector(widened(discourse, sentence, token, owner), sector ?? owner.participant.sector);
  if (mention !== null)
    return withSector(
      fromMention(discourse.report.text, mention, token),
      sectorOfMention(sectors, sentence, mention),
    );
  const resolved = discourse.resolve(sentence, token);
  if (resolved !== null) return withSector(resolved, sector);
  if (sector === null) return null;
  const [first, last] = phraseOf(sentence, token);
  return people(discourse.report.text.slice(sentence.startOf(first), sentence.endOf(last)), sector, token);
}

/** "The rebels said they would meet …": a pronoun right below a speech verb most often means the speaker. */
function speakerAbove(
  discourse: Discourse,
  sectors: SectorBook,
  sentence: Sentence,
  token: number,
  depth: number,
): Found | null {
  const clause = sentence.head(token);
  if (depth > 0 || clause < 0 || !hasRelation(sentence, clause, "ccomp")) return null;
  const subject = child(sentence, sentence.head(clause), "nsubj");
  return subject < 0 || subject === token ? null : agentAt(discourse, sectors, sentence, subject, depth + 1);
}

/** The party to which a noun belongs: "Fijian rebels", "Peru's army", "students throughout Indonesia". */
const belonging = ["of", "by", "from"] as const;
const dwelling = [
  "of",
  "in",
  "from",
  "throughout",
  "at",
  "across",
  "outside",
  "inside",
  "to",
  "by",
  "for",
] as const;

function ownerOf(
  discourse: Discourse,
  sectors: SectorBook,
  sentence: Sentence,
  token: number,
  depth: number,
  prepositions: readonly string[],
): Found | null {
  if (depth >= depthLimit) return null;
  let unplaced: Found | null = null;
  const owners = [
    ...childrenBy(sentence, token, "nmod:poss", "amod", "compound", "appos", "flat"),
    ...withCase(sentence, token, ...prepositions),
    ...(prepositions === dwelling
      ? childrenBy(sentence, token, "acl").flatMap((one) => withCase(sentence, one, "in", "at", "on"))
      : []),
  ];
  for (const owner of owners) {
    const city = discourse.cityAt(sentence, owner);
    if (city !== null) return partyOnly(city.party, city.name, owner);
    const found = agentAt(discourse, sectors, sentence, owner, depth + 1);
    if (found !== null && found.participant.party !== null) return found;
    // "a guerrilla stronghold", "thousands of students": people whose party is not told.
    if (found !== null && found.participant.sector !== null) unplaced ??= found;
  }
  return sectors.sectorAt(sentence, token) === null ? unplaced : null;
}

function withSector(found: Found, sector: string | null): Found {
  if (sector === null || found.participant.sector === sector) return found;
  return { ...found, participant: Object.freeze({ ...found.participant, sector }) };
}

/** A person in office acts for the government, a named institution for its branch; a bare name has no sector. */
function sectorOfMention(sectors: SectorBook, sentence: Sentence, mention: Mention): string | null {
  if (mention.kind === "organisation") return null;
  if (mention.kind === "movement") return "REB";
  if (mention.form === "office" || mention.form === "person")
    return sectors.sectorAt(sentence, mention.head) ?? "GOV";
  if (mention.form === "institution") return sectors.sectorAt(sentence, mention.head) ?? "GOV";
  return mention.kind === "government" ? "GOV" : null;
}

function widened(discourse: Discourse, sentence: Sentence, token: number, owner: Found): Found {
  const [first, last] = phraseOf(sentence, token);
  const from = Math.min(first, owner.token);
  const to = Math.max(last, owner.token);
  const text = discourse.report.text.slice(sentence.startOf(from), sentence.endOf(to));
  return {
    ...owner,
    participant: Object.freeze({ ...owner.participant, text, person: null, office: null }),
    token,
    mention: null,
  };
}

/** The noun with what stands before it. */
function phraseOf(sentence: Sentence, token: number): readonly [number, number] {
  let first = token;
  for (const one of sentence.children(token))
    if (one < token && hasRelation(sentence, one, "det", "amod", "compound", "nummod", "nmod:poss"))
      first = Math.min(first, extent(sentence, one)[0]);
  return [first, token];
}

export function isQuantity(sentence: Sentence, token: number): boolean {
  return quantities.has(sentence.lemma(token).toLowerCase()) || sentence.upos(token) === "NUM";
}

/** Nouns that only count or pass on who or what stands behind their "of", "by" or "from". */
const quantities: ReadonlySet<string> = new Set([
  "thousand",
  "hundred",
  "ten",
  "dozen",
  "group",
  "member",
  "leader",
  "supporter",
  "number",
  "million",
  "score",
  "crowd",
  "relative",
  "chief",
  "head",
  "representative",
  "faction",
  "wing",
  "one",
  "some",
  "patch",
  "third",
  "half",
  "series",
  "part",
  "camp",
  "side",
  "city",
  "capital",
  "region",
  "rest",
  "majority",
  "spokesman",
  "rule",
  "demand",
  "plan",
  "proposal",
  "offer",
  "call",
  "appeal",
  "invitation",
  "ultimatum",
  "request",
  "policy",
  "change",
  "decision",
  "right",
  "statement",
  "stronghold",
  "position",
  "target",
  "border",
  "web",
  "site",
  "office",
  "computer",
  "action",
  "agreement",
  "idea",
  "suggestion",
  "mission",
]);
