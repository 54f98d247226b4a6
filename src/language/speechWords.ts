import type { Sentence } from "./types.js";
import { WordSet } from "./words.js";

/** Verbs whose subject speaks: of saying, and of judging in words. */
const regular =
  "add announce argue ask assert boast brand claim comment complain conclude condemn confirm contend counter " +
  "criticise criticize declare demand denounce deny describe dismiss emphasise emphasize explain exclaim express hail " +
  "insist joke lambast label lament maintain mention note observe opine pledge post praise predict proclaim promise quip " +
  "reaffirm reason recall reiterate reject remark repeat reply report respond reveal slam state stress suggest term tweet " +
  "underline urge vow warn welcome whisper cite quote accuse characterise characterize call blast deplore decry caution " +
  "concede acknowledge admit affirm advise allege applaud appeal";

const irregular =
  "say says said saying tell tells told telling write writes wrote written writing speak speaks spoke spoken speaking " +
  "think thinks thought read reads put puts";

function formsOf(verb: string): readonly string[] {
  if (verb.endsWith("e")) return [verb, `${verb}s`, `${verb}d`, `${verb.slice(0, -1)}ing`];
  if (/[^aeiou]y$/.test(verb))
    return [verb, `${verb.slice(0, -1)}ies`, `${verb.slice(0, -1)}ied`, `${verb}ing`];
  if (verb === "quip" || verb === "slam") {
    const double = verb + verb.slice(-1);
    return [verb, `${verb}s`, `${double}ed`, `${double}ing`];
  }
  return [verb, `${verb}s`, `${verb}es`, `${verb}ed`, `${verb}ing`];
}

/** All forms of the verbs of speech. */
export const speechForms = new WordSet([...regular.split(" ").flatMap(formsOf), ...irregular.split(" ")]);

const common: ReadonlySet<string> = new Set([
  ...regular.split(" ").flatMap(formsOf),
  ...irregular.split(" "),
]);

/** Nouns for what is said; their owner speaks. */
export const speechNouns: ReadonlySet<string> = new Set(
  "statement statements remark remarks comment comments claim words message speech letter declaration warning criticism post tweet description call".split(
    " ",
  ),
);

/** Whether the token is a verb of speech in any form; asks for tags only where the word could be one. */
export function isSpeechVerb(sentence: Sentence, token: number): boolean {
  if (!common.has(sentence.lower(token)) || sentence.upos(token) !== "VERB") return false;
  // "So-called" and "self-declared" are adjectives, whatever their tags.
  return token === 0 || sentence.form(token - 1) !== "-";
}
