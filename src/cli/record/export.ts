import { stringify } from "csv-stringify/sync";
import type { Participant } from "../../model/index.js";
import {
  type Event,
  type Kept,
  type Prospect,
  precisionOf,
  type Recorded,
  type Relation,
  type StatementRow,
} from "../../record/index.js";
import { type ExportOptions, exitCodes } from "../contract.js";
import { jsonText } from "../page/safe.js";
import type { Surroundings } from "../surroundings.js";
import { type OpenRecord, WrongUse, withRecord } from "./open.js";

const kinds = ["events", "relations", "prospects", "statements"] as const;
const formats = ["jsonl", "csv", "plover"] as const;

/** `credence export`: the record as files for other programs, a page at a time; gives the exit code. */
export async function exportCommand(options: ExportOptions, surroundings: Surroundings): Promise<number> {
  return withRecord(options, surroundings, async (record) => {
    const format = oneOf("--format", options.format ?? "jsonl", formats);
    const what = oneOf("--what", options.what ?? (format === "plover" ? "events" : "relations"), kinds);
    if (format === "plover" && what !== "events")
      throw new WrongUse("--what: PLOVER knows events only; leave it away, or choose --format jsonl or csv");
    if (options.asOf !== undefined && what !== "relations" && what !== "events")
      throw new WrongUse("--as-of: only relations and events lie in time; leave it away");
    const { output } = surroundings;
    if (format === "csv") await output.write(csv([csvHeads[what]]));
    if (format === "plover") await output.write(csv([ploverHead]));
    for await (const page of record.ledger.each(what, record.when.knownAt)) {
      const rows = page.filter((one) => isAsked(what, one, record));
      if (format === "jsonl") await output.write(rows.map((one) => `${jsonText(flat(one), 0)}\n`).join(""));
      else if (format === "csv") await output.write(csv(rows.map((one) => csvRow(what, one))));
      else await output.write(csv(await ploverRows(rows as readonly Recorded<Event>[], record)));
    }
    return exitCodes.done;
  });
}

type AnyRow = Kept[keyof Kept];

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new WrongUse(`${option}: “${value}” is none of ${allowed.join(", ")}`);
  return found;
}

/** With `--as-of`, relations that held and events that had happened on that day. */
function isAsked(what: keyof Kept, row: AnyRow, { when }: OpenRecord): boolean {
  const day = when.asOf;
  if (day === null) return true;
  if (what === "relations") {
    const { validFrom, validTo } = (row as Recorded<Relation>).value;
    return (validFrom === null || validFrom <= day) && (validTo === null || day < validTo);
  }
  const { date } = (row as Recorded<Event>).value;
  return (date.from ?? date.to ?? "9999") <= day;
}

function flat(row: AnyRow): object {
  if ("value" in row) return { ...row.value, systemFrom: row.systemFrom, systemTo: row.systemTo };
  return { ...row.statement, report: row.report, change: row.change };
}

/** Cells that a spreadsheet would take for a formula are escaped, since their words may come from anywhere. */
function csv(rows: readonly (readonly unknown[])[]): string {
  return stringify(rows as unknown[][], { escape_formulas: true });
}

const csvHeads: Readonly<Record<keyof Kept, readonly string[]>> = {
  events: [
    "id",
    "act",
    "actor",
    "target",
    "date_from",
    "date_to",
    "object",
    "form",
    "mission",
    "city",
    "person",
    "reliability",
    "credibility",
    "origins",
    "denials",
    "disputes",
    "system_from",
    "system_to",
  ],
  relations: [
    "id",
    "kind",
    "subject",
    "object",
    "status",
    "as",
    "form",
    "mission",
    "city",
    "person",
    "valid_from",
    "certain_from",
    "certain_to",
    "valid_to",
    "opened_by",
    "closed_by",
    "disputed",
    "system_from",
    "system_to",
  ],
  prospects: [
    "id",
    "act",
    "actor",
    "target",
    "polarity",
    "modality",
    "said_from",
    "said_to",
    "due_from",
    "due_to",
    "resolved_by",
    "statements",
    "system_from",
    "system_to",
  ],
  statements: [
    "id",
    "report",
    "published",
    "outlet",
    "act",
    "actor",
    "target",
    "polarity",
    "modality",
    "date_from",
    "date_to",
    "quote",
    "rule",
  ],
};

