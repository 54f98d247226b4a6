import type { IsoDate } from "../../model/index.js";
import {
  between,
  everything,
  heldOn,
  type Prospect,
  type Relation,
  type RelationKind,
  values,
} from "../../record/index.js";
import { exitCodes, type ShowOptions } from "../contract.js";
import { day } from "../page/days.js";
import { capitalised, named } from "../page/names.js";
import { jsonText, safe } from "../page/safe.js";
import { wrap } from "../page/wrap.js";
import type { Surroundings } from "../surroundings.js";
import { counted } from "./add.js";
import { columns } from "./columns.js";
import { evidencePage } from "./evidence.js";
import {
  interval,
  missionName,
  prospectGloss,
  relationGloss,
  since,
  stateWords,
  unknownBeginning,
  until,
} from "./gloss.js";
import { type OpenRecord, partyNamed, withRecord } from "./open.js";

/** `credence show PARTY [PARTY]`: what the record holds of a party, or between two; gives the exit code. */
export async function showCommand(
  names: readonly string[],
  options: ShowOptions,
  surroundings: Surroundings,
): Promise<number> {
  return withRecord(options, surroundings, async (record) => {
    const [party = "", counterpart] = names.map((name) => partyNamed(name, record));
    const page =
      counterpart === undefined
        ? await partyPage(party, options, record)
        : await pairPage(party, counterpart, options, record);
    await surroundings.output.write(page);
    return exitCodes.done;
  });
}

/** The day asked about: `--as-of`, else today. */
function dayOf({ when, today }: OpenRecord): IsoDate {
  return when.asOf ?? today;
}

function heading(title: string, record: OpenRecord): string {
  const { style, when } = record;
  const known = when.knownAt === null ? "" : `, as known at ${when.knownAt}`;
  return `${style.bold(safe(title))}\n${style.dim(`as of ${day(dayOf(record))}${known}`)}\n${style.dim("─".repeat(style.width))}`;
}

async function partyPage(party: string, options: ShowOptions, record: OpenRecord): Promise<string> {
  const { ledger, when } = record;
  const on = dayOf(record);
  const all = values(await ledger.relations({ party, asOf: null, knownAt: when.knownAt, limit: everything }));
  const prospects = values(
    await ledger.prospects({ party, asOf: when.asOf, knownAt: when.knownAt, limit: everything }),
  );
  if (options.json === true) {
    const held = all.filter((one) => heldOn(one, on));
    const ended = all.filter((one) => one.validTo !== null && one.validTo <= on);
    return `${jsonText({ party, asOf: on, knownAt: when.knownAt, held, ended, prospects })}\n`;
  }
  const known = record.registers.parties.party(party);
  const parts = [heading(`${known?.name ?? party} (${party}), ${known?.kind ?? "party"}`, record)];
  for (const section of sections) parts.push(await sectionPage(section, party, all, options, record));
  parts.push(governmentsPage(party, record));
  parts.push(prospectsPage(prospects, record));
  const filled = parts.filter((one) => one !== "");
  return `${filled.join("\n\n")}${filled.length === 1 ? "\n\nThe record holds nothing of it." : ""}\n`;
}

interface Section {
  readonly kind: RelationKind;
  /** On which side the party stands; null where the relation binds both alike. */
  readonly side: "subject" | "object" | null;
  readonly title: string;
}

const sections: readonly Section[] = [
  { kind: "recognition", side: "object", title: "Recognised by" },
  { kind: "recognition", side: "subject", title: "Recognises" },
  { kind: "relations", side: null, title: "Diplomatic relations with" },
  { kind: "mission", side: "subject", title: "Missions abroad" },
  { kind: "mission", side: "object", title: "Missions hosted" },
  { kind: "accreditation", side: "subject", title: "Envoys accredited to" },
  { kind: "accreditation", side: "object", title: "Envoys accredited by" },
  { kind: "sanctions", side: "subject", title: "Has sanctions on" },
  { kind: "sanctions", side: "object", title: "Under sanctions by" },
  { kind: "listing", side: "subject", title: "Lists as terrorist" },
  { kind: "listing", side: "object", title: "Listed as terrorist by" },
  { kind: "membership", side: "subject", title: "Member of" },
  { kind: "membership", side: "object", title: "Members" },
];

async function sectionPage(
  { kind, side, title }: Section,
  party: string,
  all: readonly Relation[],
  options: ShowOptions,
  record: OpenRecord,
): Promise<string> {
  const on = dayOf(record);
  const mine = all.filter((one) => one.kind === kind && (side === null || one[side] === party));
  const held = mine.filter((one) => heldOn(one, on)).sort(bySince);
  const now = new Set(held.map(({ slot }) => slot));
  const ended = lastOfSlots(
    mine.filter((one) => one.validTo !== null && one.validTo <= on && !now.has(one.slot)),
  );
  if (held.length + ended.length === 0) return "";
  const { style } = record;
  const parts = [`${style.bold(title)} ${style.dim(`(${held.length})`)}`];
  const rows = await rowsPage(held, party, options, record);
  if (rows !== "") parts.push(rows);
  if (ended.length > 0) {
    parts.push(style.dim(`  formerly (${ended.length})`));
    parts.push(await rowsPage(ended, party, options, record));
  }
  return parts.join("\n");
}

function bySince(a: Relation, b: Relation): number {
  return (a.validFrom ?? "").localeCompare(b.validFrom ?? "") || a.subject.localeCompare(b.subject);
}

