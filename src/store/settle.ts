import { sql } from "kysely";
import { identityOf } from "../model/index.js";
import {
  applied,
  type Decision,
  type Derived,
  derive,
  type Event,
  groupingsOf,
  type Prospect,
  type Registers,
  type Relation,
  type SystemTime,
  type Testimony,
  unitOf,
} from "../record/index.js";
import { type Database, insertRows } from "./rows.js";
import type { DerivedTable } from "./tables.js";
import { readTestimonies } from "./testimonies.js";

/** The moment of the record at which something is derived: the change and its system time. */
export interface Moment {
  readonly change: number;
  readonly at: SystemTime;
}

/**
 * Derives the units anew from all that the record holds up to a change, and brings the rows into line: a row that no
 * longer follows is closed, a new one opened, one that still follows is left alone.
 */
export async function settle(
  db: Database,
  units: readonly string[],
  decisions: readonly Decision[],
  { change, at: time }: Moment,
  registers: Registers,
): Promise<void> {
  const sorted = [...units].sort();
  const groupings = groupingsOf(decisions);
  for (let at = 0; at < sorted.length; at += portion) {
    const some = sorted.slice(at, at + portion);
    const testimonies = await testimoniesOf(db, some, decisions, change, registers);
    const rows: Rows = { event: [], prospect: [], relation: [] };
    for (const unit of some)
      addRows(rows, unit, derive(unit, testimonies.get(unit) ?? [], groupings, registers));
    for (const table of ["event", "prospect", "relation"] as const)
      await bringIntoLine(db, table, some, rows[table], time);
  }
}

/** Units derived together: enough to ask the database seldom, few enough to hold their statements at once. */
const portion = 400;

interface Row extends Readonly<Record<string, unknown>> {
  readonly id: string;
  readonly digest: string;
}
type Rows = Record<DerivedTable, Row[]>;

function addRows(rows: Rows, unit: string, { events, prospects, relations }: Derived): void {
  for (const event of events) rows.event.push({ ...common(unit, event), ...eventColumns(event) });
  for (const prospect of prospects)
    rows.prospect.push({ ...common(unit, prospect), ...prospectColumns(prospect) });
  for (const relation of relations)
    rows.relation.push({ ...common(unit, relation), ...relationColumns(relation) });
}

function common(unit: string, body: Event | Prospect | Relation): Row {
  return { id: body.id, unit, digest: identityOf(JSON.stringify(body)), body };
}

function eventColumns({ act, actor, target, date }: Event): Readonly<Record<string, unknown>> {
  return { act, actor, target, date_from: date.from, date_to: date.to };
}

function prospectColumns({ act, actor, target, said }: Prospect): Readonly<Record<string, unknown>> {
  return { act, actor, target, said_to: said.to };
}

function relationColumns(relation: Relation): Readonly<Record<string, unknown>> {
  const { slot, kind, subject, object, validFrom, validTo } = relation;
  return { slot, kind, subject, object, valid_from: validFrom, valid_to: validTo };
}

async function bringIntoLine(
  db: Database,
  table: DerivedTable,
  units: readonly string[],
  rows: readonly Row[],
  at: SystemTime,
): Promise<void> {
  const { rows: open } = await sql<{ id: string; digest: string }>`
    select id, digest from ${sql.table(table)}
    where unit = any(${units}::text[]) and system_to is null`.execute(db);
  const wanted = new Map(rows.map((row) => [row.id, row]));
  const closing = open.filter(({ id, digest }) => wanted.get(id)?.digest !== digest).map(({ id }) => id);
  const held = new Set(open.map(({ id, digest }) => `${id} ${digest}`));
  const opening = rows.filter(({ id, digest }) => !held.has(`${id} ${digest}`));
  if (closing.length > 0)
    await sql`update ${sql.table(table)} set system_to = ${at}
      where id = any(${closing}::text[]) and system_to is null`.execute(db);
  await insertRows(
    db,
    table,
    opening.map((row) => ({ ...row, system_from: at, system_to: null })),
  );
}

/** The statements of each unit as decisions leave them, up to a change. */
async function testimoniesOf(
  db: Database,
  units: readonly string[],
  decisions: readonly Decision[],
  change: number,
  registers: Registers,
): Promise<ReadonlyMap<string, Testimony[]>> {
  // A correction may move a statement into another unit than that which it was read into.
  const corrected = decisions.flatMap(({ verdict }) =>
    verdict.kind === "correct" ? [verdict.statement] : [],
  );
  const here = sql<boolean>`s.unit = any(${units}::text[]) or s.id = any(${corrected}::text[])`;
  const all = applied(await readTestimonies(db, here, change), decisions);
  const wanted = new Set(units);
  const found = new Map<string, Testimony[]>();
  for (const one of all) {
    const unit = unitOf(one, registers);
    if (unit === null || !wanted.has(unit)) continue;
    const group = found.get(unit);
    if (group === undefined) found.set(unit, [one]);
    else group.push(one);
  }
  return found;
}
