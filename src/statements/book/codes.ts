import { parse } from "csv-parse/sync";
import type { CodeTables, SourceFile } from "./load.js";

/** Reads the pinned tables of `data/codes/`, whose first column is the code. */
export function loadCodeTables(cameo: SourceFile, plover: SourceFile): CodeTables {
  return Object.freeze({ cameo: codesOf(cameo), plover: codesOf(plover) });
}

function codesOf(file: SourceFile): ReadonlySet<string> {
  const rows: readonly (readonly string[])[] = parse(file.text, { from_line: 2, skip_empty_lines: true });
  return new Set(rows.map((row) => row[0] ?? ""));
}
