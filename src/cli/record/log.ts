import { localDay } from "../../model/index.js";
import type { Alterations, Change } from "../../record/index.js";
import { exitCodes, type LogOptions } from "../contract.js";
import { jsonText, safe } from "../page/safe.js";
import type { Surroundings } from "../surroundings.js";
import { counted } from "./add.js";
import { alterationsJson, alterationsPage } from "./alterations.js";
import { columns } from "./columns.js";
import { type OpenRecord, WrongUse, withRecord } from "./open.js";

/** Changes listed where nothing else is asked. */
const usual = 20;

/** `credence log [CHANGE]`: what changed in the record, when, and because of what; gives the exit code. */
export async function logCommand(
  change: string | undefined,
  options: LogOptions,
  surroundings: Surroundings,
): Promise<number> {
  return withRecord(options, surroundings, async (record) => {
    const { output } = surroundings;
    if (change === undefined) {
      const changes = await record.ledger.changes(wholeNumber("--limit", options.limit ?? String(usual)));
      const all = (await Promise.all(changes.map(({ number }) => record.ledger.alterations(number)))).filter(
        (one) => one !== null,
      );
      await output.write(
        options.json === true
          ? `${jsonText(all.map(summary))}\n`
          : `${columns(
              all.map((one) => row(one)),
              record.style,
              "",
            )}\n`,
      );
      return exitCodes.done;
    }
    const number = wholeNumber("CHANGE", change);
    const one = await record.ledger.alterations(number);
    if (one === null) throw new WrongUse(`the record has no change ${number}; credence log lists them`);
    await output.write(options.json === true ? `${jsonText(alterationsJson(one))}\n` : page(one, record));
    return exitCodes.done;
  });
}

function wholeNumber(option: string, written: string): number {
  const number = Number(written);
  if (!Number.isInteger(number) || number < 1)
    throw new WrongUse(`${option}: “${written}” is no whole number above 0`);
  return number;
}

function row({ change, reports, decision, events, relations, prospects }: Alterations): readonly string[] {
  const altered = [
    ...(events.length > 0 ? [counted(events.length, "event")] : []),
    ...(relations.length > 0 ? [counted(relations.length, "relation")] : []),
    ...(prospects.length > 0 ? [counted(prospects.length, "prospect")] : []),
  ].join(", ");
  const because = cause(change, reports, decision);
  return [String(change.number), localTime(change.at), `${because}${altered === "" ? "" : `: ${altered}`}`];
}

function cause(
  { kind, who, why }: Change,
  reports: Alterations["reports"],
  decision: Alterations["decision"],
): string {
  if (kind === "decision")
    return `${safe(who ?? "")} decided: ${decision?.verdict.kind ?? ""} (${safe(why ?? "")}) ${decision?.id ?? ""}`;
  const [first] = reports;
  if (kind === "history") return `the history on board, ${counted(reports.length, "source")}`;
  if (reports.length === 1 && first !== undefined)
    return `${first.title === null ? "a report" : `“${safe(first.title)}”`} (${safe(first.outlet ?? "outlet not known")}, ${first.id})`;
  return counted(reports.length, "report");
}

/** "2026-11-24 15:02:11" in the machine's own time zone. */
function localTime(instant: string): string {
  const date = new Date(instant);
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()];
  return `${localDay(date.getTime())} ${time.map((part) => String(part).padStart(2, "0")).join(":")}`;
}

function summary({ change, reports, decision, events, relations, prospects }: Alterations): object {
  const altered = { events: events.length, relations: relations.length, prospects: prospects.length };
  return { ...change, reports: reports.map(({ id }) => id), decision, altered };
}

/** Reports listed at most. */
const most = 20;

function page(one: Alterations, record: OpenRecord): string {
  const { style } = record;
  const head = style.bold(`Change ${one.change.number}, ${localTime(one.change.at)}`);
  const because = cause(one.change, one.reports, one.decision);
  const reports =
    one.reports.length < 2
      ? ""
      : columns(
          one.reports
            .slice(0, most)
            .map(({ id, title, outlet, published }) => [
              id,
              published ?? "no date",
              `${safe(title ?? "without title")} (${safe(outlet ?? "outlet not known")})`,
            ]),
          style,
        ) + (one.reports.length > most ? `\n  and ${one.reports.length - most} more` : "");
  return `${[head, because, reports, alterationsPage(one, record)].filter((part) => part !== "").join("\n")}\n`;
}
