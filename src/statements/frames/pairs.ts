import type { Party } from "../../parties/index.js";
import type { Context } from "../drafts.js";
import type { Instance } from "../instance.js";
import { type Found, partyOnly } from "../participants.js";
import { saysEachOther } from "../reciprocal.js";
import { speakersAt } from "../roles.js";
import type { Match } from "./match.js";
import { takesUpOrganisation } from "./organisations.js";
import { filledRole, fromContext, located } from "./roles.js";
import { slotOf } from "./slots.js";

/** One actor and one target; null where neither the words nor the context tell it. */
export type Pair = readonly [Found | null, Found | null];

export function directedPairs(
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
  const targetsFilled =
    actorsFilled.length < 2 && impliesSeveral(match)
      ? targets
      : filledFromContext(
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

/** "recalled its ambassadors": one state has one ambassador in another, so that no single party can be meant. */
function impliesSeveral({ sentence, thing }: Match): boolean {
  return thing !== null && ["ambassadors", "embassies"].includes(sentence.lower(thing.last));
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

export function partiesOf(found: readonly (Found | null)[]): ReadonlySet<string> {
  return new Set(found.flatMap((one) => (one?.participant.party == null ? [] : [one.participant.party])));
}

/** "expelled each other's ambassadors": each of the doers does it to each of the others. */
function isReciprocal({ sentence, trigger, thing }: Match): boolean {
  return saysEachOther(sentence, trigger + 1, (thing?.last ?? trigger) + 6);
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
export function mutualPairs(context: Context, match: Match): readonly Pair[] | null {
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

function isKnown({ participant }: Found): boolean {
  return participant.party !== null || participant.sector !== null;
}
