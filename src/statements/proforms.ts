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
    const form =
      followed(sentence, token, governors) ??
      done(sentence, token, governors) ??
      inverted(discourse, sentence, token);
    if (form === null) continue;
    const beside = form.actors.length > 0 ? -1 : partyBefore(sentence, discourse.mentions(sentence.index), token);
    if (form.actors.length > 0) found.push(form);
    else if (beside >= 0) found.push({ ...form, actors: [beside] });
  }
  return found;
}

/** "follow suit", "follow Russia's lead", "follow in Russia's footsteps", "would follow". */
function followed(sentence: Sentence, token: number, governors: GovernorBook): ProForm | null {
  if (sentence.lemma(token) !== "follow" || sentence.upos(token) !== "VERB") return null;
  const later = sentence.lower(token) === "followed" ? agents(sentence, token) : [];
  if (later.length > 0) return { anchor: token, actors: later, construction: "pro-form", model: [] };
  const objects = [...childrenBy(sentence, token, "obj"), ...withCase(sentence, token, "in")];
  const example = objects.find((one) => examples.has(sentence.lemma(one)));
  const bare = objects.length === 0 && isComplementOfAttitude(sentence, token, governors);
  if (example === undefined && !bare) return null;
  const model = example === undefined ? [] : childrenBy(sentence, example, "nmod:poss", "nmod");
  const doer = doerOf(sentence, token, governors);
  return { anchor: token, actors: doer < 0 ? [] : [doer], construction: "pro-form", model };
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
  return { anchor: token, actors: doer < 0 ? [] : [doer], construction: "pro-form", model: [] };
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
  if ((lower !== "as" && lower !== "so") || token + 2 >= sentence.size) return null;
  if (!auxiliaries.has(sentence.lower(token + 1))) return null;
  const mention = discourse
    .mentions(sentence.index)
    .find((one) => one.first >= token + 2 && one.first <= token + 4);
  if (mention === undefined) return null;
  const before =
    mention.first === token + 2 || sentence.upos(token + 2) === "DET" || sentence.upos(token + 2) === "ADJ";
  if (!before || startsOwnClause(sentence, mention.last + 1)) return null;
  return { anchor: token + 1, actors: [mention.head], construction: "inverted", model: [] };
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
