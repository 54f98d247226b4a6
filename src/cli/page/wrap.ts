import type { Style } from "./style.js";
import { widthOf } from "./width.js";

/** A stretch of text that is or is not evidence; safe for the terminal. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

/** Wraps text to the style's width, every line behind its indent. */
export function wrap(text: string, style: Style, indent: string, first = indent): string {
  return wrapPieces([{ text, marked: false }], style, indent, first);
}

/** Wraps pieces of text as one paragraph, with the marked ones set off. */
export function wrapPieces(pieces: readonly Piece[], style: Style, indent: string, first = indent): string {
  const lines: Piece[][] = [[]];
  const room = style.width - widthOf(indent);
  let used = widthOf(first) - widthOf(indent);
  for (const word of wordsOf(withMarks(pieces, style))) {
    const width = word.reduce((sum, piece) => sum + widthOf(piece.text), 0);
    const line = lines.at(-1) as Piece[];
    if (line.length > 0 && used + 1 + width > room) {
      lines.push([...word]);
      used = width;
      continue;
    }
    if (line.length > 0) {
      line.push({ text: " ", marked: line.at(-1)?.marked === true && word[0]?.marked === true });
      used += 1;
    }
    line.push(...word);
    used += width;
  }
  return lines.map((line, index) => (index === 0 ? first : indent) + lineOf(line, style)).join("\n");
}

function withMarks(pieces: readonly Piece[], { marks: [open, close] }: Style): readonly Piece[] {
  return pieces.map((piece) => (piece.marked ? { text: open + piece.text + close, marked: true } : piece));
}

/** Words may change from unmarked to marked within themselves. */
function wordsOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const words: Piece[][] = [];
  let open = false;
  for (const { text, marked } of pieces) {
    for (const part of text.split(/( +)/)) {
      if (part === "") continue;
      if (part.startsWith(" ")) {
        open = false;
        continue;
      }
      if (open) words.at(-1)?.push({ text: part, marked });
      else words.push([{ text: part, marked }]);
      open = true;
    }
  }
  return words;
}

/** Neighbours of the same kind are styled together. */
function lineOf(line: readonly Piece[], style: Style): string {
  let text = "";
  let run = "";
  let marked = false;
  for (const piece of [...line, { text: "", marked: line.at(-1)?.marked !== true }]) {
    if (piece.marked !== marked) {
      text += marked ? style.evidence(run) : run;
      run = "";
      marked = piece.marked;
    }
    run += piece.text;
  }
  return text + run;
}
