import { between, type Selection, values, withGovernments } from "../../record/index.js";
import type { Desk } from "../desk.js";
import { type AnyEndpoint, type Asked, endpoint, momentOf, paged, sliceOf } from "../endpoint.js";
import { partyEntry, partyNamed } from "../naming.js";
import { missing, wrong } from "../problem.js";
import { queries } from "../queries.js";
import { behind } from "./behind.js";
import { partyOf } from "./parties.js";
import { prospectItem, relationItem } from "./standings.js";

export const eventEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    method: "get",
    path: "/api/timeline",
    summary: "Events in time, of a party (with its governments), between two, or of all; with their ratings.",
    query: queries.timeline,
    body: null,
    answer: "EventList",
    answerTo: (asked) => timeline(asked, asked.query.party, asked.query.counterpart),
  }),
  endpoint({
    method: "get",
    path: "/api/events",
    summary: "Events by act, day and party; the same as /api/timeline.",
    query: queries.timeline,
    body: null,
    answer: "EventList",
    answerTo: (asked) => timeline(asked, asked.query.party, asked.query.counterpart),
  }),
  endpoint({
    method: "get",
    path: "/api/parties/:party/events",
    summary: "The events of a party and of its governments.",
    query: queries.events,
    body: null,
    answer: "EventList",
    answerTo: (asked) => timeline(asked, asked.path["party"]),
  }),
  endpoint({
    method: "get",
    path: "/api/pairs/:a/:b",
    summary: "How two parties stand to each other on a day, and all relations and prospects between them.",
    query: queries.moment,
    body: null,
    answer: "PairAnswer",
    answerTo: async (asked) => {
      const { desk, path } = asked;
      const moment = momentOf(asked);
      const a = partyOf(path["a"] ?? "", desk, moment.asOf);
      const b = partyOf(path["b"] ?? "", desk, moment.asOf);
      if (a.id === b.id) throw wrong(`“${path["a"]}” and “${path["b"]}” are the same party`);
      const { standing, relations, events, prospects } = await between(a.id, b.id, moment, desk);
      const ids = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
      return {
        a: partyEntry(a),
        b: partyEntry(b),
        standing: {
          rung: standing.rung,
          certain: standing.certain,
          rests: ids(standing.rests),
          besides: ids(standing.besides),
          ended: ids(standing.ended),
        },
        relations: relations.map((one) => relationItem(one, moment.asOf)),
        prospects: prospects.map((one) => prospectItem(one, moment.asOf)),
        eventCount: events.length,
        moment,
      };
    },
  }),
  endpoint({
    method: "get",
    path: "/api/pairs/:a/:b/events",
    summary: "The events between two parties.",
    query: queries.events,
    body: null,
    answer: "EventList",
    answerTo: (asked) => timeline(asked, asked.path["a"], asked.path["b"]),
  }),
  endpoint({
    method: "get",
    path: "/api/events/:event",
    summary:
      "One event: all statements about it side by side, their origins, disputes, and why it is rated so.",
    query: queries.moment,
    body: null,
    answer: "EventAnswer",
    answerTo: async (asked) => {
      const { desk, path } = asked;
      const moment = momentOf(asked);
      const [row] = await desk.ledger.events({
        id: path["event"] ?? "",
        asOf: null,
        knownAt: moment.knownAt,
      });
      if (row === undefined) throw missing(`the record has no event “${path["event"]}” as known then`);
      return { ...(await behind(row.value, moment, desk)), moment };
    },
  }),
];

type Filters = Asked<{
  readonly act?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly all?: boolean | undefined;
  readonly order?: "oldest" | "newest" | undefined;
  readonly asOf?: string | undefined;
  readonly knownAt?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}>;

async function timeline(asked: Filters, party?: string, counterpart?: string) {
  const { desk, query } = asked;
  const { asOf } = momentOf(asked);
  const slice = sliceOf(asked);
  if (counterpart !== undefined && party === undefined)
    throw wrong("counterpart: give a party too", [{ where: "counterpart", what: "give a party too" }]);
  if (query.act !== undefined && !desk.books.acts.names.has(query.act))
    throw wrong(`act: there is no act “${query.act}”; /api/acts lists them`, [
      { where: "act", what: "there is no such act" },
    ]);
  const selection: Selection = {
    ...(query.order === undefined ? {} : { order: query.order }),
    asOf: query.asOf ?? null,
    knownAt: slice.knownAt,
    ...actsOf(query, desk),
    ...(query.from === undefined ? {} : { from: query.from }),
    ...(query.to === undefined ? {} : { to: query.to }),
    limit: slice.offset + slice.limit + 1,
  };
  const rows = values(await desk.ledger.events({ ...selection, ...sidesOf(party, counterpart, asOf, desk) }));
  const page = await paged(rows, slice, desk);
  return { ...page, moment: { asOf, knownAt: slice.knownAt } };
}

function actsOf({ act, all }: Filters["query"], { books }: Desk): Pick<Selection, "acts"> {
  if (act !== undefined) return { acts: [act] };
  if (all === true) return {};
  return { acts: books.acts.entries.flatMap((one) => (one.file.kind === "status" ? [one.act] : [])) };
}

type Sides = Pick<Selection, "party" | "counterpart">;

function sidesOf(
  party: string | undefined,
  counterpart: string | undefined,
  day: string,
  { books, registers }: Desk,
): Sides {
  if (party === undefined) return {};
  const ours = { party: withGovernments(partyNamed(party, books, day), registers) };
  if (counterpart === undefined) return ours;
  return { ...ours, counterpart: withGovernments(partyNamed(counterpart, books, day), registers) };
}
