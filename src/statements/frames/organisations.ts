import { WordSet } from "../../language/index.js";
import type { PartyKind } from "../../parties/index.js";
import { type Context, isOfStatus } from "../drafts.js";
import type { Match } from "./match.js";
import { slotOf } from "./slots.js";

export function isOfOrganisations(kinds: readonly PartyKind[]): boolean {
  return kinds.length === 1 && kinds[0] === "organisation";
}

/** Words that may take an organisation up again: "rejoined the bloc", "left it in 2013". */
const organisationNouns: readonly string[] = [
  "organisation",
  "organization",
  "bloc",
  "alliance",
  "union",
  "body",
  "it",
  "club",
  "group",
  "grouping",
  "league",
  "community",
  "association",
];
const organisationWords = new WordSet(organisationNouns);
const takesUp = (word: string) => organisationNouns.includes(word);

/** How many sentences back the organisation may stand. */
const organisationReach = 3;

export function mayTakeUpOrganisation({
  discourse,
  drafts,
  sentence,
}: Pick<Context, "discourse" | "drafts" | "sentence">): boolean {
  const last = drafts.findLast(isOfStatus)?.statement;
  if (last === undefined || sentence.index - last.evidence.sentence > organisationReach) return false;
  return (
    discourse.book.party(last.target?.party ?? "")?.kind === "organisation" &&
    sentence.find(organisationWords) >= 0
  );
}

/** A noun or pronoun in the place of the organisation that names none. */
export function takesUpOrganisation(context: Context, match: Match): boolean {
  const { frame } = match.frame;
  if (!isOfOrganisations(frame.targetKinds) || !mayTakeUpOrganisation(context)) return false;
  return frame.target.some((source) =>
    slotOf(context, match, source).tokens.some((one) => takesUp(match.sentence.lower(one))),
  );
}
