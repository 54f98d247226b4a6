import { type Kysely, sql } from "kysely";
import {
  type Change,
  type ClaimRow,
  type Counts,
  doubtfulBelow,
  type Event,
  type Kept,
  type Ledger,
  type Prospect,
  type Relation,
  type ReportRow,
  type StatementRow,
  type SystemTime,
} from "../record/index.js";
import { alterationsOf } from "./alterations.js";
import { decisionsUpTo, everyChange } from "./decisions.js";
import { pageOf, select } from "./questions.js";
import { rebuild } from "./rebuild.js";
import { searchReports } from "./search.js";
import type { Tables } from "./tables.js";
import { addReports, decide, knownReports, previewReports, renewHistory, type Writing } from "./write.js";

/** The record on an open database; `close` closes the engine. */
export function createLedger(writing: Writing, close: () => Promise<void>): Ledger {
  const { db } = writing;
  return Object.freeze<Ledger>({
    known: (ids) => knownReports(db, ids),
    add: (additions) => addReports(writing, additions),
    renewHistory: (additions) => renewHistory(writing, additions),
    preview: (additions) => previewReports(writing, additions),
    decide: (verdict, who, why) => decide(writing, verdict, who, why),
    rebuild: (told) => rebuild(writing, told),
    relations: (selection) => select<Relation>(db, "relation", selection),
    events: (selection) => select<Event>(db, "event", selection),
    prospects: (selection) => select<Prospect>(db, "prospect", selection),
    statements: (ids) => statementRows(db, sql`s.id = any(${ids}::text[])`),
    doubtful: (limit) => doubtfulRows(db, limit),
    statementsOf: (report) => statementRows(db, sql`s.report = ${report}`),
    reports: (ids) => reportRows(db, ids),
    claims: (selection) => claimRows(db, claimCondition(selection), selection.limit ?? 1000),
    claimsOf: (report) => claimRows(db, sql`c.report = ${report}`, 1000),
    search: (words, limit) => searchReports(db, words, limit),
    decisions: () => decisionsUpTo(db, everyChange),
    changes: (limit, before) => changeRows(db, limit, before),
    alterations: (change) => alterationsOf(db, change),
    counts: () => counts(db),
    each: (kind, knownAt) => each(db, kind, knownAt),
    close,
  });
}

const tables = { events: "event", relations: "relation", prospects: "prospect" } as const;

async function* each<K extends keyof Kept>(
  db: Kysely<Tables>,
  kind: K,
  knownAt: SystemTime | null,
): AsyncGenerator<readonly Kept[K][]> {
  let after = "";
  for (;;) {
    const page =
      kind === "statements"
        ? (await statementPage(db, knownAt, after)).map((one) => ({ ...one, id: one.statement.id }))
        : await pageOf<unknown>(db, tables[kind as keyof typeof tables], knownAt, after);
    if (page.length === 0) return;
    after = (page.at(-1) as { id: string }).id;
    yield page.map(({ id: _, ...row }) => row) as unknown as readonly Kept[K][];
  }
}

/** Statements after an id, in the order of ids. */
async function statementPage(
  db: Kysely<Tables>,
  knownAt: SystemTime | null,
  after: string,
): Promise<readonly StatementRow[]> {
  const { rows } = await sql<{ id: string }>`
    select s.id from statement s join change c on c.number = s.change
    where s.id > ${after} and (${knownAt}::timestamptz is null or c.at <= ${knownAt}) order by s.id limit 1000`.execute(
    db,
  );
  const ids = rows.map(({ id }) => id);
  const found = await statementRows(db, sql`s.id = any(${ids}::text[])`);
  return [...found].sort((a, b) => (a.statement.id < b.statement.id ? -1 : 1));
}

type Condition = ReturnType<typeof sql<boolean>>;

/** Those on which a decision has been made, even one that was undone, have been looked at. */
async function doubtfulRows(db: Kysely<Tables>, limit: number): Promise<readonly StatementRow[]> {
  const rows = await statementRows(
    db,
    sql`s.id in (
      select d.id from statement d
      where d.told->>'confidence' is not null and (d.told->>'confidence')::float8 < ${doubtfulBelow}
        and not exists (select 1 from decision made where made.verdict->>'statement' = d.id)
      order by (d.told->>'confidence')::float8 desc, d.id limit ${limit})`,
  );
  const doubt = ({ statement }: StatementRow) => 1 - (statement.confidence ?? 0);
  return [...rows].sort((a, b) => doubt(a) - doubt(b));
}

async function statementRows(db: Kysely<Tables>, which: Condition): Promise<readonly StatementRow[]> {
  const { rows } = await sql<
    Omit<ReportParticulars, "outletOf"> & {
      body: StatementRow["statement"];
      change: number;
      outlet_of: string | null;
      story: string | null;
    }
  >`
    select s.told || s.shown as body, s.change, r.id, r.title, r.outlet, r.published, r.url, r.reliability,
      r.outlet_of, t.story
    from statement s join report r on r.id = s.report
    left join story t on t.report = s.report and t.system_to is null where ${which} order by r.published nulls first, r.id, s.place`.execute(
    db,
  );
  return rows.map(({ body, change, story, outlet_of: outletOf, ...report }) => ({
    statement: body,
    change,
    story: story ?? report.id,
    report: { ...report, outletOf },
  }));
}

type ReportParticulars = StatementRow["report"];

async function claimRows(db: Kysely<Tables>, which: Condition, limit: number): Promise<readonly ClaimRow[]> {
  const { rows } = await sql<ReportParticulars & { body: ClaimRow["claim"]; change: number }>`
    select c.body, c.change, r.id, r.title, r.outlet, r.published, r.url
    from claim c join report r on r.id = c.report where ${which}
    order by r.published desc nulls last, c.id limit ${limit}`.execute(db);
  return rows.map(({ body, change, ...report }) => ({ claim: body, change, report }));
}

function claimCondition({ party, knownAt }: Parameters<Ledger["claims"]>[0]): Condition {
  const of =
    party === undefined ? sql<boolean>`true` : sql<boolean>`(c.holder = ${party} or c.target = ${party})`;
  if (knownAt === null) return of;
  return sql<boolean>`${of} and c.change in (select number from change where at <= ${knownAt})`;
}

async function reportRows(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly ReportRow[]> {
  const { rows } = await sql<Omit<ReportRow, "outletOf"> & { outlet_of: string | null }>`
    select id, title, published, outlet, url, language, text, reliability, outlet_of, origin, change
    from report where id = any(${ids}::text[]) order by id`.execute(db);
  return rows.map(({ outlet_of, ...rest }) => ({ ...rest, outletOf: outlet_of }));
}

async function changeRows(
  db: Kysely<Tables>,
  limit: number,
  before: number | undefined,
): Promise<readonly Change[]> {
  const all = db.selectFrom("change").selectAll().orderBy("number", "desc").limit(limit);
  return before === undefined ? all.execute() : all.where("number", "<", before).execute();
}

async function counts(db: Kysely<Tables>): Promise<Counts> {
  const { rows } = await sql<Counts>`select
    (select count(*) from report) as reports,
    (select count(*) from statement) as statements,
    (select count(*) from event where system_to is null) as events,
    (select count(*) from relation where system_to is null) as relations,
    (select count(*) from prospect where system_to is null) as prospects,
    (select count(*) from change) as changes`.execute(db);
  return rows[0] as Counts;
}
