import { type IsoDate, identityOf } from "../model/index.js";
import { earliest, latest } from "./days.js";
import type { Occurrence } from "./occurrences.js";
import type { Registers } from "./register.js";
import type { Filed } from "./slots.js";
import type { Prospect, Testimony, Window } from "./types.js";
import { pairOf } from "./units.js";

/** The opposite of what an occurrence does ends its effect. */
const opposite = { opens: "closes", closes: "opens", suspends: "opens", changes: null } as const;

/**
 * The occurrence that a negative statement stands against: the last of the same act that had happened by then and whose
 * effect, so far as the record knows, still lasted. Null where there is none: then nothing is denied, only refused.
 */
export function deniedBy(filed: Filed, occurrences: readonly Occurrence[]): Occurrence | null {
  const at = saidOn(filed.testimony);
  if (at === null) return null;
  return lastingAt(filed, occurrences, at);
}

/** The day for which a statement of what has not happened holds: its own date, else that of publication. */
function saidOn(testimony: Testimony): IsoDate | null {
  return testimony.date?.to ?? testimony.date?.from ?? testimony.published;
}

/** The last occurrence of the same act by a day, unless its opposite has followed by then. */
function lastingAt(filed: Filed, occurrences: readonly Occurrence[], at: IsoDate): Occurrence | null {
  let found: Occurrence | null = null;
  for (const one of occurrences) {
    if (one.slot !== filed.slot) continue;
    const does = (one.told[0] as Filed).does;
    // Within the month or year of an event nobody can tell whether it had happened by then: it counts as done only
    // afterwards, and its opposite from the first day on which that may have happened.
    if (isSameDeed(one, filed)) {
      const done = one.window.to ?? one.window.from;
      if (done !== null && done <= at) found = one;
    } else if (found !== null && filed.does !== null && does === opposite[filed.does]) {
      const undone = one.window.from ?? one.window.to;
      if (undone !== null && undone <= at) found = null;
    }
  }
  return found;
}

/** Whatever opens a relation is the same deed; else act and sides must agree. */
function isSameDeed(occurrence: Occurrence, { act, actor, target, does }: Filed): boolean {
  if (does === "opens") return (occurrence.told[0] as Filed).does === "opens";
  return occurrence.act === act && occurrence.actor === actor && occurrence.target === target;
}

/** The occurrence that fulfils what was said: the next of the same act, or the one whose effect lasted already. */
function fulfilling(filed: Filed, occurrences: readonly Occurrence[]): Occurrence | null {
  const { published, date } = filed.testimony;
  const from = published ?? date?.from ?? null;
  if (from === null) return null;
  const next = occurrences.find((one) => {
    const end = one.window.to;
    return one.slot === filed.slot && isSameDeed(one, filed) && end !== null && end >= from;
  });
  return next ?? (filed.testimony.polarity === "positive" ? lastingAt(filed, occurrences, from) : null);
}

/** What has happened in the unit, and the event that each occurrence is. */
interface Happened {
  readonly occurrences: readonly Occurrence[];
  idOf(occurrence: Occurrence): string;
}

/**
 * Prospects and refusals of one unit. Statements that say the same of the same parties are one prospect, up to the
 * event that fulfils it.
 */
export function prospectsOf(
  unit: string,
  testimonies: readonly Testimony[],
  filed: ReadonlyMap<string, Filed>,
  { occurrences, idOf }: Happened,
  registers: Registers,
): readonly Prospect[] {
  const groups = new Map<string, { resolvedBy: string | null; said: Testimony[] }>();
  for (const one of testimonies) {
    const place = filed.get(one.id);
    const resolved = place === undefined ? null : fulfilling(place, occurrences);
    const resolvedBy = resolved === null ? null : idOf(resolved);
    const pair = pairOf(one, registers);
    const key = [
      unit,
      one.act,
      pair.actor,
      pair.target,
      place?.slot,
      one.polarity,
      one.modality,
      resolvedBy,
    ].join(" ");
    const group = groups.get(key) ?? { resolvedBy, said: [] };
    group.said.push(one);
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, { resolvedBy, said }]) => prospect(key, resolvedBy, said, registers))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function prospect(
  key: string,
  resolvedBy: string | null,
  said: readonly Testimony[],
  registers: Registers,
): Prospect {
  const first = said[0] as Testimony;
  const { actor, target } = pairOf(first, registers);
  return Object.freeze({
    id: identityOf("prospect", key),
    act: first.act,
    actor,
    target,
    polarity: first.polarity,
    modality: first.modality,
    statements: said.map(({ id }) => id).sort(),
    said: hull(said.map(({ published }) => ({ from: published, to: published }))),
    due: hull(said.filter(({ date }) => date !== null).map(dueOf)),
    resolvedBy,
  });
}

function dueOf(testimony: Testimony): Window {
  const { date } = testimony;
  return { from: date?.from ?? null, to: date?.to ?? null };
}

/** From the earliest to the latest day that is known. */
function hull(windows: readonly Window[]): Window {
  return {
    from: earliest(windows.map(({ from }) => from)),
    to: latest(windows.map(({ to }) => to)),
  };
}

/** Whether a statement makes an event: only what is asserted to have happened does. */
export function isOccurrence({ polarity, modality }: Testimony): boolean {
  return polarity === "positive" && modality === "asserted";
}

/** Whether it may stand against one. */
export function isNegation({ polarity, modality }: Testimony): boolean {
  return polarity === "negative" && modality === "asserted";
}

/** A refusal stands until it is overtaken; anything else is open until it is fulfilled or lapses. */
export type ProspectState = "open" | "lapsed" | "stands" | "fulfilled" | "overtaken";

/** How a prospect stands on a day; see docs/record.md. */
export function prospectState({ resolvedBy, polarity, due }: Prospect, day: IsoDate): ProspectState {
  if (resolvedBy !== null) return polarity === "positive" ? "fulfilled" : "overtaken";
  if (polarity === "negative") return "stands";
  return due.to !== null && due.to < day ? "lapsed" : "open";
}
