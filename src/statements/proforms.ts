import { type Sentence, WordSet } from "../language/index.js";
import { partyBefore } from "./adjacent.js";
import type { Discourse } from "./discourse.js";
import type { GovernorBook } from "./governors.js";
import { doerOf } from "./subject.js";
import { child, childrenBy, hasRelation, isRelation, withCase } from "./tree.js";
import { agents } from "./verbal.js";

/** A verb phrase that stands for an act named before: "followed suit", "did the same", "as did France". */
export interface ProForm {
  /** The predicate whose governors decide polarity and modality. */
  readonly anchor: number;
  readonly actors: readonly number[];
  /** `inverted` ("as did Sweden") shares the date of the act that it repeats. */
  readonly construction: "pro-form" | "inverted";
  /** True where the pro-form itself denies: "neither does Greece", "but Denmark has not". */
  readonly denies: boolean;
  /** The one whose act is repeated: "Russia" in "follow Russia's lead"; empty where none is named. */
  readonly model: readonly number[];
}

/** Words without one of which no pro-form stands; a cheap test before any tree is made. */
export const proFormWords = new WordSet([
  "suit",
  "same",
  "likewise",
  "lead",
  "example",
  "footsteps",
  "so",
  "as",
  "too",
  "follow",
  "follows",
  "followed",
  "following",
  "do",
  "join",
  "joined",
  "joins",
  "joining",
  "neither",
  "nor",
  "not",
  "never",
]);

const examples: ReadonlySet<string> = new Set(["suit", "lead", "example", "footstep", "path"]);
const sames: ReadonlySet<string> = new Set(["same", "so", "likewise", "thus"]);
const auxiliaries: ReadonlySet<string> = new Set([
  "did",
  "does",
  "do",
  "has",
  "have",
  "had",
  "will",
  "would",
  "is",
  "was",
  "were",
  "are",
]);

/** All pro-forms of a sentence (Halliday and Hasan 1976, chapter 4: substitution and ellipsis). */
export function proFormsIn(
  discourse: Discourse,
  sentence: Sentence,
  governors: GovernorBook,
): readonly ProForm[] {
  const found: ProForm[] = [];
  for (let token = 0; token < sentence.size; token += 1) {
    if (!mayBegin(sentence, token)) continue;
    const form =
      followed(discourse, sentence, token, governors) ??
      done(sentence, token, governors) ??
      inverted(discourse, sentence, token) ??
      elliptic(discourse, sentence, token);
    if (form === null) continue;
    const beside =
      form.actors.length > 0 ? -1 : partyBefore(sentence, discourse.mentions(sentence.index), token);
    if (form.actors.length > 0) found.push(form);
    else if (beside >= 0) found.push({ ...form, actors: [beside] });
  }
  return found;
}

const formsOfDo: ReadonlySet<string> = new Set(["do", "does", "did", "done", "doing"]);
const inverting: ReadonlySet<string> = new Set(["as", "so", "neither", "nor"]);

/** What the words alone can tell, before any tag is made. */
function mayBegin(sentence: Sentence, token: number): boolean {
  const lower = sentence.lower(token);
  if (lower.startsWith("follow")) return true;
  const next = token + 1 < sentence.size ? sentence.lower(token + 1) : "";
  if (formsOfDo.has(lower) && (next === "the" || sames.has(next))) return true;
  if (inverting.has(lower)) return auxiliaries.has(next);
  if (!bareAuxiliaries.has(lower) || !["not", "n't", "never"].includes(next)) return false;
  const third = token + 2 < sentence.size ? sentence.lower(token + 2) : "";
  return !/^\p{L}/u.test(third) || ["and", "but", "or"].includes(third);
}

/** "follow suit", "follow Russia's lead", "follow in Russia's footsteps", "would follow". */
function followed(
  discourse: Discourse,
  sentence: Sentence,
  token: number,
  governors: GovernorBook,
): ProForm | null {
  if (sentence.lemma(token) !== "follow" || sentence.upos(token) !== "VERB") return null;
  const later = sentence.lower(token) === "followed" ? agents(sentence, token) : [];
  if (later.length > 0)
    return { anchor: token, actors: later, construction: "pro-form", model: [], denies: false };
  const objects = [...childrenBy(sentence, token, "obj"), ...withCase(sentence, token, "in")];
  const example = objects.find((one) => examples.has(sentence.lemma(one)));
  const bare =
    objects.length === 0 &&
    (isComplementOfAttitude(sentence, token, governors) || isLone(discourse, sentence, token));
  if (example === undefined && !bare) return null;
  const model = example === undefined ? [] : childrenBy(sentence, example, "nmod:poss", "nmod");
  const doer = doerOf(sentence, token, governors);
  return { anchor: token, actors: doer < 0 ? [] : [doer], construction: "pro-form", model, denies: false };
}

