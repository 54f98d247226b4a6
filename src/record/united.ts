/** The least member of the group of each, when the two of every pair belong together (disjoint sets, Galler and Fischer 1964). */
export function united(pairs: Iterable<readonly [string, string]>): ReadonlyMap<string, string> {
  const parents = new Map<string, string>();
  const find = (key: string): string => {
    let at = key;
    for (let up = parents.get(at); up !== undefined && up !== at; up = parents.get(at)) at = up;
    return at;
  };
  for (const [a, b] of pairs) {
    const [least = a, other = b] = [find(a), find(b)].sort();
    parents.set(least, least);
    parents.set(other, least);
  }
  return new Map([...parents.keys()].map((key) => [key, find(key)]));
}
