import type { Sentence } from "../language/index.js";
import type { GovernorBook } from "./governors.js";
import { child, childrenBy, firstConjunct, hasRelation, isNoun, isRelation, withCase } from "./tree.js";

const relativePronouns: ReadonlySet<string> = new Set(["who", "which", "that", "whom", "whose"]);

export function isRelativePronoun(sentence: Sentence, token: number): boolean {
  return (
    relativePronouns.has(sentence.lower(token)) && ["PRON", "DET", "SCONJ"].includes(sentence.upos(token))
  );
}

/** The noun that a relative clause or a participle modifies; -1 where the tree hangs the clause on nothing. */
export function antecedentOf(sentence: Sentence, clause: number): number {
  return sentence.head(firstConjunct(sentence, clause));
}

/**
 * Who does what the verb says: its subject, or the one that control, coordination, a relative clause or an
 * adverbial clause leaves to be understood (Quirk et al. 1985, chapters 13 to 16). -1 where grammar names
 * nobody. `passive` subjects are returned too: the caller knows the voice of its own verb.
 */
export function doerOf(sentence: Sentence, verb: number, governors: GovernorBook, depth = 0): number {
  if (depth > 12) return -1;
  const subject = nearestSubject(sentence, verb);
  if (subject >= 0 && !isRelation(sentence.relation(subject), "csubj")) {
    if (!isRelativePronoun(sentence, subject)) return subject;
    const antecedent = antecedentOf(sentence, verb);
    if (antecedent < 0) return -1;
    // "the only state in the world that recognises it"
    if (sentence.lemma(antecedent) === "world" && hasRelation(sentence, antecedent, "nmod")) {
      const ranked = sentence.head(antecedent);
      return predicated(sentence, ranked, governors, depth) ?? ranked;
    }
    return predicated(sentence, antecedent, governors, depth) ?? antecedent;
  }
  const expletive = child(sentence, verb, "expl");
  if (expletive >= 0) return -1;
  const relation = sentence.relation(verb);
  const head = sentence.head(verb);
  if (head < 0) return -1;
  if (isRelation(relation, "conj"))
    return doerOf(sentence, firstConjunct(sentence, verb), governors, depth + 1);
  if (isRelation(relation, "xcomp") || isRelation(relation, "ccomp"))
    return controller(sentence, verb, head, governors, depth);
  // "Peru plans to visit Fiji", where the tree takes the infinitive for a noun's.
  if (isRelation(relation, "acl") && sentence.upos(head) === "VERB" && isInfinitive(sentence, verb))
    return controller(sentence, verb, head, governors, depth);
  if (isRelation(relation, "acl")) return doerOfNounClause(sentence, verb, head, governors, depth);
  if (isRelation(relation, "advcl") && isInfinitive(sentence, verb))
    return controller(sentence, verb, head, governors, depth);
  if (isRelation(relation, "advcl") || isRelation(relation, "obl")) {
    const blamed = isBlamed(sentence, verb) ? child(sentence, head, "obj") : -1;
    return blamed >= 0 ? blamed : doerOf(sentence, head, governors, depth + 1);
  }
  if (isRelation(relation, "parataxis")) return doerOf(sentence, head, governors, depth + 1);
  return -1;
}

/** Of two subjects that a tree gives one verb, the nearer; -1 where it gives none. */
function nearestSubject(sentence: Sentence, verb: number): number {
  const subjects = childrenBy(sentence, verb, "nsubj", "csubj");
  return subjects.filter((one) => one < verb).at(-1) ?? subjects[0] ?? -1;
}

/** Trees hang "called on Peru to recognise" as complement or as adverbial; control is the same. */
function isInfinitive(sentence: Sentence, verb: number): boolean {
  return sentence
    .children(verb)
    .some((one) => one < verb && hasRelation(sentence, one, "mark") && sentence.lower(one) === "to");
}

/** "criticised Russia for recognising", "accused it of recognising": the object did it. */
function isBlamed(sentence: Sentence, verb: number): boolean {
  if (sentence.xpos(verb) !== "VBG") return false;
  return sentence
    .children(verb)
    .some(
      (one) =>
        hasRelation(sentence, one, "mark", "case") &&
        ["for", "of", "from", "into"].includes(sentence.lower(one)),
    );
}

/** The understood subject of an infinitive or gerund: object of "urge", subject of "plan". */
function controller(
  sentence: Sentence,
  verb: number,
  head: number,
  governors: GovernorBook,
  depth: number,
): number {
  const governor = governors.find(sentence, head, verb);
  if (governor?.doer === "object" && !isAsked(sentence, head)) {
    const object = child(sentence, head, "obj", "iobj");
    if (object >= 0) return object;
    const oblique = withCase(sentence, head, "on", "upon", "to", "for", "with", "at")[0];
    if (oblique !== undefined) return oblique;
    // "expects to recognise", "hopes to recognise": without an object the subject does it.
    if (governor.modality === "requested" && sentence.lemma(head) !== "ask") return -1;
  }
  return doerOf(sentence, head, governors, depth + 1);
}

