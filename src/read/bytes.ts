import { decode } from "./encoding.js";
import { readHtml } from "./html.js";
import { faulty, type Given, type Item } from "./item.js";
import { readJson, readJsonLine } from "./jsonl.js";
import { readText } from "./report.js";

/** What a file's name or a server's header says of its form; null where the bytes must show it. */
export type Form = "text" | "html" | "json" | "jsonl" | null;

const feed = /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[\s\S]{0,500}?-->\s*)?<(?:rss|feed|rdf:RDF)[\s>]/i;
/** A comment matches in one way only: were it free to run past its end, many comments would match in ever more ways. */
const page =
  /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype html|html|head|body|article|div|p|main|section)[\s>]/i;

/** Reads the bytes of one file or address into its reports; each fault stands where its report would. */
export function* readBytes(
  bytes: Uint8Array,
  form: Form,
  charset: string | null,
  where: string,
  given: Given,
): Generator<Item> {
  if (bytes.length === 0) {
    yield faulty(where, "it is empty", "give a report with text");
    return;
  }
  const decoded = decode(bytes, charset);
  if (!decoded.ok) {
    yield faulty(where, decoded.what, decoded.mend);
    return;
  }
  const { text } = decoded;
  if (feed.test(text.slice(0, 3000))) {
    yield faulty(where, "this is a feed, not a report", "give the address of one of its articles");
    return;
  }
  const shown = form ?? shownForm(text);
  if (shown === "html" || (shown === "text" && page.test(text.slice(0, 4096))))
    yield readHtml(text, where, given);
  else if (shown === "jsonl") yield* readLines(text, where, given);
  else if (shown === "json") yield* readJsonFile(text, where, given);
  else yield readText(text, where, given);
}

function shownForm(text: string): Form {
  const head = text.slice(0, 4096);
  if (page.test(head)) return "html";
  return /^\s*\{\s*"/.test(head) ? "jsonl" : "text";
}

function* readLines(text: string, where: string, given: Given): Generator<Item> {
  let number = 0;
  for (let at = 0; at < text.length; ) {
    const stop = text.indexOf("\n", at);
    const end = stop < 0 ? text.length : stop;
    number += 1;
    const line = text.slice(at, end).trim();
    if (line !== "") yield readJsonLine(line, where, number, given);
    at = end + 1;
  }
}

/** A file of one report, or of a list of them. */
function* readJsonFile(text: string, where: string, given: Given): Generator<Item> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    yield* readLines(text, where, given);
    return;
  }
  if (isJsonFeed(value)) {
    yield faulty(where, "this is a feed, not a report", "give the address of one of its articles");
    return;
  }
  for (const one of Array.isArray(value) ? value : [value]) yield readJson(one, where, null, given);
}

function isJsonFeed(value: unknown): boolean {
  const version = (value as { readonly version?: unknown } | null)?.version;
  return typeof version === "string" && version.includes("jsonfeed.org");
}
