import type { CommandTime } from "./command.js";
import type { Asked, Filled, Rebuilt } from "./jobs.js";
import type { EngineName } from "./places.js";
import type { Scan } from "./plans.js";

/** All that was measured on one engine. */
export interface Measured {
  readonly engine: EngineName;
  readonly command: CommandTime;
  readonly filled: Filled;
  readonly asked: Asked;
  readonly rebuilt: Rebuilt;
  /** Bytes of the folder on disk, with logs; null for a server, whose folder is its own. */
  readonly folder: number | null;
}

/** A line of the table: what was measured, and its value on each engine. */
type Line = readonly [string, (one: Measured) => number | null, digits?: number];

const mega = 2 ** 20;

/** The table of figures, an engine a column, with the ratio of the server to the embedded engine. */
export function figures(all: readonly Measured[]): string {
  const first = all[0] as Measured;
  const names = Object.keys(first.asked.times);
  const lines: readonly (Line | string)[] = [
    "adding, reports a second",
    ["credence add, texts that must be read", ({ command }) => command.reports / command.seconds],
    ["  … without the start of the command", ({ command }) => warmRate(command)],
    ["store alone, readings made beforehand", ({ filled }) => filled.reports / filled.seconds],
    ["  … in the first tenth", ({ filled }) => filled.reports / 10 / (filled.tenths[0] as number)],
    ["  … in the last tenth", ({ filled }) => filled.reports / 10 / (filled.tenths[9] as number)],
    "seconds",
    ["credence add of one report", ({ command }) => command.one, 2],
    ["slowest change of 100 reports", ({ filled }) => filled.slowest, 2],
    ["opening the record", ({ asked }) => asked.openedIn / 1000, 2],
    "questions, milliseconds, p50",
    ...names.map((name): Line => [name, ({ asked }) => asked.times[name]?.p50 ?? null, 2]),
    "questions, milliseconds, p99",
    ...names.map((name): Line => [name, ({ asked }) => asked.times[name]?.p99 ?? null, 2]),
    "rows of an answer, mean",
    ...names
      .filter((name) => first.asked.times[name]?.rows != null)
      .map((name): Line => [name, ({ asked }) => asked.times[name]?.rows ?? null, 1]),
    "MB",
    ["database on disk", ({ asked }) => asked.bytes / mega],
    ["  … with its logs", ({ folder }) => (folder === null ? null : folder / mega)],
    ...Object.keys(first.asked.tables)
      .slice(0, 6)
      .map((name): Line => [`  … ${name}`, ({ asked }) => (asked.tables[name] ?? 0) / mega]),
    ["memory after a tenth of the adding", ({ filled }) => rssAt(filled, 0.1) / mega],
    ["  … after half", ({ filled }) => rssAt(filled, 0.5) / mega],
    ["  … at its end", ({ filled }) => rssAt(filled, 1) / mega],
    ["  … at its peak", ({ filled }) => filled.peak / mega],
    ["memory after opening the record", ({ asked }) => asked.rssOpen / mega],
    ["  … after the questions", ({ asked }) => asked.rssAsked / mega],
    "rebuild of the small record",
    ["changes a second", ({ rebuilt }) => rebuilt.changes / rebuilt.seconds, 1],
  ];
  const head = `${"".padEnd(48)}${all.map(({ engine }) => engine.padStart(12)).join("")}${all.length > 1 ? "ratio".padStart(10) : ""}`;
  return [head, ...lines.map((line) => (typeof line === "string" ? `\n${line}` : row(line, all)))].join("\n");
}

function row([name, figure, digits = 0]: Line, all: readonly Measured[]): string {
  const values = all.map(figure);
  const cells = values.map((value) => (value === null ? "-" : number(value, digits)).padStart(12));
  const [a, b] = values;
  const ratio = a != null && b != null && a > 0 ? (b / a).toFixed(2).padStart(10) : "";
  return `${`  ${name}`.padEnd(48)}${cells.join("")}${ratio}`;
}

function number(value: number, digits: number): string {
  return value.toLocaleString("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

function warmRate({ reports, seconds, one }: CommandTime): number {
  return (reports - 1) / (seconds - one);
}

function rssAt({ memory }: Filled, at: number): number {
  return (memory.find((one) => one.at >= at) ?? memory.at(-1))?.rss ?? 0;
}

/** Whether memory while adding came to rest: its second half may not add half as much again, and 200 MB. */
export function isBounded({ memory }: Filled): boolean {
  const middle = (from: number, to: number) => {
    const some = memory.filter(({ at }) => at >= from && at <= to).map(({ rss }) => rss);
    return some.sort((a, b) => a - b)[some.length >> 1] ?? 0;
  };
  return middle(0.8, 1) <= middle(0.3, 0.5) * 1.5 + 200 * mega;
}

/** A question that reads a large table whole, for people, with its query and its plan. */
export function scanPage(scan: Scan): string {
  // The values of a query stand in its plan, and may be thousands.
  const plan = JSON.stringify(scan.plan, (_, value: unknown) => shortened(value), 1);
  return `${scanLine(scan)}\n${scan.sql}\n${plan}\n`;
}

export function scanLine({ question, table, rows, sql }: Scan): string {
  const begins = sql.trim().replace(/\s+/g, " ").slice(0, 60);
  return `${question}: reads all ${rows.toLocaleString("en")} rows of ${table} (${begins}…)`;
}

function shortened(value: unknown): unknown {
  return typeof value === "string" && value.length > 300 ? `${value.slice(0, 300)}…` : value;
}
