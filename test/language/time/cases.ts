import {
  createTimes as createDocumentTimes,
  readTimes,
  type TimeExpression,
} from "../../../src/language/index.js";
import { toyDocument } from "../toyModel.js";

/** What is read: words, from, to, precision, basis, relation. */
export type Shown = readonly [string, string | null, string | null, string, string, string?];
/** A text and what is read of it. */
export type DateRangeCase = readonly [
  text: string,
  words: string,
  from: string | null,
  to: string | null,
  precision: string,
  basis: string,
  relation?: string,
];

/** The time expressions of the first sentence alone. */
export function readAll(text: string, published: string | null): readonly Shown[] {
  const [sentence] = toyDocument(text, published).sentences;
  return sentence === undefined ? [] : readTimes(sentence, { published, previous: null }).map(shown);
}

/** The time expressions of all sentences, each with those before it in view. */
export function createTimes(text: string, published: string | null): readonly Shown[] {
  const document = toyDocument(text, published);
  const times = createDocumentTimes(document);
  // The last sentence is asked for first, so that it must find its date by itself.
  times.in(document.sentences.length - 1);
  return document.sentences.flatMap((sentence) => times.in(sentence.index).map(shown));
}

function shown(time: TimeExpression): Shown {
  const { range, precision, basis, relation } = time;
  return [range.text ?? "", range.from, range.to, precision, basis, relation];
}
