import type { Timed } from "./ask.js";
import type { Loaded } from "./load.js";
import type { Painted } from "./paint.js";
import type { Size } from "./sizes.js";
import type { Spread } from "./spread.js";

/** Milliseconds under which each question shall stay at p99, and the first paint of a view. */
export const goals = { question: 50, paint: 1_000 } as const;

export function isMet({ wall, wrong }: Timed): boolean {
  return wall.p99 < goals.question && wrong.length === 0;
}

/** The table of questions put one after another. */
export function askedTable(timed: ReadonlyMap<string, Timed>): string {
  const head = `${"milliseconds".padEnd(24)}${cells("p50", "p99", "most", "work p50", "work p99", "wait p99", "kB")}  ${goals.question} ms at p99`;
  const rows = [...timed].map(([kind, one]) => {
    const { wall, busy, waited, bytes } = one;
    const figures = [wall.p50, wall.p99, wall.most, busy?.p50, busy?.p99, waited?.p99, bytes / 1024];
    return `${kind.padEnd(24)}${cells(...figures.map(number))}  ${verdict(one)}`;
  });
  return [head, ...rows].join("\n");
}

function verdict(one: Timed): string {
  if (one.wrong.length > 0) return `FAULT: ${one.wrong.length} wrong, such as ${one.wrong[0]}`;
  if (isMet(one)) return "under";
  const slow = `OVER ${goals.question} ms`;
  if (one.busy !== null && one.busy.p99 < goals.question) return `${slow}, though not of its own work`;
  return `${slow}; slowest ${one.slowest.path} ${JSON.stringify(one.slowest.body ?? "")}`;
}

/** What a load came to, and a row for each kind of question in it. */
export function loadTable({ rate, seconds, all, kinds, errors, together, late, work }: Loaded): string {
  const wrong = [...errors.values()].reduce((sum, count) => sum + count, 0);
  const share = work === null ? "" : `; the server worked ${percent(work.busy / seconds / 1000)} of one core`;
  const waited = work === null ? "" : ` and waited ${percent(work.waited / seconds / 1000)} for one`;
  const lines = [
    `${rate} questions a second for ${seconds} s: ${all.count.toLocaleString("en")} put, ${wrong} without an answer${share}${waited}`,
    `at most ${together} under way at once; the bench itself was late by ${number(late)} ms at p99`,
    ...[...errors].map(([what, count]) => `FAULT: ${count} × ${what}`),
    `${"milliseconds".padEnd(24)}${cells("p50", "p99", "most")}`,
    ...[["all", all] as const, ...kinds].map(
      ([kind, { p50, p99, most }]: readonly [string, Spread]) =>
        `${kind.padEnd(24)}${cells(...[p50, p99, most].map(number))}`,
    ),
  ];
  return lines.join("\n");
}

export function paintTable(painted: readonly Painted[]): string {
  const head = `${"milliseconds, median of 7".padEnd(40)}${cells("first", "slowest", "largest", "work")}`;
  const rows = painted.map(({ view, first, slowest, largest, work }) => {
    const told = first < goals.paint ? "" : `  over ${goals.paint / 1000} s`;
    return `${view.slice(0, 38).padEnd(40)}${cells(...[first, slowest, largest, work].map(number))}${told}`;
  });
  return [head, ...rows].join("\n");
}

/** The map's shapes are not counted among what is small: issue and README speak of the page before them. */
export function sizeTable(sizes: readonly Size[]): string {
  const isShapes = ({ name }: Size) => name.endsWith(".json");
  const kilo = (bytes: number) => number(bytes / 1000);
  const row = (name: string, some: readonly Size[]) =>
    `${name.padEnd(40)}${cells(kilo(sum(some, "plain")), kilo(sum(some, "sent")))}`;
  return [
    `${"kB".padEnd(40)}${cells("plain", "as sent")}`,
    ...sizes.map((one) => row(one.name, [one])),
    row(
      "all but the map's shapes",
      sizes.filter((one) => !isShapes(one)),
    ),
  ].join("\n");
}

function sum(sizes: readonly Size[], of: "plain" | "sent"): number {
  return sizes.reduce((total, one) => total + one[of], 0);
}

function cells(...texts: readonly string[]): string {
  return texts.map((text) => text.padStart(10)).join("");
}

function number(value: number | null | undefined): string {
  return value == null || Number.isNaN(value)
    ? "-"
    : value.toLocaleString("en", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
