import type { ActRegister } from "./register.js";
import type { Event } from "./types.js";
import { pairKey } from "./units.js";

/** Why events cannot be made one by a decision; null where they can. */
export function whyNotOne(events: readonly Event[], acts: ActRegister): string | null {
  const [first] = events;
  if (first === undefined) return null;
  const pair = pairKey(first.actor, first.target);
  if (events.some(({ act, actor, target }) => act !== first.act || pairKey(actor, target) !== pair))
    return "events that are to be one must be the same act between the same parties";
  const months = new Set(events.map(({ date }) => (date.from ?? date.to ?? "").slice(0, 7)));
  if (!acts.isStatus(first.act) && months.size > 1)
    return "deeds of contact, speech and force are weighed month by month; correct the date of a statement first";
  return null;
}

/** Why so many statements cannot be parted from an event by a decision; null where they can. */
export function whyNotApart({ statements }: Event, count: number): string | null {
  if (count < statements.length) return null;
  return "an event cannot be parted from all its statements; reject them instead";
}
