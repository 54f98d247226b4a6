import type { Participant } from "../../model/index.js";
import type { Mention } from "../../parties/index.js";
import { openingParty, partyBefore } from "../adjacent.js";
import type { RoleSource } from "../book/schema.js";
import { mentionAt } from "../coordination.js";
import type { Discourse } from "../discourse.js";
import type { Context } from "../drafts.js";
import type { GovernorBook } from "../governors.js";
import { type Found, participantsAt } from "../participants.js";
import { antecedentOf, doerOf, isRelativePronoun } from "../subject.js";
import { caseOf, child, childrenBy, hasRelation, isVerb, isWithin, withCase } from "../tree.js";
import { agents } from "../verbal.js";
import { agentsAt } from "./agents.js";
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

function subjectsOf(match: Match, governors: GovernorBook): readonly number[] {
  const { sentence, trigger, anchor, part, passive, thing, thingRole } = match;
  if (part === "noun") return ownersOfNoun(match, governors);
  if (passive) return agents(sentence, trigger);
  if (thingRole === "subject") return [];
  const doer = doerOf(sentence, anchor, governors);
  return doer < 0 || doer === thing?.head ? [] : [doer];
}

/** "in 1897 and Japan established one": a subject that the tree has joined to the number before it; -1 where none. */
function joinedToDate(discourse: Discourse, { sentence, trigger, part, passive }: Match): number {
  if (part === "noun" || passive || child(sentence, trigger, "nsubj") >= 0) return -1;
  const before = partyBefore(sentence, discourse.mentions(sentence.index), trigger);
  if (before < 0 || !hasRelation(sentence, before, "conj")) return -1;
  return sentence.upos(sentence.head(before)) === "NUM" ? before : -1;
}

/** Whether a subject was reached through a relative pronoun, or is one. */
function isRelative(sentence: Match["sentence"], token: number): boolean {
  return isRelativePronoun(sentence, token) || childrenBy(sentence, token, "acl:relcl").length > 0;
}

/** "relations with Peru, which severed them": the party right before the pronoun, where the tree skips it. */
function ofRelative(sentence: Match["sentence"], mentions: readonly Mention[], verb: number): number {
  const subject = child(sentence, verb, "nsubj");
  if (subject < 2 || !isRelativePronoun(sentence, subject)) return -1;
  const end = sentence.lower(subject - 1) === "," ? subject - 2 : subject - 1;
  return mentions.find((one) => one.last === end && one.form !== "demonym")?.head ?? -1;
}

/** Where a verb begins with the date before it: "Peru on 5 May rejected". */
function beforeTimes(discourse: Discourse, { sentence, trigger }: Match): number {
  const time = discourse.times(sentence.index).find((one) => one.first < trigger && trigger - one.last <= 3);
  if (time === undefined) return trigger;
  for (let at = time.last + 1; at < trigger; at += 1)
    if (!["AUX", "ADV", "PUNCT"].includes(sentence.upos(at))) return trigger;
  return time.first > 0 && ["on", "in"].includes(sentence.lower(time.first - 1))
    ? time.first - 1
    : time.first;
}

/** The party right before a verb to which the tree gives no subject. */
function besideSubject(discourse: Discourse, match: Match): readonly number[] {
  if (match.part === "noun" || match.passive || match.thingRole === "subject") return [];
  const mentions = discourse.mentions(match.sentence.index);
  const relative = ofRelative(match.sentence, mentions, match.trigger);
  if (relative >= 0) return [relative];
  const before = partyBefore(match.sentence, mentions, beforeTimes(discourse, match));
  const party = before >= 0 ? before : openingParty(match.sentence, mentions, match.trigger);
  return party < 0 ? [] : [party];
}

/** "Peru's closure of", "the closure by Peru of", "Peru announced the closure of". */
function ownersOfNoun({ sentence, trigger, thing }: Match, governors: GovernorBook): readonly number[] {
  const by = agentsOfNoun(sentence, trigger);
  if (by.length > 0) return by;
  const possessor = child(sentence, trigger, "nmod:poss");
  if (possessor >= 0 && possessor !== thing?.head) return [possessor];
  const modifier = childrenBy(sentence, trigger, "amod", "compound").filter(
    (one) =>
      one !== thing?.head && sentence.form(one).charAt(0) !== sentence.form(one).charAt(0).toLowerCase(),
  );
  if (modifier.length > 0) return modifier;
  const head = sentence.head(trigger);
  if (head >= 0 && isVerb(sentence, head) && hasRelation(sentence, trigger, "obj", "obl", "xcomp")) {
    const doer = doerOf(sentence, head, governors);
    return doer < 0 ? [] : [doer];
  }
  if (head >= 0 && isVerb(sentence, head) && hasRelation(sentence, trigger, "nsubj:pass"))
    return agents(sentence, head);
  return [];
}

