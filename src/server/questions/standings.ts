import { certainlyHeldOn, heldOn, type Prospect, prospectState, type Relation } from "../../record/index.js";
import type { IsoDate, ProspectItem, RelationItem } from "../wire.js";

export function relationItem(relation: Relation, day: IsoDate): RelationItem {
  return { ...relation, held: heldOn(relation, day), certain: certainlyHeldOn(relation, day) };
}

export function prospectItem(prospect: Prospect, day: IsoDate): ProspectItem {
  return { ...prospect, state: prospectState(prospect, day) };
}

/** The day by which an event is put in order. */
export function startOf({
  date,
}: {
  readonly date: { readonly from: string | null; readonly to: string | null };
}): string {
  return date.from ?? date.to ?? "";
}
