import type { NameRow } from "./files.js";
import type { Party } from "./types.js";

/** Given names and common words that are also names of states: they keep their own form. */
const ambiguous: ReadonlySet<string> = new Set([
  "Jordan",
  "Chad",
  "Georgia",
  "Israel",
  "Turkey",
  "Guinea",
  "Nassau",
  "Victoria",
  "Male",
  "Texas",
  "Swiss",
  "Lao",
  "Swazi",
  "Thai",
]);

/** The names that the treebanks know best, one for each kind of word. */
const known = { state: "France", capital: "Paris", adjective: "French", people: "Germans" } as const;

/**
 * Words that a language model reads better as a word of the same kind that it has met often: "Suriname" as
 * "France", "Pristina" as "Paris", "Kosovan" as "French". Only names of one word, in their usual case.
 */
export function standInsOf(
  rows: readonly NameRow[],
  party: (id: string) => Party | undefined,
): ReadonlyMap<string, string> {
  const standIns = new Map<string, string>();
  for (const { name, form, party: id } of rows) {
    if (!/^[\p{Lu}][\p{L}’'-]{3,}$/u.test(name) || ambiguous.has(name) || name === name.toUpperCase())
      continue;
    const kind = party(id)?.kind;
    if (form === "name" && (kind === "state" || kind === "territory")) standIns.set(name, known.state);
    else if (form === "capital") standIns.set(name, known.capital);
    else if (form === "demonym") standIns.set(name, /[^si]s$/.test(name) ? known.people : known.adjective);
  }
  return standIns;
}
