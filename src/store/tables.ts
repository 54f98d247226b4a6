import type { ColumnType, Insertable } from "kysely";
import type { Claim, IsoDate, Statement } from "../model/index.js";
import type { Event, Prospect, Relation, Reliability, SystemTime, Verdict } from "../record/index.js";

/** jsonb: an object when it is read, text when it is written. */
type Json<T> = ColumnType<T, string, never>;

export interface ChangeTable {
  number: number;
  at: SystemTime;
  kind: "history" | "reports" | "decision";
  who: string | null;
  why: string | null;
}

export interface WishTable {
  name: "bare";
}

export interface ReportTable {
  id: string;
  change: number;
  title: string | null;
  published: IsoDate | null;
  outlet: string | null;
  url: string | null;
  language: string | null;
  text: string;
  reliability: Reliability;
  outlet_of: string | null;
  origin: "report" | "history";
  signature: Buffer;
}

export interface BandTable {
  band: number;
  report: string;
  change: number;
}

export interface RetirementTable {
  report: string;
  change: number;
  is_gone: boolean;
}

export interface StoryTable {
  report: string;
  story: string;
  system_from: SystemTime;
  system_to: SystemTime | null;
}

export interface StatementTable {
  id: string;
  report: string;
  change: number;
  /** Its place in the report's reading, from 0. */
  place: number;
  unit: string | null;
  act: string;
  actor: string | null;
  target: string | null;
  /** What is weighed. */
  told: Json<Omit<Statement, "codes" | "evidence">>;
  /** What is only shown. */
  shown: Json<Pick<Statement, "codes" | "evidence">>;
}

export interface ClaimTable {
  id: string;
  report: string;
  change: number;
  act: string;
  holder: string | null;
  target: string | null;
  body: Json<Claim>;
}

export interface DecisionTable {
  id: string;
  change: number;
  who: string;
  why: string;
  verdict: Json<Verdict>;
}

interface Versioned {
  id: string;
  unit: string;
  digest: string;
  system_from: SystemTime;
  system_to: SystemTime | null;
}

export interface EventTable extends Versioned {
  act: string;
  actor: string;
  target: string;
  date_from: IsoDate | null;
  date_to: IsoDate | null;
  body: Json<Event>;
}

export interface ProspectTable extends Versioned {
  act: string;
  actor: string | null;
  target: string | null;
  said_to: IsoDate | null;
  body: Json<Prospect>;
}

export interface RelationTable extends Versioned {
  slot: string;
  kind: string;
  subject: string;
  object: string;
  valid_from: IsoDate | null;
  valid_to: IsoDate | null;
  body: Json<Relation>;
}

export interface Tables {
  wish: WishTable;
  change: ChangeTable;
  report: ReportTable;
  band: BandTable;
  retirement: RetirementTable;
  story: StoryTable;
  statement: StatementTable;
  claim: ClaimTable;
  decision: DecisionTable;
  event: EventTable;
  prospect: ProspectTable;
  relation: RelationTable;
}

/** The tables that follow from the others, and that `rebuild` makes anew. */
export type DerivedTable = "event" | "prospect" | "relation";
export type DerivedRow = Insertable<EventTable> | Insertable<ProspectTable> | Insertable<RelationTable>;
