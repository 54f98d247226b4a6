import { createLanguage, type Language } from "./document.js";
import { openReader } from "./model/index.js";

/**
 * Opens the language from the bytes of `models/english.bin` and of the compiled kernel. `standIns` are words that
 * are tagged and parsed as others: rare names as well-known ones of the same kind. Their text stays their own.
 */
export function openLanguage(
  model: Uint8Array,
  kernel: Uint8Array,
  standIns: ReadonlyMap<string, string> = new Map(),
): Language {
  return createLanguage(openReader(model, kernel), standIns);
}
