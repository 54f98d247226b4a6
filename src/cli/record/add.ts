import { type Fault, faultLine, type Report } from "../../model/index.js";
import type { Reader } from "../../pipeline.js";
import { type Given, isoDate, readSource } from "../../read/index.js";
import type { Added, Alterations, Change } from "../../record/index.js";
import { additionOf } from "../../recording.js";
import { type AddOptions, exitCodes } from "../contract.js";
import { noDate } from "../mistakes.js";
import { jsonText, safe } from "../page/safe.js";
import { inOrder } from "../stream/ordered.js";
import type { Surroundings } from "../surroundings.js";
import { alterationsJson, alterationsPage } from "./alterations.js";
import { checkedClaims, verdictJson, verdictPage } from "./claims.js";
import { createReportCrew, type Readings, type ReportBatch } from "./crew.js";
import { type OpenRecord, WrongUse, withRecord } from "./open.js";

/** Reports in one change of the record; each change is one transaction. */
const batchReports = 100;
/** Characters of text in one change. */
const batchUnits = 256 * 1024;
/** Reports up to which each is told of by itself. */
const fewReports = 12;

/** `credence add`: reads reports into the record; gives the exit code. */
export async function addCommand(
  options: AddOptions,
  sources: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  const published = options.published === undefined ? undefined : isoDate(options.published);
  return withRecord(options, surroundings, async (record) => {
    if (published === null) throw new WrongUse(noDate("--published", options.published ?? "", "2025-07-04"));
    const given: Given = { title: options.title, published, outlet: options.outlet, url: options.url };
    const total = await addAll(sources, given, options, record, surroundings);
    await surroundings.output.write(await outcome(total, options, record));
    for (const fault of total.faults.slice(0, 100))
      await surroundings.errors.write(`${safe(faultLine(fault))}\n`);
    if (total.faults.length > 100)
      await surroundings.errors.write(`credence: ${total.faults.length - 100} further faults\n`);
    return total.faults.length === 0 ? exitCodes.done : exitCodes.undone;
  });
}

interface Total {
  readonly added: string[];
  readonly known: string[];
  readonly changes: Change[];
  /** What each batch would have changed, where nothing is to be added. */
  readonly previews: (Alterations | null)[];
  readonly faults: Fault[];
}

async function addAll(
  sources: readonly string[],
  given: Given,
  options: AddOptions,
  record: OpenRecord,
  surroundings: Surroundings,
): Promise<Total> {
  const total: Total = { added: [], known: [], changes: [], previews: [], faults: [] };
  let reader: Promise<Reader> | null = null;
  const openReader = () => (reader ??= surroundings.openReader());
  const crew = createReportCrew(surroundings, openReader, (what) => {
    void surroundings.errors.write(`credence: ${safe(what)}\n`);
  });
  const progress = createProgress(surroundings);
  const batches = reportBatches(sources, given, surroundings, total.faults);
  const read = async (batch: ReportBatch): Promise<Read> => {
    // What the record holds already need not be read again: an interrupted run goes on where it was.
    const known = await record.ledger.known(batch.reports.map(({ report }) => report.id));
    const fresh = batch.reports.filter(({ report }) => !known.has(report.id));
    const readings = fresh.length === 0 ? { readings: [], faults: [] } : await crew.read({ reports: fresh });
    return { ...readings, known: [...known] };
  };
  try {
    for await (const { readings, faults, known } of inOrder(batches, 2 * surroundings.cores, read)) {
      total.faults.push(...faults);
      total.known.push(...known);
      if (readings.length > 0 && options.dryRun === true)
        total.previews.push(await record.ledger.preview(additions(readings, record)));
      else if (readings.length > 0) noted(total, await record.ledger.add(additions(readings, record)));
      await progress.told(total.added.length, total.known.length);
    }
  } finally {
    await progress.end();
    await crew.close();
  }
  return total;
}

interface Read extends Readings {
  readonly known: readonly string[];
}

function additions(
  readings: Readings["readings"],
  { books }: OpenRecord,
): Parameters<OpenRecord["ledger"]["add"]>[0] {
  return readings.map((reading) => additionOf(reading, books, "report"));
}

