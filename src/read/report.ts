import { createHash } from "node:crypto";
import type { Block, Dateline, Report } from "../model/index.js";
import { bounds } from "./bounds.js";
import { isoDate } from "./dates.js";
import { headerOf } from "./header.js";
import { faulty, type Given, type Item } from "./item.js";
import { languageFault } from "./language.js";
import { layoutOf } from "./layout.js";

/** What is known of a report before its id is made. */
export interface Parts {
  readonly givenId: string | null;
  readonly title: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly byline: string | null;
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly dateline: Dateline | null;
}

/** A report from plain text, with what its header says and what the user gives. */
export function readText(text: string, where: string, given: Given): Item {
  const header = headerOf(text);
  return finish({ ...emptyParts, ...header, text, ...layoutOf(text, header.end) }, where, given);
}

export const emptyParts: Parts = Object.freeze({
  givenId: null,
  title: null,
  published: null,
  outlet: null,
  url: null,
  byline: null,
  text: "",
  blocks: [],
  dateline: null,
});

/** Checks bounds and language, lets the user's words outrank the report's own, and makes the id. */
export function finish(parts: Parts, where: string, given: Given): Item {
  if (parts.text.length > bounds.textUnits) {
    const what = `the text has ${parts.text.length.toLocaleString("en")} characters, and ${bounds.textUnits.toLocaleString("en")} are read at most`;
    return faulty(where, what, "cut it into reports");
  }
  if (parts.blocks.length === 0) return faulty(where, "there is no text in it", "give a report with text");
  const foreign = languageFault(parts.text);
  if (foreign !== null)
    return faulty(where, foreign, "give an English report; other languages are not read yet");
  const title = given.title ?? parts.title ?? firstHeading(parts);
  const { givenId, byline, text, blocks, dateline } = parts;
  const published = given.published ?? parts.published ?? isoDate(dateline?.date ?? "");
  const outlet = given.outlet ?? parts.outlet;
  const url = given.url ?? parts.url;
  const report: Report = Object.freeze({
    id: reportId({ title, published, outlet, url, text }),
    givenId,
    title,
    published,
    outlet,
    url,
    byline,
    language: "en",
    text,
    blocks,
    dateline,
  });
  return { report, where };
}

/** The heading that opens a text is its title, and stays in the text. */
function firstHeading(parts: Parts): string | null {
  const [first] = parts.blocks;
  return first?.kind === "heading" && parts.blocks.length > 1
    ? parts.text.slice(first.start, first.end)
    : null;
}

/**
 * The first 16 hexadecimal digits of SHA-256 over title, publication date, outlet, address and text, in this
 * order, as a JSON array: the same report has the same id on every machine.
 */
export function reportId(content: Pick<Report, "title" | "published" | "outlet" | "url" | "text">): string {
  const { title, published, outlet, url, text } = content;
  return createHash("sha256")
    .update(JSON.stringify([title, published, outlet, url, text]))
    .digest("hex")
    .slice(0, 16);
}
