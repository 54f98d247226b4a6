import type { IsoDate } from "../model/index.js";
import { certainlyHeldOn, heldOn } from "./asOf.js";
import type { Event, Relation } from "./types.js";

/** How two parties stand to each other, from nothing to resident embassies; each rung is judged by itself. */
export const rungs = Object.freeze([
  "no contact on record",
  "contact",
  "recognition",
  "diplomatic relations",
  "a mission below the rank of embassy",
  "a resident embassy",
] as const);

export type Rung = (typeof rungs)[number];

export interface Standing {
  readonly asOf: IsoDate;
  readonly rung: Rung;
  /** False where all that is known of the beginning or end of what it rests on is a month or year around the day. */
  readonly certain: boolean;
  /** What it rests on. */
  readonly rests: readonly Relation[];
  /** What else holds between the two on the day. */
  readonly besides: readonly Relation[];
  /** What held once, and ended: the last of each kind and direction. */
  readonly ended: readonly Relation[];
}

/**
 * The standing of two parties on a day, from their relations of all times and the events between them. A rung does not
 * ask for those below it: states that have embassies need not have recognised each other in words.
 */
export function standingOf(relations: readonly Relation[], events: readonly Event[], day: IsoDate): Standing {
  const held = relations.filter((one) => heldOn(one, day));
  const rung = rungOf(held, events, day);
  const rests = held.filter((one) => one.status === "in force" && isRung(one, rung));
  return Object.freeze({
    asOf: day,
    rung,
    certain: rests.length === 0 || rests.some((one) => certainlyHeldOn(one, day)),
    rests,
    besides: held.filter((one) => !rests.includes(one)),
    ended: lastOfEach(relations.filter((one) => one.validTo !== null && one.validTo <= day)),
  });
}

function rungOf(held: readonly Relation[], events: readonly Event[], day: IsoDate): Rung {
  for (const rung of [...rungs].reverse())
    if (held.some((one) => one.status === "in force" && isRung(one, rung))) return rung;
  const met = events.some(({ date }) => (date.from ?? date.to ?? "9999") <= day);
  return met || held.length > 0 ? "contact" : "no contact on record";
}

function isRung({ kind, mission }: Relation, rung: Rung): boolean {
  switch (rung) {
    case "a resident embassy":
      return kind === "mission" && /embassy|high commission|nunciature/.test(mission?.kind ?? "");
    case "a mission below the rank of embassy":
      return kind === "mission";
    case "diplomatic relations":
      return kind === "relations";
    case "recognition":
      return kind === "recognition";
    default:
      return false;
  }
}

function lastOfEach(ended: readonly Relation[]): readonly Relation[] {
  const last = new Map<string, Relation>();
  for (const one of [...ended].sort((a, b) => ((a.validTo ?? "") < (b.validTo ?? "") ? -1 : 1)))
    last.set(`${one.kind} ${one.subject} ${one.object}`, one);
  return [...last.values()];
}
