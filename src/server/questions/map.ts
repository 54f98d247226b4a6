import {
  certainlyHeldOn,
  everything,
  heldOn,
  type Prospect,
  type Relation,
  values,
  withGovernments,
} from "../../record/index.js";
import type { Desk } from "../desk.js";
import { type AnyEndpoint, endpoint, momentOf } from "../endpoint.js";
import { mapHint, partyEntry } from "../naming.js";
import { queries } from "../queries.js";
import type { IsoDate, MapHint, MapRefusal, MapSpan, MapStance } from "../wire.js";
import { coverageOf, partyOf } from "./parties.js";

export const mapEndpoint: AnyEndpoint = endpoint({
  method: "get",
  path: "/api/map/:party",
  summary: "Who recognises a party on a day, who withdrew, who refuses; and how that changed over time.",
  query: queries.moment,
  body: null,
  answer: "MapAnswer",
  answerTo: async (asked) => {
    const { desk, path } = asked;
    const moment = momentOf(asked);
    const party = partyOf(path["party"] ?? "", desk, moment.asOf);
    const { relations, refused } = await gathered(party.id, moment.knownAt, desk);
    const refusals = refused.map((one) => refusalOf(one, relations));
    const spans = relations.map(spanOf);
    const parties = [...new Set([...spans, ...refusals].map((one) => one.party))].sort();
    const places = Object.fromEntries(parties.map((id) => [id, placeOfParty(id, desk)]));
    return {
      party: partyEntry(party),
      stances: parties.flatMap(
        (id) => stanceOf(id, moment.asOf, relations, refusals, places[id] as MapHint) ?? [],
      ),
      spans,
      refusals,
      days: daysOf(spans, refusals),
      places,
      coverage: coverageOf(party.id, desk),
      moment,
    };
  },
});

/** Recognitions of a party and of its governments, and what was said not to be one. */
async function gathered(party: string, knownAt: string | null, { ledger, registers }: Desk) {
  const all = { asOf: null, knownAt, limit: everything };
  const sides = withGovernments(party, registers);
  const relations = await Promise.all(
    sides.map((object) => ledger.relations({ ...all, object, kind: "recognition" })),
  );
  const prospects = await Promise.all(
    sides.map((object) => ledger.prospects({ ...all, object, acts: ["recognise"] })),
  );
  const refused = values(prospects.flat()).filter(
    (one): one is Refusal => one.polarity === "negative" && one.actor !== null && one.target !== null,
  );
  return { relations: values(relations.flat()), refused };
}

type Refusal = Prospect & { readonly actor: string; readonly target: string };

function placeOfParty(id: string, { books }: Desk): MapHint {
  const party = books.parties.party(id);
  return mapHint(party ?? { id, state: null });
}

function formOf({ form }: Relation): "express" | "implied" | null {
  return form === "express" || form === "implied" ? form : null;
}

function spanOf(one: Relation): MapSpan {
  return {
    party: one.subject,
    towards: one.object,
    form: formOf(one),
    as: one.as,
    from: one.validFrom,
    certainFrom: one.certainFrom,
    to: one.validTo,
    certainTo: one.certainTo,
    withdrawn: one.validTo === null ? null : one.closedBy !== null && one.endedWith === null,
    suspended: one.status === "suspended",
    disputed: one.disputed,
    openedBy: one.openedBy,
    closedBy: one.closedBy,
  };
}

/** A refusal lasts until the recognition begins that overtook it. */
function refusalOf(
  { id, actor, target, said, resolvedBy }: Refusal,
  relations: readonly Relation[],
): MapRefusal {
  const overtaking = relations.find(({ openedBy }) => openedBy === resolvedBy && resolvedBy !== null);
  const [first, last] = [said.from ?? said.to, said.to ?? said.from];
  const until = resolvedBy === null ? null : (overtaking?.validFrom ?? last);
  return { prospect: id, party: actor, towards: target, said: first, lastSaid: last, until };
}

/** How a party stands on a day: what it holds now outranks what it held once, and either what it said it would not do. */
function stanceOf(
  party: string,
  day: IsoDate,
  relations: readonly Relation[],
  refusals: readonly MapRefusal[],
  map: MapHint,
): MapStance | null {
  const mine = relations.filter(({ subject }) => subject === party);
  const held = mine.filter((one) => heldOn(one, day)).sort((a, b) => weight(b, day) - weight(a, day))[0];
  if (held !== undefined) return ofRelation(held, "recognises", day, map);
  const refusal = refusals
    .filter(
      (one) => one.party === party && (one.said ?? "") <= day && (one.until === null || day < one.until),
    )
    .sort((a, b) => (b.said ?? "").localeCompare(a.said ?? ""))[0];
  const ended = mine
    .filter(({ validTo }) => validTo !== null && validTo <= day)
    .sort((a, b) => (b.validTo ?? "").localeCompare(a.validTo ?? ""))[0];
  if (ended !== undefined) {
    const attitude = ended.closedBy !== null && ended.endedWith === null ? "withdrew" : "ended";
    return ofRelation(ended, attitude, day, map);
  }
  if (refusal === undefined) return null;
  return {
    party,
    attitude: "refuses",
    towards: refusal.towards,
    form: null,
    as: null,
    since: null,
    until: null,
    certain: true,
    disputed: false,
    refused: refusal.lastSaid,
    openedBy: null,
    closedBy: null,
    prospect: refusal.prospect,
    map,
  };
}

/** Of several recognitions the express one counts, and before that the certain one in force. */
function weight(one: Relation, day: IsoDate): number {
  return (
    (one.status === "in force" ? 8 : 0) +
    (certainlyHeldOn(one, day) ? 4 : 0) +
    (one.form === "express" ? 2 : 0) +
    (one.form === null ? 1 : 0)
  );
}

function ofRelation(
  one: Relation,
  attitude: "recognises" | "withdrew" | "ended",
  day: IsoDate,
  map: MapHint,
): MapStance {
  return {
    party: one.subject,
    attitude,
    towards: one.object,
    form: formOf(one),
    as: one.as,
    since: { from: one.validFrom, certain: one.certainFrom },
    until: one.validTo,
    certain: attitude === "recognises" ? certainlyHeldOn(one, day) : true,
    disputed: one.disputed,
    refused: null,
    openedBy: one.openedBy,
    closedBy: one.closedBy,
    prospect: null,
    map,
  };
}

function daysOf(spans: readonly MapSpan[], refusals: readonly MapRefusal[]): readonly IsoDate[] {
  const all = [
    ...spans.flatMap(({ from, certainFrom, to, certainTo }) => [from, certainFrom, certainTo, to]),
    ...refusals.flatMap(({ said, until }) => [said, until]),
  ];
  return [...new Set(all.filter((one) => one !== null))].sort();
}
