import type { Claim, IsoDate } from "../model/index.js";
import type { AsOf } from "./asOf.js";
import { type Coverage, type Judged, judge } from "./check.js";
import type { Ledger } from "./ledger.js";
import type { Registers } from "./register.js";
import { type Standing, standingOf } from "./standing.js";
import type { Event, Prospect, Recorded, Relation, SystemTime } from "./types.js";

/** More rows than any answer has. */
export const everything = 100_000;

/** What questions are put to: the record, and what it has to know beside it. */
export interface Library {
  readonly ledger: Ledger;
  readonly registers: Registers;
  readonly coverage: readonly Coverage[];
}

/** Holds a claim against the record as of a day, as known at a moment. */
export async function judgeClaim(
  claim: Claim,
  asOf: IsoDate,
  knownAt: SystemTime | null,
  { ledger, registers, coverage }: Library,
): Promise<Judged> {
  const target = claim.target?.party ?? null;
  if (target === null) return judge(claim, asOf, { events: [], relations: [], coverage }, registers);
  const effect = registers.acts.effectOf(claim.act);
  const side =
    effect?.kind === "relations" || effect?.of === "target" ? { party: target } : { object: target };
  const all = { knownAt, asOf: null, limit: everything };
  const [events, relations] = await Promise.all([
    ledger.events({ ...all, ...side, acts: registers.acts.like(claim.act) }),
    effect === null ? [] : ledger.relations({ ...all, ...side, kind: effect.kind }),
  ]);
  return judge(claim, asOf, { events: values(events), relations: values(relations), coverage }, registers);
}

/** All that the record holds between two parties, of all times, and how they stand on a day. */
export interface Between {
  readonly standing: Standing;
  readonly relations: readonly Relation[];
  readonly events: readonly Event[];
  readonly prospects: readonly Prospect[];
}

/**
 * What is between two parties. What is said of a state's governments belongs to the state too: each row bears the name
 * of the government that it is about.
 */
export async function between(
  a: string,
  b: string,
  { asOf, knownAt }: AsOf & { readonly asOf: IsoDate },
  { ledger, registers }: Pick<Library, "ledger" | "registers">,
): Promise<Between> {
  const pair = { party: withGovernments(a, registers), counterpart: withGovernments(b, registers) };
  const all = { ...pair, asOf: null, knownAt, limit: everything };
  const [relations, events, prospects] = await Promise.all([
    ledger.relations(all).then(values),
    ledger.events(all).then(values),
    ledger.prospects(all).then(values),
  ]);
  return { standing: standingOf(relations, events, asOf), relations, events, prospects };
}

/** A party and, for a state, the governments that govern or claim to govern it. */
export function withGovernments(id: string, { parties }: Registers): readonly string[] {
  return [id, ...parties.governmentsOf(id)];
}

export function values<T>(rows: readonly Recorded<T>[]): readonly T[] {
  return rows.map(({ value }) => value);
}
