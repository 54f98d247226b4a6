import type { ClaimRow, SystemTime } from "../../record/index.js";
import { sentenceReport } from "../../recording.js";
import type { Desk } from "../desk.js";
import { type AnyEndpoint, endpoint, momentOf, paged, sliceOf } from "../endpoint.js";
import { partyNamed } from "../naming.js";
import { Refused, wrong } from "../problem.js";
import { instantOf, queries } from "../queries.js";
import type { ClaimVerdict, IsoDate } from "../wire.js";

/** Claims that one question goes through at most; each is judged only once for a state of the record. */
const most = 2_000;

export const claimEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    method: "get",
    path: "/api/claims",
    summary: "What reports say of the record itself, each judged as of its report's day, the latest first.",
    query: queries.claims,
    body: null,
    answer: "ClaimList",
    answerTo: async (asked) => {
      const { desk, query } = asked;
      const { asOf } = momentOf(asked);
      const slice = sliceOf(asked);
      const party = query.party === undefined ? undefined : partyNamed(query.party, desk.books, asOf);
      const rows = await desk.ledger.claims({
        knownAt: slice.knownAt,
        limit: most,
        ...(party === undefined ? {} : { party }),
      });
      const wanted = slice.offset + slice.limit + 1;
      const verdicts: ClaimVerdict[] = [];
      for (let at = 0; at < rows.length && verdicts.length < wanted; at += step) {
        const some = await verdictsOn(rows.slice(at, at + step), query.asOf, slice.knownAt, desk);
        verdicts.push(
          ...some.filter(({ judgement }) => query.judgement === undefined || judgement === query.judgement),
        );
      }
      return { ...(await paged(verdicts, slice, desk)), moment: { asOf, knownAt: slice.knownAt } };
    },
  }),
  endpoint({
    method: "post",
    path: "/api/check",
    summary: "Judges the claims of a sentence, such as “the first country to recognise …”, by the record.",
    query: queries.none,
    body: "CheckRequest",
    answer: "CheckAnswer",
    answerTo: async ({ desk, body }) => {
      const asOf = body.asOf ?? desk.today();
      const knownAt = body.knownAt === undefined ? null : instantOf(body.knownAt);
      if (knownAt === null && body.knownAt !== undefined)
        throw wrong("knownAt: no such moment; write a day or a time, ISO 8601");
      const item = sentenceReport(body.sentence, asOf);
      if ("fault" in item) {
        const { what, mend } = item.fault;
        throw new Refused(422, "Nothing to judge", `the sentence: ${what}; ${mend}`);
      }
      const { readings, faults } = await desk.read([item]);
      const [fault] = faults;
      if (fault !== undefined) throw new Refused(422, "Nothing to judge", `${fault.what}; ${fault.mend}`);
      const judging = await desk.judging();
      const claims = await Promise.all(
        readings
          .flatMap((reading) => reading.claims)
          .map((claim) => judging.verdict(claim, null, asOf, knownAt)),
      );
      return { claims, moment: { asOf, knownAt } };
    },
  }),
];

/** Claims judged together. */
const step = 50;

/** Claims on record with what they come to, each as of its report's day unless a day is given. */
export async function verdictsOn(
  rows: readonly ClaimRow[],
  asOf: IsoDate | undefined,
  knownAt: SystemTime | null,
  desk: Desk,
): Promise<readonly ClaimVerdict[]> {
  if (rows.length === 0) return [];
  const judging = await desk.judging();
  const today = desk.today();
  return Promise.all(
    rows.map(({ claim, report }) =>
      judging.verdict(claim, report, asOf ?? report.published ?? today, knownAt),
    ),
  );
}
