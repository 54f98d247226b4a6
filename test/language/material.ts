import { segment } from "../../src/language/index.js";
import type { Block, Report } from "../../src/model/index.js";

/** A report of paragraphs, which empty lines divide. */
export function reportOf(text: string): Report {
  return {
    id: "test",
    givenId: null,
    title: null,
    published: null,
    outlet: null,
    url: null,
    byline: null,
    language: "en",
    text,
    blocks: paragraphs(text),
    dateline: null,
  };
}

export function paragraphs(text: string): readonly Block[] {
  const blocks: Block[] = [];
  let start = 0;
  for (const piece of text.split("\n\n")) {
    if (piece !== "") blocks.push({ kind: "paragraph", start, end: start + piece.length });
    start += piece.length + 2;
  }
  return blocks;
}

/** The tokens of a text, a space between each two. */
export function tokensOf(text: string): string {
  const { table } = segment(text, paragraphs(text));
  return Array.from({ length: table.size }, (_, at) => text.slice(table.starts[at], table.ends[at])).join(
    " ",
  );
}

export function sentencesOf(text: string): readonly string[] {
  const { table, bounds, sentenceCount } = segment(text, paragraphs(text));
  return Array.from({ length: sentenceCount }, (_, at) =>
    text.slice(table.starts[bounds[at] as number], table.ends[(bounds[at + 1] as number) - 1]),
  );
}
