import { type Kysely, type RawBuilder, sql, type Transaction } from "kysely";
import { identityOf } from "../model/index.js";
import {
  type Added,
  type Addition,
  type Alterations,
  bandsOf,
  type Change,
  type Decision,
  type Registers,
  type SystemTime,
  signatureOf,
  statementsOf,
  unitOf,
  type Verdict,
} from "../record/index.js";
import { alterationsOf } from "./alterations.js";
import { decisionsUpTo, everyChange } from "./decisions.js";
import { insertRows, storable, storableText } from "./rows.js";
import { settle } from "./settle.js";
import { settleStories } from "./stories.js";
import type { Tables } from "./tables.js";
import { isGone, unitsOf } from "./testimonies.js";

/** What writing needs beside the database. */
export interface Writing {
  readonly db: Kysely<Tables>;
  readonly registers: Registers;
  /** Milliseconds since 1970. */
  clock(): number;
}

/** Any number will do, so long as every process that writes to a record uses the same: "cred" in ASCII. */
const writersLock = 0x6372_6564;

/** Runs one change in a transaction of its own, one writer at a time. */
export async function changing<T>(
  { db }: Writing,
  work: (trx: Transaction<Tables>) => Promise<T>,
): Promise<T> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${writersLock})`.execute(trx);
    return work(trx);
  });
}

/** Adds the reports that the record does not hold yet, all in one change. */
export async function addReports(writing: Writing, additions: readonly Addition[]): Promise<Added> {
  const added = await changing(writing, (trx) => addWithin(trx, writing, additions));
  if (added.change !== null && isMilestone(added.change.number)) await gatherStatistics(writing.db);
  return added;
}

/**
 * Makes the history on board what is given: new sources are added, those that are not among them count no longer, and
 * those that come again count again; all in one change. Null where it is so already.
 */
export async function renewHistory(writing: Writing, additions: readonly Addition[]): Promise<Change | null> {
  const ids = additions.map(({ reading }) => reading.report.id);
  const renewed = await changing(writing, async (trx) => {
    const { rows } = await sql<{ id: string; gone: boolean }>`
      select id, ${isGone(sql`report.id`, everyChange)} as gone from report where origin = 'history'`.execute(
      trx,
    );
    const held = new Map(rows.map(({ id, gone }) => [id, gone]));
    const wanted = new Set(ids);
    const moved = [
      ...rows.filter(({ id, gone }) => !gone && !wanted.has(id)).map(({ id }) => ({ id, gone: true })),
      ...ids.filter((id) => held.get(id) === true).map((id) => ({ id, gone: false })),
    ];
    const fresh = additions.filter(({ reading }) => !held.has(reading.report.id));
    if (fresh.length + moved.length === 0) return null;
    const change = await beginChange(trx, writing.clock, { kind: "history", who: null, why: null });
    await insertReadings(trx, fresh, change.number, writing.registers);
    await insertRows(
      trx,
      "retirement",
      moved.map(({ id, gone }) => ({ report: id, change: change.number, is_gone: gone })),
    );
    await deriveAdded(trx, change, writing.registers);
    return change;
  });
  if (renewed !== null) await gatherStatistics(writing.db);
  return renewed;
}

/** 1, 2, 5, 10, 20, 50, …: as a record grows, its plans need new statistics ever more rarely. */
function isMilestone(change: number): boolean {
  return /^[125]0*$/.test(String(change));
}

/** An embedded database gathers no statistics by itself, and a server only some time after a great change. */
export async function gatherStatistics(db: Kysely<Tables>): Promise<void> {
  await sql`analyze change, report, band, story, statement, claim, decision, event, prospect, relation`.execute(
    db,
  );
}

async function addWithin(
  trx: Transaction<Tables>,
  { clock, registers }: Pick<Writing, "clock" | "registers">,
  additions: readonly Addition[],
): Promise<Added> {
  const byId = new Map(additions.map((one) => [one.reading.report.id, one]));
  const known = await knownReports(trx, [...byId.keys()]);
  const fresh = [...byId.values()].filter((one) => !known.has(one.reading.report.id));
  if (fresh.length === 0) return { added: [], known: [...known].sort(), change: null };
  const kind = fresh.every(({ origin }) => origin === "history") ? "history" : "reports";
  const change = await beginChange(trx, clock, { kind, who: null, why: null });
  await insertReadings(trx, fresh, change.number, registers);
  await deriveAdded(trx, change, registers);
  const added = fresh.map(({ reading }) => reading.report.id).sort();
  return { added, known: [...known].sort(), change };
}

/** Carries what a preview found out of the transaction that is given up. */
class GivenUp extends Error {
  readonly found: Alterations | null;

  constructor(found: Alterations | null) {
    super("the transaction was a preview");
    this.found = found;
  }
}

/** Adds the reports in a transaction that is given up, and tells what they would have changed. */
export async function previewReports(
  writing: Writing,
  additions: readonly Addition[],
): Promise<Alterations | null> {
  try {
    return await changing(writing, async (trx) => {
      const { change } = await addWithin(trx, writing, additions);
      throw new GivenUp(change === null ? null : await alterationsOf(trx, change.number));
    });
  } catch (error) {
    if (error instanceof GivenUp) return error.found;
    throw error;
  }
}

export async function knownReports(
  db: Kysely<Tables> | Transaction<Tables>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    id: string;
  }>`select id from report where id = any(${ids}::text[])`.execute(db);
  return new Set(rows.map(({ id }) => id));
}

/** Opens a change; its system time is the clock's, or just after that of the change before if the clock lags. */
async function beginChange(
  trx: Transaction<Tables>,
  clock: Writing["clock"],
  { kind, who, why }: Pick<Change, "kind" | "who" | "why">,
): Promise<Change> {
  const last = await trx
    .selectFrom("change")
    .select(["number", "at"])
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
  const now = Math.max(clock(), last === undefined ? 0 : Date.parse(last.at) + 1);
  const at: SystemTime = new Date(now).toISOString();
  const change: Change = { number: (last?.number ?? 0) + 1, at, kind, who, why };
  await insertRows(trx, "change", [{ ...change }]);
  return change;
}

async function insertReadings(
  trx: Transaction<Tables>,
  additions: readonly Addition[],
  change: number,
  registers: Registers,
): Promise<void> {
  const reports = additions.map((one) => reportRow(one, change));
  await insertRows(
    trx,
    "report",
    reports.map(({ row }) => row),
  );
  await insertRows(
    trx,
    "band",
    reports.flatMap(({ row, bands }) =>
      [...new Set(bands)].map((band) => ({ band, report: row["id"], change })),
    ),
  );
  await insertRows(
    trx,
    "statement",
    additions.flatMap(({ reading: { report, statements } }) =>
      statements.map((body, place) => {
        const unit = unitOf({ ...body, published: report.published }, registers);
        const { id, act, actor, target } = body;
        const parties = { actor: actor?.party ?? null, target: target?.party ?? null };
        const { codes, evidence, ...told } = body;
        const shown = { codes, evidence };
        return { id, report: report.id, change, place, unit, act, ...parties, told, shown };
      }),
    ),
  );
  await insertRows(
    trx,
    "claim",
    additions.flatMap(({ reading: { report, claims } }) =>
      claims.map((body) => {
        const parties = { holder: body.holder?.party ?? null, target: body.target?.party ?? null };
        return { id: body.id, report: report.id, change, act: body.act, ...parties, body };
      }),
    ),
  );
}

function reportRow(
  { reading: { report }, outlet, reliability, outletOf, origin }: Addition,
  change: number,
): { readonly row: Readonly<Record<string, unknown>>; readonly bands: readonly number[] } {
  // The history on board is worded by us, so that likeness of words says nothing about its sources.
  const signature = origin === "history" ? new Uint32Array(0) : signatureOf(report.text);
  const { id, title, published, url, language, text } = report;
  const bytes = Buffer.from(signature.buffer, signature.byteOffset, signature.byteLength);
  const rest = { reliability, outlet_of: outletOf, origin, signature: `\\x${bytes.toString("hex")}` };
  const row = { id, change, title, published, outlet, url, language, text, ...rest };
  return { row, bands: bandsOf(signature) };
}

/** Derives what follows from the reports of a change; also what `rebuild` does for each change. */
export async function deriveAdded(
  trx: Transaction<Tables>,
  { number: change, at }: Change,
  registers: Registers,
): Promise<void> {
  const moved = await settleStories(trx, change, at);
  const { rows } = await sql<{ unit: string }>`
    select unit from statement where change = ${change} and unit is not null
    union
    select unit from statement
    where report in (select report from retirement where change = ${change}) and unit is not null`.execute(
    trx,
  );
  const decisions = await decisionsUpTo(trx, change);
  const affected =
    moved.length === 0
      ? []
      : await unitsOf(trx, sql`s.report = any(${moved}::text[])`, [decisions], change, registers);
  const units = [...new Set([...rows.map(({ unit }) => unit), ...affected])];
  await settle(trx, units, decisions, { change, at }, registers);
}

/** Records a decision and derives what it touches. */
export async function decide(
  writing: Writing,
  verdict: Verdict,
  who: string,
  why: string,
): Promise<Decision> {
  const said = { who: storableText(who), why: storableText(why) };
  const kept = JSON.parse(storable(JSON.stringify(verdict))) as Verdict;
  return changing(writing, async (trx) => {
    const change = await beginChange(trx, writing.clock, { kind: "decision", ...said });
    const id = identityOf("decision", change.number, change.at, said.who, said.why, JSON.stringify(kept));
    await insertRows(trx, "decision", [{ id, change: change.number, ...said, verdict: kept }]);
    await deriveDecided(trx, change, writing.registers);
    return { id, change: change.number, at: change.at, ...said, verdict: kept };
  });
}

/** Derives what a decision touches: the statements that it is about, as they lay before and as they lie after it. */
export async function deriveDecided(
  trx: Transaction<Tables>,
  { number: change, at }: Change,
  registers: Registers,
): Promise<void> {
  const decisions = await decisionsUpTo(trx, change);
  const before = decisions.filter((one) => one.change < change);
  const made = decisions.filter((one) => one.change === change);
  const views = [before, decisions];
  const units: string[] = [];
  for (const { verdict } of made)
    units.push(...(await unitsOf(trx, touchedBy(verdict, decisions), views, change, registers)));
  await settle(trx, [...new Set(units)], decisions, { change, at }, registers);
}

/** The statements that a verdict is about; undoing is about those of the decision undone. */
function touchedBy(verdict: Verdict, decisions: readonly Decision[]): RawBuilder<boolean> {
  switch (verdict.kind) {
    case "undo": {
      const undone = decisions.find(({ id }) => id === verdict.decision);
      return undone === undefined ? sql`false` : touchedBy(undone.verdict, decisions);
    }
    case "retract":
      return sql`s.report = ${verdict.report}`;
    case "rate":
      return sql`r.outlet = ${verdict.outlet}`;
    default:
      return sql`s.id = any(${statementsOf(verdict)}::text[])`;
  }
}
