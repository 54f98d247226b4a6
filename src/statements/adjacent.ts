import type { Sentence } from "../language/index.js";
import type { Mention } from "../parties/index.js";

/** Words that may stand between a subject and its verb, or between a verb and its object. */
const verbal: ReadonlySet<string> = new Set([
  "has",
  "have",
  "had",
  "is",
  "was",
  "will",
  "would",
  "may",
  "might",
  "could",
  "should",
  "must",
  "can",
  "does",
  "did",
  "do",
  "not",
  "n't",
  "never",
  "no",
  "longer",
  "also",
  "officially",
  "formally",
  "today",
  "yesterday",
  "now",
  "already",
  "just",
  "still",
  "finally",
  "once",
  "again",
  "then",
  "only",
  "quickly",
  "soon",
  "not",
  "to",
  "be",
  "been",
  "both",
  "each",
  "all",
  "too",
  "being",
  "by",
  "then",
  "so",
  "far",
  "ever",
  "anywhere",
]);
const nominal: ReadonlySet<string> = new Set([
  "the",
  "a",
  "an",
  "its",
  "their",
  "his",
  "formal",
  "official",
  "full",
  "diplomatic",
  "de",
  "facto",
  "jure",
]);

/**
 * The party right before a verb, with nothing but auxiliaries and adverbs between: what a reader falls back on
 * where the tree gives the verb no subject. An infinitive's "to" ends the search, since its doer is elsewhere.
 */
export function partyBefore(sentence: Sentence, mentions: readonly Mention[], verb: number): number {
  for (let at = verb - 1; at >= 0; at -= 1) {
    const mention = mentions.find((one) => one.first <= at && at <= one.last);
    if (mention !== undefined) return mention.form === "demonym" ? -1 : mention.head;
    if (sentence.lower(at) === "to" && at > 0 && sentence.lower(at - 1) === "yet") continue;
    if (sentence.lower(at) === "yet") continue;
    if (sentence.lower(at) === "to" || !(verbal.has(sentence.lower(at)) || sentence.lower(at).endsWith("ly")))
      return -1;
  }
  return -1;
}

/** The noun right before a verb, with nothing but auxiliaries and adverbs between: "no government anywhere has …". */
export function nounBefore(sentence: Sentence, verb: number): number {
  for (let at = verb - 1; at >= 0; at -= 1) {
    if (sentence.upos(at) === "NOUN") return at;
    if (sentence.lower(at) === "to" || !(verbal.has(sentence.lower(at)) || sentence.lower(at).endsWith("ly")))
      return -1;
  }
  return -1;
}

/** The party with which the sentence opens: the subject of a later verb after "and" where the tree lost it. */
export function openingParty(sentence: Sentence, mentions: readonly Mention[], verb: number): number {
  const [first] = mentions;
  if (first === undefined || first.first !== 0 || first.form === "demonym" || first.last >= verb) return -1;
  let before = verb - 1;
  while (before > first.last && sentence.lower(before).endsWith("ly")) before -= 1;
  if (sentence.lower(before) === "and") return first.head;
  // "The Sudanese government, from which …, recognised …", and in headlines "Nauru dumps Taiwan, recognises Beijing".
  const parted = sentence.lower(first.last + 1) === "," || sentence.kind !== "prose";
  return sentence.lower(before) === "," && before > first.last + 1 && parted ? first.head : -1;
}

/** The party before ", which …" where the verb of the relative clause has its object there: "Kosovo, which Spain refuses to recognise, …". */
export function partyOfRelative(sentence: Sentence, mentions: readonly Mention[], verb: number): number {
  const next = verb + 1 < sentence.size ? sentence.upos(verb + 1) : "PUNCT";
  if (!["PUNCT", "AUX", "ADP", "CCONJ", "SCONJ"].includes(next)) return -1;
  for (let at = verb - 1; at > 0 && verb - at < 10; at -= 1) {
    if (!["which", "whom", "that"].includes(sentence.lower(at))) continue;
    const end = sentence.lower(at - 1) === "," ? at - 2 : at - 1;
    return mentions.find((one) => one.last === end && one.form !== "demonym")?.head ?? -1;
  }
  return -1;
}

/** The party right after a verb, with nothing but articles between. */
export function partyAfter(sentence: Sentence, mentions: readonly Mention[], verb: number): number {
  for (let at = verb + 1; at < sentence.size; at += 1) {
    const mention = mentions.find((one) => one.first <= at && at <= one.last);
    if (mention !== undefined) return mention.form === "demonym" ? -1 : mention.head;
    if (!nominal.has(sentence.lower(at))) return -1;
  }
  return -1;
}

/** The parties behind each "by" after a passive verb, with no other verb between: trees hang "by Peru" on a date before it. */
export function agentsBehind(
  sentence: Sentence,
  mentions: readonly Mention[],
  verb: number,
): readonly number[] {
  const found: number[] = [];
  for (let at = verb + 1; at < sentence.size && !["VERB", "SCONJ"].includes(sentence.upos(at)); at += 1) {
    if (sentence.lower(at) !== "by") continue;
    const agent = mentions.find((one) => one.first === at + 1);
    if (agent !== undefined) found.push(agent.head);
  }
  return found;
}