/** "was asked to": a passive's subject without its auxiliary is none, and the tree has taken "called on" for a passive. */
function isAsked(sentence: Sentence, verb: number): boolean {
  return child(sentence, verb, "nsubj:pass") >= 0 && child(sentence, verb, "aux:pass", "aux") >= 0;
}

/**
 * The doer of a clause that hangs on a noun: "countries recognising Kosovo" (the noun), "Peru's decision to
 * recognise", "a plan by Peru to recognise" (its possessor or author), "signed a decree recognising" (the
 * subject of the verb above), "the first country to recognise" (what is said to be it).
 */
function doerOfNounClause(
  sentence: Sentence,
  verb: number,
  noun: number,
  governors: GovernorBook,
  depth: number,
): number {
  if (isRelation(sentence.relation(verb), "acl:relcl")) {
    // A relative clause whose pronoun is left out or is not the subject names its subject itself.
    return child(sentence, verb, "obj") >= 0 && !hasObjectPronoun(sentence, verb) ? noun : -1;
  }
  const owner = ownerOf(sentence, noun);
  if (owner >= 0) return owner;
  if (canAct(sentence, noun)) return predicated(sentence, noun, governors, depth) ?? noun;
  const above = sentence.head(noun);
  const governor = above >= 0 ? governors.find(sentence, noun, verb) : null;
  if (governor?.doer === "object") return withCase(sentence, noun, "on", "for", "to")[0] ?? -1;
  const predicate = predicated(sentence, noun, governors, depth);
  if (predicate !== null) return predicate;
  if (above >= 0 && hasRelation(sentence, noun, "obj", "obl", "nmod", "nsubj:pass", "xcomp")) {
    return doerOf(sentence, above, governors, depth + 1);
  }
  return -1;
}

/** "Peru's decision", "a decision by Peru", "the decision of Peru", "the Peruvian decision". */
export function ownerOf(sentence: Sentence, noun: number): number {
  const possessor = child(sentence, noun, "nmod:poss");
  if (possessor >= 0) return possessor;
  const author = withCase(sentence, noun, "by", "from")[0];
  if (author !== undefined) return author;
  return -1;
}

/** For "X is the first country to …" and "X became the first country to …": X. */
function predicated(sentence: Sentence, noun: number, governors: GovernorBook, depth: number): number | null {
  if (child(sentence, noun, "cop") >= 0) {
    const subject = child(sentence, noun, "nsubj");
    if (subject >= 0) return isRelativePronoun(sentence, subject) ? antecedentOf(sentence, noun) : subject;
    return doerOf(sentence, noun, governors, depth + 1);
  }
  // "makes Bolivia the latest nation to recognise it"
  const above = sentence.head(noun);
  if (above >= 0 && sentence.lemma(above) === "make" && hasRelation(sentence, noun, "xcomp", "obj")) {
    const made = childrenBy(sentence, above, "obj", "iobj").find((one) => one !== noun);
    if (made !== undefined) return made;
  }
  if (
    hasRelation(sentence, noun, "xcomp") ||
    (hasRelation(sentence, noun, "obj") && becomes(sentence, sentence.head(noun)))
  ) {
    return doerOf(sentence, sentence.head(noun), governors, depth + 1);
  }
  if (hasRelation(sentence, noun, "appos")) return sentence.head(noun);
  if (
    hasRelation(sentence, noun, "obl", "nmod") &&
    sentence.children(noun).some((one) => sentence.lower(one) === "as")
  ) {
    return doerOf(sentence, sentence.head(noun), governors, depth + 1);
  }
  return null;
}

function becomes(sentence: Sentence, verb: number): boolean {
  return ["become", "remain", "be"].includes(sentence.lemma(verb));
}

function hasObjectPronoun(sentence: Sentence, verb: number): boolean {
  const object = child(sentence, verb, "obj");
  return object >= 0 && isRelativePronoun(sentence, object);
}

const actingNouns: ReadonlySet<string> = new Set([
  "country",
  "state",
  "nation",
  "government",
  "member",
  "power",
  "republic",
  "kingdom",
  "president",
  "minister",
  "leader",
  "party",
  "parliament",
  "one",
  "capital",
  "organisation",
  "organization",
  "bloc",
  "administration",
  "island",
  "neighbour",
  "neighbor",
  "ally",
]);

/** Whether the noun itself can do an act: a proper name, a country, a member, an office. */
export function canAct(sentence: Sentence, noun: number): boolean {
  if (!isNoun(sentence, noun) && sentence.upos(noun) !== "ADJ") return false;
  return (
    sentence.upos(noun) === "PROPN" || actingNouns.has(sentence.lemma(noun)) || sentence.upos(noun) === "ADJ"
  );
}
