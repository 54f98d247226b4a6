import { capitalised, leading, numbered, prefixes, trailing } from "./abbreviations.js";
import {
  classOf,
  digit,
  isApostrophe,
  isDash,
  isHyphen,
  isLower,
  isUpper,
  isWordUnit,
  letter,
  lowerOf,
  mark,
  space,
  surrogate,
} from "./characters.js";
import { addressEnd } from "./tokenAddress.js";
import { type TokenTable, tokenKinds } from "./tokenTable.js";
import { pushWord } from "./tokenWords.js";

/**
 * Cuts `text.slice(start, end)` into tokens as the English treebanks of Universal Dependencies do: clitics
 * apart ("do n't", "Russia 's"), hyphens and slashes apart but in prefixed words, numbers, dates,
 * abbreviations and addresses whole. White space belongs to no token; every other character belongs to
 * exactly one. Each character is looked at a bounded number of times.
 */
export function tokenise(text: string, start: number, end: number, table: TokenTable): void {
  let at = start;
  while (at < end) {
    if (classOf(text.charCodeAt(at)) === space) {
      at += 1;
      continue;
    }
    let stop = at + 1;
    let address = false;
    while (stop < end) {
      const unit = text.charCodeAt(stop);
      if (classOf(unit) === space) break;
      if (unit === 0x40 || unit === 0x2f) address = true;
      stop += 1;
    }
    chunk(text, at, stop, address || isWww(text, at), table);
    at = stop;
  }
}

/** A stretch without white space. */
function chunk(text: string, start: number, end: number, maybeAddress: boolean, table: TokenTable): void {
  let at = start;
  while (at < end) {
    const unit = text.charCodeAt(at);
    if (isWordUnit(unit)) {
      const address = maybeAddress ? addressEnd(text, at, end) : -1;
      if (address > at) {
        table.push(text, at, address, tokenKinds.symbol);
        at = address;
      } else at = word(text, start, at, end, table);
    } else at = other(text, start, at, end, table);
  }
}

function isWww(text: string, at: number): boolean {
  return lowerOf(text.charCodeAt(at)) === 0x77 && text.startsWith(".", at + 3);
}

/** A token that begins with something other than a letter or digit; returns its end. */
function other(text: string, start: number, at: number, end: number, table: TokenTable): number {
  const unit = text.charCodeAt(at);
  const next = at + 1 < end ? text.charCodeAt(at + 1) : 0;
  if (unit === 0x2e) return dots(text, at, end, table);
  if (unit === 0x21 || unit === 0x3f) return run(text, at, end, tokenKinds.mark, table, isMark);
  if (unit === 0x2026) return run(text, at, end, tokenKinds.ellipsis, table, isDot);
  if (isDash(unit)) return run(text, at, end, tokenKinds.pause, table, isDash);
  if (isApostrophe(unit) || isQuote(unit)) return quote(text, start, at, end, table);
  if ((unit === 0x40 || unit === 0x23) && classOf(next) === letter) return tag(text, at, end, table);
  if (at === start && isEmoticon(text, at, end)) {
    table.push(text, at, end, tokenKinds.symbol);
    return end;
  }
  if (isRunning(unit)) return run(text, at, end, tokenKinds.symbol, table, (one) => one === unit);
  return single(text, at, end, table);
}

/** ":)", ";-)", "=(" with nothing around it. */
function isEmoticon(text: string, at: number, end: number): boolean {
  const eyes = text.charCodeAt(at);
  const mouth = text.charCodeAt(end - 1);
  const length = end - at;
  if (eyes !== 0x3a && eyes !== 0x3b && eyes !== 0x3d) return false;
  return (
    (length === 2 || (length === 3 && isHyphen(text.charCodeAt(at + 1)))) &&
    (mouth === 0x29 || mouth === 0x28)
  );
}

/** A hash tag or handle: the sign and the word after it. */
function tag(text: string, at: number, end: number, table: TokenTable): number {
  let stop = at + 1;
  while (stop < end && isWordUnit(text.charCodeAt(stop))) stop += 1;
  table.push(text, at, stop, tokenKinds.symbol);
  return stop;
}

function dots(text: string, at: number, end: number, table: TokenTable): number {
  let stop = at;
  while (stop < end && isDot(text.charCodeAt(stop))) stop += 1;
  if (stop === at + 1 && stop < end && classOf(text.charCodeAt(stop)) === digit && !follows(text, at)) {
    while (stop < end && classOf(text.charCodeAt(stop)) === digit) stop += 1;
    table.push(text, at, stop, tokenKinds.number);
    return stop;
  }
  table.push(text, at, stop, stop === at + 1 ? tokenKinds.stop : tokenKinds.ellipsis);
  return stop;
}

/** Whether a word unit stands right before. */
function follows(text: string, at: number): boolean {
  return at > 0 && isWordUnit(text.charCodeAt(at - 1));
}

function run(
  text: string,
  at: number,
  end: number,
  kind: number,
  table: TokenTable,
  belongs: (unit: number) => boolean,
): number {
  let stop = at + 1;
  while (stop < end && belongs(text.charCodeAt(stop))) stop += 1;
  table.push(text, at, stop, kind);
  return stop;
}

