import type { Fault, Report } from "../model/index.js";

/** What reading an input yields, in its order: a report, or the fault that stands in its place. */
export type Item = { readonly report: Report; readonly where: string } | { readonly fault: Fault };

export function faulty(where: string, what: string, mend: string, line: number | null = null): Item {
  return { fault: Object.freeze({ where, line, what, mend }) };
}

/** What the user says of the reports, which outranks what they say themselves. */
export interface Given {
  readonly title?: string | undefined;
  /** YYYY-MM-DD. */
  readonly published?: string | undefined;
  readonly outlet?: string | undefined;
  readonly url?: string | undefined;
}
