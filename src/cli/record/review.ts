import {
  type Correction,
  type Decision,
  type Event,
  type Reliability,
  type StatementRow,
  type Verdict,
  whyNotApart,
  whyNotOne,
} from "../../record/index.js";
import { exitCodes, type ReviewOptions } from "../contract.js";
import { gloss } from "../page/gloss.js";
import { jsonText, safe } from "../page/safe.js";
import type { Surroundings } from "../surroundings.js";
import { alterationsJson, alterationsPage } from "./alterations.js";
import { columns } from "./columns.js";
import { corrected } from "./correction.js";
import { type OpenRecord, WrongUse, withRecord } from "./open.js";

/** `credence review`: human decisions on what was read; gives the exit code. */
export async function reviewCommand(
  kind: string,
  things: readonly string[],
  options: ReviewOptions,
  surroundings: Surroundings,
): Promise<number> {
  return withRecord(options, surroundings, async (record) => {
    const { output } = surroundings;
    if (kind === "list") {
      await output.write(listed(await record.ledger.decisions(), options, record));
      return exitCodes.done;
    }
    if (kind === "queue") {
      await output.write(queuePage(await record.ledger.doubtful(longestQueue), options, record));
      return exitCodes.done;
    }
    const who =
      options.who ??
      filled(surroundings.environment["CREDENCE_WHO"]) ??
      filled(surroundings.environment["USER"]);
    if (who === undefined) throw new WrongUse("--who: say who decides, or set CREDENCE_WHO");
    if (options.why === undefined)
      throw new WrongUse("--why: say why, so that others can follow the decision");
    const verdict = await verdictOf(kind, things, record);
    const decision = await record.ledger.decide(verdict, who, options.why);
    const altered = await record.ledger.alterations(decision.change);
    if (altered === null) return exitCodes.undone;
    await output.write(
      options.json === true
        ? `${jsonText(alterationsJson(altered))}\n`
        : `${record.style.bold(`Decision ${decision.id} is change ${decision.change}`)}\n${alterationsPage(altered, record)}\n`,
    );
    return exitCodes.done;
  });
}

function filled(value: string | undefined): string | undefined {
  return value === "" ? undefined : value;
}

const usage: Readonly<Record<string, string>> = {
  accept: "accept STATEMENT",
  reject: "reject STATEMENT",
  correct: "correct STATEMENT FIELD=VALUE…",
  merge: "merge EVENT EVENT…",
  split: "split EVENT STATEMENT…",
  retract: "retract REPORT",
  rate: "rate OUTLET A|B|C|D|E|F",
  undo: "undo DECISION",
};

async function verdictOf(kind: string, things: readonly string[], record: OpenRecord): Promise<Verdict> {
  const form = usage[kind];
  if (form === undefined)
    throw new WrongUse(
      `there is no decision “${kind}”; give one of ${Object.keys(usage).join(", ")}, queue or list`,
    );
  const [first, ...rest] = things;
  const wrong = () => new WrongUse(`write: credence review ${form} --why "…"`);
  if (first === undefined) throw wrong();
  switch (kind) {
    case "accept":
    case "reject":
      if (rest.length > 0) throw wrong();
      return { kind, statement: await statementNamed(first, record) };
    case "correct":
      if (rest.length === 0) throw wrong();
      return {
        kind,
        statement: await statementNamed(first, record),
        correction: await correctionOf(first, rest, record),
      };
    case "merge":
      if (rest.length === 0) throw wrong();
      return { kind, statements: await mergedStatements(things, record) };
    case "split":
      if (rest.length === 0) throw wrong();
      return { kind, statements: await splitStatements(first, rest, record) };
    case "retract":
      if (rest.length > 0) throw wrong();
      if (!(await record.ledger.known([first])).has(first))
        throw new WrongUse(`the record has no report ${first}`);
      return { kind, report: first };
    case "rate":
      if (rest.length !== 1 || !/^[A-F]$/.test(rest[0] as string)) throw wrong();
      return { kind, outlet: record.books.outlets.find(first) ?? first, reliability: rest[0] as Reliability };
    default:
      if (rest.length > 0) throw wrong();
      return { kind: "undo", decision: await decisionNamed(first, record) };
  }
}

