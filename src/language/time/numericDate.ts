import { dayOf, dayOfIso, isCalendarDate } from "./calendar.js";
import { dayPeriod, type Period, yearsPeriod } from "./periods.js";
import { found, type Recogniser, type Surroundings } from "./recogniser.js";
import { wholeNumber } from "./vocabulary.js";

/** "2025-07-03", "03/07/2025", "3.7.2025". */
export const numericDate: Recogniser = Object.freeze({
  name: "numeric date",
  read: (surroundings: Surroundings, at: number) => {
    const word = surroundings.sentence.lower(at);
    if (word.length < 8 || word.length > 10) return null;
    const iso = dayOfIso(word);
    if (iso !== null) return found(at, at, dayPeriod(iso, "stated"));
    const parts = word.split(word.includes("/") ? "/" : ".");
    if (parts.length !== 3) return null;
    const [first, second, year] = parts.map((part) => wholeNumber(part, part.length)) as [
      number,
      number,
      number,
    ];
    if (first < 1 || second < 1 || year < 1000) return null;
    const period = readingOf(surroundings, first, second, year);
    return period === null ? null : found(at, at, period);
  },
});

/**
 * Day and month by what they can be. Where both orders are dates, the one that is not after publication;
 * where that does not decide, only the year is sure.
 */
function readingOf(surroundings: Surroundings, first: number, second: number, year: number): Period | null {
  const dayFirst = isCalendarDate(year, second, first) ? dayOf(year, second, first) : null;
  const monthFirst = isCalendarDate(year, first, second) ? dayOf(year, first, second) : null;
  if (dayFirst === null) return monthFirst === null ? null : dayPeriod(monthFirst, "stated");
  if (monthFirst === null || monthFirst === dayFirst) return dayPeriod(dayFirst, "stated");
  const { published } = surroundings;
  if (published !== null && dayFirst <= published !== monthFirst <= published) {
    return dayPeriod(Math.min(dayFirst, monthFirst), "inferred");
  }
  return yearsPeriod(year, year, "year", "inferred");
}
