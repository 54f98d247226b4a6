import { isUtterance, type QuotedStretch, quotedStretches } from "./quotationMarks.js";
import {
  isQuoted,
  type Voice,
  voiceAbove,
  voiceAfter,
  voiceBefore,
  voiceOfSentence,
} from "./quotationSpeakers.js";
import type { Document, Quotation, Sentence } from "./types.js";

/**
 * The quotations of a document in order, each with the token that names its speaker where the text does: by
 * the verb of speech beside it, by the verb that governs a few quoted words, or by the quotation before it
 * that it goes on from. A nested quotation follows the one in which it stands.
 *
 * Asks for the trees of sentences that hold quotation marks, and of no others but the ones right before them.
 */
export function readQuotations(document: Document): readonly Quotation[] {
  const found: Quotation[] = [];
  let before: { readonly stretch: QuotedStretch; readonly voice: Voice | null } | null = null;
  for (const stretch of quotedStretches(document)) {
    const voice: Voice | null = voiceOf(document, stretch) ?? carried(document, stretch, before);
    found.push(quotation(stretch, voice));
    before = { stretch, voice };
  }
  return Object.freeze(found);
}

function quotation(stretch: QuotedStretch, voice: Voice | null): Quotation {
  const at = (token: number | null) =>
    voice === null || token === null ? null : Object.freeze({ sentence: voice.sentence, token });
  const { start, end } = stretch;
  return Object.freeze({ start, end, speaker: at(voice?.speaker ?? null), cue: at(voice?.cue ?? null) });
}

/** The voice that the quotation's own sentences name. */
function voiceOf(document: Document, stretch: QuotedStretch): Voice | null {
  if (stretch.continued) return null;
  if (isDirect(document, stretch) && !isNested(document, stretch))
    return voiceAfter(document, stretch) ?? voiceBefore(document, stretch);
  return voiceAbove(document, stretch) ?? voiceBefore(document, stretch) ?? voiceAfter(document, stretch);
}

function isNested(document: Document, stretch: QuotedStretch): boolean {
  const { sentence, token } = stretch.opening;
  return isQuoted(document.sentences[sentence] as Sentence, token);
}

/** A comma or stop at the closing mark, inside or outside, sets speech off from the words that report it. */
function isDirect(document: Document, stretch: QuotedStretch): boolean {
  const { text } = document.report;
  const after = stretch.closing === null ? "" : text.charAt(stretch.end + 1);
  return isUtterance(text, stretch) || after === ",";
}

/**
 * The voice of the quotation before, or of the sentence before, for one that fills its sentence and has no cue
 * of its own. Nothing is carried over a paragraph that neither speaks nor is quoted.
 */
function carried(
  document: Document,
  stretch: QuotedStretch,
  before: { readonly stretch: QuotedStretch; readonly voice: Voice | null } | null,
): Voice | null {
  if (stretch.continued) return before?.voice ?? null;
  if (stretch.opening.token > 0) return sharedSentence(stretch, before);
  const { sentence } = stretch.opening;
  const last = before?.stretch.closing?.sentence ?? before?.stretch.opening.sentence ?? -1;
  if (before !== null && before.voice !== null && Math.max(last, before.voice.sentence) >= sentence - 1)
    return before.voice;
  return sameBlock(document, sentence) ? voiceOfSentence(document, sentence - 1) : null;
}

/** Two stretches of one sentence have one speaker where only one of them has a cue. */
function sharedSentence(
  stretch: QuotedStretch,
  before: { readonly stretch: QuotedStretch; readonly voice: Voice | null } | null,
): Voice | null {
  if (before === null || before.voice === null) return null;
  return before.stretch.opening.sentence === stretch.opening.sentence ? before.voice : null;
}

/** Whether the sentence and the one before it stand in one paragraph. */
function sameBlock(document: Document, index: number): boolean {
  const here = document.sentences[index] as Sentence;
  const previous = document.sentences[index - 1];
  if (previous === undefined) return false;
  return document.report.blocks.some((block) => block.start <= previous.start && here.start < block.end);
}
