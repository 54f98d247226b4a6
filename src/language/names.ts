import type { Name, NameKind } from "./types.js";

/** What the names of a sentence are read from: its words, its universal tags and the model's labels, by token. */
export interface LabelledWords {
  readonly size: number;
  form(token: number): string;
  lower(token: number): string;
  upos(token: number): string;
  /** "O", or "B-" or "I-" with a kind. */
  label(token: number): string;
}

/**
 * The names that the labels mark, mended where news differs from what the model has learned: days and months
 * are no names; after "ambassador to" the country and the person are two; a run of capitals around a word such
 * as "Union" or "Ministry" is one organisation.
 */
export function namesIn(words: LabelledWords): readonly Name[] {
  const marked = markedSpans(words).filter((name) => !isDate(words, name));
  const split = marked.flatMap((name) => splitEnvoy(words, name));
  return Object.freeze(withOrganisations(words, split).map((name) => Object.freeze(name)));
}

function markedSpans(words: LabelledWords): Name[] {
  const found: Name[] = [];
  for (let first = 0; first < words.size; first += 1) {
    const label = words.label(first);
    if (!label.startsWith("B-")) continue;
    const kind = label.slice(2) as NameKind;
    let last = first;
    while (last + 1 < words.size && words.label(last + 1) === `I-${kind}`) last += 1;
    if (kind === "person") last = lastOfPerson(words, last);
    found.push({ first, last, kind });
  }
  return found;
}

/** A proper noun right behind a person's name that is in no other name is a part of it: "Ana Flores Quispe". */
function lastOfPerson(words: LabelledWords, marked: number): number {
  let last = marked;
  while (last + 1 < words.size && words.label(last + 1) === "O" && isSurname(words, last + 1)) last += 1;
  return last;
}

function isSurname(words: LabelledWords, token: number): boolean {
  return words.upos(token) === "PROPN" && isCapital(words, token) && !bodies.has(words.lower(token));
}

const set = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const dates =
  set(`monday tuesday wednesday thursday friday saturday sunday january february march april may june july
  august september october november december`);

function isDate(words: LabelledWords, { first, last }: Name): boolean {
  return first === last && dates.has(words.lower(first));
}

const envoys = set("ambassador envoy representative emissary consul delegate");

/** First words of the names of countries that have two. */
const firstOfTwo = set(
  "south north new united saudi sri costa el sierra burkina ivory equatorial papua san central west east",
);

/** "Ambassador to Chile Ana Flores": the country is not part of the name of the person. */
function splitEnvoy(words: LabelledWords, name: Name): readonly Name[] {
  const { first, last } = name;
  if (first < 2 || words.lower(first - 1) !== "to" || !envoys.has(words.lower(first - 2))) return [name];
  const country = firstOfTwo.has(words.lower(first)) ? first + 1 : first;
  if (last - country < 2) return [name];
  return [
    { first, last: country, kind: "place" },
    { first: country + 1, last, kind: "person" },
  ];
}

const bodies =
  set(`union council assembly ministry nations organisation organization parliament committee commission
  court league agency bank university federation association alliance party congress senate department forum
  conference institute authority administration front movement coalition bureau secretariat fund`);

function withOrganisations(words: LabelledWords, names: readonly Name[]): readonly Name[] {
  let kept = names;
  for (let token = 0; token < words.size; token += 1) {
    if (!bodies.has(words.lower(token)) || !isCapital(words, token)) continue;
    const name = organisationAround(words, token);
    if (name.last === name.first || !replaces(kept, name)) continue;
    kept = [...kept.filter((one) => one.last < name.first || one.first > name.last), name];
  }
  return [...kept].sort((a, b) => a.first - b.first);
}

/** Whether the names that the new one meets all lie inside it, and none is such an organisation already. */
function replaces(names: readonly Name[], name: Name): boolean {
  return names.every((one) => {
    if (one.last < name.first || one.first > name.last) return true;
    const isSame = one.first === name.first && one.last === name.last;
    return one.first >= name.first && one.last <= name.last && !(isSame && one.kind === "organisation");
  });
}

/** The capitals before the word, and those that "of" or "for" ties on behind: "the Organisation of Islamic Cooperation". */
function organisationAround(words: LabelledWords, token: number): Name {
  let first = token;
  while (first > 0 && isCapital(words, first - 1)) first -= 1;
  let last = lastCapital(words, token);
  const link = last + 1;
  if (link + 1 < words.size && (words.lower(link) === "of" || words.lower(link) === "for")) {
    const next = words.lower(link + 1) === "the" ? link + 2 : link + 1;
    if (next < words.size && isCapital(words, next)) last = lastCapital(words, next);
  }
  return { first, last, kind: "organisation" };
}

function lastCapital(words: LabelledWords, token: number): number {
  let last = token;
  while (last + 1 < words.size && isCapital(words, last + 1)) last += 1;
  return last;
}

/** A noun or adjective with a capital first letter; words all in capitals may stand in a heading. */
function isCapital(words: LabelledWords, token: number): boolean {
  const form = words.form(token);
  const upos = words.upos(token);
  // "United" in a name is a participle by its tag.
  if (upos !== "PROPN" && upos !== "ADJ" && upos !== "NOUN" && form !== "United") return false;
  return (
    /^\p{Lu}/u.test(form) &&
    (form.length <= 4 || form !== form.toUpperCase()) &&
    !dates.has(words.lower(token))
  );
}
