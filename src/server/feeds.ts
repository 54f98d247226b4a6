import { generateAtomFeed, generateJsonFeed } from "feedsmith";
import type { Context, Hono } from "hono";
import {
  type Change,
  type Event,
  everything,
  inSentence,
  type Recorded,
  type Selection,
  withGovernments,
} from "../record/index.js";
import type { Desk } from "./desk.js";
import { entityTag, notModified } from "./mount.js";
import { partyNamed } from "./naming.js";
import type { ChangeItem } from "./wire.js";
import { dateWords, eventWords } from "./words.js";

/** Entries of a feed. */
const most = 50;
/** Events told of in one entry. */
const mostEvents = 20;

type Form = "atom" | "json";

interface Entry {
  /** Stays the same when the entry is told anew. */
  readonly id: string;
  readonly title: string;
  /** Plain text. */
  readonly text: string;
  readonly updated: string;
  /** The view of the page that shows it. */
  readonly path: string;
}

interface Feed {
  readonly title: string;
  readonly path: string;
  readonly entries: readonly Entry[];
}

/** Feeds of what changes in the record: in all of it, about a party, about a pair; as Atom (RFC 4287) and JSON Feed 1.1. */
export function mountFeeds(app: Hono, desk: Desk): void {
  app.get("/feeds/:name{changes\\.(?:atom|json)}", (context) =>
    answered(context, desk, formOf(context.req.param("name")), () => changesFeed(desk)),
  );
  app.get("/feeds/parties/:name{.+\\.(?:atom|json)}", (context) => {
    const { words, form } = named(context.req.param("name"));
    return answered(context, desk, form, () => partyFeed(words, desk));
  });
  app.get("/feeds/pairs/:a/:name{.+\\.(?:atom|json)}", (context) => {
    const { words, form } = named(context.req.param("name"));
    return answered(context, desk, form, () => pairFeed(context.req.param("a"), words, desk));
  });
}

function named(name: string): { readonly words: string; readonly form: Form } {
  return { words: name.replace(/\.(?:atom|json)$/, ""), form: formOf(name) };
}

function formOf(name: string): Form {
  return name.endsWith(".atom") ? "atom" : "json";
}

async function answered(
  context: Context,
  desk: Desk,
  form: Form,
  make: () => Promise<Feed>,
): Promise<Response> {
  const tag = await entityTag(context, desk);
  const unchanged = notModified(context, tag);
  if (unchanged !== null) return unchanged;
  let body = desk.answers.get(tag);
  if (body === undefined) {
    const feed = await make();
    const url = new URL(context.req.url);
    body = form === "atom" ? atomOf(feed, url, desk) : jsonOf(feed, url);
    desk.answers.keep(tag, body);
  }
  const type =
    form === "atom" ? "application/atom+xml; charset=utf-8" : "application/feed+json; charset=utf-8";
  return context.body(body, 200, { "content-type": type });
}

async function changesFeed(desk: Desk): Promise<Feed> {
  const changes = await desk.ledger.changes(most);
  const entries = await Promise.all(changes.map((one) => changeEntry(one, desk)));
  return { title: "Credence: changes of the record", path: "/news", entries };
}

async function changeEntry(change: Change, desk: Desk): Promise<Entry> {
  const { item } = await desk.summary(change);
  const { events } = item.altered;
  // The history on board has thousands; what it holds is no news.
  const altered =
    events === 0 || change.kind === "history" ? null : await desk.ledger.alterations(change.number);
  const told = (altered?.events ?? []).slice(0, mostEvents).map(({ before, after }) => {
    const event = (after ?? before) as Event;
    return `${after === null ? "no longer: " : ""}${lineOf(event, desk)}`;
  });
  const more = altered !== null && events > mostEvents ? [`and ${events - mostEvents} more`] : [];
  return {
    id: `urn:credence:change:${change.number}:${Date.parse(change.at)}`,
    title: changeTitle(item),
    text: [sizes(item), ...told, ...more].join("\n"),
    updated: change.at,
    path: "/news",
  };
}

