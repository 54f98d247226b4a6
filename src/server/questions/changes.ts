import type { Change } from "../../record/index.js";
import { alterationsItem, type FirstRows, firstRows } from "../altered.js";
import { writtenCursor } from "../cursor.js";
import type { Desk } from "../desk.js";
import { type AnyEndpoint, endpoint, sliceOf } from "../endpoint.js";
import { missing } from "../problem.js";
import { queries } from "../queries.js";
import { type ChangeItem, pageSizes } from "../wire.js";

export const changeEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    method: "get",
    path: "/api/changes",
    summary: "The changes of the record, the latest first.",
    query: queries.changes,
    body: null,
    answer: "ChangeList",
    answerTo: async (asked) => {
      const { desk } = asked;
      const slice = sliceOf(asked);
      // The number of the last change on a page tells where the next begins, whatever has come in since.
      const before = slice.offset === 0 ? undefined : slice.offset;
      const rows = await desk.ledger.changes(slice.limit + 1, before);
      const shown = rows.slice(0, slice.limit);
      const last = shown.at(-1);
      const next =
        rows.length > slice.limit && last !== undefined
          ? writtenCursor({ knownAt: last.at, offset: last.number })
          : null;
      const items = await changeItems(shown, desk);
      return { items, next, moment: { asOf: desk.today(), knownAt: null } };
    },
  }),
  endpoint({
    method: "get",
    path: "/api/changes/:number",
    summary: "What one change did to the record, row by row.",
    query: queries.limited,
    body: null,
    answer: "ChangeAnswer",
    answerTo: async ({ desk, path, query }) => {
      const written = path["number"] ?? "";
      const number = /^[1-9]\d{0,8}$/.test(written) ? Number(written) : 0;
      const [change] = number === 0 ? [] : await desk.ledger.changes(1, number + 1);
      if (change?.number !== number) throw missing(`the record has no change “${written}”`);
      const { item, reports, first } = await desk.summary(change);
      const asOf = desk.today();
      const limit = query.limit ?? pageSizes.usual;
      // What a large change did is held ready as far as it is usually asked for.
      const rows = first !== null && limit <= first.limit ? first : await rowsOf(number, limit, desk);
      const alterations = alterationsItem(rows, asOf, limit);
      return { change: item, reports, alterations, moment: { asOf, knownAt: null } };
    },
  }),
];

export function changeItems(changes: readonly Change[], desk: Desk): Promise<readonly ChangeItem[]> {
  return Promise.all(changes.map(async (one) => (await desk.summary(one)).item));
}

async function rowsOf(number: number, limit: number, { ledger }: Desk): Promise<FirstRows> {
  const altered = await ledger.alterations(number);
  if (altered === null) throw missing(`the record has no change ${number}`);
  return firstRows(altered, limit);
}