/** "Burundi followed in February": a party that follows with nothing to follow. */
function isLone(discourse: Discourse, sentence: Sentence, token: number): boolean {
  const subject = child(sentence, token, "nsubj");
  if (subject < 0 || sentence.lower(token) !== "followed") return false;
  return discourse
    .mentions(sentence.index)
    .some((one) => one.first <= subject && subject <= one.last && one.form !== "demonym");
}

/** A bare "follow" repeats an act only under a word of attitude: "hopes that others will follow". */
function isComplementOfAttitude(sentence: Sentence, token: number, governors: GovernorBook): boolean {
  if (!hasRelation(sentence, token, "ccomp", "xcomp", "acl")) return false;
  const governor = governors.find(sentence, sentence.head(token), token);
  return governor !== null && governor.modality !== null;
}

/** "did the same", "do likewise", "did so". */
function done(sentence: Sentence, token: number, governors: GovernorBook): ProForm | null {
  if (sentence.lemma(token) !== "do" || !["VERB", "AUX"].includes(sentence.upos(token))) return null;
  if (hasRelation(sentence, token, "aux") || !isSame(sentence, token + 1)) return null;
  const doer = doerOf(sentence, token, governors);
  return {
    anchor: token,
    actors: doer < 0 ? [] : [doer],
    construction: "pro-form",
    model: [],
    denies: false,
  };
}

/** "so", "likewise", "the same" right behind the verb; "so" before an adjective or adverb is none. */
function isSame(sentence: Sentence, at: number): boolean {
  if (at >= sentence.size) return false;
  if (sentence.lower(at) === "the") return at + 1 < sentence.size && sentence.lower(at + 1) === "same";
  if (!sames.has(sentence.lower(at))) return false;
  return (
    sentence.lower(at) !== "so" || at + 1 >= sentence.size || !["ADJ", "NOUN"].includes(sentence.upos(at + 1))
  );
}

/** "as did France", "as has Ireland", "so did Spain": told by its order of words, on which trees often err. */
function inverted(discourse: Discourse, sentence: Sentence, token: number): ProForm | null {
  const lower = sentence.lower(token);
  if (!["as", "so", "neither", "nor"].includes(lower) || token + 2 >= sentence.size) return null;
  if (!auxiliaries.has(sentence.lower(token + 1))) return null;
  const mention = discourse
    .mentions(sentence.index)
    .find((one) => one.first >= token + 2 && one.first <= token + 4);
  if (mention === undefined) return null;
  const before =
    mention.first === token + 2 || sentence.upos(token + 2) === "DET" || sentence.upos(token + 2) === "ADJ";
  if (!before || startsOwnClause(sentence, mention.last + 1)) return null;
  return {
    anchor: token + 1,
    actors: [mention.head],
    construction: "inverted",
    model: [],
    denies: lower === "neither" || lower === "nor",
  };
}

/** "as Russia did" is a pro-form, "as did the vote that …" is none; a following verb makes a clause of its own. */
function startsOwnClause(sentence: Sentence, token: number): boolean {
  return (
    token < sentence.size &&
    sentence.upos(token) === "VERB" &&
    isRelation(sentence.relation(token), "ccomp") &&
    child(sentence, token, "obj") >= 0
  );
}

const bareAuxiliaries: ReadonlySet<string> = new Set(["did", "does", "has", "have", "do"]);

/** "but Denmark has not", "and Greece did not": a party, an auxiliary and a negation, and nothing behind them. */
function elliptic(discourse: Discourse, sentence: Sentence, token: number): ProForm | null {
  if (!bareAuxiliaries.has(sentence.lower(token)) || token + 1 >= sentence.size || token === 0) return null;
  if (!["not", "n't", "never"].includes(sentence.lower(token + 1))) return null;
  const next = token + 2 < sentence.size ? sentence.upos(token + 2) : "PUNCT";
  if (next !== "PUNCT" && next !== "CCONJ") return null;
  const mention = discourse.mentions(sentence.index).find((one) => one.last === token - 1);
  if (mention === undefined || mention.form === "demonym") return null;
  return { anchor: token, actors: [mention.head], construction: "pro-form", model: [], denies: true };
}
