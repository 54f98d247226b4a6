import { isoDate } from "./dates.js";

/** What the lines at the top of a text say of it: "Published: 4 July 2025", "Outlet: Reuters", "By Jane Doe". */
export interface Header {
  readonly title: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
  readonly byline: string | null;
  /** Where the text itself begins, in UTF-16 units. */
  readonly end: number;
}

const keys: Readonly<Record<string, "title" | "published" | "outlet" | "url" | "byline">> = {
  title: "title",
  headline: "title",
  published: "published",
  date: "published",
  outlet: "outlet",
  source: "outlet",
  publisher: "outlet",
  url: "url",
  link: "url",
  author: "byline",
  byline: "byline",
  by: "byline",
};

const headerLines = 12;

/** "By Jane Doe and John Roe": each name after the first has a space before it, so that it matches in one way only. */
const authorLine = /^By (\p{Lu}[\p{L}.'’-]*(?:,? (?:and )?\p{Lu}[\p{L}.'’-]*){1,7})$/u;

/** Reads the header; a line that is none ends it, and a text without one begins at 0. */
export function headerOf(text: string): Header {
  const found: Record<string, string | null> = {
    title: null,
    published: null,
    outlet: null,
    url: null,
    byline: null,
  };
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let end = at;
  for (let lines = 0; lines < headerLines && at < text.length; lines += 1) {
    const stop = text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at);
    const line = text.slice(at, stop).trim();
    at = stop + 1;
    if (line === "" || line === "---") {
      if (end > 1 || line === "---") end = Math.min(at, text.length);
      continue;
    }
    const author = authorLine.exec(line.slice(0, 120))?.[1];
    if (author !== undefined && line.length <= 120) {
      found["byline"] = author.trim();
      end = Math.min(at, text.length);
      continue;
    }
    const match = /^([A-Za-z]{2,10}):\s+(\S.{0,300})$/.exec(line);
    const key = match === null ? undefined : keys[(match[1] as string).toLowerCase()];
    const value = match?.[2]?.trim();
    if (key === undefined || value === undefined) break;
    const known = key === "published" ? isoDate(value) : value;
    if (known === null) break;
    found[key] = known;
    end = Math.min(at, text.length);
  }
  const { title = null, published = null, outlet = null, url = null, byline = null } = found;
  return Object.freeze({ title, published, outlet, url, byline, end });
}
