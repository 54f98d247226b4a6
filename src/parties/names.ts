import type { IsoDate } from "../model/index.js";
import type { NameRow } from "./files.js";
import type { MentionForm, Party } from "./types.js";

/** A name found at a place of a text. */
export interface NameMatch {
  /** Length in UTF-16 units. */
  readonly length: number;
  /** Empty where the words look like a party's name and are none. */
  readonly party: string;
  readonly form: MentionForm;
}

interface Entry {
  readonly name: string;
  readonly upper: string;
  readonly rows: readonly NameRow[];
}

/** All names, found by the letters with which they begin; the longest match comes first. */
export interface NameIndex {
  match(text: string, start: number, at: IsoDate | null): NameMatch | null;
  /** All rows of a whole name, with or without its article, in the order of the file. */
  rows(name: string): readonly NameRow[];
  /** The parties that bear a whole name and last beyond the date, where more than one does; none of those that have ended since. */
  rivals(name: string, at: IsoDate | null): readonly string[];
  /** The party of a whole name, with or without its article; null where it names none, or none that existed. */
  resolve(name: string, at: IsoDate | null): string | null;
}

const none: readonly string[] = [];
const letter = /[\p{L}\p{M}]/u;

export function createNameIndex(
  rows: readonly NameRow[],
  party: (id: string) => Party | undefined,
): NameIndex {
  const names = new Map<string, NameRow[]>();
  for (const row of rows) {
    const name = row.name.replace(/^the /, "");
    const known = names.get(name);
    if (known === undefined) names.set(name, [row]);
    else if (!known.some((one) => one.party === row.party && one.to === row.to)) known.push(row);
  }
  const index = new Map<string, Entry[]>();
  for (const [name, rowsOfName] of names) {
    const key = initial(name, 0);
    const entry = { name, upper: name.toUpperCase(), rows: rowsOfName };
    index.set(key, [...(index.get(key) ?? []), entry]);
  }
  for (const entries of index.values()) entries.sort((a, b) => b.name.length - a.name.length);

  const match = (text: string, start: number, at: IsoDate | null): NameMatch | null => {
    const entries = index.get(initial(text, start));
    if (entries === undefined) return null;
    for (const entry of entries) {
      if (!matches(text, start, entry)) continue;
      const row = chosen(entry.rows, party, at);
      if (row === null) continue;
      return { length: entry.name.length, party: row.party, form: row.form };
    }
    return null;
  };
  return {
    match,
    rivals: (name: string, at: IsoDate | null) => {
      const found = names.get(name) ?? [];
      if (found.length < 2) return none;
      const living = found
        .filter((row) => isBorne(row, at) && existed(party(row.party), at))
        .map((row) => row.party);
      return living.some((one) => (party(one)?.to ?? null) !== null) ? none : living;
    },
    rows: (name: string) => names.get(name.replace(/^[Tt]he /, "")) ?? [],
    resolve: (name: string, at: IsoDate | null) => {
      const found = names.get(name.replace(/^[Tt]he /, ""));
      return found === undefined ? null : chosen(found, party, at)?.party || null;
    },
  };
}

/** The first three letters, in lower case, by which the index is keyed. */
function initial(text: string, start: number): string {
  let end = start;
  while (end < text.length && end - start < 3 && letter.test(text.charAt(end))) end += 1;
  return text.slice(start, end).toLowerCase();
}

/** Case counts ("us" is no state), but for words all in capitals; typographic apostrophes are plain ones. */
function matches(text: string, start: number, entry: Entry): boolean {
  const end = start + entry.name.length;
  if (end < text.length && (letter.test(text.charAt(end)) || /\d/.test(text.charAt(end)))) return false;
  let exact = true;
  let upper = true;
  for (let at = 0; at < entry.name.length && (exact || upper); at += 1) {
    const here = plain(text.charAt(start + at));
    if (here !== plain(entry.name.charAt(at))) exact = false;
    if (here !== plain(entry.upper.charAt(at))) upper = false;
  }
  return exact || (upper && entry.name.length > 3);
}

function plain(character: string): string {
  return character === "’" || character === "‘" ? "'" : character;
}

/** Of several parties with one name, the one that existed at the date; else the first in the file that bears it then. */
function chosen(
  all: readonly NameRow[],
  party: (id: string) => Party | undefined,
  at: IsoDate | null,
): NameRow | null {
  const rows = all.every((row) => row.from === "" && row.to === "")
    ? all
    : all.filter((row) => isBorne(row, at));
  const [first] = rows;
  if (first === undefined || rows.length === 1) return first ?? null;
  const existing = rows.filter((row) => existed(party(row.party), at));
  // "Moscow" in 1970: a party that has ended since is meant while it lasted.
  return existing.find((row) => (party(row.party)?.to ?? null) !== null) ?? existing[0] ?? first;
}

/** Whether a name means its party at a date (today where null): "Richmond" is the Confederate States for four years. */
function isBorne({ from, to }: NameRow, at: IsoDate | null): boolean {
  if (at === null) return to === "";
  return from <= at && (to === "" || at.slice(0, to.length) <= to);
}

/** Whether a party existed at a date (today where null), comparing at the precision that the data give. */
export function existed(party: Party | undefined, at: IsoDate | null): boolean {
  if (party === undefined) return false;
  if (at === null) return party.to === null;
  const { from, to } = party;
  return (from === null || from <= at) && (to === null || at.slice(0, to.length) <= to);
}
