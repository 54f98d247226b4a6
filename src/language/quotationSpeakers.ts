import type { QuotedStretch } from "./quotationMarks.js";
import { isSpeechVerb, speechForms, speechNouns } from "./speechWords.js";
import type { Document, Sentence } from "./types.js";

/** Who speaks and the word that says so; tokens of one sentence. */
export interface Voice {
  readonly sentence: number;
  readonly speaker: number | null;
  readonly cue: number | null;
}

/** How far after the closing mark its verb of speech may stand: "…," the acting foreign minister, …, said. */
const reachAfter = 16;

/** How far before the opening mark it may stand, and how far back marks are counted; bounds the work. */
const reachBefore = 60;

/** The voice named in the sentence in which the quotation ends: "…," he said; "…", said the minister. */
export function voiceAfter(document: Document, stretch: QuotedStretch): Voice | null {
  const { closing } = stretch;
  if (closing === null) return null;
  const sentence = document.sentences[closing.sentence] as Sentence;
  let start = closing.token + 1;
  while (start < sentence.size && /^[,;—–-]+$/.test(sentence.form(start))) start += 1;
  if (start >= sentence.size) return voiceOfNext(document, stretch);
  const according = accordingTo(sentence, start, start + 1);
  if (according !== null) return according;
  return voiceIn(sentence, start, stretch);
}

/** After a question or exclamation the sentence may have been cut before its "he asked". */
function voiceOfNext(document: Document, stretch: QuotedStretch): Voice | null {
  const next = document.sentences[(stretch.closing?.sentence ?? 0) + 1];
  if (next === undefined || !/[!?]/.test(document.report.text.charAt(stretch.end - 1))) return null;
  const first = next.form(0);
  if (first !== first.toLowerCase() || first === first.toUpperCase()) return null;
  return voiceIn(next, 0, null);
}

function voiceIn(sentence: Sentence, start: number, stretch: QuotedStretch | null): Voice | null {
  for (let at = start; at < sentence.size && at <= start + reachAfter; at += 1) {
    if (isMark(sentence, at)) return null;
    if (!isSpeechVerb(sentence, at)) continue;
    const speaker = at === start ? inverted(sentence, at) : subjectOutside(sentence, at, start, stretch);
    return { sentence: sentence.index, speaker, cue: at };
  }
  return null;
}

/** Trees err around quotation marks: a subject inside the quotation is none of the verb behind it. */
function subjectOutside(
  sentence: Sentence,
  verb: number,
  start: number,
  stretch: QuotedStretch | null,
): number | null {
  const subject = subjectOf(sentence, verb, 0);
  const from = stretch?.opening.sentence === sentence.index ? stretch.opening.token : 0;
  const inside = stretch !== null && subject !== null && subject > from && subject < start;
  return subject === null || inside ? (phraseHead(sentence, start, verb) ?? null) : subject;
}

/** "Said the minister": the subject stands behind the verb. */
function inverted(sentence: Sentence, verb: number): number | null {
  const subject = subjectOf(sentence, verb, 0);
  return subject !== null && subject > verb
    ? subject
    : (phraseHead(sentence, verb + 1, sentence.size) ?? subject);
}

/** The voice named before the quotation: X said: "…"; According to X, "…"; X: "…"; X's statement that "…". */
export function voiceBefore(document: Document, stretch: QuotedStretch): Voice | null {
  const { opening } = stretch;
  const sentence = document.sentences[opening.sentence] as Sentence;
  const named = labelled(sentence, opening.token);
  if (named !== null) return named;
  const nested = isQuoted(sentence, opening.token);
  for (let at = opening.token - 1; at >= 0 && at >= opening.token - reachBefore; at -= 1) {
    if (isSpeechVerb(sentence, at) && isQuoted(sentence, at) === nested) {
      return { sentence: sentence.index, speaker: subjectBefore(sentence, at, nested), cue: at };
    }
    if (speechNouns.has(sentence.lower(at)) && opening.token - at <= 3) {
      const owner = ownerOf(sentence, at);
      if (owner !== null) return { sentence: sentence.index, speaker: owner, cue: at };
    }
  }
  return accordingTo(sentence, 0, opening.token);
}

/** The verb's subject, unless the tree takes it from another quotation; then the phrase right before the verb. */
function subjectBefore(sentence: Sentence, verb: number, nested: boolean): number | null {
  const subject = subjectOf(sentence, verb, 0);
  if (subject !== null && isQuoted(sentence, subject) === nested) return subject;
  for (let at = verb - 1; at >= 0 && isQuoted(sentence, at) === nested; at -= 1) {
    if (["NOUN", "PROPN", "PRON"].includes(sentence.upos(at))) return at;
  }
  return null;
}

/** X: "…" */
function labelled(sentence: Sentence, opening: number): Voice | null {
  if (opening < 2 || sentence.form(opening - 1) !== ":" || sentence.find(speechForms) >= 0) return null;
  const speaker = phraseHead(sentence, 0, opening - 1);
  return speaker === null ? null : { sentence: sentence.index, speaker, cue: null };
}