async function statementNamed(id: string, { ledger }: OpenRecord): Promise<string> {
  const [row] = await ledger.statements([id]);
  if (row === undefined)
    throw new WrongUse(
      `the record has no statement ${id}; credence timeline PARTY --evidence shows their ids`,
    );
  return id;
}

async function decisionNamed(id: string, { ledger }: OpenRecord): Promise<string> {
  const decisions = await ledger.decisions();
  if (!decisions.some((one) => one.id === id))
    throw new WrongUse(`the record has no decision ${id}; credence review list shows them`);
  return id;
}

async function correctionOf(id: string, pairs: readonly string[], record: OpenRecord): Promise<Correction> {
  const [row] = await record.ledger.statements([id]);
  if (row === undefined) throw new WrongUse(`the record has no statement ${id}`);
  return corrected(row.statement, pairs, record);
}

async function eventNamed(id: string, { ledger }: OpenRecord): Promise<Event> {
  const [row] = await ledger.events({ id, asOf: null, knownAt: null });
  if (row === undefined)
    throw new WrongUse(`the record has no event ${id}; credence timeline PARTY shows their ids`);
  return row.value;
}

async function mergedStatements(ids: readonly string[], record: OpenRecord): Promise<readonly string[]> {
  const events = await Promise.all(ids.map((id) => eventNamed(id, record)));
  const why = whyNotOne(events, record.registers.acts);
  if (why !== null) throw new WrongUse(why);
  return [...new Set(events.flatMap(({ statements }) => statements))].sort();
}

async function splitStatements(
  id: string,
  statements: readonly string[],
  record: OpenRecord,
): Promise<readonly string[]> {
  const event = await eventNamed(id, record);
  const stranger = statements.find((one) => !event.statements.includes(one));
  if (stranger !== undefined) throw new WrongUse(`the event ${id} does not rest on a statement ${stranger}`);
  const why = whyNotApart(event, statements.length);
  if (why !== null) throw new WrongUse(why);
  return [...statements].sort();
}

function listed(decisions: readonly Decision[], { json }: ReviewOptions, { style }: OpenRecord): string {
  if (json === true) return `${jsonText(decisions)}\n`;
  if (decisions.length === 0) return "Nobody has decided anything yet.\n";
  const rows = decisions.map(({ id, at, who, why, verdict }) => [
    id,
    at.slice(0, 10),
    safe(who),
    `${verdict.kind} ${safe(about(verdict))}: ${safe(why)}`,
  ]);
  return `${columns(rows, style, "")}\n`;
}

/** Readings shown at once; deciding on them brings the next. */
const longestQueue = 50;

/** What waits for a decision, because it was read with doubt: nothing follows from it until somebody accepts it. */
function queuePage(
  rows: readonly StatementRow[],
  { json }: ReviewOptions,
  { style, nameOf }: OpenRecord,
): string {
  if (json === true) return `${jsonText(rows)}\n`;
  if (rows.length === 0) return "Nothing that was read with doubt waits for a decision.\n";
  const lines = rows.map(({ statement, report }) => {
    const { evidence } = statement;
    const from = [report.outlet ?? report.title ?? report.id, report.published ?? "no date"].map(safe);
    return [
      statement.id,
      `${Math.round(100 * (statement.confidence ?? 0))}%`,
      `${gloss(statement, nameOf)}? “${safe(evidence.title ?? evidence.quote)}” (${from.join(", ")})`,
    ];
  });
  return `${columns(lines, style, "")}\n`;
}

function about(verdict: Verdict): string {
  switch (verdict.kind) {
    case "merge":
    case "split":
      return verdict.statements.join(" ");
    case "retract":
      return verdict.report;
    case "rate":
      return `${verdict.outlet} ${verdict.reliability}`;
    case "undo":
      return verdict.decision;
    default:
      return verdict.statement;
  }
}
