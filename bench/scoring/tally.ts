import type { Claim, Statement } from "../../src/model/index.js";
import { type Facet, facets, isRight, sameDays, sameName } from "./compare.js";
import type { GoldClaim, GoldStatement } from "./gold.js";
import type { Pairing } from "./pairing.js";

/** Counts over any number of reports; shares are worked out when they are printed. */
export interface Tally {
  reports: number;
  readonly statements: Counts;
  /** Of the paired statements: how many have the facet right. */
  readonly right: Record<Facet, number>;
  readonly claims: Counts;
  /** Of the paired claims: how many have the total, what they range over, and the interval right. */
  readonly claimsRight: { total: number; over: number; membersOf: number; within: number };
}

export interface Counts {
  gold: number;
  found: number;
  both: number;
}

export function emptyTally(): Tally {
  const none = (): Counts => ({ gold: 0, found: 0, both: 0 });
  return {
    reports: 0,
    statements: none(),
    right: Object.fromEntries(facets.map((facet) => [facet, 0])) as Record<Facet, number>,
    claims: none(),
    claimsRight: { total: 0, over: 0, membersOf: 0, within: 0 },
  };
}

export function addReport(
  tally: Tally,
  statements: Pairing<GoldStatement, Statement>,
  claims: Pairing<GoldClaim, Claim>,
): void {
  tally.reports += 1;
  addCounts(tally.statements, statements);
  for (const [gold, found] of statements.pairs) {
    for (const facet of facets) if (isRight(facet, gold, found)) tally.right[facet] += 1;
  }
  addCounts(tally.claims, claims);
  for (const [gold, found] of claims.pairs) {
    tally.claimsRight.total += Number(gold.total === found.total);
    tally.claimsRight.over += Number(sameName(gold.over, found.over));
    tally.claimsRight.membersOf += Number(gold.membersOf === found.membersOf);
    tally.claimsRight.within += Number(sameDays(gold.within, found.within));
  }
}

function addCounts<G, F>(counts: Counts, pairing: Pairing<G, F>): void {
  counts.both += pairing.pairs.length;
  counts.gold += pairing.pairs.length + pairing.missed.length;
  counts.found += pairing.pairs.length + pairing.extra.length;
}

/** A share between 0 and 1; null of nothing, which is neither right nor wrong. */
export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** The harmonic mean of precision and recall (van Rijsbergen 1979). */
export function f1({ gold, found, both }: Counts): number | null {
  return share(2 * both, gold + found);
}
