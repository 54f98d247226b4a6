import { createHash } from "node:crypto";

/**
 * An id derived from content, so that two machines that read the same report give the same one: the first 16
 * hexadecimal digits of SHA-256 over the parts, joined by a character that no part contains.
 */
export function identityOf(...parts: readonly (string | number | null)[]): string {
  const text = parts.map((part) => (part === null ? "\u0001" : String(part))).join("\u0000");
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
