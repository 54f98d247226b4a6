import { type Coverage, everything, type Relation, values, withGovernments } from "../../record/index.js";
import type { Desk } from "../desk.js";
import { type AnyEndpoint, endpoint, momentOf, paged, sliceOf } from "../endpoint.js";
import { partyEntry, partyNamed } from "../naming.js";
import { queries } from "../queries.js";
import { prospectStates, type RelationCount, relationKinds, type Side } from "../wire.js";
import { partiesMatching } from "./matching.js";
import { prospectItem, relationItem } from "./standings.js";

/** The record's rows on which a party stands, wherever it does. */
export const partyEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    method: "get",
    path: "/api/parties",
    summary: "The parties that the record knows, by name, or those that words may mean.",
    query: queries.parties,
    body: null,
    answer: "PartyList",
    answerTo: async (asked) => {
      const { desk, query } = asked;
      const today = desk.today();
      const found =
        query.query === undefined
          ? [...desk.books.parties.all()].sort((a, b) => a.name.localeCompare(b.name, "en"))
          : partiesMatching(query.query, desk.books, today);
      const rows = found.filter(({ kind }) => query.kind === undefined || kind === query.kind);
      const slice = sliceOf(asked);
      const page = await paged(rows, slice, desk);
      return { ...page, items: page.items.map(partyEntry), moment: { asOf: today, knownAt: slice.knownAt } };
    },
  }),
  endpoint({
    method: "get",
    path: "/api/parties/:party",
    summary: "One party: what it is, its governments, and how many relations it has of each kind.",
    query: queries.moment,
    body: null,
    answer: "PartyAnswer",
    answerTo: async (asked) => {
      const { desk, path } = asked;
      const moment = momentOf(asked);
      const party = partyOf(path["party"] ?? "", desk, moment.asOf);
      const all = { party: party.id, asOf: null, knownAt: moment.knownAt, limit: everything };
      const relations = values(await desk.ledger.relations(all));
      const prospects = values(await desk.ledger.prospects({ ...all, asOf: asked.query.asOf ?? null }));
      const states = prospects.map((one) => prospectItem(one, moment.asOf).state);
      return {
        party: partyEntry(party),
        wikidata: party.wikidata,
        cow: party.cow,
        governments: governmentsOf(party.id, desk),
        relations: countsOf(party.id, relations, moment.asOf),
        prospects: Object.fromEntries(
          prospectStates.map((state) => [state, states.filter((one) => one === state).length]),
        ) as Record<(typeof prospectStates)[number], number>,
        coverage: coverageOf(party.id, desk),
        moment,
      };
    },
  }),
  endpoint({
    method: "get",
    path: "/api/parties/:party/relations",
    summary: "The relations of a party, of all times, with whether they hold on the day asked about.",
    query: queries.relations,
    body: null,
    answer: "RelationList",
    answerTo: async (asked) => {
      const { desk, path, query } = asked;
      const { asOf } = momentOf(asked);
      const slice = sliceOf(asked);
      const party = partyNamed(path["party"] ?? "", desk.books, asOf);
      const rows = await desk.ledger.relations({
        ...(query.side === "subject" || query.side === "object" ? { [query.side]: party } : { party }),
        ...(query.kind === undefined ? {} : { kind: query.kind }),
        asOf: query.state === "held" ? asOf : null,
        knownAt: slice.knownAt,
        limit: everything,
      });
      const wanted = values(rows).filter(
        (one) =>
          (query.side !== "both" || one.kind === "relations") &&
          (query.state !== "ended" || (one.validTo !== null && one.validTo <= asOf)),
      );
      const page = await paged(wanted, slice, desk);
      const items = page.items.map((one) => relationItem(one, asOf));
      return { ...page, items, moment: { asOf, knownAt: slice.knownAt } };
    },
  }),
  endpoint({
    method: "get",
    path: "/api/parties/:party/prospects",
    summary: "What has been announced, asked for, hoped, expected or refused of a party or by it.",
    query: queries.prospects,
    body: null,
    answer: "ProspectList",
    answerTo: async (asked) => {
      const { desk, path, query } = asked;
      const { asOf } = momentOf(asked);
      const slice = sliceOf(asked);
      const party = partyNamed(path["party"] ?? "", desk.books, asOf);
      const rows = await Promise.all(
        withGovernments(party, desk.registers).map((one) =>
          desk.ledger.prospects({
            party: one,
            asOf: query.asOf ?? null,
            knownAt: slice.knownAt,
            limit: everything,
          }),
        ),
      );
      const unique = new Map(values(rows.flat()).map((one) => [one.id, prospectItem(one, asOf)]));
      const wanted = [...unique.values()]
        .filter(({ state }) => query.state === undefined || state === query.state)
        .sort((a, b) => (b.said.to ?? "").localeCompare(a.said.to ?? ""));
      return { ...(await paged(wanted, slice, desk)), moment: { asOf, knownAt: slice.knownAt } };
    },
  }),
];

export function partyOf(words: string, { books }: Desk, day: string) {
  const id = partyNamed(words, books, day);
  return books.parties.party(id) as NonNullable<ReturnType<typeof books.parties.party>>;
}

function governmentsOf(state: string, { books, registers }: Desk) {
  return registers.parties
    .governmentsOf(state)
    .flatMap((id) => books.parties.party(id) ?? [])
    .map(partyEntry);
}

export function coverageOf(party: string, { coverage, registers }: Desk): readonly Coverage[] {
  const all = new Set(withGovernments(party, registers));
  return coverage.filter(({ target }) => all.has(target));
}

function countsOf(party: string, relations: readonly Relation[], day: string): readonly RelationCount[] {
  const sideOf = (one: Relation): Side =>
    one.kind === "relations" ? "both" : one.subject === party ? "subject" : "object";
  return relationKinds.flatMap((kind) =>
    (["subject", "object", "both"] as const).flatMap((side) => {
      const mine = relations.filter((one) => one.kind === kind && sideOf(one) === side);
      const held = mine.filter((one) => relationItem(one, day).held).length;
      const ended = mine.filter(({ validTo }) => validTo !== null && validTo <= day).length;
      return mine.length === 0 ? [] : [{ kind, side, held, ended }];
    }),
  );
}
