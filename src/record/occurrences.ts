import { compareWindows, lengthOf, meets } from "./days.js";
import type { Filed } from "./slots.js";
import type { Window } from "./types.js";
import { isDated, middleOf, windowOf } from "./windows.js";

/** Statements that tell of one occurrence, before it is weighed. */
export interface Occurrence {
  readonly act: string;
  readonly actor: string;
  readonly target: string;
  readonly slot: string;
  /** The finest window among the statements: what they are held together by. */
  readonly window: Window;
  readonly told: readonly Filed[];
}

/** Days by which reports of one act of status may differ and still tell of one occurrence. */
const slack = 3;
/** Days after its date within which an undated report of a deed that changes no relation is tied to it. */
const fresh = 31;
/** Two openings without a closing between them, up to this many days apart, are one occurrence with a disputed date. */
export const disputable = 731;

/** What persons have said about which statements tell of one occurrence: each set stands together, or apart. */
export interface Groupings {
  readonly merged: readonly ReadonlySet<string>[];
  readonly split: readonly ReadonlySet<string>[];
}

/**
 * Groups statements into occurrences. The result depends on the set of statements alone and never on their order:
 * they are taken by the fineness of their dates, then by date and id.
 */
export function occurrencesOf(filed: readonly Filed[], groupings: Groupings): readonly Occurrence[] {
  const occurrences: Occurrence[] = [];
  for (const group of groupBy(filed, groupKey).values()) {
    const withWindow = group.map((one) => ({ one, window: windowOf(one.testimony) })).sort(byFineness);
    const clusters: Occurrence[] = [];
    const loose: Placing[] = [];
    for (const placing of withWindow) {
      if (!isDated(placing.window)) loose.push(placing);
      else join(clusters, placing, placing.one.kind === null ? 0 : slack);
    }
    for (const placing of loose) attach(clusters, placing);
    occurrences.push(...clusters);
  }
  return regrouped(mergeRuns(occurrences), groupings).map(named).sort(compareOccurrences);
}

/** Names an occurrence by the act, and the side that acts, which most of its statements tell. */
function named(occurrence: Occurrence): Occurrence {
  const told = new Map<string, { count: number; filed: Filed }>();
  for (const filed of occurrence.told) {
    const key = `${filed.act} ${filed.actor}`;
    told.set(key, { count: (told.get(key)?.count ?? 0) + 1, filed });
  }
  const [first] = [...told].sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1));
  const { act, actor, target } = (first as NonNullable<typeof first>)[1].filed;
  return { ...occurrence, act, actor, target };
}

interface Placing {
  readonly one: Filed;
  readonly window: Window;
}

/** Statements of different acts, directions, persons or kinds of mission never tell of one occurrence. */
function groupKey(filed: Filed): string {
  const { slot, kind, testimony } = filed;
  const rest = kind === "accreditation" ? surnameOf(testimony.envoy?.person ?? null) : "";
  return `${slot} ${deedOf(filed)} ${rest}`;
}

/**
 * What was done, and by whom where that tells one deed from another. Opening and reopening, accepting an envoy and
 * presenting credentials are told of one deed; a severing by each side is two.
 */
function deedOf({ act, actor, does, slot }: Filed): string {
  return does === "opens" ? `${slot} opens` : `${slot} ${act} ${actor}`;
}

function surnameOf(person: string | null): string {
  return person === null ? "" : (person.trim().split(/\s+/).at(-1) ?? "").toLowerCase();
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}

function byFineness(a: Placing, b: Placing): number {
  return (
    lengthOrder(a.window) - lengthOrder(b.window) ||
    compareWindows(a.window, b.window) ||
    (a.one.testimony.id < b.one.testimony.id ? -1 : 1)
  );
}

function lengthOrder(window: Window): number {
  const length = lengthOf(window);
  return Number.isFinite(length) ? length : 1e9;
}

/** Adds a dated statement to the occurrence that it agrees with, the one with the most statements first. */
function join(clusters: Occurrence[], { one, window }: Placing, allowed: number): void {
  let best = -1;
  for (const [index, cluster] of clusters.entries()) {
    if (!meets(cluster.window, window, allowed)) continue;
    const held = clusters[best];
    if (held === undefined || isBetter(cluster, held, window)) best = index;
  }
  put(clusters, best, one, window);
}

/** Whether a statement belongs rather to `a`: what has the day in common, then what more statements tell, then the earlier. */
function isBetter(a: Occurrence, b: Occurrence, window: Window): boolean {
  const [exactA, exactB] = [meets(a.window, window), meets(b.window, window)];
  if (exactA !== exactB) return exactA;
  if (a.told.length !== b.told.length) return a.told.length > b.told.length;
  return compareWindows(a.window, b.window) < 0;
}

/** Ties a statement without a date of its own to the latest occurrence that it can speak of. */
function attach(clusters: Occurrence[], { one, window }: Placing): void {
  let best = -1;
  for (const [index, cluster] of clusters.entries()) {
    if (!meets(cluster.window, window, window.from === null ? 2 : 0)) continue;
    if (one.kind === null && isStale(cluster.window, window)) continue;
    const held = clusters[best];
    if (held === undefined || compareWindows(cluster.window, held.window) > 0) best = index;
  }
  put(clusters, best, one, window);
}

