import type { Alteration, Alterations, Event, Prospect, Relation } from "../record/index.js";
import { prospectItem, relationItem } from "./questions/standings.js";
import type { IsoDate, Alterations as WireAlterations } from "./wire.js";

/** The first rows that a change altered, of each kind, in the order of the days they speak of; `total` counts all. */
export interface FirstRows {
  /** How many of each kind are held at most. */
  readonly limit: number;
  readonly events: Rows<Event>;
  readonly prospects: Rows<Prospect>;
  readonly relations: Rows<Relation>;
}

interface Rows<T> {
  readonly total: number;
  readonly items: readonly Alteration<T>[];
}

export function firstRows({ events, prospects, relations }: Alterations, limit: number): FirstRows {
  return {
    limit,
    events: first(events, limit, ({ date }) => date.from ?? date.to),
    prospects: first(prospects, limit, ({ said }) => said.to ?? said.from),
    relations: first(relations, limit, ({ validFrom }) => validFrom),
  };
}

function first<T>(all: readonly Alteration<T>[], limit: number, dayOf: (row: T) => string | null): Rows<T> {
  const day = ({ before, after }: Alteration<T>) => dayOf((after ?? before) as T) ?? "";
  const sorted = [...all].sort((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0));
  return { total: all.length, items: sorted.slice(0, limit) };
}

/** The same as it leaves the process, at most so many of each kind. */
export function alterationsItem(rows: FirstRows, day: IsoDate, limit = rows.limit): WireAlterations {
  return {
    events: items(rows.events, limit, (one) => one),
    prospects: items(rows.prospects, limit, (one) => prospectItem(one, day)),
    relations: items(rows.relations, limit, (one) => relationItem(one, day)),
  };
}

function items<T, U>({ total, items: all }: Rows<T>, limit: number, item: (row: T) => U) {
  return {
    total,
    items: all.slice(0, limit).map(({ before, after }) => ({
      before: before === null ? null : item(before),
      after: after === null ? null : item(after),
    })),
  };
}
