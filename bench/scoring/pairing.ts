/** Gold and found items that were taken for the same, and those that stand alone. */
export interface Pairing<G, F> {
  readonly pairs: readonly (readonly [G, F])[];
  readonly missed: readonly G[];
  readonly extra: readonly F[];
}

/**
 * Pairs gold with found items of the same key, each at most once. Where several could be paired, the pair
 * with the highest `likeness` is made first, so that scores do not depend on the order of the items.
 */
export function pairUp<G, F>(
  gold: readonly G[],
  found: readonly F[],
  goldKey: (item: G) => string,
  foundKey: (item: F) => string,
  likeness: (gold: G, found: F) => number,
): Pairing<G, F> {
  const possible: { readonly g: number; readonly f: number; readonly like: number }[] = [];
  for (const [g, one] of gold.entries()) {
    for (const [f, other] of found.entries()) {
      if (goldKey(one) === foundKey(other)) possible.push({ g, f, like: likeness(one, other) });
    }
  }
  possible.sort((a, b) => b.like - a.like || a.g - b.g || a.f - b.f);
  const partner = new Map<number, number>();
  const taken = new Set<number>();
  for (const { g, f } of possible) {
    if (partner.has(g) || taken.has(f)) continue;
    partner.set(g, f);
    taken.add(f);
  }
  return {
    pairs: [...partner].sort(([a], [b]) => a - b).map(([g, f]) => [gold[g] as G, found[f] as F] as const),
    missed: gold.filter((_, g) => !partner.has(g)),
    extra: found.filter((_, f) => !taken.has(f)),
  };
}
