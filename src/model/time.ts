/** Stated: the text says it. Inferred: it was worked out, for example from the publication date. */
export type Basis = "stated" | "inferred";

/** A calendar date, ISO 8601, YYYY-MM-DD, proleptic Gregorian. */
export type IsoDate = string;

/** The first and last day of a day, month or year in ISO 8601 of reduced precision: 2008-02 is 1 to 29 February 2008. */
export function daysOf(date: string): { readonly from: IsoDate; readonly to: IsoDate } {
  const [year = "", month] = date.split("-");
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  if (date.length > 7) return { from: date, to: date };
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);
  return { from: `${date}-01`, to: last };
}

/** The day of an instant, in milliseconds since 1970, in the machine's own time zone. */
export function localDay(milliseconds: number): IsoDate {
  const date = new Date(milliseconds);
  const two = (value: number) => String(value).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** Days `from` to `to`, both inclusive; either is null when that side is open. */
export interface DateRange {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** The words of the report; null when no words of the report give the date. */
  readonly text: string | null;
  readonly basis: Basis;
}
