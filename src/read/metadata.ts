import { isoDate } from "./dates.js";

/** The part of the document tree that reading uses. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string | null;
  readonly childNodes: Iterable<PageNode>;
  querySelector(selector: string): PageNode | null;
  querySelectorAll(selector: string): Iterable<PageNode>;
  getAttribute(name: string): string | null;
  remove(): void;
}

export interface PageDocument extends PageNode {
  readonly body: PageNode | null;
  toString(): string;
}

/** What a page says of itself: JSON-LD before Open Graph before other marks. */
export interface Metadata {
  readonly title: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly byline: string | null;
}

const longest = 300;

export function metadataOf(page: PageDocument): Metadata {
  const linked = articlesIn(page);
  const meta = (...names: readonly string[]) => metaContent(page, names);
  return Object.freeze({
    title: clean(
      text(linked["headline"]) ??
        meta("og:title", "twitter:title") ??
        page.querySelector("title")?.textContent ??
        null,
    ),
    published: dated(
      text(linked["datePublished"]),
      meta(
        "article:published_time",
        "date",
        "dc.date",
        "pubdate",
        "publish-date",
        "parsely-pub-date",
        "sailthru.date",
      ),
      timeOf(page),
    ),
    outlet: clean(nameIn(linked["publisher"]) ?? meta("og:site_name", "application-name")),
    url: address(page.querySelector("link[rel='canonical']")?.getAttribute("href") ?? meta("og:url")),
    byline: clean(nameIn(linked["author"]) ?? meta("author", "article:author")),
  });
}

function metaContent(page: PageDocument, names: readonly string[]): string | null {
  for (const name of names) {
    for (const element of page.querySelectorAll("meta")) {
      const key =
        element.getAttribute("property") ?? element.getAttribute("name") ?? element.getAttribute("itemprop");
      const content = element.getAttribute("content");
      if (key?.toLowerCase() === name && content !== null && content.trim() !== "") return content;
    }
  }
  return null;
}

function timeOf(page: PageDocument): string | null {
  return (
    page.querySelector("time[datetime]")?.getAttribute("datetime") ??
    page.querySelector("time")?.textContent ??
    null
  );
}

function dated(...values: readonly (string | null)[]): string | null {
  for (const value of values) {
    const date = value === null ? null : isoDate(value);
    if (date !== null) return date;
  }
  return null;
}

/** The first JSON-LD object of an article; broken JSON is passed over. */
function articlesIn(page: PageDocument): Readonly<Record<string, unknown>> {
  for (const script of page.querySelectorAll("script[type='application/ld+json']")) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(script.textContent ?? "");
    } catch {
      continue;
    }
    const found = articleIn(parsed, 0);
    if (found !== null) return found;
  }
  return {};
}

function articleIn(value: unknown, depth: number): Readonly<Record<string, unknown>> | null {
  if (depth > 4 || value === null || typeof value !== "object") return null;
  if (Array.isArray(value)) {
    for (const one of value.slice(0, 50)) {
      const found = articleIn(one, depth + 1);
      if (found !== null) return found;
    }
    return null;
  }
  const record = value as Readonly<Record<string, unknown>>;
  if (isArticle(record["@type"])) return record;
  return articleIn(record["@graph"], depth + 1);
}

function isArticle(type: unknown): boolean {
  const types: readonly unknown[] = Array.isArray(type) ? type.slice(0, 10) : [type];
  return types.some((one) => typeof one === "string" && /Article|Posting|Report/.test(one));
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function nameIn(value: unknown): string | null {
  if (Array.isArray(value)) return Array.isArray(value[0]) ? null : nameIn(value[0]);
  if (value !== null && typeof value === "object")
    return text((value as Readonly<Record<string, unknown>>)["name"]);
  return text(value);
}

function clean(value: string | null): string | null {
  const folded = value?.replace(/\s+/g, " ").trim().slice(0, longest) ?? "";
  return folded === "" ? null : folded;
}

function address(value: string | null): string | null {
  return value !== null && /^https?:\/\//i.test(value) ? value : null;
}
