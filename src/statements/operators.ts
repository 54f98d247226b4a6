import type { Sentence } from "../language/index.js";
import type { Modality } from "../model/index.js";
import { child, childrenBy, hasRelation } from "./tree.js";

/** What the small words of one clause do: negation, modal verbs, conjunctions. */
export interface Operators {
  readonly negative: boolean;
  readonly modality: Modality | null;
  /** True where the clause is a fact of its own ("by recognising", "after recognising"). */
  readonly factual: boolean;
}

export const noOperators: Operators = Object.freeze({ negative: false, modality: null, factual: false });

const negations: ReadonlySet<string> = new Set([
  "not",
  "n't",
  "n’t",
  "never",
  "nor",
  "neither",
  "no",
  "hardly",
  "nowhere",
]);
const negativePrepositions: ReadonlySet<string> = new Set(["without", "against"]);
const factualPrepositions: ReadonlySet<string> = new Set([
  "by",
  "after",
  "since",
  "for",
  "over",
  "despite",
  "in",
  "upon",
  "following",
]);
const conditions: ReadonlySet<string> = new Set([
  "if",
  "unless",
  "whether",
  "provided",
  "providing",
  "lest",
  "should",
  "supposing",
]);

/** "That May an envoy was expelled": the month, which is easily taken for the modal verb. */
function isMonth(sentence: Sentence, token: number): boolean {
  return token > 0 && sentence.form(token) === "May";
}

const modals: Readonly<Record<string, Modality>> = {
  will: "intended",
  wo: "intended",
  "'ll": "intended",
  "’ll": "intended",
  shall: "intended",
  would: "intended",
  "'d": "intended",
  may: "predicted",
  might: "predicted",
  could: "predicted",
  can: "predicted",
  should: "requested",
  must: "requested",
  ought: "requested",
};

const adverbs: Readonly<Record<string, Modality>> = {
  possibly: "predicted",
  probably: "predicted",
  perhaps: "predicted",
  maybe: "predicted",
  likely: "predicted",
  potentially: "predicted",
  presumably: "predicted",
  hopefully: "hoped",
};

/** Reads the operators that hang on a predicate. */
export function clauseOperators(sentence: Sentence, predicate: number): Operators {
  let negative = false;
  let modality: Modality | null = null;
  let factual = false;
  for (const one of sentence.children(predicate)) {
    const lower = sentence.lower(one);
    if (hasRelation(sentence, one, "aux") && !isMonth(sentence, one))
      modality = isInverted(sentence, one, predicate) ? "conditional" : (modals[lower] ?? modality);
    else if (isNegation(sentence, one, lower)) negative = !negative;
    else if (hasRelation(sentence, one, "advmod")) modality = adverbs[lower] ?? modality;
    if (hasRelation(sentence, one, "mark", "case", "advmod") && conditions.has(lower))
      modality = "conditional";
    if (hasRelation(sentence, one, "mark", "case") && negativePrepositions.has(lower)) negative = !negative;
    if (
      hasRelation(sentence, one, "mark", "case") &&
      isGerund(sentence, predicate) &&
      factualPrepositions.has(lower)
    ) {
      factual = true;
    }
    if (
      hasRelation(sentence, one, "nsubj") &&
      (hasNegativeDeterminer(sentence, one) || isNotEven(sentence, one))
    ) {
      negative = !negative;
    }
  }
  // "cannot recognise" is a refusal, not a forecast.
  if (negative && modality === "predicted" && hasChildForm(sentence, predicate, "can", "ca", "could"))
    modality = null;
  if (isYetTo(sentence, predicate)) negative = !negative;
  if (isToBe(sentence, predicate)) modality = "intended";
  if (modality === "intended" && hasCondition(sentence, predicate)) modality = "conditional";
  return { negative, modality, factual };
}

/** "Should Ethiopia recognise Somaliland, …": an auxiliary before its subject, in a sentence that asks nothing. */
function isInverted(sentence: Sentence, auxiliary: number, predicate: number): boolean {
  const subject = child(sentence, predicate, "nsubj");
  return (
    sentence.lower(auxiliary) === "should" && subject > auxiliary && sentence.form(sentence.size - 1) !== "?"
  );
}

function isGerund(sentence: Sentence, token: number): boolean {
  return sentence.xpos(token) === "VBG";
}

