import { type Kysely, sql, type Transaction } from "kysely";
import type { Tables } from "./tables.js";

export type Database = Kysely<Tables> | Transaction<Tables>;

/** Inserts many rows of the same columns with one parameter; a column of type jsonb is given as an object. */
export async function insertRows(
  db: Database,
  table: keyof Tables,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const json = storable(JSON.stringify(rows));
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${json}::jsonb)`.execute(db);
}

/** A text as Postgres can keep it; see `storable`. */
export function storableText(text: string): string {
  return JSON.parse(storable(JSON.stringify(text))) as string;
}

/**
 * JSON as Postgres can keep it: a NUL character and half of a surrogate pair, which no Postgres text can hold, become
 * U+FFFD. Each is one UTF-16 unit, so that offsets into the text keep their meaning.
 */
export function storable(json: string): string {
  return json.replace(/\\\\|\\u(?:0000|d[89a-f][0-9a-f]{2})/g, (one) => (one === "\\\\" ? one : "\\ufffd"));
}
