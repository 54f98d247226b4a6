import type { Claim, Participant, Statement } from "../model/index.js";
import type {
  Claim as WireClaim,
  Participant as WireParticipant,
  Statement as WireStatement,
} from "./wire.js";

// What the reader made may know more of itself than the record's words say; only those leave.

export function statementOf(one: Statement): WireStatement {
  const { id, act, object, form, mission, envoy, decidedBy, polarity, modality, date, place, codes } = one;
  return {
    id,
    act,
    actor: participantOf(one.actor),
    target: participantOf(one.target),
    object,
    form,
    mission: mission === null ? null : { kind: mission.kind, city: mission.city },
    envoy: envoy === null ? null : { rank: envoy.rank, person: envoy.person },
    decidedBy,
    polarity,
    modality,
    date: rangeOf(date),
    place: place === null ? null : { name: place.name, party: place.party },
    attribution: attributionOf(one.attribution),
    codes: { cameo: codes.cameo, plover: codes.plover, mode: codes.mode, contexts: codes.contexts },
    evidence: evidenceOf(one.evidence),
  };
}

export function claimOf(one: Claim): WireClaim {
  const { id, kind, act, rank, count, total, over, membersOf, polarity, modality } = one;
  return {
    id,
    kind,
    act,
    holder: participantOf(one.holder),
    target: participantOf(one.target),
    rank,
    count,
    total,
    over,
    membersOf,
    within: rangeOf(one.within),
    polarity,
    modality,
    attribution: attributionOf(one.attribution),
    evidence: evidenceOf(one.evidence),
  };
}

function participantOf(one: Participant | null): WireParticipant | null {
  if (one === null) return null;
  const { party, text, person, office, sector, basis } = one;
  return { party, text, person, office, sector, basis };
}

function rangeOf(one: Statement["date"]): WireStatement["date"] {
  return one === null ? null : { from: one.from, to: one.to, text: one.text, basis: one.basis };
}

function attributionOf(all: Statement["attribution"]): WireStatement["attribution"] {
  return all.map(({ kind, name, party }) => ({ kind, name, party }));
}

function evidenceOf({
  sentence,
  start,
  end,
  quote,
  title,
  rule,
}: Statement["evidence"]): WireStatement["evidence"] {
  return { sentence, start, end, quote, title, rule };
}
