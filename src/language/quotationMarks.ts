import type { Block } from "../model/index.js";
import { classOf, letter, space } from "./characters.js";
import type { Document } from "./types.js";
import { WordSet } from "./words.js";

/** The place of a token in a document. */
export interface TokenPlace {
  readonly sentence: number;
  readonly token: number;
}

/** A stretch between quotation marks, in offsets without the marks, and the tokens that are the marks. */
export interface QuotedStretch {
  readonly start: number;
  readonly end: number;
  readonly opening: TokenPlace;
  /** null where the mark is never closed, or closed in a later paragraph only. */
  readonly closing: TokenPlace | null;
  /** Whether a paragraph before it left the same quotation open. */
  readonly continued: boolean;
}

const marks = new WordSet(['"', "''", "“", "”", "„", "«", "»", "'", "‘", "’"]);

interface Mark extends TokenPlace {
  readonly start: number;
  readonly end: number;
  readonly single: boolean;
  readonly turn: "opens" | "closes" | "either";
}

/**
 * Finds what stands in quotation marks, straight or curly, double or single, nested or not. A quotation that
 * runs on over paragraphs gives one stretch for each; one that is never closed ends with its paragraph.
 * Linear in the number of marks.
 */
export function quotedStretches(document: Document): readonly QuotedStretch[] {
  const found: QuotedStretch[] = [];
  const all = marksOf(document);
  const { blocks } = document.report;
  let block = 0;
  let open: Mark[] = [];
  let continued = false;
  for (const [index, mark] of all.entries()) {
    while (block + 1 < blocks.length && mark.start >= (blocks[block + 1] as Block).start) {
      leaveOpen(found, open, blocks[block] as Block, continued);
      continued = open.length > 0 && block + 1 === blockOf(blocks, mark, block + 1);
      continued &&= mark.start === (blocks[block + 1] as Block).start && mark.turn !== "closes";
      open = [];
      block += 1;
    }
    const match = matching(open, mark, all[index + 1], blocks[block]);
    if (match === "ignore") continue;
    if (match === "open") {
      open.push(mark);
      continue;
    }
    const opening = open[match] as Mark;
    push(found, opening, mark.start, mark, continued && match === 0);
    if (match === 0) continued = false;
    open = open.slice(0, match);
  }
  if (blocks[block] !== undefined) leaveOpen(found, open, blocks[block] as Block, continued);
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}

function blockOf(blocks: readonly Block[], mark: Mark, from: number): number {
  let at = from;
  while (at + 1 < blocks.length && mark.start >= (blocks[at + 1] as Block).start) at += 1;
  return at;
}

function marksOf(document: Document): readonly Mark[] {
  const found: Mark[] = [];
  const { text } = document.report;
  for (const sentence of document.sentences) {
    for (let token = sentence.find(marks); token >= 0; token = sentence.find(marks, token + 1)) {
      const start = sentence.startOf(token);
      const end = sentence.endOf(token);
      const form = sentence.form(token);
      const single = form.length === 1 && (form === "'" || form === "‘" || form === "’");
      found.push({
        sentence: sentence.index,
        token,
        start,
        end,
        single,
        turn: turnOf(text, start, end, form),
      });
    }
  }
  return found;
}

/** Curly marks say which way they turn; straight ones open after a space and close before one. */
function turnOf(text: string, start: number, end: number, form: string): Mark["turn"] {
  if (form === "“" || form === "„" || form === "«" || form === "‘") return "opens";
  if (form === "”" || form === "»" || form === "’") return "closes";
  const before = start === 0 || /[\s([{—–\-"'“‘]/.test(text.charAt(start - 1));
  const after = end >= text.length || classOf(text.charCodeAt(end)) === space;
  if (before && !after) return "opens";
  return before && after ? "either" : "closes";
}

/** What a mark does: opens, closes the open mark of that number, or is an apostrophe or stray. */
function matching(
  open: readonly Mark[],
  mark: Mark,
  next: Mark | undefined,
  block: Block | undefined,
): number | "open" | "ignore" {
  const level = open.findLastIndex((one) => one.single === mark.single);
  if (mark.turn === "opens") return level >= 0 && open.length >= 4 ? "ignore" : "open";
  if (level < 0) return mark.turn === "either" && !mark.single ? "open" : "ignore";
  if (mark.single && isPossessive(mark, next, block)) return "ignore";
  return level;
}

/** In ‘the Talibs’ quest’ the first closing mark is an apostrophe: another closes in the same paragraph. */
function isPossessive(mark: Mark, next: Mark | undefined, block: Block | undefined): boolean {
  if (next === undefined || block === undefined || next.start >= block.end) return false;
  return next.single && next.turn === "closes" && mark.end < next.start && mark.sentence === next.sentence;
}

/** Quotations still open at the end of a paragraph end there. */
function leaveOpen(found: QuotedStretch[], open: readonly Mark[], block: Block, continued: boolean): void {
  for (const [level, mark] of open.entries()) {
    if (!mark.single) push(found, mark, block.end, null, continued && level === 0);
  }
}

function push(
  found: QuotedStretch[],
  opening: Mark,
  end: number,
  closing: Mark | null,
  continued: boolean,
): void {
  if (end <= opening.end) return;
  found.push({
    start: opening.end,
    end,
    opening: place(opening),
    closing: closing === null ? null : place(closing),
    continued,
  });
}

function place(mark: Mark): TokenPlace {
  return Object.freeze({ sentence: mark.sentence, token: mark.token });
}

/** Whether the stretch is more than a few words: it begins with a capital after the mark or ends with a stop. */
export function isUtterance(text: string, stretch: QuotedStretch): boolean {
  const last = text.charCodeAt(stretch.end - 1);
  return classOf(last) !== letter && /[.,!?…—–;]/.test(text.charAt(stretch.end - 1));
}
