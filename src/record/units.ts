import type { IsoDate, Statement } from "../model/index.js";
import type { Registers } from "./register.js";

/** What of a statement decides where in the record it belongs. */
export type Placed = Pick<Statement, "act" | "actor" | "target" | "date"> & {
  readonly published: IsoDate | null;
};

/** Who acts and on whom, as the record has it. */
export interface Pair {
  readonly actor: string | null;
  readonly target: string | null;
}

/**
 * The parties of a statement as the record has them. A movement that governs at the date stands for its government in
 * all acts of status but listings and sanctions, which are aimed at the movement itself.
 */
export function pairOf(statement: Placed, { parties, acts }: Registers): Pair {
  const actor = statement.actor?.party ?? null;
  const target = statement.target?.party ?? null;
  const kind = acts.effectOf(statement.act)?.kind ?? null;
  if (!acts.isStatus(statement.act) || kind === "listing" || kind === "sanctions") return { actor, target };
  const at = statement.date?.from ?? statement.date?.to ?? statement.published;
  const governing = (id: string | null) =>
    id !== null && parties.party(id)?.kind === "movement" ? (parties.governmentBy(id, at) ?? id) : id;
  return { actor: governing(actor), target: governing(target) };
}

/**
 * The unit in which a statement is weighed: everything that can bear on it is in the same unit, and nothing outside it
 * is touched when it is added. Relations, missions and accreditations between two parties, either way, are one unit,
 * since severing relations closes missions; recognition, sanctions, listings and memberships are one each; other acts of
 * status one an act; acts of contact, speech and force one an actor, target and month. Null for an assertion that leaves
 * a side open: it is kept, and makes no event.
 */
export function unitOf(statement: Placed & Pick<Statement, "modality">, registers: Registers): string | null {
  const { actor, target } = pairOf(statement, registers);
  if (actor !== null && actor === target) return null;
  if (actor === null || target === null) {
    if (statement.modality === "asserted" || (actor === null && target === null)) return null;
    return `${statement.act} ${actor ?? "?"} ${target ?? "?"}`;
  }
  if (registers.acts.isStatus(statement.act)) {
    const kind = registers.acts.effectOf(statement.act)?.kind ?? statement.act;
    return statusUnit(actor, target, kind === "mission" || kind === "accreditation" ? "relations" : kind);
  }
  const at = statement.date?.from ?? statement.date?.to ?? statement.published;
  return `${statement.act} ${actor} ${target} ${at?.slice(0, 7) ?? "undated"}`;
}

/** The same for two parties whichever of them acts. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

function statusUnit(a: string, b: string, kind: string): string {
  return `${kind} ${pairKey(a, b)}`;
}
