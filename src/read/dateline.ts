import type { Dateline } from "../model/index.js";

const months =
  "Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?|Dec(?:ember|\\.)?";
const day = `(?:(?:${months})\\s+\\d{1,2}|\\d{1,2}\\s+(?:${months}))(?:,?\\s+\\d{4})?`;
const city = "[\\p{Lu}][\\p{L}\\p{M}.'’-]*(?:[ /][\\p{Lu}][\\p{L}\\p{M}.'’-]*){0,4}";
const agency = "[\\p{Lu}][\\p{L}\\p{M}.&/ -]{1,40}";

/** Place, day and agency before a dash: each may be missing, but one of day and agency must be there, or the place in capitals. */
const pattern = new RegExp(
  `^(?:(${city}(?:, ${city})?)(?:,\\s*(${day}))?\\s*(?:\\((${agency})\\))?|\\((${agency})\\))\\s*(?:—|–|--|-)\\s+`,
  "u",
);

/** How far into a paragraph a dateline can reach, in UTF-16 units. */
const reach = 120;

/**
 * The dateline at the start of a paragraph, "KABUL, July 3 (Reuters) —"; null where there is none. A name
 * before a dash is one only if it is in capitals or comes with a day or an agency.
 */
export function datelineAt(text: string, start: number, end: number): Dateline | null {
  const head = text.slice(start, Math.min(end, start + reach));
  const match = pattern.exec(head);
  if (match === null) return null;
  const [whole, place = null, date = null, named = null, alone = null] = match;
  const source = named ?? alone;
  if (
    date === null &&
    source === null &&
    (place === null || place !== place.toUpperCase() || place.length < 3)
  )
    return null;
  return Object.freeze({
    start,
    end: start + whole.trimEnd().length,
    place,
    date,
    agency: source?.trim() ?? null,
  });
}
