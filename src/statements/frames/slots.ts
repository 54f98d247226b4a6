import type { Mention } from "../../parties/index.js";
import type { RoleSource } from "../book/schema.js";
import { mentionAt } from "../coordination.js";
import type { Discourse } from "../discourse.js";
import type { Context } from "../drafts.js";
import { type Found, fromMention, participantsAt, partyOnly } from "../participants.js";
import { caseOf, child, childrenBy, hasRelation, isWithin, withCase } from "../tree.js";
import { agentsAt } from "./agents.js";
import { besideSubject, isRelative, joinedToDate, objectsOf, subjectsOf } from "./doers.js";
import type { Match } from "./match.js";

/** What a source of a role names: parties; or words that name none; or nothing at all. */
export interface Slot {
  readonly found: readonly Found[];
  /** The tokens that stand there, whether or not they name a party. */
  readonly tokens: readonly number[];
}

const empty: Slot = { found: [], tokens: [] };

/** Reads one source of a role around a match; see the schema of the act book for what each word means. */
export function slotOf(context: Context, match: Match, source: RoleSource): Slot {
  const { discourse, books } = context;
  const { governors } = books;
  const named: Named = (tokens) => {
    if (tokens.length === 0) return empty;
    const read =
      match.frame.entry.file.kind === "status"
        ? participantsAt(discourse, match.sentence, tokens)
        : agentsAt(discourse, books.sectors, match.sentence, tokens);
    return { found: read, tokens };
  };
  switch (source) {
    case "subject": {
      const joined = joinedToDate(discourse, match);
      const subjects = joined >= 0 ? [joined] : subjectsOf(match, governors);
      const slot = named(subjects);
      // A subject of its own that is nobody is not replaced by its neighbour, but for a relative pronoun.
      const own = subjects.some((one) => !isRelative(match.sentence, one));
      if (slot.found.length > 0 || own) return slot;
      const beside = named(besideSubject(discourse, match));
      return beside.found.length > 0 || subjects.length === 0 ? beside : slot;
    }
    case "object":
      return named(objectsOf(match));
    case "owner": {
      // "asked Peru to reopen its embassy": a possessive in the object is its own clause's subject.
      if (hasPossessivePronoun(match)) {
        const subject = slotOf(context, match, "subject");
        if (subject.found.some((one) => one.participant.party !== null)) return subject;
      }
      return ownersOf(discourse, match);
    }
    case "place":
      return placesOf(discourse, match);
    case "accredited":
      return accreditedOf(discourse, match, named);
    case "envoy":
      return envoysPartyOf(discourse, match);
    case "favour":
      return favouredOf(discourse, match, named);
    case "near":
      return nearOf(discourse, match, named);
    default:
      return behind(discourse, match, source, named);
  }
}

/** Reads whom tokens name: parties for acts of status, people by party and sector for the others. */
type Named = (tokens: readonly number[]) => Slot;

function hasPossessivePronoun({ sentence, thing }: Match): boolean {
  const possessor = thing === null ? -1 : child(sentence, thing.head, "nmod:poss");
  return possessor >= 0 && sentence.upos(possessor) === "PRON" && sentence.lower(possessor) !== "whose";
}

/** "the Peruvian embassy", "Peru's embassy", "the embassy of Peru", "its embassy". */
function ownersOf(discourse: Discourse, { sentence, thing }: Match): Slot {
  if (thing === null) return empty;
  const mention = mentionAt(discourse, sentence, thing.head);
  if (mention !== null && mention.party !== null && mention.first <= thing.first)
    return {
      found: [
        fromMention(discourse.report.text, mention, thing.head),
        ...alsoOf(discourse, sentence, thing.head, "of"),
      ],
      tokens: [thing.head],
    };
  const tokens = [
    ...childrenBy(sentence, thing.head, "nmod:poss"),
    ...childrenBy(sentence, thing.head, "amod", "compound", "nmod").filter(
      (one) => one < thing.head && caseOf(sentence, one) === "" && !isCity(discourse, sentence, one),
    ),
    ...withCase(sentence, thing.head, "of", "from"),
  ];
  for (let token = thing.first; token <= thing.last; token += 1)
    if (token !== thing.head) tokens.push(...childrenBy(sentence, token, "nmod:poss", "amod", "compound"));
  const found = participantsAt(discourse, sentence, tokens).filter((one) => !one.generic);
  return {
    found,
    tokens: found.length > 0 || childrenBy(sentence, thing.head, "nmod:poss").length > 0 ? tokens : [],
  };
}

/** "reopens Damascus embassy": a city before the thing tells where it stands. */
function isCity(discourse: Discourse, sentence: Match["sentence"], token: number): boolean {
  return (
    hasRelation(sentence, token, "compound") && mentionAt(discourse, sentence, token)?.form === "capital"
  );
}

/** "the ambassadors of France and Mali": the mention takes in the first, the others stand beside it. */
function alsoOf(
  discourse: Discourse,
  sentence: Match["sentence"],
  head: number,
  ...prepositions: readonly string[]
): readonly Found[] {
  const others = withCase(sentence, head, ...prepositions).flatMap((one) =>
    childrenBy(sentence, one, "conj"),
  );
  return others.flatMap((one) => {
    const mention = mentionAt(discourse, sentence, one);
    return mention === null || mention.party === null
      ? []
      : [fromMention(discourse.report.text, mention, one)];
  });
}

/** The state in which something stands: that of a country or a city after "in" or "at". */
function placesOf(discourse: Discourse, match: Match): Slot {
  const { sentence } = match;
  for (const host of hostsOf(match)) {
    for (const one of withCase(sentence, host, "in", "at", "inside", "near", "within")) {
      // "embassies in Addis Ababa and Dakar"
      const found = [one, ...childrenBy(sentence, one, "conj")].flatMap((each) =>
        placesAt(discourse, match, each),
      );
      if (found.length > 0) return { found, tokens: [one] };
    }
  }
  const { thing } = match;
  if (thing === null) return empty;
  const before = sentence
    .children(thing.head)
    .find((one) => one < thing.head && isCity(discourse, sentence, one));
  const city = before === undefined ? null : placeAt(discourse, match, before);
  if (city !== null) return { found: [city], tokens: [before ?? thing.head] };
  // "Embassy Lima" is the official name of a post.
  const next = thing.last + 1 < sentence.size ? placeAt(discourse, match, thing.last + 1) : null;
  if (next?.mention?.form === "capital" || (next !== null && next.mention === null))
    return { found: [next], tokens: [thing.last + 1] };
  // Right behind the thing, wherever the tree hangs it: "the embassy in Lima".
  for (let at = thing.last + 1; at < Math.min(sentence.size - 1, thing.last + 3); at += 1) {
    if (!["in", "at"].includes(sentence.lower(at))) continue;
    const found =
      placeAt(discourse, match, at + 1) ??
      (at + 2 < sentence.size ? placeAt(discourse, match, at + 2) : null);
    if (found !== null) return { found: [found], tokens: [at + 1] };
  }
  return empty;
}

function hostsOf({ sentence, trigger, thing, anchor }: Match): readonly number[] {
  const hosts = thing === null ? [] : [thing.head];
  if (thing !== null) {
    const above = sentence.head(thing.head);
    if (above >= 0 && above !== trigger && hasRelation(sentence, thing.head, "nmod")) hosts.push(above);
    for (const one of childrenBy(sentence, thing.head, "conj")) hosts.push(one);
  }
  hosts.push(trigger);
  if (anchor !== trigger) hosts.push(anchor);
  return hosts;
}

/** "its embassies in the Baltic states": a group is as many places as it has members. */
function placesAt(discourse: Discourse, match: Match, token: number): readonly Found[] {
  const place = placeAt(discourse, match, token);
  if (place === null) return [];
  const all = participantsAt(discourse, match.sentence, [token]).filter(
    (one) => !one.generic && one.participant.party !== null,
  );
  return all.length > 1 && all.some((one) => one.participant.party === place.participant.party)
    ? all
    : [place];
}

function placeAt(discourse: Discourse, { sentence }: Match, token: number): Found | null {
  const mention = mentionAt(discourse, sentence, token);
  if (mention?.party != null && mention.form !== "demonym" && mention.form !== "person")
    return fromMention(discourse.report.text, mention, token);
  const city = discourse.cityAt(sentence, token);
  if (city === null) {
    const owner = participantsAt(discourse, sentence, [token]).find(
      (one) => !one.generic && one.participant.party !== null,
    );
    return owner ?? null;
  }
  return partyOnly(city.party, city.name, token);
}

/** "presented his credentials as ambassador of Peru": the party of the envoy whom the sentence names. */
function envoysPartyOf(discourse: Discourse, { sentence }: Match): Slot {
  for (const envoy of discourse.envoysIn(sentence)) {
    const mention = mentionAt(discourse, sentence, envoy.head);
    if (mention?.party != null)
      return { found: [fromMention(discourse.report.text, mention, envoy.head)], tokens: [envoy.head] };
    const found = participantsAt(discourse, sentence, withCase(sentence, envoy.head, "of", "for")).filter(
      (one) => !one.generic,
    );
    if (found.length > 0) return { found, tokens: [envoy.head] };
  }
  return empty;
}

