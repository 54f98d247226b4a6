import { irregularNouns } from "./irregularNouns.js";
import { irregularVerbs } from "./irregularVerbs.js";

let forms: ReadonlyMap<string, readonly string[]> | null = null;

/** The irregular forms of a base form, as far as the tables of lemmas have it; empty for a regular word. */
export function irregularForms(base: string): readonly string[] {
  forms ??= invert([irregularVerbs, irregularNouns]);
  return forms.get(base) ?? ofStem(forms, base);
}

/** "unfreeze" and "rewrite" go as their stems do. */
function ofStem(known: ReadonlyMap<string, readonly string[]>, base: string): readonly string[] {
  const prefix = /^(?:un|re|re-|over|under|out)(?=[a-z]{3})/.exec(base)?.[0];
  if (prefix === undefined) return [];
  return (known.get(base.slice(prefix.length)) ?? []).map((form) => prefix + form);
}

function invert(tables: readonly ReadonlyMap<string, string>[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const table of tables) {
    for (const [form, base] of table) {
      const list = found.get(base);
      if (list === undefined) found.set(base, [form]);
      else list.push(form);
    }
  }
  return found;
}
