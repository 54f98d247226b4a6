import {
  describing,
  distinguishing,
  type Nominal,
  nominals,
  pairNouns,
  type ReferentKind,
} from "./coreferenceNominals.js";
import type { Sentence } from "./types.js";
import { WordSet } from "./words.js";

/** Words that refer back to something named before; tokens inclusive, within one sentence. */
export interface Anaphor {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  /** The token on which the grammar hangs: the pronoun, or the noun. */
  readonly head: number;
  /**
   * `pronoun` and `possessive` ("its") of the third person; `speaker` for "we", "us" and "our", which stand for
   * whoever speaks and are the caller's to resolve by the quotation; `nominal` ("the country"); `pair` ("both
   * countries").
   */
  readonly form: "pronoun" | "possessive" | "speaker" | "nominal" | "pair";
  /** What it may refer to, likeliest first. */
  readonly kinds: readonly ReferentKind[];
  readonly number: "singular" | "plural";
  readonly gender: "female" | "male" | null;
  /** For persons: a word with which the person must have been introduced ("minister"); null where any will do. */
  readonly role: string | null;
}

const things: readonly ReferentKind[] = ["state", "government", "organisation", "movement", "event", "place"];
const many: readonly ReferentKind[] = ["movement", "organisation", "government", "person"];
const speaking: readonly ReferentKind[] = ["state", "government", "movement", "organisation"];

type Shape = Pick<Anaphor, "form" | "kinds" | "number" | "gender">;

function shape(
  form: Anaphor["form"],
  kinds: readonly ReferentKind[],
  number: Anaphor["number"],
  gender: Anaphor["gender"],
): Shape {
  return Object.freeze({ form, kinds, number, gender });
}

const pronouns: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ["he", shape("pronoun", ["person"], "singular", "male")],
  ["him", shape("pronoun", ["person"], "singular", "male")],
  ["his", shape("possessive", ["person"], "singular", "male")],
  ["she", shape("pronoun", ["person"], "singular", "female")],
  ["her", shape("possessive", ["person"], "singular", "female")],
  ["it", shape("pronoun", things, "singular", null)],
  ["its", shape("possessive", things, "singular", null)],
  ["they", shape("pronoun", many, "plural", null)],
  ["them", shape("pronoun", many, "plural", null)],
  ["their", shape("possessive", many, "plural", null)],
  ["we", shape("speaker", speaking, "plural", null)],
  ["us", shape("speaker", speaking, "plural", null)],
  ["our", shape("speaker", speaking, "plural", null)],
]);

const telling = new WordSet([...pronouns.keys(), ...nominals.keys(), ...pairNouns.keys()]);

/**
 * The anaphors of a sentence, in order. A definite noun phrase counts only where nothing in it names or
 * distinguishes what it means: "the country" and "the Balkan nation", but neither "the first country to …" nor
 * "the Russian government" nor "other countries". Asks for the tree only to tell an expletive "it".
 */
export function anaphorsIn(sentence: Sentence): readonly Anaphor[] {
  const found: Anaphor[] = [];
  for (let at = sentence.find(telling); at >= 0; at = sentence.find(telling, at + 1)) {
    const anaphor = pronounAt(sentence, at) ?? pairAt(sentence, at) ?? nominalAt(sentence, at);
    if (anaphor !== null) found.push(anaphor);
  }
  return Object.freeze(found);
}

function pronounAt(sentence: Sentence, at: number): Anaphor | null {
  const word = sentence.lower(at);
  const known = pronouns.get(word);
  if (known === undefined) return null;
  // "US" in capitals is a country.
  if (word === "us" && sentence.form(at) === "US") return null;
  if (word === "it" && isExpletive(sentence, at)) return null;
  const object = word === "her" && !sentence.relation(at).startsWith("nmod");
  return make(sentence, at, at, at, object ? { ...known, form: "pronoun" } : known, null);
}

