import { common, compareWindows, lengthOf, meets, precisionOf } from "./days.js";
import { originsOf } from "./origins.js";
import type { Filed } from "./slots.js";
import type { DetailValue, Dispute, Testimony, Window } from "./types.js";
import { isDated, windowOf } from "./windows.js";

/** The details of an occurrence: of each the best supported value, and beside it what reports say otherwise. */
export interface Details {
  readonly date: Window;
  readonly values: Readonly<Partial<Record<Dispute["field"], string>>>;
  readonly disputes: readonly Dispute[];
}

const fields: readonly (readonly [Dispute["field"], (one: Filed) => string | null])[] = [
  ["place", ({ testimony }) => testimony.place?.party ?? testimony.place?.name ?? null],
  // What is withdrawn or broken off has no form of its own.
  ["form", ({ testimony, does }) => (does === "opens" ? testimony.form : null)],
  ["object", ({ as, testimony }) => as ?? testimony.object],
  // "A mission" is what is said where the kind is left open, and contradicts none.
  [
    "mission",
    ({ testimony }) => (testimony.mission?.kind === "mission" ? null : (testimony.mission?.kind ?? null)),
  ],
  ["city", ({ testimony }) => testimony.mission?.city ?? null],
  ["person", ({ testimony }) => testimony.envoy?.person ?? null],
  ["decidedBy", ({ testimony }) => testimony.decidedBy],
];

export function detailsOf(told: readonly Filed[]): Details {
  const { date, dispute } = dateOf(told.map(({ testimony }) => testimony));
  const values: Partial<Record<Dispute["field"], string>> = {};
  const disputes = dispute === null ? [] : [dispute];
  for (const [field, pick] of fields) {
    const found = valuesOf(told, pick);
    const [best] = found;
    if (best === undefined) continue;
    values[field] = best.value;
    if (found.length > 1) disputes.push({ field, values: found });
  }
  return { date, values, disputes };
}

function valuesOf(told: readonly Filed[], pick: (one: Filed) => string | null): readonly DetailValue[] {
  const groups = new Map<string, Testimony[]>();
  for (const one of told) {
    const value = pick(one);
    if (value !== null) groups.set(value, [...(groups.get(value) ?? []), one.testimony]);
  }
  return [...groups].map(([value, testimonies]) => detail(value, testimonies)).sort(bySupport);
}

function detail(value: string, testimonies: readonly Testimony[]): DetailValue {
  return {
    value,
    statements: testimonies.map(({ id }) => id).sort(),
    origins: originsOf(testimonies).length,
  };
}

function bySupport(a: DetailValue, b: DetailValue): number {
  return b.origins - a.origins || b.statements.length - a.statements.length || (a.value < b.value ? -1 : 1);
}

/** How a window is written as a value: "2008-02-18", "2008-02", "2008", "2008-02-01/2008-03-15", "…/2008-02-18". */
export function windowValue(window: Window): string {
  const { from, to } = window;
  switch (precisionOf(window)) {
    case "day":
      return from as string;
    case "month":
      return (from as string).slice(0, 7);
    case "year":
      return (from as string).slice(0, 4);
    default:
      return `${from ?? ".."}/${to ?? ".."}`;
  }
}

interface Candidate {
  readonly window: Window;
  readonly support: readonly Testimony[];
}

/**
 * The date: of the windows that differ, the one with which most independent origins agree at their own precision; then
 * the better reliability, then the earlier. Without any dated statement it is what all undated ones leave open.
 */
function dateOf(testimonies: readonly Testimony[]): { date: Window; dispute: Dispute | null } {
  const dated = testimonies
    .map((testimony) => ({ testimony, window: windowOf(testimony) }))
    .filter(({ window }) => isDated(window))
    .sort((a, b) => lengthOf(a.window) - lengthOf(b.window) || compareWindows(a.window, b.window));
  if (dated.length === 0) return { date: looseDate(testimonies), dispute: null };
  const candidates: Candidate[] = [];
  for (const { window } of dated) {
    if (candidates.some((one) => meets(one.window, window))) continue;
    const support = dated.filter((one) => meets(one.window, window)).map(({ testimony }) => testimony);
    candidates.push({ window, support });
  }
  const ranked = candidates
    .map((one) => ({ ...one, value: detail(windowValue(one.window), one.support) }))
    .sort(
      (a, b) =>
        b.value.origins - a.value.origins ||
        reliabilityOrder(a.support).localeCompare(reliabilityOrder(b.support)) ||
        compareWindows(a.window, b.window),
    );
  const [best] = ranked;
  const date = (best as Candidate).window;
  if (ranked.length < 2) return { date, dispute: null };
  return { date, dispute: { field: "date", values: ranked.map(({ value }) => value) } };
}

function reliabilityOrder(support: readonly Testimony[]): string {
  return support.map(({ reliability }) => reliability).sort()[0] ?? "F";
}

function looseDate(testimonies: readonly Testimony[]): Window {
  const windows = testimonies.map(windowOf);
  const all = windows.reduce((a, b) => (meets(a, b) ? common(a, b) : a));
  return all;
}
