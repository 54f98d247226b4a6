import type { Sentence } from "../language/index.js";
import type { Mention } from "../parties/index.js";
import type { Discourse } from "./discourse.js";
import { childrenBy, hasRelation, isRelation } from "./tree.js";

/**
 * The members of a coordination: by the tree, and by the plain list of names on which trees err most
 * ("Denmark, Iceland and Norway"), as long as no later name is the subject of a verb of its own.
 */
export function conjunctsOf(discourse: Discourse, sentence: Sentence, token: number): readonly number[] {
  const members = new Set<number>([token]);
  for (const one of childrenBy(sentence, token, "conj")) if (sentence.upos(one) !== "VERB") members.add(one);
  for (const one of companions(sentence, token)) members.add(one);
  for (const one of listAround(discourse, sentence, token)) members.add(one);
  // "four states (Russia, Nicaragua, Venezuela and Nauru)": the names stand for the noun.
  const named = childrenBy(sentence, token, "appos").find(
    (one) => mentionAt(discourse, sentence, one) !== null,
  );
  if (named !== undefined && mentionAt(discourse, sentence, token) === null) {
    for (const one of listAround(discourse, sentence, named)) members.add(one);
  }
  return [...members].sort((a, b) => a - b);
}

/** "Belgium, along with Luxembourg, …": on the noun itself or on its verb. */
function companions(sentence: Sentence, token: number): readonly number[] {
  const hosts = [token, sentence.head(token)].filter((one) => one >= 0);
  return hosts
    .flatMap((host) => sentence.children(host))
    .filter(
      (one) =>
        one > token &&
        hasRelation(sentence, one, "obl", "nmod") &&
        isAlongWith(sentence, one) &&
        sentence.head(one) >= 0,
    )
    .filter((one) => sentence.head(one) === token || hasRelation(sentence, token, "nsubj"));
}

function isAlongWith(sentence: Sentence, token: number): boolean {
  const words = sentence
    .children(token)
    .filter((one) => hasRelation(sentence, one, "case", "fixed"))
    .map((one) => sentence.lower(one));
  return (
    words.includes("with") &&
    (words.includes("along") ||
      words.includes("together") ||
      ["along", "together"].includes(sentence.lower(Math.max(0, token - 2))))
  );
}

const joiners: ReadonlySet<string> = new Set([
  ",",
  "and",
  "or",
  "&",
  "the",
  "both",
  "nor",
  "plus",
  "then",
  "also",
  "/",
]);

function listAround(discourse: Discourse, sentence: Sentence, token: number): readonly number[] {
  const mentions = discourse.mentions(sentence.index);
  const at = mentions.findIndex((one) => one.first <= token && token <= one.last);
  const here = mentions[at];
  if (here === undefined || here.form === "demonym") return [];
  const found: number[] = [];
  for (let next = at + 1; next < mentions.length && joined(sentence, mentions, next - 1); next += 1) {
    const member = mentions[next] as Mention;
    if (startsClause(sentence, member)) break;
    found.push(member.head);
  }
  for (let previous = at - 1; previous >= 0 && joined(sentence, mentions, previous); previous -= 1) {
    found.push((mentions[previous] as Mention).head);
  }
  // A list of names needs its "and" or "or"; names between commas alone are more often appositions.
  if (found.length === 0) return [];
  const first = Math.min(token, ...found);
  const last = Math.max(token, ...found);
  for (let one = first; one <= last; one += 1) {
    if (["and", "or", "nor", "&"].includes(sentence.lower(one))) return found;
  }
  return sentence.kind === "prose" ? [] : found;
}

/** Whether only commas, conjunctions and articles stand between a mention and the next. */
function joined(sentence: Sentence, mentions: readonly Mention[], at: number): boolean {
  const left = mentions[at];
  const right = mentions[at + 1];
  if (left === undefined || right === undefined || right.first - left.last < 2 || right.first - left.last > 4)
    return false;
  if (left.form === "demonym" || right.form === "demonym") return false;
  for (let one = left.last + 1; one < right.first; one += 1)
    if (!joiners.has(sentence.lower(one))) return false;
  return true;
}

/** A name that is the subject of a verb begins a clause of its own and ends the list before it. */
function startsClause(sentence: Sentence, mention: Mention): boolean {
  for (let token = mention.first; token <= mention.last; token += 1) {
    if (isRelation(sentence.relation(token), "nsubj")) return true;
  }
  return false;
}

export function mentionAt(discourse: Discourse, sentence: Sentence, token: number): Mention | null {
  return discourse.mentions(sentence.index).find((one) => one.first <= token && token <= one.last) ?? null;
}