/** "It is likely that …", "it seems": "it" stands for nothing before. */
function isExpletive(sentence: Sentence, at: number): boolean {
  if (sentence.relation(at).startsWith("expl")) return true;
  const verb = at + 1 < sentence.size ? sentence.lower(at + 1) : "";
  return ["seems", "seemed", "appears", "appeared", "rains", "rained"].includes(verb);
}

function pairAt(sentence: Sentence, at: number): Anaphor | null {
  const kinds = pairNouns.get(sentence.lower(at));
  if (kinds === undefined || at === 0) return null;
  const before = sentence.lower(at - 1);
  const two =
    at >= 2 &&
    (before === "two" || before === "2") &&
    ["the", "these", "those"].includes(sentence.lower(at - 2));
  if (before !== "both" && !two) return null;
  return make(sentence, two ? at - 2 : at - 1, at, at, shape("pair", kinds, "plural", null), null);
}

function nominalAt(sentence: Sentence, at: number): Anaphor | null {
  const word = sentence.lower(at);
  const nominal = nominals.get(word);
  if (nominal === undefined || isNamedBehind(sentence, at)) return null;
  const first = articleOf(sentence, at, nominal);
  if (first < 0) return null;
  const number = nominal.plural ? "plural" : "singular";
  return make(
    sentence,
    first,
    at,
    at,
    shape("nominal", nominal.kinds, number, null),
    nominal.generic ? null : word,
  );
}

/** How many words may stand between the article and the noun. */
const longestDescription = 5;

/** The token of "the", "this" or "that" that opens the phrase; -1 where what stands between names or distinguishes. */
function articleOf(sentence: Sentence, noun: number, nominal: Nominal): number {
  for (let at = noun - 1; at >= 0 && at >= noun - longestDescription; at -= 1) {
    const word = sentence.lower(at);
    if (word === "the" || word === "this" || word === "that") return isArticle(sentence, at, noun) ? at : -1;
    if (distinguishing.has(word) || /^\d/.test(word)) return -1;
    // "The island nation" is one thing, "the state government" is not the government of before.
    const other = nominals.get(word);
    if (other !== undefined && other.kinds[0] !== nominal.kinds[0]) return -1;
    const capital = sentence.form(at).charAt(0) !== word.charAt(0);
    if (capital && !describing.has(word)) return -1;
    if (!/^[\p{L}-]/u.test(word) || closed.has(word)) return -1;
  }
  return -1;
}

/** Words that cannot stand inside a noun phrase before its noun. */
const closed: ReadonlySet<string> = new Set(
  "a an of in on at to for with by from is was are were be been has have had will would and or but as than not his her its their our my your who which whose".split(
    " ",
  ),
);

/** "That country" is an anaphor; in "said that country after country" it is none. */
function isArticle(sentence: Sentence, at: number, noun: number): boolean {
  if (sentence.lower(at) !== "that") return true;
  return noun === at + 1 && sentence.upos(at) === "DET";
}

/** "The state of emergency", "the group Hamas", "the country that …", "the State Department". */
function isNamedBehind(sentence: Sentence, noun: number): boolean {
  if (sentence.form(noun).charAt(0) !== sentence.lower(noun).charAt(0)) return true;
  if (noun + 1 >= sentence.size) return false;
  const next = sentence.lower(noun + 1);
  if (["of", "that", "which", "who", "whose", "where", "-", "named", "called", "known"].includes(next))
    return true;
  const form = sentence.form(noun + 1);
  return /^\p{Lu}/u.test(form) && form !== "I"
    ? true
    : sentence.upos(noun + 1) === "NOUN" && sentence.xpos(noun) !== "NNS";
}

function make(
  sentence: Sentence,
  first: number,
  last: number,
  head: number,
  known: Shape,
  role: string | null,
): Anaphor {
  return Object.freeze({ sentence: sentence.index, first, last, head, ...known, role });
}
