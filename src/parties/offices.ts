import type { Sentence } from "../language/index.js";
import type { Base } from "./bases.js";
import { formerly, institutions, offices, qualifiers, titles } from "./lexicon.js";

/** An institution or office read around a party's name; tokens inclusive. */
export interface Post {
  readonly first: number;
  readonly last: number;
  /** The noun of the institution or office. */
  readonly head: number;
  /** Where the words of the office begin and end, without the party's name. */
  readonly officeFirst: number;
  readonly officeLast: number;
  readonly isOffice: boolean;
  readonly isFormer: boolean;
}

const longestPost = 7;
const portfolios: ReadonlySet<string> = new Set([
  "state",
  "foreign",
  "defence",
  "defense",
  "interior",
  "external",
  "finance",
  "staff",
  "government",
  "affairs",
  "relations",
  "parliament",
  "mission",
]);

/** "Russian Foreign Minister", "Peru's parliament", "Kremlin spokesman": what follows a party's name. */
export function postAfter(sentence: Sentence, base: Base, limit: number): Post | null {
  let at = base.last + 1;
  if (at < sentence.size && ["'s", "'"].includes(sentence.lower(at))) at += 1;
  const from = at;
  let head = -1;
  let isFormer = from > 0 && base.first > 0 && is(sentence, base.first - 1, "former", "ex", "late");
  for (; at < limit && at - from < longestPost; at += 1) {
    if (one(sentence, at, offices) || one(sentence, at, institutions)) head = at;
    else if (head >= 0 && ["'s", "'"].includes(sentence.lower(at)) && !one(sentence, head, offices)) continue;
    else if (one(sentence, at, formerly)) isFormer = true;
    else if (!one(sentence, at, qualifiers) && sentence.lower(at) !== "-") break;
  }
  if (head < 0) return null;
  const last = withPortfolio(sentence, head);
  const isOffice = one(sentence, head, offices);
  return { first: base.first, last, head, officeFirst: from, officeLast: last, isOffice, isFormer };
}

/** "the government of Peru", "the ambassador of the Russian Federation": what stands before "of". */
export function postBefore(sentence: Sentence, base: Base): Post | null {
  let at = base.first - 1;
  if (at < 0 || !is(sentence, at, "of", "for", "from", "in")) return null;
  const preposition = sentence.lower(at);
  at -= 1;
  if (at < 0) return null;
  let head = at;
  const portfolio = portfolioBefore(sentence, at);
  if (portfolio >= 0) head = portfolio;
  const isOffice = one(sentence, head, offices);
  if (!isOffice && (!one(sentence, head, institutions) || preposition !== "of")) return null;
  if (preposition === "in" && !is(sentence, head, "ambassador", "envoy", "government")) return null;
  let first = head;
  let isFormer = false;
  while (first > 0 && (one(sentence, first - 1, qualifiers) || one(sentence, first - 1, formerly))) {
    first -= 1;
    if (one(sentence, first, formerly)) isFormer = true;
  }
  const officeFirst = first;
  if (first > 0 && is(sentence, first - 1, "the", "a", "an")) first -= 1;
  return { first, last: base.last, head, officeFirst, officeLast: at, isOffice, isFormer };
}

/** "President", "Prime Minister", "Foreign Secretary" before a person's name; tokens of the title. */
export function titleBefore(sentence: Sentence, name: number): readonly [number, number] | null {
  const last = name - 1;
  if (last < 0 || !one(sentence, last, titles)) return null;
  let first = last;
  while (first > 0 && one(sentence, first - 1, qualifiers) && isCapitalised(sentence, first - 1)) first -= 1;
  return [first, last];
}

export function isFormerBefore(sentence: Sentence, token: number): boolean {
  return token > 0 && one(sentence, token - 1, formerly);
}

/** "Secretary of State", "Minister for Foreign Affairs": the office goes on behind its noun. */
function withPortfolio(sentence: Sentence, head: number): number {
  if (head + 2 >= sentence.size || !is(sentence, head + 1, "of", "for")) return head;
  let at = head + 2;
  while (
    at < sentence.size &&
    (portfolios.has(sentence.lower(at)) || (at > head + 2 && is(sentence, at, "and")))
  )
    at += 1;
  return at > head + 2 ? at - 1 : head;
}

/** For "minister of foreign affairs of Peru": the token of "minister" when `at` is "affairs". */
function portfolioBefore(sentence: Sentence, at: number): number {
  let token = at;
  while (token > 0 && portfolios.has(sentence.lower(token))) token -= 1;
  return token < at && token > 0 && is(sentence, token, "of", "for") && one(sentence, token - 1, offices)
    ? token - 1
    : -1;
}

function one(
  sentence: Sentence,
  token: number,
  words: { has(text: string, start: number, end: number): boolean },
): boolean {
  const lower = sentence.lower(token);
  if (words.has(lower, 0, lower.length)) return true;
  const singular = lower.endsWith("s") && !lower.endsWith("ss") ? lower.length - 1 : 0;
  return singular > 3 && words.has(lower, 0, singular);
}

function is(sentence: Sentence, token: number, ...words: readonly string[]): boolean {
  return words.includes(sentence.lower(token));
}

function isCapitalised(sentence: Sentence, token: number): boolean {
  const first = sentence.form(token).charAt(0);
  return first !== first.toLowerCase();
}
