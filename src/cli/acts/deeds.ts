import type { ActEntry } from "../../statements/index.js";

/** The names under which statements of the act appear, where they are others than the act's own. */
export function deedsOf(file: ActEntry["file"]): readonly string[] {
  return [...new Set(file.frames.flatMap(({ deed }) => deed ?? []))];
}
