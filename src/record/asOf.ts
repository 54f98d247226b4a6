import type { IsoDate } from "../model/index.js";
import type { Recorded, Relation, SystemTime } from "./types.js";

/** A question to the record: as of a day, as known at a moment. Null leaves that side open: every day, or as known now. */
export interface AsOf {
  readonly asOf: IsoDate | null;
  readonly knownAt: SystemTime | null;
}

/** The rows that the record held to be true at a moment of its own time. */
export function knownAt<T>(rows: readonly Recorded<T>[], moment: SystemTime | null): readonly T[] {
  return rows
    .filter(({ systemFrom, systemTo }) =>
      moment === null ? systemTo === null : systemFrom <= moment && (systemTo === null || moment < systemTo),
    )
    .map(({ value }) => value);
}

/** The relations that held on a day, as known at a moment. The store answers the same with one query. */
export function asOf(rows: readonly Recorded<Relation>[], question: AsOf): readonly Relation[] {
  const known = knownAt(rows, question.knownAt);
  const day = question.asOf;
  return day === null ? known : known.filter((relation) => heldOn(relation, day));
}

/** Whether a relation held on a day, certainly or possibly. */
export function heldOn({ validFrom, validTo }: Relation, day: IsoDate): boolean {
  return (validFrom === null || validFrom <= day) && (validTo === null || day < validTo);
}

/** Whether it certainly did: not so within the month or year that is all that is known of its beginning or end. */
export function certainlyHeldOn(relation: Relation, day: IsoDate): boolean {
  const { certainFrom, certainTo } = relation;
  return (
    heldOn(relation, day) &&
    certainFrom !== null &&
    certainFrom <= day &&
    (certainTo === null || day < certainTo)
  );
}
