import type { Participant } from "../../model/index.js";
import { inSentence } from "../../record/index.js";
import { safe } from "./safe.js";

/** The name of a party by its id, as the party book has it; undefined for an id that it does not know. */
export type NameOf = (party: string) => string | undefined;

/** A party's name as it stands in a sentence: "the Islamic Emirate of Afghanistan", "Russia". */
export function named(party: string, nameOf: NameOf): string {
  const name = nameOf(party);
  if (name === undefined) return party;
  return inSentence(name);
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
