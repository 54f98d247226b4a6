import { createRequire } from "node:module";

/** Decoded text, or what the bytes are instead. */
export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly what: string; readonly mend: string };

const signatures: readonly (readonly [string, readonly number[], string, string])[] = [
  ["a PDF file", [0x25, 0x50, 0x44, 0x46], "PDF is not read yet", "save its text as a .txt file"],
  ["a PNG image", [0x89, 0x50, 0x4e, 0x47], "an image has no text", "give the report's text"],
  ["a JPEG image", [0xff, 0xd8, 0xff], "an image has no text", "give the report's text"],
  ["a GIF image", [0x47, 0x49, 0x46, 0x38], "an image has no text", "give the report's text"],
  [
    "a ZIP archive or an office document",
    [0x50, 0x4b, 0x03, 0x04],
    "it is packed",
    "unpack it, or save its text as a .txt file",
  ],
  ["a gzip archive", [0x1f, 0x8b], "it is packed", "unpack it first"],
];

const controlShare = 0.02;
const sampleBytes = 65_536;

/**
 * Decodes bytes: by byte order mark, by the character set declared (`declared`, from HTTP, or in the page
 * itself), as UTF-8 where the bytes are valid UTF-8, else by what the bytes show. Bytes that are no text are
 * said to be what they look like.
 */
export function decode(bytes: Uint8Array, declared: string | null): Decoded {
  for (const [name, signature, why, mend] of signatures) {
    if (signature.every((value, at) => bytes[at] === value))
      return { ok: false, what: `this is ${name}: ${why}`, mend };
  }
  const charset = markOf(bytes) ?? utf16Of(bytes) ?? known(declared) ?? known(declaredIn(bytes));
  const text = charset === null ? guessed(bytes) : decodeAs(bytes, charset);
  if (text === null || isBinary(text)) {
    return { ok: false, what: "this is binary data, not text", mend: "give a text, HTML or JSON Lines file" };
  }
  return { ok: true, text: text.charCodeAt(0) === 0xfeff ? text.slice(1) : text };
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/** English in UTF-16 without a mark shows as every other byte zero. */
function utf16Of(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length & ~1, 512);
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  if (odd > length * 0.35 && even < length * 0.05) return "utf-16le";
  return even > length * 0.35 && odd < length * 0.05 ? "utf-16be" : null;
}

/** `<meta charset=…>` or an XML declaration in the first two kilobytes. */
function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 2048));
  return (
    /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,30})/i.exec(head)?.[1] ??
    /^<\?xml[^>]{0,100}encoding=["']([\w-]{2,30})/i.exec(head)?.[1] ??
    null
  );
}

function known(charset: string | null): string | null {
  if (charset === null) return null;
  try {
    return new TextDecoder(charset).encoding;
  } catch {
    return null;
  }
}

function decodeAs(bytes: Uint8Array, charset: string): string {
  return new TextDecoder(charset, { ignoreBOM: false }).decode(bytes);
}

function guessed(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // The detector is loaded only for bytes that are not UTF-8.
    const chardet = createRequire(import.meta.url)("chardet") as { detect(bytes: Uint8Array): string | null };
    return decodeAs(bytes, known(chardet.detect(bytes.subarray(0, sampleBytes))) ?? "windows-1252");
  }
}

function isBinary(text: string): boolean {
  const sample = text.slice(0, 8192);
  let control = 0;
  for (let at = 0; at < sample.length; at += 1) {
    const unit = sample.charCodeAt(at);
    if ((unit < 32 && unit !== 9 && unit !== 10 && unit !== 13 && unit !== 12) || unit === 0xfffd)
      control += 1;
  }
  return control > 4 && control > sample.length * controlShare;
}
