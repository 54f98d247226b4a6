// What the API answers of parties: one, its relations and prospects, the map, a pair. Types and small constants only.
import type {
  Answer,
  Event,
  IsoDate,
  List,
  PartyKind,
  Prospect,
  ProspectState,
  Relation,
  RelationKind,
} from "./wireRecord.js";

/** Where a party is drawn: its own shape or that of the state to which it belongs. Null parts are not known. */
export interface MapHint {
  /** ISO 3166-1 alpha-3 of the shape. */
  readonly iso3: string | null;
  /** ISO 3166-1 numeric, three digits, as world-atlas ids its shapes. */
  readonly numeric: string | null;
  /** Longitude and latitude of a point within it, in degrees. */
  readonly at: readonly [number, number] | null;
}

export interface PartyEntry {
  readonly id: string;
  readonly name: string;
  readonly officialName: string | null;
  readonly kind: PartyKind;
  /** The state whose government it is or claims to be. */
  readonly state: string | null;
  /** The movement that forms it. */
  readonly governedBy: string | null;
  /** The interval over which it existed: a year, month or day. */
  readonly from: string | null;
  readonly to: string | null;
  readonly unMemberSince: string | null;
  readonly map: MapHint;
}

/** GET /api/parties?query&kind&limit&cursor; without `query` all, by name. */
export type PartyList = List<PartyEntry>;

export const sides = ["subject", "object", "both"] as const;
/** On which side of a relation the party stands; "both" for relations, which bind both alike. */
export type Side = (typeof sides)[number];

export interface RelationCount {
  readonly kind: RelationKind;
  readonly side: Side;
  readonly held: number;
  readonly ended: number;
}

/** GET /api/parties/:id?asOf&knownAt */
export interface PartyAnswer extends Answer {
  readonly party: PartyEntry;
  readonly wikidata: string | null;
  readonly cow: string | null;
  /** The governments that govern or claim to govern it, each with a record of its own. */
  readonly governments: readonly PartyEntry[];
  readonly relations: readonly RelationCount[];
  readonly prospects: Readonly<Record<ProspectState, number>>;
  readonly coverage: readonly CoverageRow[];
}

/** A relation with how it stands on the day of the answer. */
export interface RelationItem extends Relation {
  /** Whether it holds on that day, certainly or possibly. */
  readonly held: boolean;
  /** Whether it certainly does. */
  readonly certain: boolean;
}

/** GET /api/parties/:id/relations?kind&side&state=all|held|ended&asOf&knownAt&limit&cursor */
export type RelationList = List<RelationItem>;

export const relationStates = ["all", "held", "ended"] as const;

/** GET …/events, /api/timeline, /api/events. */
export type EventList = List<Event>;

export const eventOrders = ["oldest", "newest"] as const;

export interface ProspectItem extends Prospect {
  /** How it stands on the day of the answer. */
  readonly state: ProspectState;
}

/** GET /api/parties/:id/prospects?state&asOf&knownAt&limit&cursor */
export type ProspectList = List<ProspectItem>;

/** For which party and act, and when, the record is known to be whole. */
export interface CoverageRow {
  readonly target: string;
  readonly act: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly level: "complete" | "partial";
  readonly note: string;
}

// The map

export const attitudes = ["recognises", "withdrew", "ended", "refuses"] as const;
/** `ended`: the recognition ended without being withdrawn, since one of the two ended. */
export type Attitude = (typeof attitudes)[number];

/** How one party stands towards the party of the map on the day of the answer. */
export interface MapStance {
  readonly party: string;
  readonly attitude: Attitude;
  /** The government or territory of the party of the map that is recognised, where it is not the party itself. */
  readonly towards: string;
  /** Whether the recognition is in words or by implication; null where that is not known, or there is none. */
  readonly form: "express" | "implied" | null;
  /** As what: "state", "government", … */
  readonly as: string | null;
  /** When the recognition began, that holds or held last. */
  readonly since: { readonly from: IsoDate | null; readonly certain: IsoDate | null } | null;
  /** The first day on which it no longer held; null while it lasts. */
  readonly until: IsoDate | null;
  readonly certain: boolean;
  readonly disputed: boolean;
  /** The day on which it was last refused, where `attitude` is "refuses". */
  readonly refused: IsoDate | null;
  /** Events, or for a refusal the prospect, that lead to the words. */
  readonly openedBy: string | null;
  readonly closedBy: string | null;
  readonly prospect: string | null;
  readonly map: MapHint;
}

/** Spans of a stance in time, for a slider that needs no further questions: `from` inclusive, `to` exclusive. */
export interface MapSpan {
  readonly party: string;
  readonly towards: string;
  readonly form: "express" | "implied" | null;
  readonly as: string | null;
  readonly from: IsoDate | null;
  readonly certainFrom: IsoDate | null;
  readonly to: IsoDate | null;
  readonly certainTo: IsoDate | null;
  /** Whether an act of withdrawal ended it; null while it lasts. */
  readonly withdrawn: boolean | null;
  readonly suspended: boolean;
  readonly disputed: boolean;
  readonly openedBy: string | null;
  readonly closedBy: string | null;
}

/** A refusal in time, from the day on which it was first said to that of the event which overtakes it. */
export interface MapRefusal {
  readonly prospect: string;
  readonly party: string;
  readonly towards: string;
  readonly said: IsoDate | null;
  readonly lastSaid: IsoDate | null;
  readonly until: IsoDate | null;
}

/**
 * GET /api/map/:id?asOf&knownAt. `stances` are those of the day of the answer; `spans` and `refusals` hold all days, so
 * that a slider over `days` can be played without asking again.
 */
export interface MapAnswer extends Answer {
  readonly party: PartyEntry;
  readonly stances: readonly MapStance[];
  readonly spans: readonly MapSpan[];
  readonly refusals: readonly MapRefusal[];
  /** Every day on which a stance changes, in order. */
  readonly days: readonly IsoDate[];
  /** Where each party that `spans` and `refusals` name is drawn, by id. */
  readonly places: Readonly<Record<string, MapHint>>;
  readonly coverage: readonly CoverageRow[];
}

// Pairs

export const rungs = [
  "no contact on record",
  "contact",
  "recognition",
  "diplomatic relations",
  "a mission below the rank of embassy",
  "a resident embassy",
] as const;
export type Rung = (typeof rungs)[number];

/** GET /api/pairs/:a/:b?asOf&knownAt. Relations and prospects of all times; a state's governments are included. */
export interface PairAnswer extends Answer {
  readonly a: PartyEntry;
  readonly b: PartyEntry;
  readonly standing: {
    readonly rung: Rung;
    readonly certain: boolean;
    /** Ids of relations: what the rung rests on, what else holds, what held last. */
    readonly rests: readonly string[];
    readonly besides: readonly string[];
    readonly ended: readonly string[];
  };
  readonly relations: readonly RelationItem[];
  readonly prospects: readonly ProspectItem[];
  readonly eventCount: number;
}
