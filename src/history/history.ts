import {
  type Codes,
  daysOf,
  type Fault,
  identityOf,
  type Mission,
  type Outcome,
  type Participant,
  type Reading,
  type RecognitionObject,
  type Report,
  type Statement,
} from "../model/index.js";
import { fileOf, type Lined, type RowOf, readTable, type TableName } from "./tables.js";
import { articled, isKnown, lineOf } from "./wording.js";

/** The texts of the tables of data/baseline/. */
export type HistoryFiles = Readonly<Record<Exclude<TableName, "completeness">, string>>;

/** What the tables are told in. */
export interface HistoryNames {
  /** The name of a party; undefined for an id that the party book does not know. */
  name(party: string): string | undefined;
  /** The codes of an act; undefined for one that the act book does not know. */
  codes(act: string): Codes | undefined;
}

/** What one row says, before it is worded. */
interface Fact {
  readonly table: TableName;
  readonly line: number;
  readonly actor: string;
  readonly target: string;
  readonly act: string;
  readonly date: string;
  readonly note: string;
  readonly source: string;
  readonly object: RecognitionObject | null;
  readonly form: "express" | "implied" | null;
  readonly mission: Mission | null;
}

/** Reads the history on board: one reading for each source, with one statement for each of its rows. */
export function readHistory(files: HistoryFiles, names: HistoryNames): Outcome<readonly Reading[]> {
  const faults: Fault[] = [];
  const sources = new Map(
    readTable("sources", files.sources, faults).map(({ row }) => [row.id, row] as const),
  );
  const bySource = new Map<string, Fact[]>();
  for (const fact of factsOf(files, faults)) {
    const fault = faultOf(fact, sources, names);
    if (fault !== null) {
      faults.push({ where: fileOf(fact.table), line: fact.line, ...fault });
      continue;
    }
    const facts = bySource.get(fact.source);
    if (facts === undefined) bySource.set(fact.source, [fact]);
    else facts.push(fact);
  }
  if (faults.length > 0) return { ok: false, faults };
  const readings = [...bySource].map(([id, facts]) =>
    readingOf(sources.get(id) as RowOf<"sources">, facts, names),
  );
  return { ok: true, value: readings, faults: [] };
}

function factsOf(files: HistoryFiles, faults: Fault[]): readonly Fact[] {
  const plain = { object: null, form: null, mission: null };
  const facts = <T extends keyof HistoryFiles>(
    table: T,
    of: (row: RowOf<T>) => Omit<Fact, "table" | "line">,
  ) =>
    readTable(table, files[table], faults).map(({ line, row }: Lined<RowOf<T>>) => ({
      table,
      line,
      ...of(row),
    }));
  return [
    ...facts("recognitions", ({ form, ...row }) => ({
      ...row,
      form: form === "" ? null : form,
      mission: null,
    })),
    ...facts("relations", (row) => ({ ...row, ...plain })),
    ...facts("missions", ({ sender, host, kind, city, ...row }) => ({
      ...row,
      ...plain,
      actor: sender,
      target: host,
      mission: { kind: kind === "" ? null : kind, city: city === "" ? null : city },
    })),
    ...facts("memberships", ({ party, organisation, ...row }) => ({
      ...row,
      ...plain,
      actor: party,
      target: organisation,
    })),
  ];
}

function faultOf(
  { actor, target, act, source }: Fact,
  sources: ReadonlyMap<string, unknown>,
  names: HistoryNames,
): Pick<Fault, "what" | "mend"> | null {
  const unknown = [actor, target].find((one) => names.name(one) === undefined);
  if (unknown !== undefined)
    return { what: `the party ${unknown} is not in data/parties/parties.csv`, mend: "add it or mend its id" };
  if (!sources.has(source))
    return { what: `the source ${source} is not in sources.csv`, mend: "add it or mend its id" };
  if (!isKnown(act) || names.codes(actOf(act)) === undefined)
    return { what: `the act ${act} is not in the act book`, mend: "name an act of data/acts/" };
  return null;
}

/** A refusal is recognition, said not to have been given. */
function actOf(act: string): string {
  return act === "refuse" ? "recognise" : act;
}

function readingOf(source: RowOf<"sources">, facts: readonly Fact[], names: HistoryNames): Reading {
  const lines = facts.map((fact) => worded(fact, names));
  const text = lines.join("\n");
  const id = identityOf("history", source.id, source.title, source.url, text);
  const report: Report = Object.freeze({
    id,
    givenId: source.id,
    title: source.title,
    published: source.published.length === 10 ? source.published : null,
    outlet: source.publisher === "" ? null : source.publisher,
    url: source.url === "" ? null : source.url,
    byline: null,
    language: "en",
    text,
    blocks: [],
    dateline: null,
  });
  let start = 0;
  const statements = facts.map((fact, index) => {
    const line = lines[index] as string;
    const statement = statementOf(report, fact, { line, start, index }, names);
    start += line.length + 1;
    return statement;
  });
  const sentences = statements.map(({ evidence }) => ({ start: evidence.start, end: evidence.end }));
  return Object.freeze({ report, sentences, statements, claims: [], faults: [] });
}

function worded(
  { actor, target, act, date, note, object, form, mission }: Fact,
  names: HistoryNames,
): string {
  const thing =
    mission === null
      ? null
      : `${articled(mission.kind ?? "mission")}${mission.city === null ? "" : ` in ${mission.city}`}`;
  const as = object === null || act === "refuse" ? null : `as a ${object}`;
  const manner = [as, form === "implied" ? "by implication" : null].filter((one) => one !== null).join(", ");
  return lineOf({
    date,
    actor: names.name(actor) as string,
    act,
    thing,
    target: names.name(target) as string,
    manner: manner === "" ? null : manner,
    note,
  });
}

interface Place {
  readonly line: string;
  readonly start: number;
  readonly index: number;
}

function statementOf(
  report: Report,
  fact: Fact,
  { line, start, index }: Place,
  names: HistoryNames,
): Statement {
  const act = actOf(fact.act);
  const end = start + line.length;
  const evidence = { sentence: index, start, end, quote: line, title: null, rule: `history/${fact.table}` };
  const outlet = report.outlet ?? report.title;
  return Object.freeze({
    id: identityOf(report.id, "row", index, line),
    act,
    actor: participant(fact.actor, names),
    target: participant(fact.target, names),
    object: fact.object,
    form: fact.form,
    mission: fact.mission,
    envoy: null,
    decidedBy: null,
    polarity: fact.act === "refuse" ? "negative" : "positive",
    modality: "asserted",
    date: { ...daysOf(fact.date), text: fact.date, basis: "stated" as const },
    place: null,
    attribution: outlet === null ? [] : [{ kind: "outlet" as const, name: outlet, party: null }],
    codes: names.codes(act) as Codes,
    confidence: null,
    evidence,
  });
}

function participant(party: string, names: HistoryNames): Participant {
  const text = names.name(party) as string;
  return { party, text, person: null, office: null, sector: null, basis: "stated" };
}