function lastOfSlots(ended: readonly Relation[]): readonly Relation[] {
  const last = new Map<string, Relation>();
  for (const one of [...ended].sort(bySince)) last.set(one.slot, one);
  return [...last.values()].sort((a, b) => (a.validTo ?? "").localeCompare(b.validTo ?? ""));
}

async function rowsPage(
  relations: readonly Relation[],
  party: string,
  options: ShowOptions,
  record: OpenRecord,
): Promise<string> {
  const { nameOf, style } = record;
  const cells = relations.map((one) => [
    capitalised(named(one.subject === party ? one.object : one.subject, nameOf)),
    [spanOf(one), ...notesOf(one)].join(", "),
  ]);
  if (options.evidence !== true) return columns(cells, style);
  const blocks = await Promise.all(
    relations.map(async (one, index) => {
      const line = columns([cells[index] as string[]], style);
      return [line, await evidenceOf(one, record)].filter((part) => part !== "").join("\n");
    }),
  );
  return blocks.join("\n");
}

function spanOf(relation: Relation): string {
  const end = until(relation);
  const begin = since(relation);
  if (begin === unknownBeginning)
    return end === null ? begin : `until ${end}, its beginning ${unknownBeginning}`;
  return end === null ? `since ${begin}` : `${begin} to ${end}`;
}

function notesOf(one: Relation): readonly string[] {
  return [
    ...(one.kind === "recognition" && one.as !== null && one.as !== "state" ? [`as ${one.as}`] : []),
    ...(one.form === "implied" ? ["by implication"] : []),
    ...(one.kind === "mission" ? [missionName(one.mission).replace(/^an? /, "")] : []),
    ...(one.person === null ? [] : [safe(one.person)]),
    ...(one.status === "suspended" ? ["suspended"] : []),
    ...(one.endedWith === "party" ? ["ended with the party"] : []),
    ...(one.endedWith === "relations" ? ["ended with relations"] : []),
    ...(one.disputed ? ["disputed"] : []),
  ];
}

async function evidenceOf({ openedBy, closedBy }: Relation, record: OpenRecord): Promise<string> {
  const ids = [openedBy, closedBy].filter((one) => one !== null);
  const events = await Promise.all(
    ids.map((id) => record.ledger.events({ id, asOf: null, knownAt: record.when.knownAt })),
  );
  const statements = events.flat().flatMap(({ value }) => value.statements);
  return statements.length === 0 ? "" : evidencePage(statements, record, "    ");
}

/** The governments of a state are parties of their own; a reader of the state's page should know of them. */
function governmentsPage(party: string, { registers, nameOf, style }: OpenRecord): string {
  const governments = registers.parties.governmentsOf(party);
  if (governments.length === 0) return "";
  const list = governments.map((id) => `${nameOf(id) ?? id} (${id})`).join(", ");
  return wrap(`See also its governments, each with a record of its own: ${list}`, style, "");
}

function prospectsPage(prospects: readonly Prospect[], record: OpenRecord): string {
  const { nameOf, style } = record;
  const on = dayOf(record);
  const standing = prospects.filter((one) => one.resolvedBy === null);
  if (standing.length === 0) return "";
  const rows = standing.map((one) => [stateWords(one, on), saidOn(one), prospectGloss(one, nameOf)]);
  return `${style.bold("Announced, asked for, hoped or refused")} ${style.dim(`(${standing.length})`)}\n${columns(rows, style)}`;
}

function saidOn({ said, due }: Prospect): string {
  const at = said.to ?? due.to ?? due.from;
  return at === null ? "undated" : day(at);
}

async function pairPage(a: string, b: string, options: ShowOptions, record: OpenRecord): Promise<string> {
  const { when, nameOf, style } = record;
  const on = dayOf(record);
  const { standing, relations, events, prospects } = await between(a, b, { ...when, asOf: on }, record);
  if (options.json === true)
    return `${jsonText({ parties: [a, b], knownAt: when.knownAt, standing, relations, prospects })}\n`;
  const held = [...standing.rests, ...standing.besides];
  const unsure = standing.certain ? "" : ", as far as the dates tell";
  const parts = [
    heading(`${nameOf(a) ?? a} and ${nameOf(b) ?? b}`, record),
    `${style.bold("Standing")}: ${standing.rung}${unsure}${recognitionNote(held, standing.rung)}`,
  ];
  if (held.length > 0) parts.push(await linesPage("In force", held, options, record));
  const ended = relations.filter((one) => one.validTo !== null && one.validTo <= on).sort(bySince);
  if (ended.length > 0) parts.push(await linesPage("Ended", ended, options, record));
  parts.push(prospectsPage(prospects, record));
  parts.push(style.dim(`${counted(events.length, "event")} between them: credence timeline ${a} ${b}`));
  return `${parts.filter((one) => one !== "").join("\n\n")}\n`;
}

/** A mission or relations do not amount to recognition by themselves, and the reader should not take them for it. */
function recognitionNote(held: readonly Relation[], rung: string): string {
  const recognised = held.some(({ kind }) => kind === "recognition");
  return recognised || rung === "no contact on record" ? "" : " (no recognition on record)";
}

async function linesPage(
  title: string,
  relations: readonly Relation[],
  options: ShowOptions,
  record: OpenRecord,
): Promise<string> {
  const { nameOf, style } = record;
  const lines = await Promise.all(
    relations.map(async (one) => {
      const line = wrap(
        `${relationGloss(one, nameOf)}, ${interval(one)}${one.disputed ? " (disputed)" : ""}`,
        style,
        "    ",
        "  ",
      );
      return options.evidence === true ? `${line}\n${await evidenceOf(one, record)}` : line;
    }),
  );
  return `${style.bold(title)}\n${lines.join("\n")}`;
}
