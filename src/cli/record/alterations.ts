import type { Alteration, Alterations, Event, Prospect, Relation } from "../../record/index.js";
import { safe } from "../page/safe.js";
import { columns } from "./columns.js";
import {
  doubts,
  eventDate,
  eventGloss,
  grade,
  interval,
  prospectGloss,
  relationGloss,
  stateWords,
} from "./gloss.js";
import type { OpenRecord } from "./open.js";

/** Lines of one kind shown at most; the rest is counted. */
const most = 40;

/** What a change did to the record, for people. */
export function alterationsPage(
  { events, relations, prospects }: Alterations,
  { nameOf, style, today }: OpenRecord,
): string {
  const parts = [
    section("Events", events, style.bold, (one) => [
      sign(one),
      eventDate(shown(one)),
      `${eventGloss(shown(one), nameOf)}${ratingChange(one)}${doubtful(shown(one))}`,
    ]),
    section("Relations", relations, style.bold, (one) => [
      sign(one),
      `${relationGloss(shown(one), nameOf)}, ${interval(shown(one))}${shown(one).disputed ? " (disputed)" : ""}`,
    ]),
    section("Announced, asked for, hoped or refused", prospects, style.bold, (one) => [
      sign(one),
      stateWords(shown(one), today),
      prospectGloss(shown(one), nameOf),
    ]),
  ].filter((one) => one !== "");
  return parts.length === 0 ? "The record holds the same as before." : parts.join("\n");

  function section<T>(
    title: string,
    all: readonly Alteration<T>[],
    bold: (text: string) => string,
    row: (one: Alteration<T>) => readonly string[],
  ): string {
    if (all.length === 0) return "";
    const rows = [...all].sort(inTime).slice(0, most).map(row);
    const more = all.length > most ? `\n  and ${all.length - most} more` : "";
    return `${bold(title)}\n${columns(rows, style)}${more}`;
  }
}

/** By the day on which it happened, began, or was said. */
function inTime<T>(a: Alteration<T>, b: Alteration<T>): number {
  return dayOf(shown(a)).localeCompare(dayOf(shown(b)));
}

function dayOf(row: unknown): string {
  const { date, validFrom, said } = row as Partial<Event & Relation & Prospect>;
  return date?.from ?? date?.to ?? validFrom ?? said?.to ?? "";
}

/** "+" for what is new, "−" for what is gone, "~" for what reads otherwise now. */
function sign<T>({ before, after }: Alteration<T>): string {
  if (before === null) return "+";
  return after === null ? "−" : "~";
}

function shown<T>({ before, after }: Alteration<T>): T {
  return (after ?? before) as T;
}

function ratingChange({ before, after }: Alteration<Event>): string {
  const now = grade((after ?? before) as Event);
  if (before === null || after === null || grade(before) === now) return ` [${now}]`;
  return ` [${grade(before)} → ${now}]`;
}

function doubtful(event: Event): string {
  const found = doubts(event);
  return found.length === 0 ? "" : ` — ${found.map(safe).join("; ")}`;
}

export function alterationsJson(one: Alterations): object {
  const { change, reports, decision, events, prospects, relations } = one;
  return { change, reports, decision, events, prospects, relations };
}
