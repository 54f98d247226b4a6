import { createLanguage, type Language } from "./document.js";
import { openReader } from "./model/index.js";

/** Opens the language from the bytes of `models/english.bin` and of the compiled kernel. */
export function openLanguage(model: Uint8Array, kernel: Uint8Array): Language {
  return createLanguage(openReader(model, kernel));
}
