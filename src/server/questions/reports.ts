import type { Change } from "../../record/index.js";
import type { Desk } from "../desk.js";
import { type AnyEndpoint, endpoint, momentOf, paged, type Slice, sliceOf } from "../endpoint.js";
import { entryOf } from "../judging.js";
import { missing } from "../problem.js";
import { queries } from "../queries.js";
import type { ReportListItem } from "../wire.js";
import { verdictsOn } from "./claims.js";
import { statementItems } from "./statements.js";

export const reportEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    method: "get",
    path: "/api/reports",
    summary:
      "Reports, the latest added first, or those whose title or text has the words of `query`, the best first.",
    query: queries.reports,
    body: null,
    answer: "ReportList",
    answerTo: async (asked) => {
      const { desk, query } = asked;
      const slice = sliceOf(asked);
      const rows =
        query.query === undefined
          ? await latestReports(slice, desk)
          : await found(query.query, slice.offset + slice.limit + 1, desk);
      return {
        ...(await paged(rows, slice, desk)),
        moment: { asOf: desk.today(), knownAt: slice.knownAt },
      };
    },
  }),
  endpoint({
    method: "get",
    path: "/api/reports/:report",
    summary:
      "One report: its text, the statements read in it with their places, its claims with their verdicts.",
    query: queries.moment,
    body: null,
    answer: "ReportAnswer",
    answerTo: async (asked) => {
      const { desk, path } = asked;
      const moment = momentOf(asked);
      const id = path["report"] ?? "";
      const [report] = await desk.ledger.reports([id]);
      if (report === undefined) throw missing(`the record has no report “${id}”`);
      const { items } = await statementItems(await desk.ledger.statementsOf(id), desk);
      const { language, text, reliability, origin, change } = report;
      const claims = await verdictsOn(await desk.ledger.claimsOf(id), asked.query.asOf, moment.knownAt, desk);
      return {
        report: { ...entryOf(report), language, text, reliability, origin, change },
        statements: items,
        claims,
        moment,
      };
    },
  }),
];

/** Reports that have the words; the ledger's search is bounded, and so is this. */
export async function found(
  words: string,
  limit: number,
  { ledger }: Desk,
): Promise<readonly ReportListItem[]> {
  const rows = await ledger.search(words, Math.min(limit, 2_000));
  return rows.map(({ report, excerpt }) => ({ ...entryOf(report), change: null, excerpt }));
}

/** Changes looked through in one step. */
const step = 100;

async function latestReports(
  { offset, limit, knownAt }: Slice,
  desk: Desk,
): Promise<readonly ReportListItem[]> {
  const rows: ReportListItem[] = [];
  let before: number | undefined;
  for (;;) {
    const changes: readonly Change[] = await desk.ledger.changes(step, before);
    for (const change of changes) {
      if (change.kind === "decision" || (knownAt !== null && change.at > knownAt)) continue;
      const { reports } = await desk.summary(change);
      for (const report of reports) rows.push({ ...entryOf(report), change: change.number, excerpt: null });
      if (rows.length > offset + limit) return rows;
    }
    if (changes.length < step) return rows;
    before = changes.at(-1)?.number;
  }
}
