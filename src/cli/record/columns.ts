import type { Style } from "../page/style.js";
import { widthOf } from "../page/width.js";
import { wrap } from "../page/wrap.js";

/** Rows of cells as columns two spaces apart; the last column is wrapped to what is left of the width. */
export function columns(rows: readonly (readonly string[])[], style: Style, indent = "  "): string {
  const count = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: Math.max(0, count - 1) }, (_, column) =>
    Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ""))),
  );
  return rows
    .map((row) => {
      const fixed = widths.map((width, column) => {
        const cell = row[column] ?? "";
        return cell + " ".repeat(width - widthOf(cell));
      });
      const first = indent + fixed.map((cell) => `${cell}  `).join("");
      const last = row[count - 1] ?? "";
      if (last === "") return first.trimEnd();
      return wrap(last, style, " ".repeat(widthOf(first)), first);
    })
    .join("\n");
}
