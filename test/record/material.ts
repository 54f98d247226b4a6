import {
  type Attribution,
  type DateRange,
  type IsoDate,
  identityOf,
  type Participant,
  type Statement,
} from "../../src/model/index.js";
import {
  applied,
  type Decision,
  type Derived,
  derive,
  type Event,
  groupingsOf,
  type Relation,
  type Testimony,
  unitOf,
  type Verdict,
  type Window,
} from "../../src/record/index.js";
import { registers } from "./register.js";

/**
 * What a report says, as tests write it: "PER recognise XKX", with what differs from an express, dated, asserted
 * statement of an unnamed agency.
 */
export interface Said {
  /** "actor act target"; "?" stands for a party that the words leave open. */
  readonly says: string;
  readonly id?: string;
  /** "2008-02-18", "2008-02", "2008", "2008-02-01/2008-03-15", "2008-02/.." (since), "../2008" (by); null: undated. */
  readonly on?: string | null;
  readonly published?: IsoDate | null;
  readonly report?: string;
  readonly outlet?: string | null;
  readonly url?: string | null;
  /** Names of the sources that the report cites, outermost first. */
  readonly citing?: readonly string[];
  /** The party that the speaker speaks for. */
  readonly speaker?: string;
  readonly outletOf?: string | null;
  readonly reliability?: Testimony["reliability"];
  readonly story?: string;
  readonly not?: boolean;
  readonly modality?: Statement["modality"];
  readonly object?: Statement["object"];
  readonly form?: Statement["form"];
  readonly mission?: string | null;
  readonly city?: string | null;
  readonly rank?: string | null;
  readonly person?: string | null;
  readonly place?: string;
  readonly decidedBy?: Statement["decidedBy"];
  readonly confidence?: number | null;
}

export type Plain = Omit<Statement, "codes" | "evidence">;

/** The statement of a report, without its codes and evidence, as the record weighs it. */
export function plainStatement(said: Said): Plain {
  const [actor = "", act = "", target = ""] = said.says.split(" ");
  const { mission, city, rank, person } = said;
  return {
    id: said.id ?? identityOf(JSON.stringify(said)),
    act,
    actor: participant(actor),
    target: participant(target),
    object: said.object ?? null,
    form: said.form ?? null,
    mission:
      mission === undefined && city === undefined ? null : { kind: mission ?? null, city: city ?? null },
    envoy: rank === undefined && person === undefined ? null : { rank: rank ?? null, person: person ?? null },
    decidedBy: said.decidedBy ?? null,
    polarity: said.not === true ? "negative" : "positive",
    modality: said.modality ?? "asserted",
    date: rangeOf(said.on ?? null),
    place: said.place === undefined ? null : { name: said.place, party: null },
    attribution: attributionOf(said),
    confidence: said.confidence ?? null,
  };
}

/** A statement with what the record knows of its report; each has a report of its own unless one is named. */
export function testimony(said: Said): Testimony {
  const plain = plainStatement(said);
  const report = said.report ?? `report of ${plain.id}`;
  return {
    ...plain,
    report,
    published: said.published === undefined ? (plain.date?.to ?? "2020-01-01") : said.published,
    outlet: said.outlet ?? null,
    url: said.url ?? null,
    reliability: said.reliability ?? "C",
    outletOf: said.outletOf ?? null,
    story: said.story ?? report,
    isReviewed: false,
  };
}

export function participant(party: string): Participant | null {
  if (party === "?") return null;
  return { party, text: party, person: null, office: null, sector: null, basis: "stated" };
}

function attributionOf({ outlet, citing = [], speaker }: Said): readonly Attribution[] {
  const links: Attribution[] = [];
  if (outlet != null) links.push({ kind: "outlet", name: outlet, party: null });
  for (const name of citing) links.push({ kind: "source", name, party: null });
  if (speaker !== undefined) links.push({ kind: "speaker", name: `minister of ${speaker}`, party: speaker });
  return links;
}

export function rangeOf(date: string | null): DateRange | null {
  if (date === null) return null;
  return { ...windowFor(date), text: date, basis: "stated" };
}

/** The days of a date of reduced precision (ISO 8601), or of an interval of two; ".." leaves a side open. */
export function windowFor(date: string): Window {
  const [first = "", last = first] = date.split("/");
  return { from: first === ".." ? null : firstDay(first), to: last === ".." ? null : lastDay(last) };
}

function firstDay(date: string): IsoDate {
  return `${date}-01-01`.slice(0, 10);
}

function lastDay(date: string): IsoDate {
  if (date.length === 10) return date;
  const [year, month = 12] = date.split("-").map(Number);
  return new Date(Date.UTC(year as number, month as number, 0)).toISOString().slice(0, 10);
}

/** Decisions in the order given, one a change, each known by its place: "decision 1", "decision 2", … */
export function decisionsOf(verdicts: readonly Verdict[]): readonly Decision[] {
  return verdicts.map((verdict, index) => ({
    id: `decision ${index + 1}`,
    change: 100 + index,
    at: `2026-01-01T00:00:0${index}.000Z`,
    who: "the editor",
    why: "read the communiqué",
    verdict,
  }));
}

/** All that follows from what is said, after decisions, unit by unit as the store derives it. */
export function derived(said: readonly Said[], verdicts: readonly Verdict[] = []): Derived {
  const decisions = decisionsOf(verdicts);
  const units = new Map<string, Testimony[]>();
  for (const one of applied(said.map(testimony), decisions)) {
    const unit = unitOf(one, registers);
    if (unit !== null) units.set(unit, [...(units.get(unit) ?? []), one]);
  }
  const all = [...units].map(([unit, told]) => derive(unit, told, groupingsOf(decisions), registers));
  return {
    events: all.flatMap(({ events }) => events),
    prospects: all.flatMap(({ prospects }) => prospects),
    relations: all.flatMap(({ relations }) => relations),
  };
}

/** How a window is written in tests: "2008-02-18", "2008-02-01/2008-02-29", "../2008-02-18". */
export function written({ from, to }: Window): string {
  return from !== null && from === to ? from : `${from ?? ".."}/${to ?? ".."}`;
}

/** "recognise 2008-02-18: a b", with the statements that tell of it. */
export function gistOfEvents({ events }: Derived): readonly string[] {
  return [...events].map(gistOfEvent).sort();
}

function gistOfEvent({ act, date, statements }: Event): string {
  return `${act} ${written(date)}: ${statements.join(" ")}`;
}

/** "recognition PER XKX 2008-02-18 to 2010-01-01 in force", in time. */
export function gistOfRelations({ relations }: Derived): readonly string[] {
  return relations.map(gistOfRelation).sort();
}

export function gistOfRelation(relation: Relation): string {
  const { kind, subject, object, validFrom, validTo, status, endedWith } = relation;
  const end = endedWith === null ? "" : ` with ${endedWith}`;
  const doubt = relation.disputed ? " disputed" : "";
  return `${kind} ${subject} ${object} ${validFrom ?? ".."} to ${validTo ?? "now"} ${status}${end}${doubt}`;
}
