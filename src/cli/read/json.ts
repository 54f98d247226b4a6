import type {
  Attribution,
  Claim,
  DateRange,
  Evidence,
  Fault,
  Participant,
  Reading,
  Statement,
} from "../../model/index.js";

/**
 * A reading in the shape of the contract: keys in its order, unknown parts null, none left out. The text of
 * the report is the reader's own and is not repeated; `sentences` and the evidence are offsets into it.
 */
export function readingJson({ report, sentences, statements, claims, faults }: Reading): object {
  const { id, title, published, outlet, url, language } = report;
  return {
    report: {
      id,
      title,
      published,
      outlet,
      url,
      language,
      sentences: sentences.map(({ start, end }) => [start, end]),
    },
    statements: statements.map(statementJson),
    claims: claims.map(claimJson),
    faults: faults.map(faultJson),
  };
}

/** What stands in the place of a report that could not be read. */
export function faultyJson(fault: Fault): object {
  return { report: null, statements: [], claims: [], faults: [faultJson(fault)] };
}

function statementJson(one: Statement): object {
  const {
    id,
    act,
    actor,
    target,
    object,
    form,
    mission,
    envoy,
    decidedBy,
    polarity,
    modality,
    date,
    place,
    attribution,
    codes,
    evidence,
  } = one;
  return {
    id,
    act,
    actor: participantJson(actor),
    target: participantJson(target),
    object,
    form,
    mission: mission === null ? null : { kind: mission.kind, city: mission.city },
    envoy: envoy === null ? null : { rank: envoy.rank, person: envoy.person },
    decidedBy,
    polarity,
    modality,
    date: dateJson(date),
    place: place === null ? null : { name: place.name, party: place.party },
    attribution: attribution.map(linkJson),
    codes: { cameo: codes.cameo, plover: codes.plover, mode: codes.mode, contexts: codes.contexts },
    evidence: evidenceJson(evidence),
  };
}

function claimJson(one: Claim): object {
  const { id, kind, act, holder, target, rank, count, total, over, membersOf, within } = one;
  return {
    id,
    kind,
    act,
    holder: participantJson(holder),
    target: participantJson(target),
    rank,
    count,
    total,
    over,
    membersOf,
    within: dateJson(within),
    polarity: one.polarity,
    modality: one.modality,
    attribution: one.attribution.map(linkJson),
    evidence: evidenceJson(one.evidence),
  };
}

function participantJson(one: Participant | null): object | null {
  if (one === null) return null;
  const { party, text, person, office, sector, basis } = one;
  return { party, text, person, office, sector, basis };
}

function dateJson(one: DateRange | null): object | null {
  if (one === null) return null;
  const { from, to, text, basis } = one;
  return { from, to, text, basis };
}

function linkJson({ kind, name, party }: Attribution): object {
  return { kind, name, party };
}

function evidenceJson({ sentence, start, end, quote, title, rule }: Evidence): object {
  return { sentence, start, end, quote, title, rule };
}

function faultJson({ where, line, what, mend }: Fault): object {
  return { where, line, what, mend };
}