function changeTitle({ kind, reports: [first], reportCount, who, why, decision }: ChangeItem): string {
  if (kind === "decision")
    return `${who ?? "Somebody"} decided: ${decision?.verdict.kind ?? ""} (${why ?? ""})`;
  if (kind === "history") return `The history on board, ${reportCount} sources`;
  if (reportCount !== 1 || first === undefined) return `${reportCount} reports added`;
  return `${first.title ?? "A report"} (${first.outlet ?? "outlet not known"})`;
}

function sizes({ altered: { events, relations, prospects } }: ChangeItem): string {
  return `Altered: ${events} events, ${relations} relations, ${prospects} prospects.`;
}

function lineOf(event: Event, { books }: Desk): string {
  const { reliability, credibility } = event.rating;
  return `${eventWords(event, books)}, ${dateWords(event)} [${reliability}${credibility}]`;
}

async function partyFeed(words: string, desk: Desk): Promise<Feed> {
  const party = partyNamed(words, desk.books, desk.today());
  const rows = await eventsOf({ party: withGovernments(party, desk.registers) }, desk);
  return {
    title: `Credence: ${nameOf(party, desk)}`,
    path: `/party/${party}`,
    entries: eventEntries(rows, desk),
  };
}

async function pairFeed(one: string, other: string, desk: Desk): Promise<Feed> {
  const today = desk.today();
  const [a, b] = [partyNamed(one, desk.books, today), partyNamed(other, desk.books, today)];
  const [party, counterpart] = [a, b].map((id) => withGovernments(id, desk.registers)) as [
    string[],
    string[],
  ];
  const rows = await eventsOf({ party, counterpart }, desk);
  return {
    title: `Credence: ${nameOf(a, desk)} and ${nameOf(b, desk)}`,
    path: `/pair/${a}/${b}`,
    entries: eventEntries(rows, desk),
  };
}

function eventsOf(sides: Pick<Selection, "party" | "counterpart">, { ledger }: Desk) {
  return ledger.events({ ...sides, asOf: null, knownAt: null, limit: everything });
}

function nameOf(party: string, { books }: Desk): string {
  return inSentence(books.parties.party(party)?.name ?? party);
}

/** Events by the moment at which the record came to read them as they are now, the latest first. */
function eventEntries(rows: readonly Recorded<Event>[], desk: Desk): readonly Entry[] {
  const day = ({ value: { date } }: Recorded<Event>) => date.from ?? date.to ?? "";
  return [...rows]
    .sort((a, b) => b.systemFrom.localeCompare(a.systemFrom) || day(b).localeCompare(day(a)))
    .slice(0, most)
    .map(({ value, systemFrom }) => ({
      id: `urn:credence:event:${value.id}`,
      title: eventWords(value, desk.books),
      text: lineOf(value, desk),
      updated: systemFrom,
      path: `/event/${value.id}`,
    }));
}

function atomOf({ title, path, entries }: Feed, url: URL, desk: Desk): string {
  const newest = entries[0]?.updated ?? new Date(0).toISOString();
  return generateAtomFeed({
    id: `urn:credence:feed:${url.pathname}`,
    title: { value: xmlText(title) },
    updated: new Date(newest),
    generator: { text: "Credence", version: desk.version },
    authors: [{ name: "Credence" }],
    links: [
      { href: url.href, rel: "self", type: "application/atom+xml" },
      { href: new URL(path, url).href, rel: "alternate", type: "text/html" },
    ],
    entries: entries.map((one) => ({
      id: one.id,
      title: { value: xmlText(one.title), type: "text" },
      updated: new Date(one.updated),
      content: { value: xmlText(one.text), type: "text" },
      links: [{ href: new URL(one.path, url).href, rel: "alternate", type: "text/html" }],
    })),
  });
}

/** Text without the characters that XML 1.0 (section 2.2) cannot hold, however they are written. */
function xmlText(text: string): string {
  // Halves of surrogate pairs do not survive UTF-8.
  const whole = Buffer.from(text).toString("utf8");
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  return whole.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd");
}

function jsonOf({ title, path, entries }: Feed, url: URL): string {
  const feed = generateJsonFeed({
    title,
    home_page_url: new URL(path, url).href,
    feed_url: url.href,
    items: entries.map((one) => ({
      id: one.id,
      url: new URL(one.path, url).href,
      title: one.title,
      content_text: one.text,
      date_modified: new Date(one.updated),
    })),
  });
  return JSON.stringify(feed);
}
