import type { Mention } from "../../parties/index.js";
import { claimsOf, createClaim } from "../claims.js";
import { dateBeside } from "../dates.js";
import { addClaim, addStatement, type Context, claimsOfSentence, sharedOf } from "../drafts.js";
import { addExceptions } from "../exceptions.js";
import { createInstance, type Instance } from "../instance.js";
import { type Found, participantsAt, standsForParty } from "../participants.js";
import { stanceOf } from "../stance.js";
import { doerOf } from "../subject.js";
import { hasRelation } from "../tree.js";
import { agents, isPassive } from "../verbal.js";
import { isQuantity } from "./agents.js";
import { type Details, envoyOf, missionOf } from "./details.js";
import { type Match, matchesIn } from "./match.js";
import { isOfOrganisations, mayTakeUpOrganisation } from "./organisations.js";
import { outermost } from "./outermost.js";
import { directedPairs, mutualPairs, type Pair, partiesOf } from "./pairs.js";
import { filledRole } from "./roles.js";
import type { Nearby } from "./told.js";

/**
 * Reads every frame that the act book knows in one sentence: acts of status first, since a word that states one states
 * no act of contact, speech or force besides.
 */
export function readFrames(context: Context): void {
  const matches = matchesIn(context.sentence, context.books.acts, nearbyOf(context));
  const taken = new Set<number>();
  for (const match of matches) if (isStatus(match) && readMatch(context, match)) taken.add(match.trigger);
  const others = matches.filter((one) => !isStatus(one));
  for (const match of outermost(others)) {
    if (taken.has(match.trigger)) continue;
    if (readMatch(context, match)) taken.add(match.trigger);
  }
}

/** A thing named earlier in the sentence, or in the one before and read there as part of an act. */
function nearbyOf({ discourse, books, drafts, sentence }: Context): Nearby {
  return {
    recent: (thing, before) => {
      const first = sentence.find(thing.words);
      if (first >= 0) return first < before;
      const earlier = discourse.document.sentences[sentence.index - 1];
      if (earlier === undefined || drafts.at(-1)?.statement.evidence.sentence !== earlier.index) return false;
      return earlier.find(thing.words) >= 0;
    },
    canAct: (token) =>
      books.sectors.sectorAt(sentence, token) !== null ||
      standsForParty(sentence.lemma(token).toLowerCase()) ||
      isQuantity(sentence, token) ||
      discourse.mentions(sentence.index).some((one) => one.first <= token && token <= one.last),
    isNamePart: (token) => {
      const has = ({ first, last }: { readonly first: number; readonly last: number }) =>
        first < last && first <= token && token <= last;
      return (
        sentence.names().some((one) => (one.kind === "place" || one.kind === "person") && has(one)) ||
        discourse.mentions(sentence.index).some((one) => isCountryName(one) && has(one))
      );
    },
    names: (kinds, token) => {
      const named = discourse.namedIn(sentence.index);
      const near = named.filter((one) => !one.isPlaced || Math.abs(one.token - token) <= placeReach);
      if (kinds.length === 0) return near.length > 0;
      return (
        near.some((one) => kinds.includes(one.kind)) ||
        (isOfOrganisations(kinds) && mayTakeUpOrganisation({ discourse, drafts, sentence }))
      );
    },
  };
}

/** "Papua New Guinea", "New Delhi"; not "the Peruvian Congress", whose words tell what it is. */
function isCountryName({ form, kind }: Mention): boolean {
  return (form === "name" || form === "capital") && (kind === "state" || kind === "territory");
}

/** "have been severed" of an act of status. */
function isState(match: Match): boolean {
  const { sentence, trigger, passive } = match;
  return (
    passive && isStatus(match) && sentence.children(trigger).some((one) => sentence.lemma(one) === "have")
  );
}

function isStatus({ frame }: Match): boolean {
  return frame.entry.file.kind === "status";
}

/** How many words a place may stand from the deed that was done there. */
const placeReach = 10;

