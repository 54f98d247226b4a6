import { createRequire } from "node:module";
import type { Block, BlockKind } from "../model/index.js";
import { bounds } from "./bounds.js";
import { datelineAt } from "./dateline.js";
import { faulty, type Given, type Item } from "./item.js";
import { metadataOf, type PageDocument, type PageNode } from "./metadata.js";
import { nestsDeeperThan } from "./nesting.js";
import { emptyParts, finish } from "./report.js";

interface Readability {
  parse(): { readonly content?: string | null; readonly title?: string | null } | null;
}

const load = createRequire(import.meta.url);

/** Elements whose text is not the article's. */
const dropped =
  "script,style,noscript,template,svg,math,iframe,object,form,nav,aside,footer,figure,figcaption,button";

/**
 * The article of a page, with what the page says of itself. Scripts never run: the page is parsed into a tree
 * of plain objects, and of that only text is kept.
 */
export function readHtml(html: string, where: string, given: Given): Item {
  if (nestsDeeperThan(html, bounds.htmlDepth)) {
    const what = `elements are nested more than ${bounds.htmlDepth} deep`;
    return faulty(where, what, "save the article's text as a .txt file");
  }
  if (tagsIn(html, bounds.htmlTags) > bounds.htmlTags) {
    const what = `the page has more than ${bounds.htmlTags.toLocaleString("en")} tags`;
    return faulty(where, what, "save the article's text as a .txt file");
  }
  try {
    return readArticle(parsePage(html), where, given);
  } catch (error) {
    // The parsers are others' work and recurse: what the count of nesting overlooked must not stop the other reports.
    const what = `the page cannot be taken apart (${(error as Error).message.slice(0, 80)})`;
    return faulty(where, what, "save the article's text as a .txt file");
  }
}

/** Counts opening angle brackets, which parsers take for tags, up to a little beyond the limit. */
function tagsIn(html: string, limit: number): number {
  let count = 0;
  for (let at = html.indexOf("<"); at >= 0 && count <= limit; at = html.indexOf("<", at + 1)) count += 1;
  return count;
}

function readArticle(page: PageDocument, where: string, given: Given): Item {
  const metadata = metadataOf(page);
  const article = articleOf(page);
  if (article === null)
    return faulty(where, "the page has no article text", "give the address of an article, or its text");
  const { text, blocks } = textOf(article);
  const { body, dateline } = datelineApart(text, blocks);
  if (body.length === 0)
    return faulty(where, "the page has no article text", "give the address of an article, or its text");
  return finish({ ...emptyParts, ...metadata, text, blocks: body, dateline }, where, given);
}

/** The dateline stands before the first paragraph, whatever headings come before it. */
function datelineApart(text: string, blocks: readonly Block[]) {
  const at = blocks.findIndex(({ kind }) => kind === "paragraph");
  const first = blocks[at];
  const dateline = first === undefined ? null : datelineAt(text, first.start, first.end);
  if (dateline === null || first === undefined) return { body: blocks, dateline: null };
  const rest = withoutDateline(text, first, dateline.end);
  const kept = rest.start < rest.end ? [rest] : [];
  return { body: [...blocks.slice(0, at), ...kept, ...blocks.slice(at + 1)], dateline };
}

function withoutDateline(text: string, block: Block, end: number): Block {
  let start = end;
  while (start < block.end && /[\s—–-]/.test(text.charAt(start))) start += 1;
  return Object.freeze({ ...block, start });
}

function parsePage(html: string): PageDocument {
  const { parseHTML } = load("linkedom") as { parseHTML(html: string): { document: PageDocument } };
  const whole = /<html[\s>]/i.test(html.slice(0, 4096))
    ? html
    : `<!doctype html><html><body>${html}</body></html>`;
  return parseHTML(whole).document;
}

/** A page of more elements is no article, and takes long to search. */
const mostElements = 50_000;

/** Readability's article where it finds one; else the page's body without what is not text. */
function articleOf(page: PageDocument): PageNode | null {
  for (const element of page.querySelectorAll(
    "script:not([type='application/ld+json']),style,noscript,template",
  ))
    element.remove();
  const { Readability } = load("@mozilla/readability") as {
    Readability: new (page: PageDocument, options: object) => Readability;
  };
  const copy = parsePage(page.toString());
  if ([...copy.querySelectorAll("*")].length > mostElements) return null;
  const found = new Readability(copy, { charThreshold: 120 }).parse()?.content ?? null;
  const article = found === null ? page.body : parsePage(found).body;
  if (article === null) return null;
  for (const element of article.querySelectorAll(dropped)) element.remove();
  return article;
}

const blockKinds: Readonly<Record<string, BlockKind>> = {
  P: "paragraph",
  BLOCKQUOTE: "paragraph",
  PRE: "paragraph",
  DIV: "paragraph",
  SECTION: "paragraph",
  ARTICLE: "paragraph",
  TD: "paragraph",
  MAIN: "paragraph",
  DD: "paragraph",
  H1: "heading",
  H2: "heading",
  H3: "heading",
  H4: "heading",
  H5: "heading",
  H6: "heading",
  LI: "item",
  DT: "item",
};

/** Text of the block elements in order, a blank line between them, white space folded. */
function textOf(article: PageNode): { text: string; blocks: readonly Block[] } {
  const blocks: Block[] = [];
  let text = "";
  let pending = "";
  let kind: BlockKind = "paragraph";
  const flush = () => {
    const words = pending.replace(/\s+/g, " ").trim();
    pending = "";
    if (words === "") return;
    if (text !== "") text += "\n\n";
    blocks.push(Object.freeze({ kind, start: text.length, end: text.length + words.length }));
    text += words;
  };
  const walk = (node: PageNode) => {
    for (const child of node.childNodes) {
      if (child.nodeType === 3) pending += child.textContent ?? "";
      if (child.nodeType !== 1) continue;
      const own = blockKinds[child.nodeName.toUpperCase()];
      if (child.nodeName.toUpperCase() === "BR") pending += " ";
      if (own === undefined) {
        walk(child);
        continue;
      }
      flush();
      const outer = kind;
      kind = own === "paragraph" && outer === "item" ? "item" : own;
      walk(child);
      flush();
      kind = outer;
    }
  };
  walk(article);
  flush();
  return { text, blocks };
}
