import { certainlyHeldOn, heldOn, type Prospect, type Relation } from "../../record/index.js";
import type { IsoDate, ProspectItem, ProspectState, RelationItem } from "../wire.js";

/** More rows than any answer has. */
export const everything = 100_000;

export function relationItem(relation: Relation, day: IsoDate): RelationItem {
  return { ...relation, held: heldOn(relation, day), certain: certainlyHeldOn(relation, day) };
}

export function prospectItem(prospect: Prospect, day: IsoDate): ProspectItem {
  return { ...prospect, state: stateOf(prospect, day) };
}

/** How a prospect stands on a day; see docs/record.md. */
export function stateOf({ resolvedBy, polarity, due }: Prospect, day: IsoDate): ProspectState {
  if (resolvedBy !== null) return polarity === "positive" ? "fulfilled" : "overtaken";
  if (polarity === "negative") return "stands";
  return due.to !== null && due.to < day ? "lapsed" : "open";
}

/** The day by which an event is put in order. */
export function startOf({
  date,
}: {
  readonly date: { readonly from: string | null; readonly to: string | null };
}): string {
  return date.from ?? date.to ?? "";
}