function isNegation(sentence: Sentence, token: number, lower: string): boolean {
  // "no longer" is one negation, wherever the tree hangs its "no".
  if (lower === "longer") return true;
  if (lower === "no" && token + 1 < sentence.size && sentence.lower(token + 1) === "longer") return false;
  if (!negations.has(lower)) return false;
  return hasRelation(sentence, token, "advmod", "det", "cc:preconj", "cc", "aux", "discourse");
}

/** "no country", "none of them", "neither state", "nobody". */
function hasNegativeDeterminer(sentence: Sentence, subject: number): boolean {
  const lower = sentence.lower(subject);
  if (lower === "none" || lower === "nobody" || lower === "neither") return true;
  return sentence
    .children(subject)
    .some(
      (one) =>
        hasRelation(sentence, one, "det", "cc:preconj") && ["no", "neither"].includes(sentence.lower(one)),
    );
}

/** "imposed no sanctions", "granted no recognition": what is done to nothing is not done. */
export function hasNoObject(sentence: Sentence, verb: number): boolean {
  return childrenBy(sentence, verb, "obj").some(
    (one) => hasNegativeDeterminer(sentence, one) && !isExcepted(sentence, one),
  );
}

const exceptions: ReadonlySet<string> = new Set(["but", "except", "save", "bar", "besides", "other"]);

/** "closed no embassy but that in Oslo", and not "closed no embassy but recalled its envoy". */
function isExcepted(sentence: Sentence, noun: number): boolean {
  return (
    exceptions.has(sentence.lower(noun + 1)) && !["VERB", "AUX", "ADV"].includes(sentence.upos(noun + 2))
  );
}

/** "not even Pakistan has recognised it". */
function isNotEven(sentence: Sentence, subject: number): boolean {
  for (let at = subject; at >= Math.max(1, subject - 4); at -= 1) {
    if (sentence.lower(at) === "even" && sentence.lower(at - 1) === "not") return true;
  }
  return false;
}

function hasChildForm(sentence: Sentence, token: number, ...forms: readonly string[]): boolean {
  return sentence.children(token).some((one) => forms.includes(sentence.lower(one)));
}

/** "has yet to recognise", "is yet to recognise". */
function isYetTo(sentence: Sentence, predicate: number): boolean {
  const xcomp = child(sentence, predicate, "xcomp");
  if (predicate >= 2 && sentence.lower(predicate - 1) === "to" && sentence.lower(predicate - 2) === "yet") {
    return !["have", "be", "remain"].includes(sentence.lemma(Math.max(0, sentence.head(predicate))));
  }
  const light = ["have", "be", "remain"].includes(sentence.lemma(predicate));
  if (light && xcomp >= 0) return hasChildForm(sentence, predicate, "yet");
  return hasChildForm(sentence, predicate, "yet") && child(sentence, predicate, "mark") >= 0 && !light;
}

/** "is to recognise", "to recognise" in a headline, "is going to recognise". */
function isToBe(sentence: Sentence, predicate: number): boolean {
  const marker = child(sentence, predicate, "mark");
  const infinitive = marker >= 0 && sentence.lower(marker) === "to";
  const head = sentence.head(predicate);
  if (infinitive && child(sentence, predicate, "aux", "cop") >= 0) {
    const auxiliary = child(sentence, predicate, "aux", "cop");
    return sentence.lemma(auxiliary) === "be" && auxiliary < marker;
  }
  if (infinitive && (head < 0 || (hasRelation(sentence, predicate, "acl") && isNameAlone(sentence, head))))
    return true;
  if (infinitive && hasRelation(sentence, predicate, "xcomp")) {
    return sentence.lemma(head) === "be" || (sentence.lemma(head) === "go" && sentence.xpos(head) === "VBG");
  }
  return false;
}

/** "Peru to recognise …" in a headline; "the only Gulf state to recognise …" ranks a state that did. */
function isNameAlone(sentence: Sentence, token: number): boolean {
  return sentence.upos(token) === "PROPN" && child(sentence, token, "det") < 0;
}

/** "would recognise it if …", "will not recognise it unless …". */
function hasCondition(sentence: Sentence, predicate: number): boolean {
  return sentence.children(predicate).some((one) => {
    if (!hasRelation(sentence, one, "advcl")) return false;
    return sentence
      .children(one)
      .some(
        (mark) =>
          hasRelation(sentence, mark, "mark", "advmod") &&
          ["if", "unless", "once", "provided"].includes(sentence.lower(mark)),
      );
  });
}
