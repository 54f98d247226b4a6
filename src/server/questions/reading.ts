import { contractStatement, type Reading } from "../../model/index.js";
import { additionOf } from "../../recording.js";
import { alterationsItem, firstRows } from "../altered.js";
import type { Desk } from "../desk.js";
import { type AnyEndpoint, endpoint } from "../endpoint.js";
import { entryOf } from "../judging.js";
import { queries } from "../queries.js";
import type { Reception } from "../reception.js";
import type { ClaimVerdict, ReadingItem } from "../wire.js";
import { verdictsOn } from "./claims.js";

/** Bytes of a request at most: a file of 8 MB in base64, and what stands beside it. */
const bodyBytes = 11 * 1024 * 1024;
/** Altered rows told of at most, of each kind. */
const rows = 500;

/** Reports that are sent: read only, or added. */
export function readingEndpoints(reception: Reception): readonly AnyEndpoint[] {
  return [
    endpoint({
      method: "post",
      path: "/api/read",
      summary:
        "Reads a text, page, file or address: what it states, and what adding it would change. Keeps nothing.",
      query: queries.none,
      body: "ReadRequest",
      answer: "ReadAnswer",
      bodyBytes,
      answerTo: async ({ desk, body, client }) => {
        const { readings, faults } = await reception.read(body, client, desk);
        const known = await desk.ledger.known(readings.map(({ report }) => report.id));
        const isNew = readings.some(({ report }) => !known.has(report.id));
        const preview = isNew ? await desk.ledger.preview(additions(readings, desk)) : null;
        const asOf = desk.today();
        return {
          readings: await Promise.all(
            readings.map((one) => readingItem(one, known.has(one.report.id), desk)),
          ),
          preview: preview === null ? null : alterationsItem(firstRows(preview, rows), asOf),
          faults,
          moment: { asOf, knownAt: null },
        };
      },
    }),
    endpoint({
      method: "post",
      path: "/api/reports",
      summary:
        "Reads a text, page, file or address into the record, and tells what changed. Needs the token.",
      query: queries.none,
      body: "ReadRequest",
      answer: "AddAnswer",
      writes: true,
      bodyBytes,
      answerTo: async ({ desk, body, client }) => {
        const { readings, faults } = await reception.read(body, client, desk);
        const { added, known, change } =
          readings.length === 0
            ? { added: [], known: [], change: null }
            : await desk.ledger.add(additions(readings, desk));
        const altered = change === null ? null : await desk.ledger.alterations(change.number);
        const claims = (await Promise.all(added.map((id) => desk.ledger.claimsOf(id)))).flat();
        const asOf = desk.today();
        return {
          added,
          known,
          change: change === null ? null : (await desk.summary(change)).item,
          alterations: altered === null ? null : alterationsItem(firstRows(altered, rows), asOf),
          claims: await verdictsOn(claims, undefined, null, desk),
          faults,
          moment: { asOf, knownAt: null },
        };
      },
      status: ({ added }) => (added.length > 0 ? 201 : 200),
    }),
  ];
}

function additions(readings: readonly Reading[], { books }: Desk) {
  return readings.map((reading) => additionOf(reading, books, "report"));
}

/** Claims of a report that is not on record are judged as of its own day, by the record as it is. */
async function readingItem(reading: Reading, known: boolean, desk: Desk): Promise<ReadingItem> {
  const { report, sentences, statements, claims } = reading;
  const asOf = report.published ?? desk.today();
  const judging = await desk.judging();
  const verdicts: readonly ClaimVerdict[] = await Promise.all(
    claims.map((claim) => judging.verdict(claim, report, asOf, null)),
  );
  const { language, text } = report;
  return {
    report: { ...entryOf(report), language, text },
    known,
    sentences: sentences.map(({ start, end }) => [start, end] as const),
    statements: statements.map(contractStatement),
    claims: verdicts,
  };
}
