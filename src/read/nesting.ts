/** Elements that have no end tag and so nest nothing. */
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/;

/** Elements whose content is text, where tags are none. */
const raw = /^(?:script|style|title|textarea)$/;

/** Elements that end where another of their kind, or of a kind named, begins directly inside them. */
const closes: Readonly<Record<string, RegExp>> = {
  p: /^p$/,
  li: /^li$/,
  option: /^option$/,
  td: /^t[dh]$/,
  th: /^t[dh]$/,
  tr: /^t[rdh]$/,
  dd: /^d[dt]$/,
  dt: /^d[dt]$/,
};

const tag = /<(\/?)([a-z][a-z0-9:-]*)/gi;

/**
 * Whether a page's elements nest more than `limit` deep, told in one pass before any parser recurses into
 * them. An end tag without its start ends nothing, and tags within attributes, scripts and comments do not
 * count: a page cannot hide its depth behind them.
 */
export function nestsDeeperThan(html: string, limit: number): boolean {
  const open: string[] = [];
  tag.lastIndex = 0;
  for (let match = nextTag(html); match !== null; match = nextTag(html)) {
    const name = (match[2] as string).toLowerCase();
    const end = endOfTag(html, tag.lastIndex);
    tag.lastIndex = end;
    if (match[1] === "/") {
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
      continue;
    }
    if (empty.test(name)) continue;
    if (raw.test(name)) {
      tag.lastIndex = endOfRaw(html, name, end);
      continue;
    }
    const closed = closes[name];
    while (closed?.test(open.at(-1) ?? "")) open.pop();
    open.push(name);
    if (open.length > limit) return true;
  }
  return false;
}

/** The next tag outside comments. */
function nextTag(html: string): RegExpExecArray | null {
  for (;;) {
    const from = tag.lastIndex;
    const match = tag.exec(html);
    if (match === null) return null;
    const comment = html.slice(from, match.index).indexOf("<!--");
    if (comment < 0) return match;
    const end = html.indexOf("-->", from + comment + 4);
    if (end < 0) return null;
    tag.lastIndex = end + 3;
  }
}

/** The offset behind a tag's ">", which does not count in a quoted attribute: a quotation mark next after "=". */
function endOfTag(html: string, from: number): number {
  let quote = 0;
  let before = 0;
  for (let at = from; at < html.length; at += 1) {
    const unit = html.charCodeAt(at);
    if (quote !== 0) {
      if (unit === quote) quote = 0;
    } else if (unit === 62) return at + 1;
    else if ((unit === 34 || unit === 39) && before === 61) quote = unit;
    if (unit > 32) before = unit;
  }
  return html.length;
}

/** The offset of the end tag of an element of raw text. */
function endOfRaw(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}`, "gi");
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}
