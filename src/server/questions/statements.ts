import { contractStatement } from "../../model/index.js";
import {
  type Decision,
  type ReportRow,
  type StatementRow,
  standing,
  statementsOf,
} from "../../record/index.js";
import type { Desk } from "../desk.js";
import { type AnyEndpoint, endpoint, momentOf } from "../endpoint.js";
import { missing } from "../problem.js";
import { queries } from "../queries.js";
import type { Context, StatementItem } from "../wire.js";

export const statementEndpoint: AnyEndpoint = endpoint({
  method: "get",
  path: "/api/statements/:statement",
  summary: "One statement with its report, the words around it, and what rests on it.",
  query: queries.none,
  body: null,
  answer: "StatementAnswer",
  answerTo: async (asked) => {
    const { desk, path } = asked;
    const id = path["statement"] ?? "";
    const { items } = await statementItems(await desk.ledger.statements([id]), desk);
    const [item] = items;
    if (item === undefined) throw missing(`the record has no statement “${id}”`);
    return { item, moment: momentOf({ ...asked, query: {} }) };
  },
});

/** Statements with the words around them, what rests on them, and who decided what on them; with the texts of their reports. */
export async function statementItems(
  rows: readonly StatementRow[],
  desk: Desk,
): Promise<{ readonly items: readonly StatementItem[]; readonly reports: ReadonlyMap<string, ReportRow> }> {
  if (rows.length === 0) return { items: [], reports: new Map() };
  const rowsOfReports = await desk.ledger.reports([...new Set(rows.map(({ report }) => report.id))]);
  const reports = new Map(rowsOfReports.map((one) => [one.id, one]));
  const present = await desk.present();
  const decided = decisionsOn(await desk.ledger.decisions());
  const items = rows.map(({ statement, report, change }): StatementItem => {
    const { events, prospects } = present.restingOn(statement.id);
    const { id, title, outlet, published, url, reliability } = report;
    return {
      statement: contractStatement(statement),
      report: { id, title, outlet, published, url, reliability },
      change,
      context: contextOf(statement.evidence, reports.get(report.id)?.text ?? ""),
      events: [...events].sort(),
      prospects: [...prospects].sort(),
      decisions: decided.get(statement.id) ?? [],
    };
  });
  return { items, reports };
}

function decisionsOn(decisions: readonly Decision[]): ReadonlyMap<string, readonly Decision[]> {
  const found = new Map<string, Decision[]>();
  for (const one of standing(decisions))
    for (const id of statementsOf(one.verdict)) found.set(id, [...(found.get(id) ?? []), one]);
  return found;
}

/** UTF-16 units on either side of a quote at most. */
const most = 400;

/** The words around a quote, within its paragraph; null where only the title states it. */
export function contextOf(
  { start, end, quote }: { readonly start: number; readonly end: number; readonly quote: string },
  text: string,
): Context | null {
  if (quote === "") return null;
  const begins = Math.max(start - most, text.lastIndexOf("\n", start - 1) + 1);
  const stop = text.indexOf("\n", end);
  const ends = Math.min(end + most, stop < 0 ? text.length : stop);
  // A surrogate pair that is cut in two would be no character.
  const first = isTail(text, begins) ? begins + 1 : begins;
  const last = isTail(text, ends) ? ends - 1 : ends;
  return { before: text.slice(first, start), after: text.slice(end, last) };
}

function isTail(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
