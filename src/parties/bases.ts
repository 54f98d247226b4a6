import type { Sentence } from "../language/index.js";
import type { IsoDate } from "../model/index.js";
import { courtesies } from "./lexicon.js";
import type { NameIndex } from "./names.js";
import type { MentionForm } from "./types.js";

/** A party's name in a sentence before offices and institutions are read around it; tokens inclusive. */
export interface Base {
  readonly first: number;
  readonly last: number;
  readonly party: string;
  readonly form: MentionForm;
  /** True for "Taliban-led", "Houthi-run": whose hold describes what follows. */
  readonly leads: boolean;
}

const holds: ReadonlySet<string> = new Set([
  "led",
  "run",
  "controlled",
  "ruled",
  "governed",
  "dominated",
  "appointed",
]);
const relations: ReadonlySet<string> = new Set([
  "backed",
  "based",
  "born",
  "style",
  "majority",
  "allied",
  "speaking",
  "mediated",
  "brokered",
  "occupied",
  "held",
  "language",
  "sponsored",
  "made",
  "owned",
  "era",
  "funded",
  "recognised",
  "recognized",
  "wide",
  "administered",
  "aligned",
  "friendly",
  "trained",
  "supported",
]);
const prefixes: ReadonlySet<string> = new Set(["pro", "anti", "non", "trans", "intra", "inter"]);

/** Given names that are also states: before another capitalised word they are a person's. */
const givenNames: ReadonlySet<string> = new Set([
  "Jordan",
  "Chad",
  "Georgia",
  "Israel",
  "India",
  "Kenya",
  "London",
  "Paris",
  "Victoria",
  "Sydney",
  "Lima",
  "Santiago",
  "Lincoln",
]);

/** Finds all names of parties, longest first, from left to right. */
export function basesIn(
  sentence: Sentence,
  text: string,
  names: NameIndex,
  at: IsoDate | null,
): readonly Base[] {
  const bases: Base[] = [];
  for (let token = 0; token < sentence.size; token += 1) {
    const start = sentence.startOf(token);
    if (!isCapital(text.charAt(start)) && !articled.test(text.slice(start, start + 5))) continue;
    const match = names.match(text, start, at);
    if (match === null) continue;
    const end = start + match.length;
    let last = token;
    while (last + 1 < sentence.size && sentence.endOf(last) < end) last += 1;
    if (match.party !== "" && !isPrefixed(sentence, token, text) && !isGivenName(sentence, token, last)) {
      const base = baseAt(sentence, text, token, last, end, match);
      if (base !== null) bases.push(base);
      token = Math.max(last, base?.last ?? last);
    } else token = last;
  }
  return bases;
}

/** A name of a party in a sentence, before anything is known of what it does there. */
export interface NamedAt {
  readonly party: string;
  readonly token: number;
  /** Whether it is a city behind "in" or "at", and so most likely a place. */
  readonly isPlaced: boolean;
}

/** The names of parties in a sentence, whatever they turn out to be there. */
export function namesIn(
  sentence: Sentence,
  text: string,
  names: NameIndex,
  at: IsoDate | null,
): readonly NamedAt[] {
  const found: NamedAt[] = [];
  for (let token = 0; token < sentence.size; token += 1) {
    const start = sentence.startOf(token);
    if (!isCapital(text.charAt(start)) && !articled.test(text.slice(start, start + 5))) continue;
    const match = names.match(text, start, at);
    if (match === null || match.party === "") continue;
    const isPlaced =
      match.form === "capital" && token > 0 && ["in", "at"].includes(sentence.lower(token - 1));
    found.push({ party: match.party, token, isPlaced });
  }
  return found;
}

function baseAt(
  sentence: Sentence,
  text: string,
  first: number,
  last: number,
  end: number,
  match: { readonly party: string; readonly form: MentionForm },
): Base | null {
  const { party, form } = match;
  // "the Foreign Office of Estonia" is no seat of another's government.
  if (form === "seat" && last + 2 < sentence.size && sentence.lower(last + 1) === "of") return null;
  if (text.charAt(end) !== "-" && text.charAt(end) !== "–") {
    return { first: withArticle(sentence, first), last, party, form, leads: false };
  }
  const suffix = /^[a-z]+/.exec(text.slice(end + 1, end + 16))?.[0] ?? "";
  let hyphenated = last;
  while (hyphenated + 1 < sentence.size && sentence.endOf(hyphenated) < end + 1 + suffix.length)
    hyphenated += 1;
  if (holds.has(suffix)) return { first, last: hyphenated, party, form, leads: true };
  if (relations.has(suffix)) return null;
  return { first, last, party, form: suffix === "" ? form : "demonym", leads: false };
}

/** Arabic names keep their article small: "al-Qaeda". */
const articled = /^(?:al|ash|as|an)-\p{Lu}/u;

function isCapital(character: string): boolean {
  return character !== character.toLowerCase();
}

/** "pro-Russian", "anti-Taliban": a stance towards the party, not the party. */
function isPrefixed(sentence: Sentence, token: number, text: string): boolean {
  const start = sentence.startOf(token);
  if (text.charAt(start - 1) !== "-") return false;
  const word = /([A-Za-z]+)-$/.exec(text.slice(Math.max(0, start - 12), start))?.[1] ?? "";
  return prefixes.has(word.toLowerCase());
}

function isGivenName(sentence: Sentence, first: number, last: number): boolean {
  if (isSurname(sentence, first)) return true;
  if (first !== last || !givenNames.has(sentence.form(first))) return false;
  return sentence.names().some((name) => name.kind === "person" && name.first <= first && name.last > last);
}

/** "Michael Jordan": a capitalised word before it belongs to the same person's name. */
function isSurname(sentence: Sentence, token: number): boolean {
  if (token === 0) return false;
  const before = sentence.form(token - 1).charAt(0);
  if (before === before.toLowerCase() || courtesies.has(sentence.lower(token - 1))) return false;
  return sentence.names().some((name) => name.kind === "person" && name.first < token && name.last === token);
}

function withArticle(sentence: Sentence, first: number): number {
  if (first > 0 && courtesies.has(sentence.lower(first - 1))) return first - 1;
  return first > 0 && sentence.lower(first - 1) === "the" ? first - 1 : first;
}
