import type { Block, BlockKind, Dateline } from "../model/index.js";
import { datelineAt } from "./dateline.js";

/** A text cut into what stands on its page. */
export interface Layout {
  readonly blocks: readonly Block[];
  readonly dateline: Dateline | null;
}

interface Line {
  readonly start: number;
  readonly end: number;
}

/** Lines at least this long that do not end a sentence are the hard-wrapped part of a paragraph. */
const wrapColumn = 55;
/** A dateline stands before the first paragraph, or before the second where a summary comes first. */
const datelineReach = 2;
const headingUnits = 120;
const headingWords = 16;

const bulletAlone = /^(?:[-–—•*·▪●◦‣]|\(?\d{1,2}[.)])$/;
const bulletAhead = /^(?:[-–—•*·▪●◦‣]\s+|\(?\d{1,2}[.)]\s+)/;

/** Cuts plain text into headings, paragraphs and items in one pass over its lines, from `from` on. */
export function layoutOf(text: string, from: number): Layout {
  const blocks: Block[] = [];
  let dateline: Dateline | null = null;
  let paragraphs = 0;
  const lines = linesOf(text, from);
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] as Line;
    if (line.start === line.end) continue;
    const words = text.slice(line.start, line.end);
    if (bulletAlone.test(words)) {
      const next = lines[at + 1];
      if (next !== undefined && next.start < next.end) {
        at = endOfParagraph(text, lines, at + 1);
        blocks.push(block("item", next.start, (lines[at] as Line).end));
      }
      continue;
    }
    const bullet = bulletAhead.exec(words)?.[0].length ?? 0;
    const last = endOfParagraph(text, lines, at);
    const end = (lines[last] as Line).end;
    const start = line.start + bullet;
    at = last;
    if (bullet > 0 && start < end) blocks.push(block("item", start, end));
    else if (isHeading(text.slice(start, end))) blocks.push(block("heading", start, end));
    else {
      const found: Dateline | null =
        paragraphs < datelineReach && dateline === null ? datelineAt(text, start, end) : null;
      paragraphs += 1;
      dateline ??= found;
      const body = found === null ? start : skipSpace(text, found.end, end);
      if (body < end) blocks.push(block("paragraph", body, end));
    }
  }
  return Object.freeze({ blocks: Object.freeze(blocks), dateline });
}

function block(kind: BlockKind, start: number, end: number): Block {
  return Object.freeze({ kind, start, end });
}

function skipSpace(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && /[\s—–-]/.test(text.charAt(at))) at += 1;
  return at;
}

/** Lines without the white space around them. Where no line feed stands, carriage returns end lines. */
function linesOf(text: string, from: number): readonly Line[] {
  const lines: Line[] = [];
  const lineEnd = text.includes("\n", from) ? "\n" : "\r";
  for (let at = from; at <= text.length; ) {
    let end = text.indexOf(lineEnd, at);
    if (end < 0) end = text.length;
    let start = at;
    let stop = end;
    while (start < stop && isSpace(text.charCodeAt(start))) start += 1;
    while (stop > start && isSpace(text.charCodeAt(stop - 1))) stop -= 1;
    lines.push({ start, end: stop });
    at = end + 1;
  }
  return lines;
}

function isSpace(unit: number): boolean {
  return unit === 32 || (unit >= 9 && unit <= 13) || unit === 160 || unit === 0xfeff || unit === 0x3000;
}

/** The last line of the paragraph that begins on a line: hard-wrapped lines go on, complete ones do not. */
function endOfParagraph(text: string, lines: readonly Line[], from: number): number {
  let at = from;
  let wrappedBefore = true;
  for (;;) {
    const line = lines[at] as Line;
    const next = lines[at + 1];
    if (next === undefined || next.start === next.end) return at;
    const length = line.end - line.start;
    const follows = text.slice(next.start, Math.min(next.end, next.start + 6));
    const wrapped = length >= wrapColumn && length <= 120 && !endsSentence(text, line.end);
    if (!wrapped || bulletAhead.test(follows) || bulletAlone.test(text.slice(next.start, next.end))) {
      // A wrapped paragraph's line may end with a sentence; the block goes on if the lines around are as long.
      const even = at > from && length >= wrapColumn && length <= 120 && !bulletAhead.test(follows);
      if (!(even && next.end - next.start > 0 && wrappedBefore)) return at;
    }
    wrappedBefore &&= length <= 120;
    at += 1;
  }
}

function endsSentence(text: string, end: number): boolean {
  let at = end - 1;
  while (at > 0 && /["'”’)\]]/.test(text.charAt(at))) at -= 1;
  return /[.!?:;]/.test(text.charAt(at));
}

/** Short, without a full stop at its end, and not running on like a sentence that lost it. */
function isHeading(words: string): boolean {
  if (words.length > headingUnits || /[.!;,:]["'”’)\]]*$/.test(words)) return false;
  return words.split(/\s+/).length <= headingWords;
}
