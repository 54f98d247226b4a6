import type { DateRange, IsoDate } from "../../model/index.js";

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** "3 July 2025" */
export function day(date: IsoDate): string {
  const [year = 0, month = 0, of = 0] = date.split("-").map(Number);
  return `${of} ${months[month - 1] ?? ""} ${year}`;
}

/** A range as briefly as it can be said: a day, a month, a year, "1 to 5 July 2025", "since 1 August 2021". */
export function days({ from, to }: Pick<DateRange, "from" | "to">): string {
  if (from === null && to === null) return "at a time not known";
  if (from === null) return `until ${day(to as IsoDate)}`;
  if (to === null) return `since ${wholePeriod(from, from) ?? day(from)}`;
  if (from === to) return day(from);
  return wholePeriod(from, to) ?? `${shortened(from, to)} to ${day(to)}`;
}

/** The interval of a claim: "since August 2021", "in 2024". */
export function within(range: DateRange): string {
  if (range.from !== null && range.to === null) {
    // "since the Taliban regained power in August 2021": the words name the start alone.
    return `since ${(range.text ?? day(range.from)).replace(/^(?:since|in|on|after) /i, "")}`;
  }
  if (range.text !== null && /^(?:since|in|for|during|until|before|after)\b/i.test(range.text))
    return range.text;
  return range.from !== null && range.to !== null ? `in ${days(range)}` : days(range);
}

function wholePeriod(from: IsoDate, to: IsoDate): string | null {
  const year = from.slice(0, 4);
  if (from === `${year}-01-01` && to === `${year}-12-31`) return year;
  const month = from.slice(0, 7);
  if (from === `${month}-01` && to === lastOfMonth(from))
    return `${months[Number(month.slice(5)) - 1]} ${year}`;
  return null;
}

function lastOfMonth(date: IsoDate): IsoDate {
  const [year = 0, month = 0] = date.split("-").map(Number);
  const last = new Date(Date.UTC(2000, 0, 1));
  last.setUTCFullYear(year, month, 0);
  return `${date.slice(0, 8)}${String(last.getUTCDate()).padStart(2, "0")}`;
}

/** Leaves out of the first day what the last one says again. */
function shortened(from: IsoDate, to: IsoDate): string {
  const whole = day(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return whole.slice(0, whole.indexOf(" "));
  return from.slice(0, 4) === to.slice(0, 4) ? whole.slice(0, whole.lastIndexOf(" ")) : whole;
}