/** "ambassador to Peru", "envoy in Lima", "was sent to Peru as minister". */
function accreditedOf(discourse: Discourse, match: Match, named: Named): Slot {
  const { sentence } = match;
  const thing =
    match.frame.thing?.name === "envoy" ? match.thing : (discourse.envoysIn(sentence)[0] ?? match.thing);
  if (thing === null) return empty;
  const mention = mentionAt(discourse, sentence, thing.head);
  if (mention !== null && mention.accreditedTo !== null)
    return {
      found: [
        partyOnly(mention.accreditedTo, null, thing.head),
        ...alsoOf(discourse, sentence, thing.head, "to", "in"),
      ],
      tokens: [thing.head],
    };
  for (const host of hostsOf(match)) {
    const tokens = withCase(sentence, host, "to", "in", "at", "with", "for");
    for (const one of tokens) {
      const found = [one, ...childrenBy(sentence, one, "conj")].flatMap((each) =>
        placesAt(discourse, match, each),
      );
      if (found.length > 0) return { found, tokens };
    }
  }
  return behindThing(discourse, match, ["to", "in"], named);
}

function behindThing(
  discourse: Discourse,
  match: Match,
  prepositions: readonly string[],
  named: Named,
): Slot {
  const { sentence, thing, trigger } = match;
  const from = Math.max(thing?.last ?? trigger, -1);
  const mentions = discourse.mentions(sentence.index);
  for (const mention of mentions) {
    if (mention.party === null || mention.first <= from || mention.first - from > 5 || mention.first === 0)
      continue;
    const before = sentence.lower(mention.first - 1);
    const marker = before === "the" && mention.first > 1 ? sentence.lower(mention.first - 2) : before;
    if (!prepositions.includes(marker)) continue;
    if (hasVerbBetween(match, from, mention.first)) break;
    return named([mention.head]);
  }
  return empty;
}

function hasVerbBetween({ sentence }: Match, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at += 1) if (["VERB", "SCONJ"].includes(sentence.upos(at))) return true;
  return false;
}

function behind(discourse: Discourse, match: Match, preposition: string, named: Named): Slot {
  const { sentence, trigger, part } = match;
  const hosts = [...hostsOf(match)];
  if (part === "verb")
    for (const one of childrenBy(sentence, trigger, "obj", "xcomp"))
      if (!hosts.includes(one)) hosts.push(one);
  for (const host of hosts) {
    const tokens = withCase(sentence, host, preposition).filter(
      (one) => one !== match.thing?.head && sentence.upos(one) !== "NUM",
    );
    if (tokens.length === 0) continue;
    const slot = named(tokens);
    if (slot.found.length > 0) return slot;
  }
  return behindThing(discourse, match, [preposition], named);
}

/** "cut ties with Taiwan in favour of China": the party that is turned to. */
function favouredOf(discourse: Discourse, { sentence, trigger }: Match, named: Named): Slot {
  for (let at = trigger + 1; at + 2 < sentence.size; at += 1) {
    if (
      !/^favou?r$/.test(sentence.lower(at)) ||
      sentence.lower(at - 1) !== "in" ||
      sentence.lower(at + 1) !== "of"
    )
      continue;
    const mention = discourse
      .mentions(sentence.index)
      .find((one) => one.party !== null && one.first > at + 1 && one.first <= at + 4);
    return mention === undefined ? empty : named([mention.head]);
  }
  return empty;
}

/** The first party behind the trigger that does not take the subject's part. */
function nearOf(discourse: Discourse, match: Match, named: Named): Slot {
  const { sentence, trigger } = match;
  const found: Found[] = [];
  for (const mention of discourse.mentions(sentence.index)) {
    if (mention.party === null || mention.first <= trigger || isAttribution(sentence, mention)) continue;
    if (!isWithin(sentence, mention.head, trigger)) continue;
    // "signed a treaty at Rome": that is where it was signed.
    if (mention.form === "capital" && caseOf(sentence, mention.head) === "at") continue;
    const described =
      mention.form === "demonym" && hasRelation(sentence, mention.head, "amod", "compound")
        ? sentence.head(mention.head)
        : mention.head;
    found.push(...named([described]).found);
  }
  return { found, tokens: [] };
}

/** "…, the White House announced": a party after the clause that only speaks. */
function isAttribution(sentence: Match["sentence"], mention: Mention): boolean {
  const head = sentence.head(mention.head);
  if (head < 0 || !hasRelation(sentence, mention.head, "nsubj")) return false;
  return hasRelation(sentence, head, "parataxis") || head === sentence.root();
}