/** The voice of the verb of speech that governs a few quoted words: X described it as a "brave decision". */
export function voiceAbove(document: Document, stretch: QuotedStretch): Voice | null {
  const { opening, closing } = stretch;
  const sentence = document.sentences[opening.sentence] as Sentence;
  if (opening.token + 1 >= sentence.size) return null;
  const last = closing?.sentence === opening.sentence ? closing.token : sentence.size;
  let at = opening.token + 1;
  for (let steps = 0; steps < 16 && at >= 0; steps += 1) {
    const outside = at < opening.token || at > last;
    if (outside && isSpeechVerb(sentence, at)) {
      return { sentence: sentence.index, speaker: subjectOf(sentence, at, 0), cue: at };
    }
    if (outside && speechNouns.has(sentence.lower(at))) {
      const owner = ownerOf(sentence, at);
      if (owner !== null) return { sentence: sentence.index, speaker: owner, cue: at };
    }
    at = sentence.head(at);
  }
  return null;
}

/** The main voice of a sentence, for a quotation that follows it without a cue of its own. */
export function voiceOfSentence(document: Document, index: number): Voice | null {
  const sentence = document.sentences[index];
  if (sentence === undefined) return null;
  for (let at = sentence.find(speechForms); at >= 0; at = sentence.find(speechForms, at + 1)) {
    if (!isSpeechVerb(sentence, at) || isQuoted(sentence, at)) continue;
    const speaker = subjectOf(sentence, at, 0);
    if (speaker !== null) return { sentence: index, speaker, cue: at };
  }
  return null;
}

/** "According to X" that begins between two tokens. */
function accordingTo(sentence: Sentence, from: number, to: number): Voice | null {
  for (let at = from; at < to && at + 2 < sentence.size; at += 1) {
    if (sentence.lower(at) !== "according" || sentence.lower(at + 1) !== "to") continue;
    return { sentence: sentence.index, speaker: phraseHead(sentence, at + 2, sentence.size), cue: at };
  }
  return null;
}

/** The token that names the one who speaks by this verb; null where the tree shows none. */
export function subjectOf(sentence: Sentence, verb: number, depth: number): number | null {
  const agent = child(sentence, verb, (one) => sentence.relation(one) === "obl:agent");
  if (agent !== null) return agent;
  const subject = child(sentence, verb, (one) => sentence.relation(one).startsWith("nsubj"));
  if (subject !== null) return personOf(sentence, verb, subject);
  const head = sentence.head(verb);
  if (head < 0 || depth > 4) return null;
  const relation = sentence.relation(verb);
  if (relation === "acl:relcl" || relation === "acl") return ownerOf(sentence, head) ?? head;
  const object = child(sentence, head, (one) => sentence.relation(one) === "obj");
  // "The BBC quoted Muttaqi as saying": the one who is quoted speaks.
  if (object !== null && object < verb && /^(?:quot|cit)/.test(sentence.lower(head))) return object;
  return /^(?:conj|xcomp|advcl|parataxis|ccomp)/.test(relation) ? subjectOf(sentence, head, depth + 1) : null;
}

/** A passive subject speaks only where it is quoted; a relative pronoun stands for its noun. */
function personOf(sentence: Sentence, verb: number, subject: number): number | null {
  if (sentence.relation(subject) === "nsubj:pass" && !/^(?:quot|cit|report)/.test(sentence.lower(verb))) {
    const by = child(sentence, verb, (one) => hasMarker(sentence, one, "by"));
    return by;
  }
  const relative = ["who", "which", "that"].includes(sentence.lower(subject));
  return relative && sentence.relation(verb) === "acl:relcl" ? sentence.head(verb) : subject;
}

function hasMarker(sentence: Sentence, token: number, word: string): boolean {
  return sentence
    .children(token)
    .some((one) => sentence.relation(one) === "case" && sentence.lower(one) === word);
}

/** "Muttaqi's statement", "a statement from the ministry". */
function ownerOf(sentence: Sentence, noun: number): number | null {
  if (!speechNouns.has(sentence.lower(noun))) return null;
  return child(
    sentence,
    noun,
    (one) =>
      sentence.relation(one) === "nmod:poss" ||
      hasMarker(sentence, one, "from") ||
      hasMarker(sentence, one, "by"),
  );
}

function child(sentence: Sentence, head: number, test: (token: number) => boolean): number | null {
  return sentence.children(head).find(test) ?? null;
}

/** The head of the first noun phrase between two tokens, by tags and, for its head, the tree. */
function phraseHead(sentence: Sentence, from: number, to: number): number | null {
  let last: number | null = null;
  for (let at = from; at < to; at += 1) {
    const tag = sentence.upos(at);
    if (tag === "NOUN" || tag === "PROPN" || tag === "PRON") last = at;
    else if (last !== null || (tag !== "DET" && tag !== "ADJ" && tag !== "ADP" && tag !== "PUNCT")) break;
  }
  return last;
}

function isMark(sentence: Sentence, token: number): boolean {
  return /^["“”„«»]$/.test(sentence.form(token));
}

/** Whether a double mark that stands before the token in its sentence is still open. */
export function isQuoted(sentence: Sentence, token: number): boolean {
  let open = false;
  for (let at = Math.max(0, token - 8 * reachBefore); at < token; at += 1) {
    const form = sentence.form(at);
    if (form === "“" || form === "„" || form === "«") open = true;
    else if (form === "”" || form === "»") open = false;
    else if (form === '"') open = !open;
  }
  return open;
}
