import { WordSet } from "../../language/index.js";
import type { Party, PartyKind } from "../../parties/index.js";
import { claimsOf, createClaim } from "../claims.js";
import { dateBeside } from "../dates.js";
import { addClaim, addStatement, type Context, claimsOfSentence, isOfStatus, sharedOf } from "../drafts.js";
import { addExceptions } from "../exceptions.js";
import { createInstance, type Instance } from "../instance.js";
import { type Found, standsForParty } from "../participants.js";
import { speakersAt } from "../roles.js";
import { stanceOf } from "../stance.js";
import { isQuantity } from "./agents.js";
import { type Details, envoyOf, missionOf } from "./details.js";
import { type Match, matchesIn, type Nearby } from "./match.js";
import { outermost } from "./outermost.js";
import { filledRole, fromContext, located } from "./roles.js";
import { partyOnly, slotOf } from "./slots.js";

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

function isOfOrganisations(kinds: readonly PartyKind[]): boolean {
  return kinds.length === 1 && kinds[0] === "organisation";
}

/** Words that may take an organisation up again: "rejoined the bloc", "left it in 2013". */
const organisationNouns: readonly string[] = [
  "organisation",
  "organization",
  "bloc",
  "alliance",
  "union",
  "body",
  "it",
  "club",
  "group",
  "grouping",
  "league",
  "community",
  "association",
];
const organisationWords = new WordSet(organisationNouns);
const takesUp = (word: string) => organisationNouns.includes(word);

/** How many words a place may stand from the deed that was done there. */
const placeReach = 10;

/** How many sentences back the organisation may stand. */
const organisationReach = 3;

function mayTakeUpOrganisation({
  discourse,
  drafts,
  sentence,
}: Pick<Context, "discourse" | "drafts" | "sentence">): boolean {
  const last = drafts.findLast(isOfStatus)?.statement;
  if (last === undefined || sentence.index - last.evidence.sentence > organisationReach) return false;
  return (
    discourse.book.party(last.target?.party ?? "")?.kind === "organisation" &&
    sentence.find(organisationWords) >= 0
  );
}

/** A noun or pronoun in the place of the organisation that names none. */
function takesUpOrganisation(context: Context, match: Match): boolean {
  const { frame } = match.frame;
  if (!isOfOrganisations(frame.targetKinds) || !mayTakeUpOrganisation(context)) return false;
  return frame.target.some((source) =>
    slotOf(context, match, source).tokens.some((one) => takesUp(match.sentence.lower(one))),
  );
}