/** A quotation mark or apostrophe: opening where a word follows and none stands before. */
function quote(text: string, start: number, at: number, end: number, table: TokenTable): number {
  const unit = text.charCodeAt(at);
  const elided = elision(text, start, at, end);
  if (elided > at) {
    table.push(text, at, elided, tokenKinds.word);
    return elided;
  }
  const stop =
    at + 1 < end && text.charCodeAt(at + 1) === unit && (isApostrophe(unit) || unit === 0x22)
      ? at + 2
      : at + 1;
  table.push(text, at, stop, quoteKind(text, start, at, stop, end));
  return stop;
}

function quoteKind(text: string, start: number, at: number, stop: number, end: number): number {
  const unit = text.charCodeAt(at);
  if (unit === 0x201c || unit === 0x201e || unit === 0xab || unit === 0x2018 || unit === 0x60)
    return tokenKinds.openQuote;
  if (unit === 0x201d || unit === 0xbb || unit === 0x2019) return tokenKinds.closeQuote;
  const before = at > start ? text.charCodeAt(at - 1) : 0;
  const after = stop < end ? text.charCodeAt(stop) : 0;
  if (at === start || isOpening(before) || isDash(before))
    return stop < end ? tokenKinds.openQuote : tokenKinds.closeQuote;
  if (after !== 0 && isWordUnit(after) && !isWordUnit(before)) {
    // `."Then` after a full stop without a space: the next sentence is quoted less often than this one ends.
    return tokenKinds.closeQuote;
  }
  return tokenKinds.closeQuote;
}

/** "'90s", "'em": an apostrophe that stands for what was left out; returns the end, or -1. */
function elision(text: string, start: number, at: number, end: number): number {
  if (!isApostrophe(text.charCodeAt(at)) || (at > start && isWordUnit(text.charCodeAt(at - 1)))) return -1;
  let stop = at + 1;
  while (stop < end && isWordUnit(text.charCodeAt(stop))) stop += 1;
  const length = stop - at - 1;
  const isDecade = (length === 2 || length === 3) && classOf(text.charCodeAt(at + 1)) === digit;
  if (isDecade && !(stop < end && isApostrophe(text.charCodeAt(stop)))) return stop;
  const first = lowerOf(text.charCodeAt(at + 1));
  if (length === 2 && first === 0x65 && lowerOf(text.charCodeAt(at + 2)) === 0x6d) return stop;
  if (length === 1 && first === 0x73) return stop;
  return -1;
}

/** One character, with what combines with it. */
function single(text: string, at: number, end: number, table: TokenTable): number {
  const unit = text.charCodeAt(at);
  const kind = classOf(unit);
  let stop = at + 1;
  if (kind === surrogate) stop = surrogateEnd(text, at, end);
  while (stop < end && classOf(text.charCodeAt(stop)) === mark) stop += 1;
  table.push(text, at, stop, kindOfSign(unit));
  return stop;
}

function surrogateEnd(text: string, at: number, end: number): number {
  let stop = at;
  while (stop < end && classOf(text.charCodeAt(stop)) === surrogate && stop < at + 2) stop += 1;
  return stop;
}

function kindOfSign(unit: number): number {
  if (isOpening(unit)) return tokenKinds.opening;
  if (unit === 0x29 || unit === 0x5d || unit === 0x7d) return tokenKinds.closing;
  if (unit === 0x2c || unit === 0x3a || unit === 0x3b) return tokenKinds.pause;
  if (unit === 0x3002 || unit === 0x61f) return tokenKinds.mark;
  return tokenKinds.symbol;
}

function isOpening(unit: number): boolean {
  return unit === 0x28 || unit === 0x5b || unit === 0x7b;
}

function isQuote(unit: number): boolean {
  return (
    unit === 0x22 || (unit >= 0x201c && unit <= 0x201e) || unit === 0xab || unit === 0xbb || unit === 0x201a
  );
}

function isMark(unit: number): boolean {
  return unit === 0x21 || unit === 0x3f;
}

function isDot(unit: number): boolean {
  return unit === 0x2e || unit === 0x2026;
}

/** Signs of which a run is one token: "***", "===", "<<". */
function isRunning(unit: number): boolean {
  return (
    unit === 0x2a ||
    unit === 0x3d ||
    unit === 0x7e ||
    unit === 0x2b ||
    unit === 0x3c ||
    unit === 0x3e ||
    unit === 0x5f ||
    unit === 0x23
  );
}

/** A token that begins with a letter or digit, with its clitics; returns the end of all of them. */
function word(text: string, start: number, at: number, end: number, table: TokenTable): number {
  let stop = at + 1;
  // Where the last stop or hyphen inside the token was, to tell initials from words.
  let part = at;
  while (stop < end) {
    const unit = text.charCodeAt(stop);
    if (isWordUnit(unit)) {
      stop += 1;
      continue;
    }
    const inner = joins(text, at, part, stop, end, unit);
    if (inner === 0) break;
    stop += inner;
    part = stop;
  }
  if (stop < end && text.charCodeAt(stop) === 0x2e && isAbbreviation(text, start, at, part, stop, end)) {
    table.push(text, at, stop + 1, tokenKinds.abbreviation);
    return stop + 1;
  }
  pushWord(text, at, stop, table);
  return stop;
}

