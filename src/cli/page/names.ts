import type { Participant } from "../../model/index.js";
import { safe } from "./safe.js";

/** The name of a party by its id, as the party book has it; undefined for an id that it does not know. */
export type NameOf = (party: string) => string | undefined;

const articled =
  /^(?:United (?:States|Kingdom|Nations|Arab Emirates)|European|African|Islamic|Arab|Holy|Soviet|Transitional|National|Interim|People|Popular|State |Republic |Kingdom |Democratic |Federal |Government |Syrian |Taliban|Central African|Czech Republic|Dominican Republic|Bahamas|Gambia|Maldives|Marshall|Netherlands|Philippines|Seychelles|Solomon|Comoros|Sahrawi|Association|Commonwealth|Council|Economic|Gulf|International|League|North Atlantic|Organi[sz]ation|Palestine Liberation|Shanghai|Collective)|(?:Union|Emirate|Republic|Federation|Council|Organi[sz]ation)$/;

/** A party's name as it stands in a sentence: "the Islamic Emirate of Afghanistan", "Russia". */
export function named(party: string, nameOf: NameOf): string {
  const name = nameOf(party);
  if (name === undefined) return party;
  return articled.test(name) && !/^the /i.test(name) ? `the ${name}` : name;
}

/** A participant as it stands in a gloss; `nobody` where the report names none. */
export function participantName(one: Participant | null, nameOf: NameOf, nobody: string): string {
  if (one === null) return nobody;
  // People who act are named as the report names them: "students in Jakarta" are not Indonesia.
  const people = one.sector !== null && one.sector !== "GOV" && one.text !== null;
  if (one.party !== null && !people) return named(one.party, nameOf);
  return one.text === null ? nobody : safe(one.text);
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