function isKnown({ participant }: Found): boolean {
  return participant.party !== null || participant.sector !== null;
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
  for (const [actor, target] of pairs) {
    const own =
      actor !== null && actors.length > 1
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

type Pair = readonly [Found | null, Found | null];

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

function directedPairs(
  context: Context,
  match: Match,
  instance: Instance,
  shared: Parameters<typeof speakersAt>[1],
): readonly Pair[] | null {
  const { frame, entry } = match.frame;
  if (isReciprocal(match)) return mutualPairs(context, match);
  if (isBetween(context, match)) return mutualPairs(context, match);
  let actors = filledRole(context, match, frame.actor, frame.actorKinds, new Set());
  if (actors === null) return null;
  if (actors.length === 0) {
    const subjects = slotOf(context, match, "subject").tokens;
    actors = speakersAt({ ...instance, actors: subjects }, shared);
  }
  const status = entry.file.kind === "status";
  const named = filledRole(
    context,
    match,
    frame.target,
    frame.targetKinds,
    status ? partiesAndStates(context, actors) : new Set(),
    actors,
  );
  if (named === null) return null;
  const targets = status ? named : located(context, match, named, actors);
  if (!status) actors = located(context, match, actors, []);
  // Who meets, helps or speaks must be known; that somebody was attacked is told without it.
  const needsActor = match.part === "noun" || entry.file.kind !== "force";
  if (!status && needsActor && !actors.some(isKnown)) return null;
  // Without a thing that names the act, both sides must be named by the words.
  if (
    match.thing === null &&
    status &&
    (actors.length === 0 || (targets.length === 0 && !takesUpOrganisation(context, match)))
  )
    return null;
  if (targets.length === 0 && actors.length > 1 && bindsBoth(match)) return everyPair(actors);
  if (
    actors.every((one) => one.participant.party === null) &&
    targets.every((one) => one.participant.party === null)
  ) {
    if (entry.file.kind !== "status" || match.thing === null) return null;
  }
  if (match.taken) {
    const known = counterparts(context, match, actors);
    if (known !== null) return known;
  }
  const actorsFilled = filledFromContext(
    context,
    match,
    "actor",
    actors,
    frame.actorKinds,
    partiesOf(targets),
  );
  const targetsFilled = filledFromContext(
    context,
    match,
    "target",
    targets,
    frame.targetKinds,
    partiesAndStates(context, actorsFilled),
  );
  const pairs: Pair[] = [];
  for (const actor of actorsFilled.length > 0 ? actorsFilled : [null])
    for (const target of targetsFilled.length > 0 ? targetsFilled : [null])
      if (actor !== null || target !== null) pairs.push([actor, target]);
  return pairs;
}

/** "… and resumed them in May": the sides of the relations, mission or sanctions of which the text spoke last. */
function counterparts(context: Context, match: Match, actors: readonly Found[]): readonly Pair[] | null {
  const thing = match.frame.thing?.name;
  const doers = partiesOf(actors);
  // "restored those it had once had with Beijing": the pronoun has a side of its own.
  const stated = slotOf(context, match, "with").found.filter(
    (one) => one.participant.party !== null && !doers.has(one.participant.party),
  );
  if (stated.length > 0) return null;
  const draft = context.drafts.findLast(({ statement, entry }) => {
    if (!entry.file.frames.some((one) => one.thing === thing)) return false;
    const sides = [statement.actor?.party, statement.target?.party];
    return (
      sides.every((one) => one != null) && (doers.size === 0 || sides.some((one) => doers.has(one ?? "")))
    );
  });
  if (draft === undefined) return null;
  const { actor, target } = draft.statement;
  const sides = [actor?.party as string, target?.party as string] as const;
  const doer = actors.find((one) => sides.includes(one.participant.party ?? ""));
  const first = doer ?? partyOnly(sides[0], null, match.trigger);
  const second = partyOnly(first.participant.party === sides[0] ? sides[1] : sides[0], null, match.trigger);
  const bound = match.frame.frame.mutual || (doers.size === 0 && match.passive);
  return bound
    ? [
        [first, second],
        [second, first],
      ]
    : [[first, second]];
}

function filledFromContext(
  context: Context,
  match: Match,
  role: "actor" | "target",
  found: readonly Found[],
  kinds: Parameters<typeof fromContext>[3],
  taken: ReadonlySet<string>,
): readonly Found[] {
  if (found.length > 0 || match.frame.entry.file.kind !== "status") return found;
  const inferred = fromContext(context, match, role, kinds, taken);
  return inferred === null ? [] : [inferred];
}

/** Their parties, and the states of which those are the governments: nobody has relations with himself. */
function partiesAndStates({ discourse }: Context, found: readonly (Found | null)[]): ReadonlySet<string> {
  const parties = partiesOf(found);
  return new Set([...parties, ...[...parties].flatMap((one) => governedState(discourse.book.party(one)))]);
}

function governedState(party: Party | undefined): readonly string[] {
  return party?.kind === "government" && party.state !== null ? [party.state] : [];
}

function partiesOf(found: readonly (Found | null)[]): ReadonlySet<string> {
  return new Set(found.flatMap((one) => (one?.participant.party == null ? [] : [one.participant.party])));
}

/** "expelled each other's ambassadors": each of the doers does it to each of the others. */
function isReciprocal({ sentence, trigger, thing }: Match): boolean {
  const last = thing?.last ?? trigger;
  for (let at = trigger + 1; at < Math.min(sentence.size - 1, last + 6); at += 1) {
    const [here, next] = [sentence.lower(at), sentence.lower(at + 1)];
    if ((here === "each" && next === "other") || (here === "one" && next === "another")) return true;
  }
  return false;
}

/** "the two states raised their legations", "Peru and Fiji upgraded ties": several doers and nobody else are each other's side. */
function bindsBoth({ frame: { frame }, sentence, thing }: Match): boolean {
  if (frame.target.some((one) => one === "with" || one === "between")) return true;
  return thing !== null && frame.thing === "mission" && sentence.lower(thing.last).endsWith("s");
}

/** "relations between Peru and Fiji were severed": where nobody is said to do it, both sides are bound alike. */
function isBetween(context: Context, match: Match): boolean {
  if (!match.frame.frame.target.includes("between")) return false;
  if (slotOf(context, match, "subject").tokens.length > 0) return false;
  return slotOf(context, match, "between").found.length > 1;
}

/**
 * Both ways between all who share the deed. "Iran restored relations with Oman" names one side as doer, "relations
 * between Iran and Oman" both; a side that nothing names is filled from the context.
 */
function mutualPairs(context: Context, match: Match): readonly Pair[] | null {
  const { frame, entry } = match.frame;
  const read = (source: Parameters<typeof slotOf>[2]) =>
    slotOf(context, match, source).found.filter((one) => one.participant.party !== null);
  const actors = filledRole(context, match, frame.actor, frame.actorKinds, new Set());
  if (actors === null) return null;
  if (match.taken) {
    const known = counterparts(context, match, actors);
    if (known !== null) return known;
  }
  const doers = actors.filter((one) => one.participant.party !== null);
  const others = (isReciprocal(match) ? [] : frame.target.flatMap(read)).filter(
    (one) => !partiesOf(doers).has(one.participant.party ?? ""),
  );
  const kinds = frame.targetKinds;
  if (doers.length === 0 && others.length === 0 && entry.file.kind !== "status") return null;
  const sides: [Found[], Found[]] = [
    [...doers],
    [...new Map(others.map((one) => [one.participant.party, one])).values()],
  ];
  if (sides[0].length === 0 && sides[1].length >= 2) return everyPair(sides[1]);
  if (sides[1].length === 0 && sides[0].length >= 2) return everyPair(sides[0]);
  for (const at of [0, 1] as const) {
    if (sides[at].length > 0 || entry.file.kind !== "status") continue;
    const inferred = fromContext(
      context,
      match,
      at === 0 ? "actor" : "target",
      kinds,
      partiesOf([...sides[0], ...sides[1]]),
    );
    if (inferred !== null) sides[at].push(inferred);
  }
  const pairs: Pair[] = [];
  for (const one of sides[0].length > 0 ? sides[0] : [null])
    for (const other of sides[1].length > 0 ? sides[1] : [null]) {
      if (one === null && other === null) continue;
      pairs.push([one, other]);
      pairs.push([other, one]);
    }
  return pairs;
}

function everyPair(parties: readonly Found[]): readonly Pair[] {
  return parties.flatMap((one) =>
    parties.filter((other) => other !== one).map((other): Pair => [one, other]),
  );
}

function detailsOf(context: Context, match: Match, actor: Found | null, target: Found | null): Details {
  const mission = missionOf(context.discourse, match);
  return {
    mission,
    envoy: envoyOf(context.discourse, match),
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
  const doers = partiesOf(filledRole(context, match, ["subject"], [], new Set()) ?? []);
  if (doers.has(actor?.participant.party ?? "-")) return "sending";
  return doers.has(target?.participant.party ?? "-") ? "receiving" : null;
}