/** No word of the lists is longer; longer ones need not be looked up. */
const longestKnown = 12;

/** How many units at `stop` join the word before with what follows: 0 where the word ends. */
function joins(text: string, at: number, part: number, stop: number, end: number, unit: number): number {
  const before = text.charCodeAt(stop - 1);
  const after = stop + 1 < end ? text.charCodeAt(stop + 1) : 0;
  if (after === 0 || !isWordUnit(after)) return 0;
  if (isApostrophe(unit)) return classOf(before) === letter || classOf(before) === digit ? 1 : 0;
  const digits = classOf(before) === digit && classOf(after) === digit;
  if (unit === 0x2e) return digits || isInnerStop(text, at, part, stop, end) ? 1 : 0;
  if (unit === 0x2c) return digits && isGroup(text, stop + 1, end) ? 1 : 0;
  if (unit === 0x3a || unit === 0x2f) return digits ? 1 : 0;
  if (isHyphen(unit)) return joinsHyphen(text, at, part, stop, end, digits) ? 1 : 0;
  if (unit === 0x26) return isUpper(before) && isUpper(after) && stop - at <= 4 ? 1 : 0;
  return 0;
}

/** "1,000": three digits and no more. */
function isGroup(text: string, at: number, end: number): boolean {
  let stop = at;
  while (stop < end && classOf(text.charCodeAt(stop)) === digit && stop < at + 4) stop += 1;
  return stop === at + 3;
}

function joinsHyphen(
  text: string,
  at: number,
  part: number,
  stop: number,
  end: number,
  digits: boolean,
): boolean {
  if (digits) return part !== at || isNumberCode(text, at, stop, end);
  if (classOf(text.charCodeAt(stop + 1)) !== letter) return false;
  return part === at && stop - at <= longestKnown && prefixes.has(text, at, stop);
}

/** Dates and telephone numbers keep their hyphens ("2025-07-04", "555-0134"); ranges do not ("2010-2015"). */
function isNumberCode(text: string, at: number, stop: number, end: number): boolean {
  let next = stop + 1;
  while (next < end && classOf(text.charCodeAt(next)) === digit && next < stop + 6) next += 1;
  const isLongHead = stop - at === 3 && next - stop - 1 === 4;
  const goesOn =
    next + 1 < end && isHyphen(text.charCodeAt(next)) && classOf(text.charCodeAt(next + 1)) === digit;
  return isLongHead || goesOn;
}

const domains = new Set(
  "com org net gov edu mil int info co uk us eu ru de fr tv ac pdf htm html doc xls txt jpg url".split(" "),
);

/** A stop between letters: "U.S", "Ph.D", "example.org", but not "ended.Then". */
function isInnerStop(text: string, at: number, part: number, stop: number, end: number): boolean {
  if (stop - part === 1 && classOf(text.charCodeAt(part)) === letter) return true;
  if (classOf(text.charCodeAt(stop - 1)) === digit && !isUpper(text.charCodeAt(stop + 1))) return stop > at;
  let next = stop + 1;
  while (next < end && isWordUnit(text.charCodeAt(next)) && next < stop + 6) next += 1;
  if (next - at <= longestKnown && trailing.has(text, at, next)) return true;
  if (isUpper(text.charCodeAt(stop + 1))) return false;
  return next - stop <= 5 && domains.has(text.slice(stop + 1, next).toLowerCase());
}

/** Whether the stop at `stop` belongs to the word before it. */
function isAbbreviation(
  text: string,
  start: number,
  at: number,
  part: number,
  stop: number,
  end: number,
): boolean {
  if (stop + 1 < end && isDot(text.charCodeAt(stop + 1))) return false;
  if (part > at && stop - part === 1 && text.charCodeAt(part - 1) === 0x2e) return true;
  const upper = isUpper(text.charCodeAt(at));
  if (stop - at === 1) return upper && !isNumberedItem(text, start, at, stop, end);
  if (isLower(text.charCodeAt(at)) && capitalised.has(text, at, stop)) return false;
  if (leading.has(text, at, stop) || trailing.has(text, at, stop)) return true;
  return numbered.has(text, at, stop) && beforeNumber(text, stop + 1);
}

/** The pronoun "I" ends a sentence more often than it is an initial. */
function isNumberedItem(text: string, start: number, at: number, stop: number, end: number): boolean {
  return (
    text.charCodeAt(at) === 0x49 && at === start && stop + 1 === end && !isUpper(text.charCodeAt(stop + 2))
  );
}

function beforeNumber(text: string, at: number): boolean {
  let next = at;
  while (next < text.length && next < at + 2 && classOf(text.charCodeAt(next)) === space) next += 1;
  return next < text.length && classOf(text.charCodeAt(next)) === digit;
}
