/** How words are given weight: by the terminal's own means, or in plain text by marks. */
export interface Style {
  /** Columns to which text is wrapped. */
  readonly width: number;
  bold(text: string): string;
  dim(text: string): string;
  /** Sets evidence off on one line; `opens` and `closes` tell whether it begins and ends on this line. */
  evidence(text: string): string;
  /** Marks put before and after the whole evidence, where a terminal cannot underline it. */
  readonly marks: readonly [string, string];
}

export const plainWidth = 80;
const widest = 120;
const narrowest = 40;

/**
 * Whether output is styled: on a terminal, unless NO_COLOR (https://no-color.org) or TERM=dumb says no;
 * elsewhere only where FORCE_COLOR asks for it.
 */
export function isStyled(
  isTerminal: boolean,
  environment: Readonly<Record<string, string | undefined>>,
): boolean {
  const { NO_COLOR: no, FORCE_COLOR: force, TERM: terminal } = environment;
  if (no !== undefined && no !== "") return false;
  if (force !== undefined && force !== "") return force !== "0" && force !== "false";
  return isTerminal && terminal !== "dumb";
}

export function createStyle(styled: boolean, columns: number | null): Style {
  const width = Math.min(widest, Math.max(narrowest, columns ?? plainWidth));
  if (!styled) {
    return { width, bold: same, dim: same, evidence: same, marks: ["«", "»"] };
  }
  return {
    width,
    bold: (text) => `\u001b[1m${text}\u001b[22m`,
    dim: (text) => `\u001b[2m${text}\u001b[22m`,
    evidence: (text) => `\u001b[4m${text}\u001b[24m`,
    marks: ["", ""],
  };
}

function same(text: string): string {
  return text;
}
