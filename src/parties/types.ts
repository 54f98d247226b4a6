import type { Document } from "../language/index.js";
import type { Basis, IsoDate, Span } from "../model/index.js";

export type PartyKind = "state" | "government" | "movement" | "organisation" | "territory";

/** One party as the party book describes it. */
export interface Party {
  /** ISO 3166-1 alpha-3 and the further ids of data/parties/README.md. */
  readonly id: string;
  readonly kind: PartyKind;
  readonly name: string;
  readonly officialName: string | null;
  /** The state whose government it is or claims to be, or whose territory it works in; null for others. */
  readonly state: string | null;
  /** For a government formed by a movement: the movement's id. */
  readonly governedBy: string | null;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly unMemberSince: IsoDate | null;
  readonly wikidata: string | null;
  readonly cow: string | null;
}

/** What kind of words name the party. */
export type MentionForm =
  /** "Russia", "the Islamic Emirate of Afghanistan", "the EU" */
  | "name"
  /** "Russian", "the Russians": an adjective or a people */
  | "demonym"
  /** "Moscow", "Kabul": a capital, which is a place unless it acts */
  | "capital"
  /** "the Kremlin", "Downing Street": a seat of government, which acts more often than not */
  | "seat"
  /** "the Russian government", "Moscow's foreign ministry", "the Bundestag" */
  | "institution"
  /** "Russian Foreign Minister Sergei Lavrov", "the ambassador of Peru", "a Kremlin spokesman" */
  | "office"
  /** "Starmer", or "Muttaqi" after the report has introduced him with his office */
  | "person";

/** Words of one sentence that name a party or a person who speaks for one; tokens inclusive. */
export interface Mention extends Span {
  readonly sentence: number;
  readonly first: number;
  readonly last: number;
  /** The token on which the grammar of the mention hangs ("government" in "the Afghan government"). */
  readonly head: number;
  /** null for a person or office whose party is not known. */
  readonly party: string | null;
  readonly form: MentionForm;
  /** The kind of the party; null where `party` is. */
  readonly kind: PartyKind | null;
  /** The person's name as fully as the report gives it anywhere up to here. */
  readonly person: string | null;
  /** The office as written, "Foreign Minister". */
  readonly office: string | null;
  /** For an envoy: the party to which he or she is sent ("Russian Ambassador to Afghanistan"). */
  readonly accreditedTo: string | null;
  readonly basis: Basis;
}

/** A name of a party as the letters tell it: the kind of party, where it stands, and whether it is only a place. */
export interface NamedKind {
  readonly kind: PartyKind;
  readonly token: number;
  readonly isPlaced: boolean;
}

/** A group of states named in a sentence; tokens inclusive. */
export interface GroupAt {
  readonly group: string;
  readonly members: readonly string[];
  readonly first: number;
  readonly last: number;
  /** Whether the words speak of every member, so that what the group does each of them does. */
  readonly distributes: boolean;
}

/** The place of a dateline, which stands before the first sentence and in none, and the party in whose land it lies. */
export interface Dateline extends Span {
  readonly party: string;
}

/** The parties of a document, found sentence by sentence as they are asked for. */
export interface DocumentParties {
  /** Mentions in a sentence, in order; a larger mention ("Russian Foreign Minister …") contains no smaller one. */
  in(sentence: number): readonly Mention[];
  /** Groups of states in a sentence that a fixed list resolves: "the Baltic states". */
  groups(sentence: number): readonly GroupAt[];
  /** The names of parties that a sentence holds, by kind; cheap, since it needs no tags, and blind to persons and pronouns. */
  namedIn(sentence: number): readonly NamedKind[];
  readonly dateline: Dateline | null;
}

/** One party that a name may mean, and where the name is from. */
export interface Candidate {
  readonly id: string;
  readonly kind: PartyKind;
  readonly form: MentionForm;
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly source: string;
}

/** What a name means at a date, and why. */
export interface Resolution {
  /** Null where the name means no party then. */
  readonly party: string | null;
  /** For a group that a fixed list resolves: its members then. */
  readonly members: readonly string[] | null;
  readonly candidates: readonly Candidate[];
  /** In plain sentences, in the order in which they decided. */
  readonly reasons: readonly string[];
}

/** All parties known, and the reader of their names. */
export interface PartyBook {
  party(id: string): Party | undefined;
  all(): readonly Party[];
  /**
   * The party that a name means at a date ("Afghan government" in 2010 and in 2023); null where it
   * means none or more than one. A null date stands for the present as the data know it.
   */
  resolve(name: string, at: IsoDate | null): string | null;
  /**
   * The party that somebody means who writes an id, or a name with or without its article or its capital; null where
   * that means none or more than one.
   */
  named(words: string, at: IsoDate | null): string | null;
  /** As `resolve`, with the candidates and the reasons; also by id, by group and by holder of office. */
  explain(name: string, at: IsoDate | null): Resolution;
  /** The government that governed a state at a date where the book knows contested governments; else null. */
  governmentOf(state: string, at: IsoDate | null): string | null;
  /** The government that a movement forms at a date; null where it forms none. */
  governmentBy(movement: string, at: IsoDate | null): string | null;
  /** Words that the language reads better as a well-known word of the same kind; see `Language`. */
  readonly standIns: ReadonlyMap<string, string>;
  /** The members of a group of states at a date; null where no group bears the name then. */
  membersOf(group: string, at: IsoDate | null): readonly string[] | null;
  /** The state in which a city lies that is no capital; null where the book does not know it. */
  cityState(name: string): string | null;
  /** The parties whose names a short text holds (a title), in its order, each once. */
  namedIn(text: string, at: IsoDate | null): readonly string[];
  read(document: Document, at: IsoDate | null): DocumentParties;
}
