import type { IsoDate } from "../model/index.js";
import type { PartyRegister } from "./register.js";

/** What a claim ranges over: "country", "EU member", "Arab state". */
export interface PartyClass {
  /** How it is called in a judgement: "UN members", "EU members". */
  readonly name: string;
  /** The number of its members at a date. */
  size(at: IsoDate): number;
  has(party: string, at: IsoDate): boolean;
}

const anyState = /^(?:sovereign |independent |foreign |other )*(?:country|state|nation|government|party)$/;

/** Classes that go by another name in the party book. */
const synonyms: Readonly<Record<string, string>> = {
  arab: "Arab League members",
  african: "African Union members",
};

/**
 * The class that the words of a claim name; null where they name none that can be decided ("major power", "Western
 * country"). By a country or state is meant a member of the United Nations: what is not one may be a state, and is told
 * apart rather than counted.
 */
export function classOf(
  over: string | null,
  membersOf: string | null,
  parties: PartyRegister,
): PartyClass | null {
  const words = (over ?? "country").toLowerCase();
  if (membersOf === "UN" || /\b(?:un|united nations) member/.test(words)) return unMembers(parties);
  if (membersOf === null && anyState.test(words)) return unMembers(parties);
  for (const name of groupNames(over, membersOf)) {
    if (parties.membersOf(name, null) === null && parties.membersOf(name, "2015-01-01") === null) continue;
    const at = (date: IsoDate) => parties.membersOf(name, date) ?? [];
    return { name, size: (date) => at(date).length, has: (party, date) => at(date).includes(party) };
  }
  return null;
}

function unMembers(parties: PartyRegister): PartyClass {
  const joined = (id: string, at: IsoDate) => {
    const facts = parties.party(id);
    const since = facts?.unMemberSince ?? null;
    return since !== null && since <= at && (facts?.to == null || at <= facts.to);
  };
  return {
    name: "UN members",
    size: (at) => parties.states().filter((id) => joined(id, at)).length,
    has: joined,
  };
}

/** Names under which the party book may know the class: "EU members", "Baltic states", "Arab League members". */
function groupNames(over: string | null, membersOf: string | null): readonly string[] {
  const names: string[] = [];
  if (over !== null) {
    names.push(plural(over));
    const synonym = synonyms[over.split(" ")[0]?.toLowerCase() ?? ""];
    if (synonym !== undefined) names.push(synonym);
  }
  if (membersOf !== null) names.push(`${membersOf} members`);
  return names;
}

function plural(words: string): string {
  return words.endsWith("y") ? `${words.slice(0, -1)}ies` : `${words}s`;
}
