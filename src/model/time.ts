/** Stated: the text says it. Inferred: it was worked out, for example from the publication date. */
export type Basis = "stated" | "inferred";

/** A calendar date, ISO 8601, YYYY-MM-DD, proleptic Gregorian. */
export type IsoDate = string;

/** Days `from` to `to`, both inclusive; either is null when that side is open. */
export interface DateRange {
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  /** The words of the report; null when no words of the report give the date. */
  readonly text: string | null;
  readonly basis: Basis;
}
