import { setFlagsFromString } from "node:v8";
import { type Kysely, sql } from "kysely";
import { expect } from "vitest";
import { recordAddress } from "../../src/store/address.js";
import { openEngine } from "../../src/store/engine.js";
import type { Tables } from "../../src/store/tables.js";

/** Everything that a record holds, as text that can be compared. */
export interface Picture {
  readonly changes: readonly { readonly number: number; readonly at: string }[];
  /** Every row by its table and key, also closed ones; without the end of its system time, which is the one thing that may change. */
  readonly rows: ReadonlyMap<string, string>;
  /** What the record knows now, each row with its table, sorted; without the change and the moment at which it came to know it. */
  readonly now: readonly string[];
}

// An embedded database that is opened for one look is not worth making fast.
setFlagsFromString("--liftoff-only");

/** Opens a record without bringing it to another form and looks at all of it. */
export async function look(where: string): Promise<Picture> {
  const engine = await openEngine(recordAddress(where, {}));
  try {
    return await pictureOf(engine.db);
  } finally {
    await engine.close();
  }
}

const added = { change: "number", report: "id", statement: "id", claim: "id", decision: "id" } as const;
const derived = { story: "report", event: "id", prospect: "id", relation: "id" } as const;

async function pictureOf(db: Kysely<Tables>): Promise<Picture> {
  const rows = new Map<string, string>();
  const now: string[] = [];
  for (const [table, key] of Object.entries(added)) {
    for (const { id, all, bare } of await rowsOf(db, table, sql.ref(key), ["change", "number", "at"])) {
      rows.set(`${table} ${id}`, all);
      // Which change added a report depends on where a run was broken off.
      if (table !== "change") now.push(`${table} ${bare}`);
    }
  }
  for (const [table, key] of Object.entries(derived)) {
    const name = sql`${sql.ref(key)} || ' ' || system_from`;
    for (const { id, all, bare, isOpen } of await rowsOf(db, table, name, ["system_from", "system_to"])) {
      rows.set(`${table} ${id}`, all);
      if (isOpen) now.push(`${table} ${bare}`);
    }
  }
  const changes = await db.selectFrom("change").select(["number", "at"]).orderBy("number").execute();
  return { changes, rows, now: now.sort() };
}

interface Row {
  readonly id: string;
  readonly all: string;
  readonly bare: string;
  readonly isOpen: boolean;
}

async function rowsOf(
  db: Kysely<Tables>,
  table: string,
  key: ReturnType<typeof sql>,
  without: readonly string[],
): Promise<readonly Row[]> {
  const body = sql`to_jsonb(t)`;
  const { rows } = await sql<Row>`
    select (${key})::text as id, (${body} - 'system_to')::text as all, (${body} - ${without}::text[])::text as bare,
      (${body} ->> 'system_to') is null as "isOpen"
    from ${sql.table(table)} t`.execute(db);
  return rows;
}

/** Changes are numbered from 1 without gaps, and each comes after the one before it. */
export function expectOrder({ changes }: Picture): void {
  expect(changes.map(({ number }) => number)).toEqual(changes.map((_, at) => at + 1));
  const times = changes.map(({ at }) => at);
  expect(times).toEqual([...new Set(times)].sort());
}

/** All that was held before is held after, unaltered. */
export function expectKept(before: Picture, after: Picture): void {
  const lost = [...before.rows].filter(([key, value]) => after.rows.get(key) !== value);
  expect(lost).toEqual([]);
}

export function counted({ now }: Picture, table: string): number {
  return now.filter((row) => row.startsWith(`${table} `)).length;
}
