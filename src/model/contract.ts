import type { Claim } from "./claim.js";
import type { Attribution, Evidence, Participant, Statement } from "./statement.js";
import type { DateRange } from "./time.js";

// A statement and a claim as they leave the program: the keys of the contract in its order, unknown parts null, and
// nothing that the reader may know besides.

export function contractStatement(one: Statement): Statement {
  const { id, act, object, form, mission, envoy, decidedBy, polarity, modality, place, codes } = one;
  return {
    id,
    act,
    actor: participant(one.actor),
    target: participant(one.target),
    object,
    form,
    mission: mission === null ? null : { kind: mission.kind, city: mission.city },
    envoy: envoy === null ? null : { rank: envoy.rank, person: envoy.person },
    decidedBy,
    polarity,
    modality,
    date: range(one.date),
    place: place === null ? null : { name: place.name, party: place.party },
    attribution: one.attribution.map(link),
    codes: { cameo: codes.cameo, plover: codes.plover, mode: codes.mode, contexts: codes.contexts },
    confidence: one.confidence,
    evidence: evidence(one.evidence),
  };
}

export function contractClaim(one: Claim): Claim {
  const { id, kind, act, rank, count, total, over, membersOf, polarity, modality } = one;
  return {
    id,
    kind,
    act,
    holder: participant(one.holder),
    target: participant(one.target),
    rank,
    count,
    total,
    over,
    membersOf,
    within: range(one.within),
    polarity,
    modality,
    attribution: one.attribution.map(link),
    evidence: evidence(one.evidence),
  };
}

function participant(one: Participant | null): Participant | null {
  if (one === null) return null;
  const { party, text, person, office, sector, basis } = one;
  return { party, text, person, office, sector, basis };
}

function range(one: DateRange | null): DateRange | null {
  return one === null ? null : { from: one.from, to: one.to, text: one.text, basis: one.basis };
}

function link({ kind, name, party }: Attribution): Attribution {
  return { kind, name, party };
}

function evidence({ sentence, start, end, quote, title, rule }: Evidence): Evidence {
  return { sentence, start, end, quote, title, rule };
}