/** Whether the match made a statement. */
function readMatch(context: Context, match: Match): boolean {
  const { frame, entry } = match.frame;
  const { sentence, books } = context;
  const instance = instanceOf(match);
  const stance = stanceOf(sentence, match.anchor, books.governors);
  if (stance.question) return false;
  const shared = sharedOf(context, instance, stance);
  // "have been severed since 2008" tells a state of affairs and no act.
  if (isState(match) && shared.date !== null && shared.date.to === null) return false;
  const pairs = frame.mutual ? mutualPairs(context, match) : directedPairs(context, match, instance, shared);
  if (pairs === null || pairs.length === 0) return false;
  const isMutual =
    pairs.length > 1 && pairs.every(([one, other]) => pairs.some(([a, b]) => a === other && b === one));
  const actors = distinct(pairs.map(([actor]) => actor));
  const [, firstTarget] = pairs[0] as Pair;
  const before = context.claims.length;
  const claiming = { ...instance, actors: actors.flatMap((one) => (one === null ? [] : [one.token])) };
  const claims = claimsOf(
    { discourse: context.discourse, governors: books.governors },
    claiming,
    firstTarget?.participant ?? null,
  );
  // A number near an act of these counts envoys, days or posts as often as doers; only "147 of 193" is sure.
  for (const claim of claims.filter((one) => one.kind !== "count" || one.total !== null))
    addClaim(
      context,
      createClaim(context.discourse.report, sentence, entry.act, claim, shared, `${entry.act}/${claim.kind}`),
    );
  const made = context.claims.slice(before);
  const interval = made.some((claim) => claim.within !== null && claim.within.from === shared.date?.from);
  if (
    claimsOfSentence(context).some((one) => one.holder === null) &&
    actors.every((one) => one?.counted === true)
  )
    return true;
  // What status an act changes is chosen by the learned reader; here only claims are read of it.
  if (books.learned.has(entry.act)) return true;
  for (const [actor, target] of pairs) {
    const own =
      actor !== null && actors.length > 1 && !isMutual
        ? dateBeside(
            context.discourse,
            instance,
            actors.flatMap((one) => (one === null ? [] : [one.token])),
            actor.token,
          )
        : null;
    const date = own ?? (interval ? null : shared.date);
    const found = target === null ? null : { found: target, object: null };
    const details = detailsOf(context, match, actor, target);
    // "ordered the closure of the embassy": whose order is obeyed has decided, and not asked.
    const ordered = details.decidedBy === "receiving" && shared.modality === "requested";
    addStatement(
      context,
      instance,
      { ...shared, date, modality: ordered ? "intended" : shared.modality },
      actor,
      found,
      details,
      isMutual,
    );
  }
  addExceptions(context, instance, claiming.actors, shared, firstTarget);
  return true;
}

function distinct(found: readonly (Found | null)[]): readonly (Found | null)[] {
  return found.filter(
    (one, at) => found.findIndex((other) => other?.participant.party === one?.participant.party) === at,
  );
}

function instanceOf(match: Match): Instance {
  const { frame, entry } = match.frame;
  const { sentence, trigger, anchor, thing, passive, part } = match;
  const construction = part === "noun" ? "noun" : passive ? "passive" : "verb";
  return createInstance(
    { entry, sentence, trigger, anchor, construction },
    { targets: thing === null ? [] : [thing.head], brings: frame.modality ?? null, negative: frame.negative },
  );
}

function detailsOf(context: Context, match: Match, actor: Found | null, target: Found | null): Details {
  const { sentence, trigger, thing } = match;
  const about = {
    sentence,
    trigger,
    thing,
    act: match.frame.entry.act,
    list: match.frame.frame.thing ?? null,
  };
  const read = missionOf(context.discourse, about);
  // Of several cities each host has its own.
  const several =
    target?.mention?.form === "capital" &&
    read?.city != null &&
    !read.city.includes(target.participant.text ?? "");
  const mission = several && read !== null ? Object.freeze({ ...read, city: target.participant.text }) : read;
  return {
    mission,
    envoy: envoyOf(context.discourse, about),
    decidedBy: mission === null ? null : decider(context, match, actor, target),
  };
}

/** The receiving state where the subject is the host, the sending state where it is the owner. */
function decider(
  context: Context,
  match: Match,
  actor: Found | null,
  target: Found | null,
): Details["decidedBy"] {
  if (target !== null && orderedBy(context, match).has(target.participant.party ?? "-")) return "receiving";
  const doers = partiesOf(filledRole(context, match, ["subject"], [], new Set()) ?? []);
  if (doers.has(actor?.participant.party ?? "-")) return "sending";
  return doers.has(target?.participant.party ?? "-") ? "receiving" : null;
}

/** "Peru ordered Fiji to close its consulate": the parties that order somebody to do what the match says. */
function orderedBy({ discourse, books, sentence }: Context, { anchor }: Match): ReadonlySet<string> {
  const above = sentence.head(anchor);
  if (
    above < 0 ||
    !ordering.has(sentence.lemma(above)) ||
    !hasRelation(sentence, anchor, "xcomp", "ccomp", "advcl")
  )
    return new Set();
  const orderer = isPassive(sentence, above)
    ? agents(sentence, above)[0]
    : doerOf(sentence, above, books.governors);
  return orderer === undefined || orderer < 0
    ? new Set()
    : partiesOf(participantsAt(discourse, sentence, [orderer]));
}

/** Verbs after which the receiving state's word is law; not "ask" and "urge", which leave the choice. */
const ordering: ReadonlySet<string> = new Set([
  "order",
  "instruct",
  "tell",
  "force",
  "require",
  "oblige",
  "compel",
]);