function csvRow(what: keyof Kept, row: AnyRow): readonly unknown[] {
  switch (what) {
    case "events": {
      const { value: one, systemFrom, systemTo } = row as Recorded<Event>;
      const disputes = one.disputes.map(
        ({ field, values }) => `${field}: ${values.map(({ value }) => value).join(" | ")}`,
      );
      return [
        one.id,
        one.act,
        one.actor,
        one.target,
        one.date.from,
        one.date.to,
        one.object,
        one.form,
        one.mission?.kind,
        one.mission?.city,
        one.person,
        one.rating.reliability,
        one.rating.credibility,
        one.rating.origins.length,
        one.denials.length,
        disputes.join("; "),
        systemFrom,
        systemTo,
      ];
    }
    case "relations": {
      const { value: one, systemFrom, systemTo } = row as Recorded<Relation>;
      return [
        one.id,
        one.kind,
        one.subject,
        one.object,
        one.status,
        one.as,
        one.form,
        one.mission?.kind,
        one.mission?.city,
        one.person,
        one.validFrom,
        one.certainFrom,
        one.certainTo,
        one.validTo,
        one.openedBy,
        one.closedBy,
        String(one.disputed),
        systemFrom,
        systemTo,
      ];
    }
    case "prospects": {
      const { value: one, systemFrom, systemTo } = row as Recorded<Prospect>;
      return [
        one.id,
        one.act,
        one.actor,
        one.target,
        one.polarity,
        one.modality,
        one.said.from,
        one.said.to,
        one.due.from,
        one.due.to,
        one.resolvedBy,
        one.statements.join(" "),
        systemFrom,
        systemTo,
      ];
    }
    case "statements": {
      const { statement: one, report } = row as StatementRow;
      return [
        one.id,
        report.id,
        report.published,
        report.outlet,
        one.act,
        one.actor?.party,
        one.target?.party,
        one.polarity,
        one.modality,
        one.date?.from,
        one.date?.to,
        one.evidence.title ?? one.evidence.quote,
        one.evidence.rule,
      ];
    }
  }
}

const ploverHead = [
  "event_id",
  "event_date",
  "date_precision",
  "event_type",
  "event_mode",
  "event_context",
  "actor",
  "actor_name",
  "actor_sector",
  "recipient",
  "recipient_name",
  "recipient_sector",
  "placename",
  "act",
  "cameo_code",
  "source_reliability",
  "information_credibility",
  "num_sources",
  "publication",
  "url",
  "evidence",
];

/** One row an event, in the terms of the PLOVER manual; codes and sectors are those of the statement first published. */
async function ploverRows(
  events: readonly Recorded<Event>[],
  { ledger, nameOf }: OpenRecord,
): Promise<readonly (readonly unknown[])[]> {
  const statements = await ledger.statements(events.flatMap(({ value }) => value.statements));
  const byId = new Map(statements.map((row) => [row.statement.id, row]));
  return events.map(({ value: one }) => {
    const rows = one.statements.map((id) => byId.get(id)).filter((row) => row !== undefined);
    const first = [...rows].sort((a, b) =>
      (a.report.published ?? "9999").localeCompare(b.report.published ?? "9999"),
    )[0];
    const codes = first?.statement.codes;
    return [
      one.id,
      one.date.from ?? one.date.to,
      precisionOf(one.date),
      codes?.plover,
      codes?.mode,
      codes?.contexts.join(";"),
      one.actor,
      nameOf(one.actor),
      sectorOf(first?.statement.actor),
      one.target,
      nameOf(one.target),
      sectorOf(first?.statement.target),
      one.place,
      one.act,
      codes?.cameo,
      one.rating.reliability,
      one.rating.credibility,
      one.rating.origins.length,
      first?.report.outlet,
      first?.report.url,
      first?.statement.evidence.title ?? first?.statement.evidence.quote,
    ];
  });
}

/** A state that acts as a whole acts through its government (PLOVER manual, sectors). */
function sectorOf(participant: Participant | null | undefined): string {
  return participant?.sector ?? "GOV";
}
