import { classOf, digit, isWordUnit, letter, lowerOf } from "./characters.js";

/**
 * The end of a web or mail address that begins at `at`, without the punctuation that follows it; -1 where
 * none begins there. Looks at no more than the stretch up to `end`, which has no white space.
 */
export function addressEnd(text: string, at: number, end: number): number {
  const scheme = schemeEnd(text, at, end);
  if (scheme > at || text.startsWith("www.", at)) return trimmed(text, at, end);
  return mailEnd(text, at, end);
}

/** After "https://" or "mailto:"; -1 where neither stands. */
function schemeEnd(text: string, at: number, end: number): number {
  let stop = at;
  while (stop < end && stop < at + 12 && classOf(text.charCodeAt(stop)) === letter) stop += 1;
  if (text.startsWith("://", stop) || (stop - at === 6 && text.startsWith("mailto:", at))) return stop + 1;
  return -1;
}

function trimmed(text: string, at: number, end: number): number {
  let stop = at;
  while (stop < end && !isQuoteOrBracket(text.charCodeAt(stop))) stop += 1;
  while (stop > at && isTrailing(text.charCodeAt(stop - 1))) stop -= 1;
  return stop;
}

function mailEnd(text: string, at: number, end: number): number {
  let stop = at;
  while (stop < end && stop < at + 64 && isMailUnit(text.charCodeAt(stop))) stop += 1;
  if (stop >= end || text.charCodeAt(stop) !== 0x40 || stop === at) return -1;
  let host = stop + 1;
  while (host < end && isMailUnit(text.charCodeAt(host))) host += 1;
  while (host > stop && isTrailing(text.charCodeAt(host - 1))) host -= 1;
  return host > stop + 1 ? host : -1;
}

function isMailUnit(unit: number): boolean {
  return isWordUnit(unit) || unit === 0x2e || unit === 0x2d || unit === 0x2b || unit === 0x25;
}

function isQuoteOrBracket(unit: number): boolean {
  return (
    unit === 0x22 ||
    unit === 0x3c ||
    unit === 0x3e ||
    (unit >= 0x2018 && unit <= 0x201f) ||
    unit === 0x5d ||
    unit === 0xbb
  );
}

function isTrailing(unit: number): boolean {
  const kind = classOf(unit);
  if (kind === letter || kind === digit || unit === 0x2f) return false;
  return (
    unit === 0x2e ||
    unit === 0x2c ||
    unit === 0x3a ||
    unit === 0x3b ||
    unit === 0x21 ||
    unit === 0x3f ||
    unit === 0x29 ||
    lowerOf(unit) === 0x27
  );
}
