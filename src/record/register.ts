import type { IsoDate } from "../model/index.js";
import type { RelationKind } from "./types.js";

/** What the record has to know about a party; the party book tells it. */
export interface PartyFacts {
  readonly kind: "state" | "government" | "movement" | "organisation" | "territory";
  readonly name: string;
  /** The state whose government it is or claims to be. */
  readonly state: string | null;
  readonly governedBy: string | null;
  /** The days over which it existed, as far as they are known; a year or month stands for its first or last day. */
  readonly from: IsoDate | null;
  readonly to: IsoDate | null;
  readonly unMemberSince: IsoDate | null;
}

export interface PartyRegister {
  party(id: string): PartyFacts | undefined;
  /** The ids of all states, present and former. */
  states(): readonly string[];
  /** The governments that govern or claim to govern a state, at any time. */
  governmentsOf(state: string): readonly string[];
  /** The government that a movement forms at a date, if it forms one. */
  governmentBy(movement: string, at: IsoDate | null): string | null;
  /** The members of a named group of states ("EU members") at a date; null for a group that is not known. */
  membersOf(group: string, at: IsoDate | null): readonly string[] | null;
}

/** What an act does to the record, as the act book declares it. */
export interface ActEffect {
  readonly does: "opens" | "closes" | "suspends" | "changes";
  readonly kind: RelationKind;
  /** Whose relation it is: accreditation belongs to the sending state, also where the receiving state acts. */
  readonly of: "actor" | "target";
}

export interface ActRegister {
  /** Null for acts that change no relation: contact, speech, force, and appointing or summoning an envoy. */
  effectOf(act: string): ActEffect | null;
  /** The act with all others that do the same to the record: establishing and restoring relations. */
  like(act: string): readonly string[];
  /** Whether it is an act of diplomatic status; others are kept as events only. */
  isStatus(act: string): boolean;
  /** Whether the act binds both sides alike, so that it is told once each way. */
  isMutual(act: string): boolean;
}

export interface Registers {
  readonly parties: PartyRegister;
  readonly acts: ActRegister;
}