/** "the blacklisting of Hezbollah as a terrorist group by Paraguay": the last phrase may hang on the one before. */
function agentsOfNoun(sentence: Match["sentence"], noun: number): readonly number[] {
  const own = withCase(sentence, noun, "by");
  return own.length > 0
    ? own
    : childrenBy(sentence, noun, "nmod").flatMap((one) =>
        caseOf(sentence, one) === "as" ? withCase(sentence, one, "by") : [],
      );
}

function objectsOf(match: Match): readonly number[] {
  const { sentence, trigger, part, passive, thing, thingRole } = match;
  if (part === "noun") {
    const of = withCase(sentence, trigger, "of").filter((one) => one !== thing?.head);
    if (of.length > 0) return of;
    // "Gabon's suspension by the Union": where somebody else is said to do it, the possessor has it done to him.
    const owner = agentsOfNoun(sentence, trigger).length > 0 ? child(sentence, trigger, "nmod:poss") : -1;
    if (owner >= 0 && owner !== thing?.head) return [owner];
    return childrenBy(sentence, trigger, "compound").filter((one) => one !== thing?.head);
  }
  if (passive) {
    const subject = child(sentence, trigger, "nsubj:pass", "nsubj");
    if (subject >= 0)
      return [isRelativePronoun(sentence, subject) ? antecedentOf(sentence, trigger) : subject].filter(
        (one) => thingRole !== "complement" || one !== thing?.head,
      );
    return hasRelation(sentence, trigger, "acl")
      ? [sentence.head(trigger)]
      : sharedPatient(sentence, trigger);
  }
  // "designated them a terrorist group": where the title is the object, who bears it is the indirect object.
  const objects = childrenBy(sentence, trigger, "obj", "iobj").filter(
    (one) => one !== thing?.head || thingRole === "object",
  );
  if (thingRole === "object" && objects.length > 1) return objects.filter((one) => one !== thing?.head);
  if (objects.length > 0)
    return objects
      .map((one) => (isRelativePronoun(sentence, one) ? antecedentOf(sentence, trigger) : one))
      .filter((one) => one >= 0);
  const behindParticle = objectOfParticle(match);
  if (behindParticle >= 0) return [behindParticle];
  if (hasRelation(sentence, trigger, "acl:relcl")) {
    const subject = child(sentence, trigger, "nsubj");
    if (subject >= 0 && !isRelativePronoun(sentence, subject)) return [antecedentOf(sentence, trigger)];
  }
  return [];
}

/** "was arrested and expelled": the patient of the first. "Fiji, suspended in 2009, …": the subject beside a bare participle. */
function sharedPatient(sentence: Match["sentence"], verb: number): readonly number[] {
  if (!hasRelation(sentence, verb, "conj", "parataxis", "advcl")) return [];
  const subject = child(sentence, sentence.head(verb), "nsubj:pass", "nsubj");
  return subject < 0 ? [] : [subject];
}

/** "took in Fiji": what the tree hangs on the particle as on a preposition is the object. */
function objectOfParticle({ sentence, trigger, frame: { frame } }: Match): number {
  const particle = trigger + 1;
  if (particle >= sentence.size || !hasRelation(sentence, particle, "case")) return -1;
  const verb = `${sentence.lemma(trigger)} ${sentence.lower(particle)}`;
  const object = sentence.head(particle);
  return frame.verbs.includes(verb) && sentence.head(object) === trigger ? object : -1;
}

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
      found: [fromParty(discourse, mention, thing.head), ...alsoOf(discourse, sentence, thing.head, "of")],
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
    return mention === null || mention.party === null ? [] : [fromParty(discourse, mention, one)];
  });
}

function fromParty(discourse: Discourse, mention: Mention, token: number): Found {
  const { report } = discourse;
  return {
    participant: Object.freeze({
      party: mention.party,
      text: report.text.slice(mention.start, mention.end),
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
    return fromParty(discourse, mention, token);
  const city = discourse.cityAt(sentence, token);
  if (city === null) {
    const owner = participantsAt(discourse, sentence, [token]).find(
      (one) => !one.generic && one.participant.party !== null,
    );
    return owner ?? null;
  }
  return partyOnly(city.party, city.name, token);
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

/** "presented his credentials as ambassador of Peru": the party of the envoy whom the sentence names. */
function envoysPartyOf(discourse: Discourse, { sentence }: Match): Slot {
  for (const envoy of discourse.envoysIn(sentence)) {
    const mention = mentionAt(discourse, sentence, envoy.head);
    if (mention?.party != null)
      return { found: [fromParty(discourse, mention, envoy.head)], tokens: [envoy.head] };
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
    const found = tokens.map((one) => placeAt(discourse, match, one)).find((one) => one !== null);
    if (found != null) return { found: [found], tokens };
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
