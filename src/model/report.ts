/**
 * What a stretch of a report's text is on the page. A heading and a list item are read in headline
 * style (no full stop is expected); a dateline ("KABUL, July 3 (Reuters) —") is not part of the
 * sentence that follows it.
 */
export type BlockKind = "heading" | "paragraph" | "item";

/** A stretch of the text, in UTF-16 offsets: `start` inclusive, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One block of the layout. `start` excludes bullets; a dateline is a span of its own. */
export interface Block extends Span {
  readonly kind: BlockKind;
}

/** A dateline as wire agencies put it before the first sentence; its parts are null where it has none. */
export interface Dateline extends Span {
  readonly place: string | null;
  /** The day as written, for example "July 3". */
  readonly date: string | null;
  /** The agency in brackets, for example "Reuters". */
  readonly agency: string | null;
}

/**
 * One document as its publisher put it out.
 *
 * `published` is a calendar date (YYYY-MM-DD) in the publisher's own time zone, or null when neither
 * the document nor the user gives it. `language` is a BCP 47 tag. Blocks do not overlap, come in
 * order, and cover every character that is neither layout nor dateline.
 */
export interface Report {
  /** Derived from the content (SHA-256), so that the same report has the same id everywhere. */
  readonly id: string;
  /** The id which the input gave, if it gave one; handed through for the user's own bookkeeping. */
  readonly givenId: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly byline: string | null;
  readonly language: string | null;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly dateline: Dateline | null;
}