function noted(total: Total, { added, known, change }: Added): void {
  total.added.push(...added);
  total.known.push(...known);
  if (change !== null) total.changes.push(change);
}

/** Gathers reports into the batches of one change each; what cannot be read is put down as a fault. */
async function* reportBatches(
  sources: readonly string[],
  given: Given,
  surroundings: Surroundings,
  faults: Fault[],
): AsyncGenerator<ReportBatch> {
  const outside = { input: surroundings.input, network: await surroundings.network() };
  let held: { report: Report; where: string }[] = [];
  let units = 0;
  for (const source of sources) {
    for await (const item of readSource(source, given, outside)) {
      if ("fault" in item) {
        faults.push(item.fault);
        continue;
      }
      held.push(item);
      units += item.report.text.length;
      if (held.length < batchReports && units < batchUnits) continue;
      yield { reports: held };
      held = [];
      units = 0;
    }
  }
  if (held.length > 0) yield { reports: held };
}

/** Tells of long work: on a terminal on one line that is written over, elsewhere a line now and then. */
function createProgress({ errors, clock }: Surroundings): {
  told(added: number, known: number): Promise<void>;
  end(): Promise<void>;
} {
  const began = clock();
  const pause = errors.isTerminal ? 200 : 10_000;
  let last = began;
  let isShown = false;
  return {
    told: async (added, known) => {
      const now = clock();
      if (now - last < pause || now - began < 2_000) return;
      last = now;
      const rate = Math.round(added / ((now - began) / 1000));
      const line = `${added.toLocaleString("en")} reports added, ${known.toLocaleString("en")} known, ${rate} a second`;
      isShown = true;
      await errors.write(errors.isTerminal ? `\r${line}\u001b[K` : `credence: ${line}\n`);
    },
    end: async () => {
      if (isShown && errors.isTerminal) await errors.write("\r\u001b[K");
    },
  };
}

async function outcome(total: Total, options: AddOptions, record: OpenRecord): Promise<string> {
  if (options.dryRun === true) return previewed(total, options, record);
  const { added, known, changes } = total;
  const isFew = added.length <= fewReports;
  const claims = isFew ? await checkedClaims(added, record) : [];
  const altered = isFew
    ? await Promise.all(changes.map(({ number }) => record.ledger.alterations(number)))
    : [];
  const alterations = altered.filter((one) => one !== null);
  if (options.json === true) {
    const told = {
      added,
      known,
      changes: changes.map(({ number, at }) => ({ number, at })),
      alterations: alterations.map(alterationsJson),
      claims: claims.map(verdictJson),
    };
    return `${jsonText(told)}\n`;
  }
  const { style } = record;
  const already = known.length === 0 ? "" : `, ${counted(known.length, "report")} known already`;
  const numbers = changes.map(({ number }) => number);
  const as =
    numbers.length === 0
      ? ""
      : numbers.length === 1
        ? ` as change ${numbers[0]}`
        : ` as changes ${numbers[0]} to ${numbers.at(-1)}`;
  const head = style.bold(`${counted(added.length, "report")} added${as}${already}`);
  const parts = [head, ...alterations.map((one) => alterationsPage(one, record))];
  if (claims.length > 0)
    parts.push([style.bold("Claims"), ...claims.map((one) => verdictPage(one, record))].join("\n"));
  if (!isFew) parts.push(`credence log ${numbers[0]} and on shows what changed.`);
  return `${parts.filter((one) => one !== "").join("\n\n")}\n`;
}

/** What would change, and did not. */
function previewed({ previews }: Total, options: AddOptions, record: OpenRecord): string {
  const all = previews.filter((one) => one !== null);
  if (options.json === true) return `${jsonText(all.map(alterationsJson))}\n`;
  const count = all.reduce((sum, { reports }) => sum + reports.length, 0);
  const head = record.style.bold(`${counted(count, "report")} would be added; the record is as it was`);
  return `${[head, ...all.map((one) => alterationsPage(one, record))].join("\n\n")}\n`;
}

export function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
}
