import { isFirm } from "./doubt.js";
import { isOfficial, isTraceable, originsOf } from "./origins.js";
import type { PartyRegister } from "./register.js";
import type { Credibility, Rating, Reliability, Testimony, Window } from "./types.js";

/** What a rating is judged by. */
export interface Grounds {
  /** Who did it: the actor, or both sides of an act that binds both alike. */
  readonly doers: readonly string[];
  readonly target: string;
  readonly date: Window;
  readonly states: readonly Testimony[];
  readonly denies: readonly Testimony[];
}

/** Rates an event by the table of docs/record.md; the reliability of sources has no part in its credibility. */
export function rate({ doers, target, date, states, denies }: Grounds, parties: PartyRegister): Rating {
  const own = new Set(doers.flatMap((doer) => ownParties(doer, parties)));
  const origins = originsOf(states);
  const deniers = originsOf(denies);
  const officials = states.filter((one) => isOfficial(one, own));
  const official = officials.length > 0;
  const firm = officials.filter(isFirm);
  const outlets = new Set(firm.map(({ outlet, report }) => outlet ?? report));
  const stories = new Set(firm.map(({ story }) => story));
  const contradiction = contradictionOf([...doers, target], date, parties);
  return Object.freeze({
    credibility: credibilityOf({
      stated: origins.length,
      firm: originsOf(states.filter(isFirm)).length,
      denied: deniers.length,
      deniedByActor: denies.some((one) => isOfficial(one, own)),
      official,
      relayed: Math.min(outlets.size, stories.size),
      traceable: states.some(isTraceable),
      contradicted: contradiction !== null,
    }),
    reliability: bestOf(states),
    origins: origins.map(({ name }) => name),
    deniedBy: deniers.map(({ name }) => name),
    official,
    contradiction,
  });
}

interface Weight {
  readonly stated: number;
  /** Of these, those whose reading is firm. */
  readonly firm: number;
  readonly denied: number;
  readonly deniedByActor: boolean;
  readonly official: boolean;
  /** Outlets through which the official word reached us, copies of one story counted once. */
  readonly relayed: number;
  readonly traceable: boolean;
  readonly contradicted: boolean;
}

/** The first line of the table that fits. */
export function credibilityOf(weight: Weight): Credibility {
  if (weight.contradicted) return 5;
  if (weight.denied > 0) {
    return weight.deniedByActor || weight.denied >= weight.stated ? 5 : 4;
  }
  if (weight.firm > 1 || weight.relayed > 1) return 1;
  if (weight.official && weight.firm > 0) return 2;
  return weight.traceable ? 3 : 6;
}

/** The party with the state whose government it is, and the movement that forms it. */
function ownParties(actor: string, parties: PartyRegister): readonly string[] {
  const facts = parties.party(actor);
  return [actor, facts?.state ?? null, facts?.governedBy ?? null].filter((one) => one !== null);
}

function contradictionOf(
  ids: readonly string[],
  { from, to }: Window,
  parties: PartyRegister,
): string | null {
  for (const id of ids) {
    const facts = parties.party(id);
    // Dates of existence are months or years in places, and acts may come shortly before or after.
    if (facts?.from != null && to != null && to.slice(0, 4) < facts.from.slice(0, 4))
      return `${facts.name} did not exist before ${facts.from.slice(0, 4)}`;
    if (facts?.to != null && from != null && from.slice(0, 4) > facts.to.slice(0, 4))
      return `${facts.name} ended in ${facts.to.slice(0, 4)}`;
  }
  return null;
}

export function bestOf(testimonies: readonly Testimony[]): Reliability {
  return testimonies.map(({ reliability }) => reliability).sort()[0] ?? "F";
}
