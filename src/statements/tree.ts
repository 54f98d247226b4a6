import type { Sentence } from "../language/index.js";

/**
 * Walks over a Universal Dependencies tree. Relations are compared without their subtype unless the
 * name given has one: `child(s, v, "nsubj")` finds `nsubj:pass` too.
 */
export function isRelation(relation: string, wanted: string): boolean {
  return relation === wanted || (relation.startsWith(wanted) && relation.charCodeAt(wanted.length) === 58);
}

export function hasRelation(sentence: Sentence, token: number, ...wanted: readonly string[]): boolean {
  const given = sentence.relation(token);
  // An orphan hangs on a noun that stands for a verb left out. A verb behind "to" never does: it is the noun's clause.
  const relation = given === "orphan" && isInfinitive(sentence, token) ? "acl" : given;
  return wanted.some((one) => isRelation(relation, one));
}

function isInfinitive(sentence: Sentence, token: number): boolean {
  return (
    sentence.upos(token) === "VERB" &&
    sentence.children(token).some((one) => one < token && sentence.lower(one) === "to")
  );
}

/** The first dependent with one of the relations; -1 where there is none. */
export function child(sentence: Sentence, token: number, ...wanted: readonly string[]): number {
  for (const one of sentence.children(token)) {
    if (hasRelation(sentence, one, ...wanted)) return one;
  }
  return -1;
}

export function childrenBy(
  sentence: Sentence,
  token: number,
  ...wanted: readonly string[]
): readonly number[] {
  return sentence.children(token).filter((one) => hasRelation(sentence, one, ...wanted));
}

/** The preposition or case marker in front of a noun, in lower case; "" where there is none. */
export function caseOf(sentence: Sentence, token: number): string {
  const marker = child(sentence, token, "case");
  return marker < 0 ? "" : sentence.lower(marker);
}

/** The dependents that hang on a noun or verb with a given preposition. */
export function withCase(
  sentence: Sentence,
  token: number,
  ...prepositions: readonly string[]
): readonly number[] {
  return sentence
    .children(token)
    .filter(
      (one) =>
        hasRelation(sentence, one, "nmod", "obl") &&
        !hasRelation(sentence, one, "nmod:poss") &&
        prepositions.includes(caseOf(sentence, one)),
    );
}

/** Whether `token` is `ancestor` or hangs below it. */
export function isWithin(sentence: Sentence, token: number, ancestor: number): boolean {
  for (let at = token, steps = 0; at >= 0 && steps <= sentence.size; at = sentence.head(at), steps += 1) {
    if (at === ancestor) return true;
  }
  return false;
}

/** First and last token of the subtree, both inclusive. */
export function extent(sentence: Sentence, token: number): readonly [number, number] {
  let first = token;
  let last = token;
  const stack = [token];
  while (stack.length > 0) {
    const at = stack.pop() as number;
    if (at < first) first = at;
    if (at > last) last = at;
    for (const one of sentence.children(at)) stack.push(one);
  }
  return [first, last];
}

/** The first conjunct of a coordination in which the token stands; the token itself where it is the first. */
export function firstConjunct(sentence: Sentence, token: number): number {
  let at = token;
  for (let steps = 0; steps < sentence.size && isRelation(sentence.relation(at), "conj"); steps += 1) {
    at = sentence.head(at);
  }
  return at;
}

export function isVerb(sentence: Sentence, token: number): boolean {
  const upos = sentence.upos(token);
  return upos === "VERB" || upos === "AUX";
}

export function isNoun(sentence: Sentence, token: number): boolean {
  const upos = sentence.upos(token);
  return upos === "NOUN" || upos === "PROPN" || upos === "PRON";
}
