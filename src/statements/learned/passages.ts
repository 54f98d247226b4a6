import type { Document, Sentence } from "../../language/index.js";
import type { Discourse } from "../discourse.js";
import type { Gate } from "./gate.js";

/** Consecutive sentences to be read at once; those from `from` up to, not including, `to` are the passage's own. */
export interface Stretch {
  readonly sentences: readonly Sentence[];
  readonly from: number;
  readonly to: number;
}

/** In words: what is read at once, and what is seen of the text before and behind it. */
const own = 260;
const before = 90;
const behind = 40;

/**
 * The parts of a document that can state an act, each with as much of the text around it as the model was trained to see.
 * Empty for most of the news.
 */
export function stretchesOf(document: Document, discourse: Discourse, gate: Gate): readonly Stretch[] {
  const { sentences } = document;
  const passing = gate.passing(document);
  const stretches: Stretch[] = [];
  for (let first = passing.indexOf(true); first >= 0; first = passing.indexOf(true, first)) {
    let words = sizeOf(sentences[first]);
    let last = first;
    let ahead = words;
    for (let at = first + 1; at < sentences.length; at += 1) {
      ahead += sizeOf(sentences[at]);
      if (ahead > own) break;
      if (passing[at] === true) {
        last = at;
        words = ahead;
      }
    }
    const low = reached(sentences, first, -1, before);
    const high = reached(sentences, last, 1, behind);
    const around = sentences.slice(low, high + 1);
    if (around.some(({ index }) => discourse.namedIn(index).length > 0))
      stretches.push({ sentences: around, from: first - low, to: last - low + 1 });
    first = last + 1;
  }
  return stretches;
}

/** The furthest sentence in a direction with no more than so many words between. */
function reached(sentences: readonly Sentence[], start: number, step: 1 | -1, most: number): number {
  let at = start;
  for (let words = 0; ; at += step) {
    words += sizeOf(sentences[at + step]);
    if (sentences[at + step] === undefined || words > most) return at;
  }
}

function sizeOf(sentence: Sentence | undefined): number {
  return sentence?.size ?? 0;
}
