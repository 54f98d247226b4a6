const monthNames = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/**
 * The calendar date that a publisher's date names, in the publisher's own offset: ISO 8601 with or without
 * time, "4 July 2025", "July 4, 2025", RFC 2822. Null for anything else, and for days that do not exist.
 */
export function isoDate(value: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/.exec(value.trim());
  if (iso !== null) return checked(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const compact = /^(\d{4})(\d{2})(\d{2})(?:$|T)/.exec(value.trim());
  if (compact !== null) return checked(Number(compact[1]), Number(compact[2]), Number(compact[3]));
  const british = /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]{3,9})\.?,?\s+(\d{4})\b/.exec(
    value.trim(),
  );
  if (british !== null) return named(british[3], british[2], british[1]);
  const american = /^(?:[A-Za-z]{3,9},\s+)?([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b/.exec(
    value.trim(),
  );
  return american === null ? null : named(american[3], american[1], american[2]);
}

function named(year = "", month = "", day = ""): string | null {
  const number = monthNames.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return number === 0 ? null : checked(Number(year), number, Number(day));
}

function checked(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCFullYear() !== year || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day)
    return null;
  return date.toISOString().slice(0, 10);
}
