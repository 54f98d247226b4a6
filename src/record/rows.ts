import { type IsoDate, identityOf } from "../model/index.js";
import { earlier, earliest, later, latest, plusDays } from "./days.js";
import type { PartyRegister } from "./register.js";
import type { Interval } from "./relations.js";
import type { Relation, Window } from "./types.js";

/** The rows of one slot, in order, cut to the lives of both parties and so that no two overlap. */
export function rowsOf(intervals: readonly Interval[], parties: PartyRegister): readonly Relation[] {
  const rows: Relation[] = [];
  for (const interval of intervals) {
    const before = rows.at(-1);
    const row = rowOf(withinLives(interval, parties, before?.validTo ?? null));
    if (before === undefined) rows.push(row);
    else rows.push(...apart(rows.pop() as Relation, row));
  }
  return rows;
}

/** Cuts an interval to the days on which both parties existed; an opening not on record came after that and after what ended before. */
function withinLives(interval: Interval, parties: PartyRegister, after: IsoDate | null): Interval {
  const lives = [interval.subject, interval.object].map((id) => parties.party(id));
  const unknown = interval.from.from === null && interval.from.to === null;
  const from: Window = unknown
    ? { from: latest([...lives.map((one) => one?.from ?? null), after]), to: null }
    : interval.from;
  const died = earliest(lives.map((one) => one?.to ?? null));
  const begins = from.from ?? from.to;
  const ends = interval.to?.from ?? interval.to?.to ?? null;
  if (died === null || (begins !== null && begins > died) || (ends !== null && ends <= died))
    return { ...interval, from };
  const gone = plusDays(died, 1);
  return { ...interval, from, to: { from: gone, to: gone }, closedBy: null, endedWith: "party" };
}

function rowOf(interval: Interval): Relation {
  const { from, to, ...rest } = interval;
  const validFrom = from.from ?? from.to;
  const certainFrom = from.to;
  const validTo = to === null ? null : endOf(to, validFrom);
  const certainTo = to === null ? null : atMost(notBefore(to.from ?? to.to, validFrom), validTo);
  const id = identityOf("relation", interval.slot, interval.openedBy, interval.closedBy, validFrom);
  return Object.freeze({
    id,
    ...rest,
    validFrom,
    certainFrom: atMost(certainFrom, validTo),
    validTo,
    certainTo,
  });
}

/**
 * The first day on which it certainly no longer held. An event of a known day ends what it ends on that day; one of a
 * month or year may have let it last to the end of it. Never before the day after it began.
 */
function endOf(to: Window, validFrom: IsoDate | null): IsoDate | null {
  const last = to.to ?? to.from;
  if (last === null) return null;
  const end = to.from === to.to ? last : plusDays(last, 1);
  return validFrom === null ? end : later(end, plusDays(validFrom, 1));
}

/** Makes two rows that follow each other meet without overlapping: where both are possible, the later one holds. */
function apart(before: Relation, after: Relation): readonly [Relation, Relation] {
  const start = after.validFrom;
  if (start === null || (before.validTo !== null && before.validTo <= start)) return [before, after];
  const validTo = before.validFrom === null ? start : later(start, plusDays(before.validFrom, 1));
  const validFrom = later(start, validTo);
  return [
    Object.freeze({
      ...before,
      validTo,
      certainFrom: atMost(before.certainFrom, validTo),
      certainTo: before.certainTo === null ? start : earlier(before.certainTo, validTo),
    }),
    Object.freeze({
      ...after,
      validFrom,
      validTo: after.validTo === null ? null : later(after.validTo, plusDays(validFrom, 1)),
      certainFrom: after.certainFrom === null ? null : later(after.certainFrom, validFrom),
      certainTo: notBefore(after.certainTo, validFrom),
    }),
  ];
}

function notBefore(date: IsoDate | null, bound: IsoDate | null): IsoDate | null {
  return date === null || bound === null ? date : later(date, bound);
}

function atMost(date: IsoDate | null, bound: IsoDate | null): IsoDate | null {
  return date === null || bound === null ? date : earlier(date, bound);
}
