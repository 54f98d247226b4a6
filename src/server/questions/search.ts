import { phrase } from "../../record/index.js";
import type { Desk } from "../desk.js";
import { type AnyEndpoint, endpoint, momentOf } from "../endpoint.js";
import { partyEntry } from "../naming.js";
import { queries } from "../queries.js";
import type { ActEntry, RelationKind } from "../wire.js";
import { pairsIn, partiesMatching, plain } from "./matching.js";
import { found } from "./reports.js";

/** Rows of each kind where nothing else is asked. */
const usual = 10;

export const searchEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    method: "get",
    path: "/api/search",
    summary: "Parties, pairs, acts and reports that words may mean.",
    query: queries.search,
    body: null,
    answer: "SearchAnswer",
    answerTo: async (asked) => {
      const { desk, query } = asked;
      const moment = momentOf(asked);
      const limit = query.limit ?? usual;
      return {
        found: {
          parties: partiesMatching(query.q, desk.books, moment.asOf).slice(0, limit).map(partyEntry),
          pairs: pairsIn(query.q, desk.books, moment.asOf),
          acts: actsMatching(query.q, desk).slice(0, limit),
          reports: await found(query.q, limit, desk),
        },
        moment,
      };
    },
  }),
  endpoint({
    method: "get",
    path: "/api/acts",
    summary: "The acts that the reader knows: what each means, and how it is put in English.",
    query: queries.none,
    body: null,
    answer: "ActsAnswer",
    answerTo: async ({ desk }) => ({ acts: actsOf(desk) }),
  }),
];

export function actsOf({ books, registers }: Desk): readonly ActEntry[] {
  return books.acts.entries.map(({ act, file }) => {
    const effect = registers.acts.effectOf(act);
    const own = { base: act, past: act, participle: act, link: "", alone: true };
    return {
      act,
      kind: file.kind,
      meaning: file.meaning,
      excludes: file.excludes,
      ...(phrase(act) ?? own),
      codes: { cameo: file.codes.cameo, plover: file.codes.plover },
      effect: effect === null ? null : { does: effect.does, kind: effect.kind as RelationKind },
    };
  });
}

/** Acts by their name or phrase; a word of the query may be the beginning of one of theirs. */
function actsMatching(words: string, desk: Desk): readonly ActEntry[] {
  const sought = plain(words)
    .split(/[^\p{L}]+/u)
    .filter((one) => one.length > 2);
  return actsOf(desk)
    .map((one) => {
      const own = plain(`${one.act} ${one.base} ${one.past} ${one.participle} ${one.link}`).split(
        /[^\p{L}]+/u,
      );
      const hits = sought.filter((word) => own.some((other) => other.length > 2 && other.startsWith(word)));
      return { one, hits: hits.length };
    })
    .filter(({ hits }) => hits > 0)
    .sort((a, b) => b.hits - a.hits)
    .map(({ one }) => one);
}
