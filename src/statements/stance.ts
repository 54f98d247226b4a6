import type { Sentence } from "../language/index.js";
import type { Modality, Polarity } from "../model/index.js";
import type { Governor, GovernorBook } from "./governors.js";
import { clauseOperators, hasNoObject, noOperators, type Operators } from "./operators.js";
import { child, firstConjunct, hasRelation, isRelation, isVerb } from "./tree.js";

/** How a sentence puts an act, read from the words that govern it, innermost first. */
export interface Stance {
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** Governing speech verbs or nouns, innermost first. */
  readonly cues: readonly number[];
  /** True where the clause asks a question. */
  readonly question: boolean;
}

interface Climb {
  readonly sentence: Sentence;
  readonly governors: GovernorBook;
  negative: boolean;
  modality: Modality;
  question: boolean;
  readonly cues: number[];
  /** False once a factual boundary ("after Peru recognised Kosovo") is passed: only speakers count above it. */
  open: boolean;
}

/**
 * Climbs from the anchor of an act to the root. Negations multiply; the outermost modality that is not
 * plain assertion decides ("hopes that others will follow" is hoped). Sources: Saurí and Pustejovsky 2009
 * (FactBank) for the values, Karttunen 1971 for implicatives.
 */
export function stanceOf(sentence: Sentence, anchor: number, governors: GovernorBook): Stance {
  const climb: Climb = {
    sentence,
    governors,
    negative: false,
    modality: "asserted",
    question: false,
    cues: [],
    open: true,
  };
  let at = anchor;
  apply(climb, operatorsAt(climb, at));
  // Only the act's own object: that of a verb above is the act, or what it is carried by, and is asked on the way.
  if (hasNoObject(sentence, anchor)) climb.negative = !climb.negative;
  for (let steps = 0; steps < sentence.size && sentence.head(at) >= 0; steps += 1) at = step(climb, at);
  if (isQuestion(sentence, climb)) {
    // "Did Peru sever relations?" states nothing; "Will Peru sever relations?" looks ahead.
    if (climb.modality === "intended") climb.modality = "predicted";
    else climb.question = climb.modality !== "predicted";
  }
  return Object.freeze({
    polarity: climb.negative ? "negative" : "positive",
    modality: climb.modality,
    cues: Object.freeze(climb.cues),
    question: climb.question,
  });
}

function step(climb: Climb, at: number): number {
  const { sentence } = climb;
  const relation = sentence.relation(at);
  if (isRelation(relation, "conj")) return stepConjunct(climb, at);
  const head = sentence.head(at);
  const governor = climb.governors.find(sentence, head, at);
  if (isFactualBoundary(sentence, at)) climb.open = false;
  const vows =
    governor?.group === "intention" && (isFiniteClause(sentence, at) || vowing.has(sentence.lemma(head)));
  const says = governor?.speech || vows;
  if (says && speaks(sentence, at)) climb.cues.push(head);
  if (!climb.open) return head;
  const nominal = !isClause(sentence, at);
  const warns =
    governor?.group === "warning" && hasRelation(sentence, at, "ccomp") && sentence.lemma(head) === "warn";
  if (governor !== null && governs(sentence, at, governor)) {
    // "warned that it would sever relations" is what somebody says; "warned it not to" is a request.
    if (!warns) applyGovernor(climb, governor);
    if (
      governor.group !== "thought" &&
      (!plainSpeech(governor) || (nominal && hasRelation(sentence, at, "obj")))
    )
      apply(climb, operatorsAt(climb, head));
  } else if (nominal && hasRelation(sentence, at, "nsubj", "obj", "obl", "nmod")) {
    // A nominal under any other verb is presupposed: "did not welcome the recognition" leaves it a fact.
    if (!happens(sentence, head)) climb.open = false;
    else apply(climb, operatorsAt(climb, head));
  } else if (hasRelation(sentence, at, "acl", "advcl", "xcomp") && !hasRelation(sentence, at, "acl:relcl")) {
    const above = operatorsAt(climb, head);
    // "If Peru leaves, nobody will follow": a clause with a subject of its own is not denied by the main clause.
    const own = hasRelation(sentence, at, "advcl") && child(sentence, at, "nsubj") >= 0;
    apply(climb, own ? { ...above, negative: false } : above);
  }
  return head;
}

