import { identityOf, type Mission } from "../model/index.js";
import { type Details, detailsOf } from "./details.js";
import type { Occurrence } from "./occurrences.js";
import { rate } from "./rating.js";
import type { Registers } from "./register.js";
import type { Filed } from "./slots.js";
import type { Event, Testimony } from "./types.js";

/** An event with what the building of relations has to know about it. */
export interface Built {
  readonly event: Event;
  readonly filed: Filed;
}

/**
 * Makes events of occurrences. An event's id is made of its unit, act, parties, slot and year, with a number where a year holds
 * several, so that it stays the same while statements are added.
 */
export function eventsOf(
  unit: string,
  occurrences: readonly Occurrence[],
  denials: ReadonlyMap<Occurrence, readonly Testimony[]>,
  { parties, acts }: Registers,
): readonly Built[] {
  const used = new Map<string, number>();
  return occurrences.map((occurrence) => {
    const { told, act, actor, target, slot } = occurrence;
    const details = detailsOf(told);
    const year = (details.date.from ?? details.date.to ?? "undated").slice(0, 4);
    // What opens a relation may be told as two acts ("opened", "reopened"); its id does not hang on which is told more.
    const deed = (told[0] as Filed).does === "opens" ? "opens" : `${act} ${actor} ${target}`;
    const stem = [unit, deed, slot, year].join(" ");
    const number = (used.get(stem) ?? 0) + 1;
    used.set(stem, number);
    const states = told.map(({ testimony }) => testimony);
    const denies = denials.get(occurrence) ?? [];
    const doers = acts.isMutual(act) ? [actor, target] : [actor];
    const rating = rate({ doers, target, date: details.date, states, denies }, parties);
    const event: Event = Object.freeze({
      id: identityOf("event", stem, number),
      act,
      actor,
      target,
      date: details.date,
      object: details.values.object ?? null,
      form: details.values.form ?? null,
      mission: missionOf(details),
      person: details.values.person ?? null,
      place: details.values.place ?? null,
      decidedBy: decided(details.values.decidedBy),
      statements: states.map(({ id }) => id).sort(),
      denials: denies.map(({ id }) => id).sort(),
      reviewed: states
        .filter(({ isReviewed }) => isReviewed)
        .map(({ id }) => id)
        .sort(),
      disputes: details.disputes,
      rating,
    });
    return { event, filed: told[0] as Filed };
  });
}

function missionOf({ values }: Details): Mission | null {
  if (values.mission === undefined && values.city === undefined) return null;
  return { kind: values.mission ?? null, city: values.city ?? null };
}

function decided(value: string | undefined): Event["decidedBy"] {
  return value === "sending" || value === "receiving" ? value : null;
}
