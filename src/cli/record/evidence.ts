import type { StatementRow } from "../../record/index.js";
import { day } from "../page/days.js";
import { named } from "../page/names.js";
import { safe } from "../page/safe.js";
import { wrap } from "../page/wrap.js";
import type { OpenRecord } from "./open.js";

/** Statements quoted under one line at most. */
const most = 8;

/** The words behind something, one statement a paragraph: who says so, when, and the exact words. */
export async function evidencePage(
  statements: readonly string[],
  record: OpenRecord,
  indent: string,
): Promise<string> {
  const rows = await record.ledger.statements(statements.slice(0, most));
  const paragraphs = rows.map((row) => paragraph(row, record, indent));
  const more = statements.length > most ? [`${indent}and ${statements.length - most} more`] : [];
  return [...paragraphs, ...more].join("\n");
}

function paragraph(
  { statement, report }: StatementRow,
  { nameOf, style }: OpenRecord,
  indent: string,
): string {
  const { evidence, attribution } = statement;
  const chain = attribution
    .filter(({ kind }) => kind !== "outlet")
    .map(({ name, party }) => (party === null ? safe(name) : `${safe(name)} (for ${named(party, nameOf)})`));
  const outlet = report.outlet ?? report.title ?? `report ${report.id}`;
  const published = report.published === null ? "no date" : day(report.published);
  const who = [`${safe(outlet)} [${report.reliability}], ${published}`, ...chain].join(" › ");
  const words = `“${safe(evidence.title ?? evidence.quote)}”`;
  return [
    wrap(words, style, `${indent}│ `),
    style.dim(wrap(`${who} · ${statement.id}`, style, `${indent}│ `)),
  ].join("\n");
}
