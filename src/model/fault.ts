/**
 * An error that a user can cause and mend, as a value: where it is, what is wrong, what to do.
 * Faults are reported together and never stop the other reports.
 */
export interface Fault {
  /** A file, an address, or "standard input". */
  readonly where: string;
  /** 1-based line in `where`, when there is one. */
  readonly line: number | null;
  /** The id that the input gave of the report at fault, where it was read that far and gave one. */
  readonly given?: string | undefined;
  readonly what: string;
  /** What to do about it, as an instruction: "give an article's address instead of the feed's". */
  readonly mend: string;
}

/** How much of a given id a line of text shows; whoever sends them may send anything. */
const idShown = 80;

/** `file:line: what, and what to do`, with the report's given id before what is wrong: the form in which the command line prints a fault. */
export function faultLine(fault: Fault): string {
  const place = fault.line === null ? fault.where : `${fault.where}:${fault.line}`;
  const report = fault.given === undefined ? "" : `report "${fault.given.slice(0, idShown)}": `;
  return `${place}: ${report}${fault.what}; ${fault.mend}`;
}

/** Either a value or the faults that stand in its way. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T; readonly faults: readonly Fault[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };
