/**
 * Classes and lower-case forms of UTF-16 units, in tables that are filled as units are met, so that start-up
 * costs nothing and each unit is classified once.
 */
export const space = 1;
export const letter = 2;
export const digit = 3;
/** Marks and the halves of pairs outside the basic plane that belong to words. */
export const mark = 4;
export const punctuation = 5;
export const currency = 6;
export const symbol = 7;
export const surrogate = 8;

const classes = new Uint8Array(65_536);
const lowered = new Uint16Array(65_536);

/** The class of a UTF-16 unit, one of the constants above. */
export function classOf(unit: number): number {
  const known = classes[unit] as number;
  return known === 0 ? classify(unit) : known;
}

/** The unit in lower case where that is one unit; typographic apostrophes count as the plain one. */
export function lowerOf(unit: number): number {
  if (classes[unit] === 0) classify(unit);
  return lowered[unit] as number;
}

export function isUpper(unit: number): boolean {
  return lowerOf(unit) !== unit && !isApostrophe(unit);
}

export function isLower(unit: number): boolean {
  return (
    classOf(unit) === letter &&
    lowerOf(unit) === unit &&
    String.fromCharCode(unit).toUpperCase() !== String.fromCharCode(unit)
  );
}

/** Letters, digits, marks and the underscore make words. */
export function isWordUnit(unit: number): boolean {
  const kind = classOf(unit);
  return kind === letter || kind === digit || kind === mark || unit === underscore;
}

export function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x60 || unit === 0x2018 || unit === 0xb4;
}

export function isHyphen(unit: number): boolean {
  return unit === 0x2d || unit === 0x2010 || unit === 0x2011;
}

export function isDash(unit: number): boolean {
  return unit === 0x2d || (unit >= 0x2010 && unit <= 0x2015);
}

const underscore = 0x5f;

function classify(unit: number): number {
  const text = String.fromCharCode(unit);
  const kind = kindOf(text, unit);
  classes[unit] = kind;
  const lower = text.toLowerCase();
  lowered[unit] = isApostrophe(unit) ? 0x27 : lower.length === 1 ? lower.charCodeAt(0) : unit;
  return kind;
}

function kindOf(text: string, unit: number): number {
  if (/[\s\p{Cc}\u200b\u200e\u200f\u2060\ufeff]/u.test(text)) return space;
  if (unit >= 0xd800 && unit <= 0xdfff) return surrogate;
  if (/\p{Nd}/u.test(text)) return digit;
  if (/[\p{L}\p{Nl}\p{No}]/u.test(text)) return letter;
  if (/[\p{M}\u00ad\u200c\u200d]/u.test(text)) return mark;
  if (/\p{Sc}/u.test(text)) return currency;
  return /\p{P}/u.test(text) ? punctuation : symbol;
}
