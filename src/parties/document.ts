import type { Document } from "../language/index.js";
import type { IsoDate } from "../model/index.js";
import { namesIn } from "./bases.js";
import { type ReaderBook, SentenceReader } from "./reader.js";
import type { DocumentParties, GroupAt, Mention, NamedKind } from "./types.js";

/** Reads the mentions of a document sentence by sentence, as they are asked for. */
export function readParties(
  document: Document,
  published: IsoDate | null,
  book: ReaderBook,
): DocumentParties {
  const narrated = published === null ? narratedDates(document) : [];
  const dateOf = (index: number): IsoDate | null => published ?? narrated[index] ?? null;
  const read = new Map<number, readonly Mention[]>();
  const named = new Map<number, readonly NamedKind[]>();
  const grouped = new Map<number, readonly GroupAt[]>();
  const mentions = (index: number): readonly Mention[] => {
    const known = read.get(index);
    if (known !== undefined) return known;
    const sentence = document.sentences[index];
    const found =
      sentence === undefined
        ? []
        : new SentenceReader(document, sentence, dateOf(index), book, mentions).read();
    read.set(index, found);
    return found;
  };
  const groups = (index: number): readonly GroupAt[] => {
    const known = grouped.get(index);
    if (known !== undefined) return known;
    const sentence = document.sentences[index];
    const found = sentence === undefined ? [] : book.groups.in(sentence, document.report.text, dateOf(index));
    grouped.set(index, found);
    return found;
  };
  const namedIn = (index: number): readonly NamedKind[] => {
    const known = named.get(index);
    if (known !== undefined) return known;
    const sentence = document.sentences[index];
    const names =
      sentence === undefined ? [] : namesIn(sentence, document.report.text, book.names, dateOf(index));
    const found: NamedKind[] = names.flatMap(({ party, token, isPlaced }) => {
      const kind = book.party(party)?.kind;
      return kind === undefined ? [] : [{ kind, token, isPlaced }];
    });
    for (const group of groups(index)) found.push({ kind: "state", token: group.first, isPlaced: false });
    named.set(index, found);
    return found;
  };
  return Object.freeze({ in: mentions, groups, namedIn });
}

/** A year as prose names it: "in 1935", "May 1935", "(1935)", "the 1930s"; a bare number counts something. */
const year =
  /(?<=\b(?:in|of|by|since|until|till|from|to|during|before|after|around|about|early|late|mid|the|year|January|February|March|April|May|June|July|August|September|October|November|December|\d{1,2},?)[ -]|[(–-])(?:1[789]|20)\d\d(?=s?\b)/gi;

/**
 * What an undated document tells of by sentence: the middle of the year that was named last, in the sentence or before it.
 * In a history "Moscow" of 1935 is the Soviet Union, and "President Wilson" of 1917 the president of that year.
 */
function narratedDates(document: Document): readonly (IsoDate | null)[] {
  const { text } = document.report;
  const years = document.sentences.map(
    ({ start, end }) => text.slice(start, end).match(year)?.at(-1) ?? null,
  );
  let last = years.find((one) => one !== null) ?? null;
  return years.map((one) => {
    last = one ?? last;
    return last === null ? null : `${last}-07-01`;
  });
}