/** A later conjunct shares what governs the first, and its auxiliaries where it has none of its own. */
function stepConjunct(climb: Climb, at: number): number {
  const { sentence } = climb;
  const first = firstConjunct(sentence, at);
  const own = child(sentence, at, "aux", "nsubj", "cop") >= 0;
  const contrast = sentence.children(at).some((one) => sentence.lower(one) === "but");
  if (!own && climb.open && !contrast && isVerb(sentence, first)) apply(climb, operatorsAt(climb, first));
  return first;
}

function operatorsAt(climb: Climb, token: number): Operators {
  const { sentence } = climb;
  return isVerb(sentence, token) || sentence.children(token).length > 0
    ? clauseOperators(sentence, token)
    : noOperators;
}

function apply(climb: Climb, operators: Operators): void {
  if (operators.negative) climb.negative = !climb.negative;
  if (operators.modality !== null) climb.modality = operators.modality;
  if (operators.factual) climb.open = false;
}

function applyGovernor(climb: Climb, governor: Governor): void {
  if (governor.negative) climb.negative = !climb.negative;
  if (governor.modality !== null) climb.modality = governor.modality;
}

function plainSpeech(governor: Governor): boolean {
  return governor.group === "speech";
}

/** Whoever vows speaks, where the report names the person. */
const vowing: ReadonlySet<string> = new Set(["vow", "pledge", "promise", "threaten"]);

/** A speech verb's complement is a clause or what it announces; its other dependents are not what it says. */
function speaks(sentence: Sentence, at: number): boolean {
  if (hasRelation(sentence, at, "advcl")) return sentence.xpos(at) === "VB";
  return hasRelation(sentence, at, "ccomp", "xcomp", "obj", "parataxis", "acl", "obl", "nmod");
}

/** "pledged that Australia would …": whoever pledges for another speaks. */
function isFiniteClause(sentence: Sentence, at: number): boolean {
  return hasRelation(sentence, at, "ccomp") && child(sentence, at, "nsubj") >= 0;
}

function isClause(sentence: Sentence, at: number): boolean {
  return hasRelation(sentence, at, "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "root");
}

/**
 * Whether the governor takes the act as its content. A nominal subject is content only of a passive or an
 * adjective ("recognition is expected", "recognition is unlikely"), never of an active verb.
 */
function governs(sentence: Sentence, at: number, governor: Governor): boolean {
  if (hasRelation(sentence, at, "nsubj") && !hasRelation(sentence, at, "nsubj:pass")) {
    return governor.modality !== null && sentence.upos(sentence.head(at)) === "ADJ";
  }
  if (hasRelation(sentence, at, "advcl")) return ["VBG", "VB"].includes(sentence.xpos(at));
  return hasRelation(sentence, at, "ccomp", "xcomp", "acl", "csubj", "obj", "nmod", "obl", "nsubj:pass");
}

const happening: ReadonlySet<string> = new Set([
  "come",
  "follow",
  "happen",
  "occur",
  "arrive",
  "materialise",
  "materialize",
  "take",
]);

function happens(sentence: Sentence, head: number): boolean {
  return happening.has(sentence.lemma(head));
}

const factualMarkers: ReadonlySet<string> = new Set([
  "after",
  "since",
  "because",
  "as",
  "when",
  "although",
  "though",
  "while",
  "despite",
  "given",
  "following",
]);

/** "after", "because", "which …": the clause stands as a fact whatever governs the main clause. */
function isFactualBoundary(sentence: Sentence, at: number): boolean {
  if (hasRelation(sentence, at, "acl:relcl")) return true;
  if (!hasRelation(sentence, at, "advcl")) return false;
  return sentence
    .children(at)
    .some(
      (one) =>
        hasRelation(sentence, one, "mark", "advmod", "case") && factualMarkers.has(sentence.lower(one)),
    );
}

function isQuestion(sentence: Sentence, climb: Climb): boolean {
  if (climb.cues.length > 0) return false;
  for (let at = sentence.size - 1; at >= 0 && at >= sentence.size - 3; at -= 1) {
    if (sentence.form(at) === "?") return true;
  }
  return false;
}
