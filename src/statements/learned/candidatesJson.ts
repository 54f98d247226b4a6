import type { Document } from "../../language/index.js";
import { createDiscourse } from "../discourse.js";
import type { Books } from "../drafts.js";
import { passageOf } from "./passage.js";

/**
 * What the reader of acts chooses from in a document, as plain data for `training/`: words as
 * `[start, end, sentence, head, relation, part of speech]` with offsets into `text` and heads as words (-1 for a root),
 * candidates and times by word.
 */
export function candidatesJson(document: Document, books: Books, offset: number): object {
  const discourse = createDiscourse(document, books.parties, books.acts);
  const passage = passageOf(discourse, document.sentences);
  return {
    text: document.report.text,
    offset,
    published: document.report.published,
    sentences: document.sentences.map(({ kind }) => kind),
    words: Array.from({ length: passage.size }, (_, word) => {
      const at = passage.sentenceOf[word] as number;
      const token = passage.tokenOf[word] as number;
      const sentence = document.sentences[at];
      const start = passage.starts[at] as number;
      if (sentence === undefined) return null;
      const head = sentence.head(token);
      return [
        sentence.startOf(token),
        sentence.endOf(token),
        at,
        head < 0 ? -1 : start + head,
        sentence.relation(token),
        sentence.upos(token),
      ];
    }),
    candidates: passage.candidates.map(({ first, last, head, form, parties }) => [
      first,
      last,
      head,
      form,
      parties,
    ]),
    times: passage.times.map(({ first, last, time }) => [
      first,
      last,
      time.range.from,
      time.range.to,
      time.relation,
    ]),
  };
}