function isStale(told: Window, { to }: Window): boolean {
  if (to === null || told.to === null) return false;
  return middleOf({ from: to, to }) - middleOf({ from: told.to, to: told.to }) > fresh;
}

function put(clusters: Occurrence[], at: number, one: Filed, window: Window): void {
  const { act, actor, target, slot } = one;
  const held = clusters[at];
  if (held === undefined) clusters.push({ act, actor, target, slot, window, told: [one] });
  else clusters[at] = { ...held, told: [...held.told, one] };
}

/**
 * Joins occurrences that cannot both have happened: nothing is opened twice, or closed twice, without its opposite in
 * between. Recognition cannot be given twice at all; of other relations the record may simply not know what lay
 * between, so that only those near each other are joined.
 */
function mergeRuns(occurrences: readonly Occurrence[]): Occurrence[] {
  const kept: Occurrence[] = [];
  const slots = groupBy(occurrences, ({ slot, told }) => `${slot} ${personOf(told)}`);
  for (const group of slots.values()) {
    const sorted = [...group].sort(compareOccurrences);
    let last = new Map<string, number>();
    for (const occurrence of sorted) {
      const first = occurrence.told[0] as Filed;
      const key = deedOf(first);
      const before = last.get(key);
      const held = before === undefined ? undefined : kept[before];
      if (before !== undefined && held !== undefined && canBeOne(first, held, occurrence)) {
        kept[before] = mergeTwo(held, occurrence);
        continue;
      }
      kept.push(occurrence);
      // Whatever opens or closes stands between; what merely changes a relation does not.
      if (first.does === "changes") last.set(key, kept.length - 1);
      else last = new Map([[key, kept.length - 1]]);
    }
  }
  return kept;
}

function personOf(told: readonly Filed[]): string {
  const first = told[0] as Filed;
  return first.kind === "accreditation" ? surnameOf(first.testimony.envoy?.person ?? null) : "";
}

function canBeOne({ kind, does, testimony }: Filed, a: Occurrence, b: Occurrence): boolean {
  if (kind === null || kind === "sanctions" || does === "changes") return false;
  if (a.act !== b.act) return meets(a.window, b.window, slack);
  if (kind === "recognition" || kind === "listing") return true;
  if (!Number.isFinite(middleOf(a.window)) || !Number.isFinite(middleOf(b.window))) return true;
  const other = (a.told[0] as Filed).testimony;
  const [here, there] = [testimony.mission?.kind ?? null, other.mission?.kind ?? null];
  if (here !== null && there !== null && here !== there) return false;
  return middleOf(b.window) - middleOf(a.window) <= disputable;
}

function mergeTwo(a: Occurrence, b: Occurrence): Occurrence {
  const finer = lengthOrder(b.window) < lengthOrder(a.window) ? b.window : a.window;
  return { ...a, window: finer, told: [...a.told, ...b.told] };
}

/** Applies what persons decided: merges first, then splits. */
function regrouped(occurrences: readonly Occurrence[], { merged, split }: Groupings): Occurrence[] {
  let current = [...occurrences];
  for (const together of merged) {
    const hit = current.filter(({ told }) => told.some(({ testimony }) => together.has(testimony.id)));
    const [first, ...others] = hit;
    if (first === undefined) continue;
    const one = others.filter((other) => other.act === first.act).reduce(mergeTwo, first);
    current = [...current.filter((other) => !hit.includes(other) || other.act !== first.act), one];
  }
  for (const apart of split) {
    current = current.flatMap((one) => {
      const out = one.told.filter(({ testimony }) => apart.has(testimony.id));
      if (out.length === 0 || out.length === one.told.length) return [one];
      const rest = one.told.filter(({ testimony }) => !apart.has(testimony.id));
      return [withTold(one, rest), withTold(one, out)];
    });
  }
  return current;
}

function withTold(occurrence: Occurrence, told: readonly Filed[]): Occurrence {
  const windows = told.map((one) => windowOf(one.testimony));
  const window = windows.reduce((finest, one) => (lengthOrder(one) < lengthOrder(finest) ? one : finest));
  return { ...occurrence, window, told };
}

/** In time; at the same time what closes stands before what opens, as in a switch. */
export function compareOccurrences(a: Occurrence, b: Occurrence): number {
  return (
    compareWindows(a.window, b.window) ||
    (a.slot < b.slot ? -1 : a.slot > b.slot ? 1 : 0) ||
    (a.act < b.act ? 1 : a.act > b.act ? -1 : 0) ||
    (a.actor < b.actor ? -1 : a.actor > b.actor ? 1 : 0) ||
    (firstId(a) < firstId(b) ? -1 : 1)
  );
}

function firstId({ told }: Occurrence): string {
  return told.map(({ testimony }) => testimony.id).sort()[0] ?? "";
}
