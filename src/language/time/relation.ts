import type { TimeExpression } from "../types.js";
import { type Found, type Surroundings, wordAt } from "./recogniser.js";
import { months, units, weekdays } from "./vocabulary.js";
import { yearNumber } from "./yearPhrase.js";

export type Relation = TimeExpression["relation"];

/** The relation of an expression to what it modifies, and the first token of the phrase with its preposition. */
export interface Bound {
  readonly first: number;
  readonly relation: Relation;
}

const relations: ReadonlyMap<string, Relation> = new Map<string, Relation>([
  ["on", "at"],
  ["in", "at"],
  ["at", "at"],
  ["during", "at"],
  ["throughout", "at"],
  ["over", "at"],
  ["within", "at"],
  ["around", "at"],
  ["between", "at"],
  ["since", "since"],
  ["until", "until"],
  ["till", "until"],
  ["before", "before"],
  ["after", "after"],
  ["by", "by"],
]);

/** Prepositions of two words, by their last. */
const pairs: ReadonlyMap<string, readonly [string, Relation]> = new Map<string, readonly [string, Relation]>([
  ["to", ["prior", "before"]],
  ["of", ["as", "since"]],
  ["than", ["later", "by"]],
]);

const nuances: ReadonlySet<string> = new Set(["late", "early", "earlier", "later"]);

/**
 * Reads the preposition before an expression. An expression that only modifies a noun ("after the 2021
 * takeover", "before Thursday's vote") bounds nothing: the preposition is the noun's.
 *
 * @param floor the first token that no earlier expression has taken.
 */
export function boundOf(surroundings: Surroundings, read: Found, floor: number): Bound {
  const { sentence } = surroundings;
  const after = wordAt(sentence, read.last + 1);
  if (after === "'s" || after === "'") return { first: read.first, relation: "at" };
  // "Suspended since" is bounded by its own only word.
  if (read.first === read.last && wordAt(sentence, read.last) === "since")
    return { first: read.first, relation: "since" };
  let first = read.first;
  if (wordAt(sentence, first - 1) === "the" && first - 1 >= floor) {
    if (isModifier(surroundings, read)) return { first, relation: "at" };
    first -= 1;
  }
  if (nuances.has(wordAt(sentence, first - 1)) && first - 1 >= floor) first -= 1;
  return withPreposition(surroundings, read, first, floor);
}

function withPreposition(surroundings: Surroundings, read: Found, first: number, floor: number): Bound {
  const { sentence } = surroundings;
  const at = first - 1;
  if (at < floor) return { first, relation: "at" };
  const word = wordAt(sentence, at);
  const pair = pairs.get(word);
  if (pair !== undefined && at - 1 >= floor && wordAt(sentence, at - 1) === pair[0])
    return { first: at - 1, relation: pair[1] };
  if (word === "from") return { first: at, relation: fromRelation(surroundings, read, at) };
  const relation = relations.get(word);
  if (relation === undefined) return { first, relation: "at" };
  const early = relation === "at" && nuances.has(wordAt(sentence, at - 1)) && at - 1 >= floor;
  return { first: early ? at - 1 : at, relation };
}

/** "From 2008" begins something; "from 1996 to 2001" is whole, and "a report from 2019" is of that year. */
function fromRelation(surroundings: Surroundings, read: Found, at: number): Relation {
  if (read.period.precision === "range") return "at";
  return at > 0 && surroundings.sentence.upos(at - 1) === "NOUN" ? "at" : "since";
}

/** After an article, a date, a month, a weekday or a year belongs to the noun that follows. */
function isModifier(surroundings: Surroundings, read: Found): boolean {
  const { sentence } = surroundings;
  const first = wordAt(sentence, read.first);
  const last = wordAt(sentence, read.last);
  const takesNoArticle = weekdays.has(first) || months.has(first) || yearNumber(first) > 0;
  if (!takesNoArticle || units.has(last)) return false;
  return /^\p{L}/u.test(wordAt(sentence, read.last + 1));
}
