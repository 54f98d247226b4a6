import { type Kysely, type SqlBool, sql } from "kysely";
import type { Recorded, Selection } from "../record/index.js";
import type { DerivedTable, Tables } from "./tables.js";

/** Rows at most, where nothing else is asked. */
const usualLimit = 1000;

interface Row<T> {
  readonly body: T;
  readonly system_from: string;
  readonly system_to: string | null;
}

type Sides = readonly ["subject", "object"] | readonly ["actor", "target"];

/**
 * The one query behind every question: rows of a derived table on given sides, as of a day, as known at a moment.
 * `record/asOf.ts` says the same in words of one function, and a test holds both equal.
 */
export async function select<T>(
  db: Kysely<Tables>,
  table: DerivedTable,
  selection: Selection,
): Promise<readonly Recorded<T>[]> {
  const sides: Sides = table === "relation" ? ["subject", "object"] : ["actor", "target"];
  const conditions = [...known(selection), ...onSides(selection, sides), ...ofTable(table, selection)];
  const where = conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
  const { rows } = await sql<Row<T>>`
    select body, system_from, system_to from ${sql.table(table)}
    where ${where} order by ${order(table, selection.order === "newest")} limit ${selection.limit ?? usualLimit}`.execute(
    db,
  );
  return rows.map(({ body, system_from, system_to }) => ({
    value: body,
    systemFrom: system_from,
    systemTo: system_to,
  }));
}

type Condition = ReturnType<typeof sql<SqlBool>>;

function known({ knownAt }: Selection): readonly Condition[] {
  if (knownAt === null) return [sql`system_to is null`];
  return [sql`system_from <= ${knownAt} and (system_to is null or system_to > ${knownAt})`];
}

function onSides({ party, counterpart, subject, object }: Selection, [a, b]: Sides): readonly Condition[] {
  const [one, other] = [sql.ref(a), sql.ref(b)];
  const found: Condition[] = [];
  if (party !== undefined && counterpart !== undefined)
    found.push(
      sql`((${is(a, party)} and ${is(b, counterpart)}) or (${is(a, counterpart)} and ${is(b, party)}))`,
    );
  else if (party !== undefined) found.push(sql`(${is(a, party)} or ${is(b, party)})`);
  if (subject !== undefined) found.push(sql`${one} = ${subject}`);
  if (object !== undefined) found.push(sql`${other} = ${object}`);
  return found;
}

function is(side: string, parties: string | readonly string[]): Condition {
  return typeof parties === "string"
    ? sql`${sql.ref(side)} = ${parties}`
    : sql`${sql.ref(side)} = any(${parties}::text[])`;
}

function ofTable(table: DerivedTable, { asOf, kind, acts, id, from, to }: Selection): readonly Condition[] {
  const found: Condition[] = [];
  if (id !== undefined) found.push(sql`id = ${id}`);
  if (acts !== undefined && table !== "relation") found.push(sql`act = any(${acts}::text[])`);
  if (table === "relation") {
    if (kind !== undefined) found.push(sql`kind = ${kind}`);
    if (asOf !== null)
      found.push(
        sql`(valid_from is null or valid_from <= ${asOf}) and (valid_to is null or valid_to > ${asOf})`,
      );
    if (from !== undefined) found.push(sql`(valid_to is null or valid_to > ${from})`);
    if (to !== undefined) found.push(sql`(valid_from is null or valid_from <= ${to})`);
  } else if (table === "event") {
    if (asOf !== null) found.push(sql`coalesce(date_from, date_to) <= ${asOf}`);
    // A range that ends before it begins is an error to the database, and holds nothing.
    if (from !== undefined && to !== undefined && to < from) found.push(sql`false`);
    else if (from !== undefined || to !== undefined)
      found.push(
        sql`daterange(date_from, date_to, '[]') && daterange(${from ?? null}::date, ${to ?? null}::date, '[]')`,
      );
  } else if (asOf !== null) {
    found.push(sql`coalesce(said_to, '-infinity') <= ${asOf}`);
  }
  return found;
}

function order(table: DerivedTable, isNewest: boolean): Condition {
  if (isNewest && table === "event")
    return sql`coalesce(date_from, date_to) desc nulls last, act, actor, target, id`;
  if (isNewest && table === "prospect") return sql`said_to desc nulls last, act, actor, target, id`;
  if (table === "relation") return sql`valid_from nulls first, kind, subject, object, slot, id`;
  if (table === "event") return sql`coalesce(date_from, date_to) nulls first, act, actor, target, id`;
  return sql`said_to nulls first, act, actor, target, id`;
}

/** Rows of a derived table after an id, in the order of ids. */
export async function pageOf<T>(
  db: Kysely<Tables>,
  table: DerivedTable,
  knownAt: string | null,
  after: string,
): Promise<readonly (Recorded<T> & { readonly id: string })[]> {
  const where = sql.join([sql`id > ${after}`, ...known({ asOf: null, knownAt })], sql` and `);
  const { rows } = await sql<Row<T> & { id: string }>`
    select id, body, system_from, system_to from ${sql.table(table)} where ${where} order by id limit ${usualLimit}`.execute(
    db,
  );
  return rows.map(({ id, body, system_from, system_to }) => ({
    id,
    value: body,
    systemFrom: system_from,
    systemTo: system_to,
  }));
}
