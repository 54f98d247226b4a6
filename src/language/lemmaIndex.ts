/** Reads a table of base forms, each line with its other forms behind it, into a map from any form to its base form. */
export function lemmaIndex(table: string): ReadonlyMap<string, string> {
  const lemmas = new Map<string, string>();
  for (const line of table.trim().split("\n")) {
    const [base = "", ...forms] = line.split(" ");
    for (const form of [base, ...forms]) if (!lemmas.has(form)) lemmas.set(form, base);
  }
  return lemmas;
}
