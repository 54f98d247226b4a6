import type { Sentence } from "../language/index.js";
import type { Discourse } from "./discourse.js";
import type { GovernorBook } from "./governors.js";

const groups: ReadonlySet<string> = new Set(["speech", "denial"]);
const further: ReadonlySet<string> = new Set([
  "pledge",
  "vow",
  "warn",
  "promise",
  "predict",
  "forecast",
  "guess",
]);

/**
 * The token of a speaker who stands beside the clause in a way that trees often miss: between a comma or a
 * quotation mark and the verb of speech ("…, the minister, Ivica Dačić, told reporters"), or behind that verb
 * ("…, warned Hassan Sheikh Mohamud"). -1 where there is none.
 */
export function speakerBeside(
  discourse: Discourse,
  sentence: Sentence,
  anchor: number,
  governors: GovernorBook,
): number {
  for (let verb = 1; verb < sentence.size; verb += 1) {
    if (sentence.upos(verb) !== "VERB" || verb === anchor) continue;
    const governor = governors.find(sentence, verb, verb);
    const says = (governor !== null && groups.has(governor.group)) || further.has(sentence.lemma(verb));
    if (!says || sentence.xpos(verb) === "VBG" || sentence.xpos(verb) === "VB") continue;
    const before = nameBefore(discourse, sentence, verb);
    if (before >= 0) return before;
    const behind = isMark(sentence, verb - 1) ? nameBehind(discourse, sentence, verb) : -1;
    if (behind >= 0) return behind;
  }
  return -1;
}

/** The name that ends right before the verb, or before a comma right before it, and begins after a comma or mark. */
function nameBefore(discourse: Discourse, sentence: Sentence, verb: number): number {
  const end = sentence.lower(verb - 1) === "," ? verb - 2 : verb - 1;
  const mention = discourse.mentions(sentence.index).find((one) => one.last === end);
  const name = sentence.names().find((one) => one.last === end && one.kind === "person");
  let first = mention?.first ?? name?.first ?? (isNoun(sentence, end) ? startOfNoun(sentence, end) : -1);
  let head = mention?.head ?? end;
  // "two diplomats in Brussels": the phrase goes on to the left of its prepositions.
  while (
    first > 1 &&
    ["in", "of", "at", "for", "from"].includes(sentence.lower(first - 1)) &&
    isNoun(sentence, first - 2)
  ) {
    head = first - 2;
    first = startOfNoun(sentence, head);
  }
  if (first <= 0 || !isMark(sentence, first - 1)) return -1;
  return head;
}

function nameBehind(discourse: Discourse, sentence: Sentence, verb: number): number {
  const from = verb + 1;
  const mention = discourse
    .mentions(sentence.index)
    .find((one) => one.first >= from && one.first <= from + 1);
  if (mention !== undefined) return mention.head;
  const name = sentence
    .names()
    .find((one) => one.first >= from && one.first <= from + 1 && one.kind === "person");
  return name?.first ?? -1;
}

function isNoun(sentence: Sentence, token: number): boolean {
  return token >= 0 && ["NOUN", "PROPN"].includes(sentence.upos(token));
}

/** The first word of a plain noun phrase that ends at a token: "its foreign minister". */
function startOfNoun(sentence: Sentence, end: number): number {
  let first = end;
  while (
    first > 0 &&
    end - first < 5 &&
    ["NOUN", "PROPN", "ADJ", "DET", "PRON", "NUM"].includes(sentence.upos(first - 1))
  )
    first -= 1;
  return first;
}

function isMark(sentence: Sentence, token: number): boolean {
  return token >= 0 && [",", '"', "”", "“", "''", "–", "—"].includes(sentence.form(token));
}
