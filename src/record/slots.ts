import type { Mission } from "../model/index.js";
import type { Registers } from "./register.js";
import type { RelationKind, Testimony } from "./types.js";
import { pairOf } from "./units.js";

/** A statement at its place: what of the record it bears on, and in which direction. */
export interface Filed {
  readonly testimony: Testimony;
  readonly act: string;
  readonly actor: string;
  readonly target: string;
  readonly does: "opens" | "closes" | "suspends" | "changes" | null;
  readonly kind: RelationKind | null;
  readonly subject: string;
  readonly object: string;
  /** Statements with the same slot speak of the same relation; for acts without effect, of the same kind of deed. */
  readonly slot: string;
  /** What is recognised, where the slot is a recognition. */
  readonly as: string | null;
}

/** Files the statements of one unit whose actor and target are both known. */
export function fileAll(testimonies: readonly Testimony[], registers: Registers): readonly Filed[] {
  const objects = statedObjects(testimonies, registers);
  return testimonies.flatMap((one) => {
    const filed = file(one, registers, objects);
    return filed === null ? [] : [filed];
  });
}

function file(testimony: Testimony, registers: Registers, objects: Objects): Filed | null {
  const pair = pairOf(testimony, registers);
  if (pair.actor === null || pair.target === null) return null;
  const effect = registers.acts.effectOf(testimony.act);
  const mutual = registers.acts.isMutual(testimony.act);
  const [actor, target] =
    mutual && pair.target < pair.actor ? [pair.target, pair.actor] : [pair.actor, pair.target];
  if (effect === null || (effect.kind === "accreditation" && !isHead(testimony))) {
    const slot = `${testimony.act} ${actor} ${target}`;
    const rest = { does: null, kind: null, subject: actor, object: target, slot, as: null };
    return { testimony, act: testimony.act, actor, target, ...rest };
  }
  const { kind, does } = effect;
  const ordered = kind === "relations" && target < actor;
  const swapped = effect.of === "target" || ordered;
  const [subject, object] = swapped ? [target, actor] : [actor, target];
  const as = kind === "recognition" ? objectOf(testimony, actor, target, registers, objects) : null;
  const part = kind === "mission" ? missionPart(testimony.mission) : (as ?? "");
  const slot = [kind, subject, object, part].filter((one) => one !== "").join(" ");
  return { testimony, act: testimony.act, actor, target, does, kind, subject, object, slot, as };
}

/** Only the head of a mission is accredited for the record; diplomats come and go without changing who represents whom. */
function isHead({ envoy }: Testimony): boolean {
  const rank = envoy?.rank ?? null;
  return (
    rank === null || /ambassador|charg|high commissioner|nuncio|minister|envoy|head of mission/.test(rank)
  );
}

/** A consulate is told by its city; all else is the one diplomatic mission of the sending state. */
function missionPart(mission: Mission | null): string {
  if (mission?.kind === null || mission?.kind === undefined) return "diplomatic";
  if (!isConsular(mission.kind)) return "diplomatic";
  return `consular ${mission.city ?? "?"}`;
}

export function isConsular(kind: string): boolean {
  return /consul/.test(kind);
}

/** actor and target → what is recognised, as statements say it. */
type Objects = ReadonlyMap<string, ReadonlySet<string>>;

function statedObjects(testimonies: readonly Testimony[], registers: Registers): Objects {
  const found = new Map<string, Set<string>>();
  for (const one of testimonies) {
    if (one.object === null) continue;
    const { actor, target } = pairOf(one, registers);
    const key = `${actor} ${target}`;
    found.set(key, (found.get(key) ?? new Set()).add(one.object));
  }
  return found;
}

/**
 * As what a party is recognised. Where the words do not say, it is what other statements say of the same two; else
 * what the recognised party is: a government as a government, a state or territory as a state.
 */
function objectOf(
  { object }: Testimony,
  actor: string,
  target: string,
  { parties }: Registers,
  objects: Objects,
): string {
  if (object !== null) return object;
  const said = objects.get(`${actor} ${target}`) ?? new Set();
  const kind = parties.party(target)?.kind;
  const usual = kind === "government" ? "government" : kind === "movement" ? "representative" : "state";
  if (said.size === 0 || said.has(usual)) return usual;
  return [...said].sort()[0] as string;
}
