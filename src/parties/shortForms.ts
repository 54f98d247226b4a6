import type { Sentence } from "../language/index.js";
import type { IsoDate } from "../model/index.js";
import type { ShortFormRow } from "./files.js";
import { existed } from "./names.js";
import type { Party } from "./types.js";

/** Words that name a party only after the text has named it in full: "the Union", "the North", "the Kingdom". */
export interface ShortForms {
  /** The short form that begins at a token; null where none does. */
  at(sentence: Sentence, text: string, token: number): ShortForm | null;
  /**
   * The party that a short form means after others have been named, the latest first: that which was named last among
   * those that it can mean, else the one that it means in any text. Null where neither is there at the date. `home` is
   * the party of the dateline.
   */
  resolve(form: ShortForm, named: Iterable<string>, at: IsoDate | null, home: string | null): string | null;
}

export interface ShortForm {
  readonly words: string;
  readonly first: number;
  readonly last: number;
}

/** Names of kinds of state, which mean the last state named whose official name holds them. */
const kinds: ReadonlySet<string> = new Set([
  "Republic",
  "Kingdom",
  "Sultanate",
  "Emirate",
  "Principality",
  "Grand Duchy",
  "Empire",
  "Islamic Republic",
  "People's Republic",
  "Federal Republic",
  "Hashemite Kingdom",
]);

/** Organs of any government: those of the country from which a report is written, where no other is named with them. */
const organs: ReadonlySet<string> = new Set([
  "Foreign Ministry",
  "foreign ministry",
  "Ministry of Foreign Affairs",
  "Foreign Affairs Ministry",
  "Ministry of External Affairs",
  "Council of Ministers",
  "Head of State",
]);

export function createShortForms(
  rows: readonly ShortFormRow[],
  party: (id: string) => Party | undefined,
): ShortForms {
  const byWords = new Map<string, ShortFormRow[]>();
  for (const row of rows) byWords.set(row.words, [...(byWords.get(row.words) ?? []), row]);
  for (const kind of [...kinds, ...organs]) if (!byWords.has(kind)) byWords.set(kind, []);
  const byStart = new Map<string, string[]>();
  for (const words of byWords.keys()) {
    const start = words.slice(0, 3);
    byStart.set(start, [...(byStart.get(start) ?? []), words]);
  }
  for (const all of byStart.values()) all.sort((a, b) => b.length - a.length);
  const isKind = (words: string, id: string) =>
    kinds.has(words) && party(id)?.kind === "state" && (party(id)?.officialName ?? "").includes(words);

  return Object.freeze({
    at: (sentence: Sentence, text: string, token: number) => {
      const start = sentence.startOf(token);
      const found = byStart.get(text.slice(start, start + 3))?.find((words) => isAt(text, start, words));
      if (found === undefined) return null;
      let last = token;
      while (last + 1 < sentence.size && sentence.endOf(last) < start + found.length) last += 1;
      const isBare = byWords.get(found)?.some((row) => row.isBare) ?? false;
      return isDefinite(sentence, token, isBare) && !isNamedBehind(sentence, last)
        ? { words: found, first: token, last }
        : null;
    },
    resolve: ({ words }: ShortForm, named: Iterable<string>, at: IsoDate | null, home: string | null) => {
      if (organs.has(words)) return home;
      const living = (byWords.get(words) ?? []).filter((row) => existed(party(row.party), at));
      for (const id of named) {
        const row = living.find((one) => one.party === id || one.named.includes(id));
        if (row !== undefined) return row.party;
        if (isKind(words, id)) return id;
      }
      return living.find((row) => row.isDefault)?.party ?? null;
    },
  });
}

function isAt(text: string, start: number, words: string): boolean {
  const end = start + words.length;
  return text.slice(start, end).replace("’", "'") === words && !/[\p{L}\d-]/u.test(text.charAt(end));
}

/** After "the", or where a heading leaves it out: "League lets Syria back in". */
function isDefinite(sentence: Sentence, token: number, isBare: boolean): boolean {
  if (token === 0) return sentence.kind === "heading" || isBare;
  const before = sentence.lower(token - 1);
  return before === "the" || (isBare && !isCapital(sentence, token - 1) && before !== "'s");
}

/** "The Council of Ministers", "the Union Jack", "the North Sea". */
function isNamedBehind(sentence: Sentence, last: number): boolean {
  if (last + 1 >= sentence.size) return false;
  const next = sentence.lower(last + 1);
  return (
    next === "of" ||
    next === "for" ||
    next === "-" ||
    (isCapital(sentence, last + 1) && sentence.kind !== "heading")
  );
}

function isCapital(sentence: Sentence, token: number): boolean {
  const first = sentence.form(token).charAt(0);
  return first !== first.toLowerCase();
}
