import type { Document } from "../language/index.js";
import type { IsoDate } from "../model/index.js";
import { type NamedAt, namesIn } from "./bases.js";
import { type NamedBefore, type ReaderBook, SentenceReader } from "./reader.js";
import type { Dateline, DocumentParties, GroupAt, Mention, NamedKind } from "./types.js";

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
  const namesAt = new Map<number, readonly NamedAt[]>();
  const namesOf = (index: number): readonly NamedAt[] => {
    const known = namesAt.get(index);
    if (known !== undefined) return known;
    const sentence = document.sentences[index];
    const found =
      sentence === undefined ? [] : namesIn(sentence, document.report.text, book.names, dateOf(index));
    namesAt.set(index, found);
    return found;
  };
  const dateline = datelineOf(document, published, book);
  /** The names of parties before a token, the latest first; the dateline's is the first of all. */
  function* namesBefore(index: number, token: number): Iterable<NamedBefore> {
    for (let at = index; at >= 0; at -= 1) {
      const sentence = document.sentences[at];
      for (const one of [...namesOf(at)].reverse())
        if (sentence !== undefined && (at < index || one.token < token))
          yield { party: one.party, start: sentence.startOf(one.token) };
    }
    if (dateline !== null) yield dateline;
  }
  const mentions = (index: number): readonly Mention[] => {
    const known = read.get(index);
    if (known !== undefined) return known;
    const sentence = document.sentences[index];
    const found =
      sentence === undefined
        ? []
        : new SentenceReader(
            document,
            sentence,
            dateOf(index),
            book,
            mentions,
            namesBefore,
            dateline?.party ?? null,
          ).read();
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
    const found: NamedKind[] = namesOf(index).flatMap(({ party, token, isPlaced }) => {
      const kind = book.party(party)?.kind;
      return kind === undefined ? [] : [{ kind, token, isPlaced }];
    });
    for (const group of groups(index)) found.push({ kind: "state", token: group.first, isPlaced: false });
    named.set(index, found);
    return found;
  };
  return Object.freeze({ in: mentions, groups, namedIn, dateline });
}

/** The party in whose land a report was written: the state of "HANOI, Vietnam", else that of the city. */
function datelineOf({ report }: Document, at: IsoDate | null, book: ReaderBook): Dateline | null {
  const place = report.dateline?.place ?? null;
  if (report.dateline === null || place === null) return null;
  const start = report.text.indexOf(place, report.dateline.start);
  const comma = place.lastIndexOf(", ");
  for (const from of comma < 0 ? [start] : [start + comma + 2, start]) {
    const party = book.names.match(report.text, from, at)?.party ?? "";
    if (party !== "") return Object.freeze({ party, start, end: start + place.length });
  }
  return null;
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
