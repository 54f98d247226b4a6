import { leading } from "./abbreviations.js";
import { isUpper } from "./characters.js";
import type { TokenTable } from "./tokenTable.js";
import { tokenKinds as kinds } from "./tokenTable.js";
import { WordSet } from "./words.js";

/** A longer sentence is cut at a pause, so that no later stage meets one without bound. */
export const sentenceLimit = 400;

/** Words that begin a sentence much more often than they continue a name. */
const starters = new WordSet(
  `the a an this that these those it he she they we you i there here his her its their our my your in on at by for from
   with after before since when while as if although though however but and or so yet because according despite during
   what who why how where which is are was were do does did has have had will would can could may might should let no
   not also then now meanwhile moreover furthermore instead both some many most all each every one another other such
   under over between among since until once today yesterday to more`
    .trim()
    .split(/\s+/),
);

const speech = new WordSet(
  `said says asked asks told added adds replied wrote writes declared demanded wondered insisted continued explained
   warned shouted cried answered exclaimed noted`
    .trim()
    .split(/\s+/),
);

/**
 * Calls `cut` with the number of the token after each sentence of a block, whose tokens are `from` to `to`
 * (exclusive) of the table.
 */
export function cutSentences(
  text: string,
  table: TokenTable,
  from: number,
  to: number,
  cut: (end: number) => void,
): void {
  let first = from;
  let at = from;
  while (at < to) {
    const end = boundaryAfter(text, table, first, at, to);
    if (end > 0) {
      cut(end);
      first = end;
      at = end;
    } else if (at - first + 1 >= sentenceLimit) {
      const place = placeToCut(table, first, at);
      cut(place);
      first = place;
      at = Math.max(at, place);
    } else at += 1;
  }
  if (first < to) cut(to);
}

/** The token after the sentence that token `at` ends; 0 where it ends none. */
function boundaryAfter(text: string, table: TokenTable, first: number, at: number, to: number): number {
  const kind = table.kinds[at] as number;
  if (kind < kinds.stop || kind > kinds.abbreviation) return 0;
  let next = at + 1;
  let closed = false;
  while (next < to && closes(text, table, next)) {
    if (table.kinds[next] === kinds.closeQuote) closed = true;
    next += 1;
  }
  next = afterReferences(text, table, next, to);
  if (next >= to) return next;
  if (kind === kinds.stop && isListNumber(table, first, at)) return 0;
  return startsSentence(text, table, at, next, to, kind, closed) ? next : 0;
}

/** Closing quotation marks and brackets, and further stops, that stand right behind. */
function closes(text: string, table: TokenTable, at: number): boolean {
  const kind = table.kinds[at] as number;
  const isGlued = table.starts[at] === table.ends[at - 1];
  if (kind === kinds.closeQuote || kind === kinds.closing) return isGlued || standsAlone(text, table, at);
  return isGlued && kind >= kinds.stop && kind <= kinds.ellipsis;
}

/** The token after numbers in square brackets, which refer from the sentence before them: "… in 1984. [2] [14]". */
function afterReferences(text: string, table: TokenTable, at: number, to: number): number {
  let next = at;
  while (
    next + 2 < to &&
    text.charCodeAt(table.starts[next] as number) === 0x5b &&
    table.kinds[next + 1] === kinds.number &&
    text.charCodeAt(table.starts[next + 2] as number) === 0x5d
  ) {
    next += 3;
  }
  return next;
}

/** A closing mark with white space on both sides. */
function standsAlone(text: string, table: TokenTable, at: number): boolean {
  const end = table.ends[at] as number;
  return table.kinds[at] === kinds.closeQuote && (end >= text.length || table.starts[at + 1] !== end);
}

/** "1." at the beginning of a list item. */
function isListNumber(table: TokenTable, first: number, at: number): boolean {
  return (
    at === first + 1 &&
    table.kinds[first] === kinds.number &&
    (table.ends[first] as number) - (table.starts[first] as number) <= 3
  );
}

function startsSentence(
  text: string,
  table: TokenTable,
  at: number,
  next: number,
  to: number,
  kind: number,
  closed: boolean,
): boolean {
  const opener = table.kinds[next] as number;
  const head = opener === kinds.openQuote || opener === kinds.opening ? Math.min(next + 1, to - 1) : next;
  const isCapital = isUpper(text.charCodeAt(table.starts[head] as number));
  if (closed && kind === kinds.mark && speaks(text, table, next, to)) return false;
  if (kind === kinds.abbreviation)
    return endsAbbreviated(text, table, at, head, isCapital, opener !== table.kinds[head]);
  if (kind === kinds.ellipsis) return isCapital && table.starts[next] !== table.ends[at];
  if (isCapital) return true;
  if (table.starts[next] === table.ends[next - 1]) return false;
  // Careless writers begin in small letters; after a quotation small letters go on with the sentence.
  return table.kinds[head] === kinds.number || !closed;
}

/** Whether a verb of speech stands among the next four tokens: "'Will they?' Lavrov asked." */
function speaks(text: string, table: TokenTable, next: number, to: number): boolean {
  for (let token = next; token < to && token < next + 4; token += 1)
    if (inSet(speech, text, table, token)) return true;
  return false;
}

/** After an abbreviation only a word that begins sentences is taken to begin one. */
function endsAbbreviated(
  text: string,
  table: TokenTable,
  at: number,
  head: number,
  isCapital: boolean,
  quoted: boolean,
): boolean {
  const [start, end] = [table.starts[at] as number, table.ends[at] as number];
  if (!isCapital || leading.has(text, start, end - 1)) return false;
  return quoted || inSet(starters, text, table, head);
}

function inSet(words: WordSet, text: string, table: TokenTable, token: number): boolean {
  return words.hasKey(
    table.keys[token] as number,
    text,
    table.starts[token] as number,
    table.ends[token] as number,
  );
}

/** The token after the last pause of the second half, or the limit itself. */
function placeToCut(table: TokenTable, first: number, at: number): number {
  for (let token = at; token > first + sentenceLimit / 2; token -= 1) {
    if (table.kinds[token] === kinds.pause) return token + 1;
  }
  return at + 1;
}
