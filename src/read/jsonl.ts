import { z } from "zod";
import { isoDate } from "./dates.js";
import { readHtml } from "./html.js";
import { faulty, type Given, type Item } from "./item.js";
import { layoutOf } from "./layout.js";
import { emptyParts, finish } from "./report.js";

const maybe = z.string().nullish();
const unkept = "it is neither a string nor a whole number that is kept exactly";

/** A report as JSON; fields that are not ours are ignored. */
const reportJson = z.object({
  id: z.union([z.string(), z.number().refine(Number.isSafeInteger, unkept)], unkept).nullish(),
  title: maybe,
  published: maybe,
  outlet: maybe,
  url: maybe,
  language: maybe,
  text: maybe,
  html: maybe,
});

const form = 'write a report as {"text": "…", "published": "2025-07-04", "outlet": "…"}';

/** One line of a JSON Lines stream. `where` and `line` tell a fault where it stands. */
export function readJsonLine(json: string, where: string, line: number, given: Given): Item {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch (error) {
    return faulty(where, `this is not JSON (${(error as Error).message.slice(0, 80)})`, form, line);
  }
  return readJson(value, where, line, given);
}

/** A report from a JSON value that came from outside; a fault names the id that it gave. */
export function readJson(value: unknown, where: string, line: number | null, given: Given): Item {
  const id = givenIdOf(value);
  const item = readValue(value, where, given);
  return "fault" in item
    ? { fault: Object.freeze({ ...item.fault, line, ...(id === null ? {} : { given: id }) }) }
    : { report: Object.freeze({ ...item.report, givenId: id }), where };
}

/**
 * The id by which the sender knows the report. A number is taken as its digits, as long as it is whole and JavaScript
 * keeps it exactly; any other would come back as another.
 */
function givenIdOf(value: unknown): string | null {
  const given = z.object({ id: reportJson.shape.id }).safeParse(value);
  return given.success && given.data.id != null ? String(given.data.id) : null;
}

function readValue(value: unknown, where: string, given: Given): Item {
  const parsed = reportJson.safeParse(value);
  if (!parsed.success) {
    const what = parsed.error.issues
      .map((issue) => `${issue.path.join(".") || "the line"}: ${issue.message}`)
      .join(", ");
    return faulty(where, what, form);
  }
  const { title, published, outlet, url, text, html } = parsed.data;
  const date = published == null || published === "" ? null : isoDate(published);
  if (published && date === null)
    return faulty(where, `published: "${published.slice(0, 40)}" is no date`, "write it as YYYY-MM-DD");
  const own = { title: title ?? null, published: date, outlet: outlet ?? null, url: url ?? null };
  if (text != null) return fromText(text, own, where, given);
  if (html != null) return fromHtml(html, own, where, given);
  return faulty(where, 'it has neither "text" nor "html"', form);
}

type Own = {
  readonly title: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
  readonly url: string | null;
};

function fromText(text: string, own: Own, where: string, given: Given): Item {
  return finish({ ...emptyParts, ...own, text, ...layoutOf(text, 0) }, where, given);
}

/** What the line says of a page outranks what the page says of itself. */
function fromHtml(html: string, own: Own, where: string, given: Given): Item {
  const said = Object.fromEntries(Object.entries(own).filter(([, value]) => value !== null));
  return readHtml(html, where, { ...said, ...defined(given) });
}

function defined(given: Given): Given {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
