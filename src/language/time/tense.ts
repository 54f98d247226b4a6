import type { Sentence } from "../types.js";

export type Tense = "past" | "future" | "open";

const futureModals: ReadonlySet<string> = new Set([
  "will",
  "shall",
  "'ll",
  "wo",
  "sha",
  "would",
  "may",
  "might",
  "could",
  "should",
]);

/** Words whose complement lies ahead of them: "plans to meet", "is due on Thursday". */
const foreseeing: ReadonlySet<string> = new Set(
  (
    "plan expect schedule intend set due go hope aim want prepare vow pledge promise agree slate likely ready poise " +
    "anticipate bind wait await propose threaten consider ask urge invite"
  ).split(" "),
);

const presentBe: ReadonlySet<string> = new Set(["is", "are", "am", "'s", "'re", "'m"]);

const isPresentBe = (word: string): boolean => presentBe.has(word);

/**
 * The tense of the verb that governs a token, as far as it tells whether a day lies before or after
 * publication; `open` where the words say neither. Asks for the sentence's tree.
 */
export function tenseAt(sentence: Sentence, token: number): Tense {
  const tense = tenseOfVerb(sentence, token);
  // A term that no verb dates ("keys handed over by Friday") still lies ahead.
  return tense === "open" && token > 0 && sentence.lower(token - 1) === "by" ? "future" : tense;
}

function tenseOfVerb(sentence: Sentence, token: number): Tense {
  let at = token;
  for (let steps = 0; steps < 12 && at >= 0; steps += 1) {
    if (isAhead(sentence, at)) return "future";
    if (at !== token && isPredicate(sentence, at)) return tenseOf(sentence, at, 0);
    at = sentence.head(at);
  }
  return "open";
}

function isPredicate(sentence: Sentence, at: number): boolean {
  return sentence.upos(at) === "VERB" || sentence.upos(at) === "AUX" || has(sentence, at, "cop", () => true);
}

/** "Ahead of Thursday's vote", "due on Monday", "scheduled for Friday". */
function isAhead(sentence: Sentence, at: number): boolean {
  if (foreseeing.has(sentence.lemma(at)) && sentence.upos(at) === "ADJ") return true;
  return sentence.children(at).some((child) => sentence.lower(child) === "ahead" && child < at);
}

function tenseOf(sentence: Sentence, verb: number, depth: number): Tense {
  const tag = sentence.xpos(verb);
  if (
    has(
      sentence,
      verb,
      "aux",
      (word) => word === "have" || word === "has" || word === "had" || word === "'ve",
    )
  )
    return "past";
  if (has(sentence, verb, "aux", (word) => futureModals.has(word))) return "future";
  if (tag === "VBG" && has(sentence, verb, "aux", isPresentBe)) return "future";
  if (tag === "VBN" && foreseeing.has(sentence.lemma(verb))) return "future";
  if (tag === "VBD") return "past";
  if (tag === "VB" && depth < 4) return tenseOfInfinitive(sentence, verb, depth);
  if (tag === "VBN") return has(sentence, verb, "aux:pass", isPresentBe) ? "open" : "past";
  return "open";
}

/** An infinitive has the tense of what it hangs on, unless that looks ahead. */
function tenseOfInfinitive(sentence: Sentence, verb: number, depth: number): Tense {
  const head = sentence.head(verb);
  // "Is to visit": the treebanks have the verb "be" as an auxiliary or a copula of the infinitive.
  if (has(sentence, verb, "aux", isPresentBe) || has(sentence, verb, "cop", isPresentBe)) return "future";
  if (head < 0) return "open";
  if (foreseeing.has(sentence.lemma(head))) return "future";
  if (presentBe.has(sentence.lower(head))) return "future";
  return isPredicate(sentence, head) ? tenseOf(sentence, head, depth + 1) : "open";
}

/** Whether a dependent of this relation, subtypes included, passes the test. */
function has(sentence: Sentence, at: number, relation: string, test: (word: string) => boolean): boolean {
  return sentence.children(at).some((child) => {
    const own = sentence.relation(child);
    const matches = own === relation || (relation === "aux" && own === "aux:pass");
    return matches && test(sentence.lower(child));
  });
}
