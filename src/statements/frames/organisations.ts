import type { PartyKind } from "../../parties/index.js";
import { type Context, isOfStatus } from "../drafts.js";
import type { Match } from "./match.js";
import { slotOf } from "./slots.js";

export function isOfOrganisations(kinds: readonly PartyKind[]): boolean {
  return kinds.length === 1 && kinds[0] === "organisation";
}

/** Words that take an organisation up again: "rejoined the bloc", "left it in 2013". */
const organisationNouns: ReadonlySet<string> = new Set([
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
]);

/** How many sentences back the organisation may stand. */
const organisationReach = 3;

export function mayTakeUpOrganisation({
  discourse,
  drafts,
  sentence,
}: Pick<Context, "discourse" | "drafts" | "sentence">): boolean {
  const last = drafts.findLast(isOfStatus)?.statement;
  if (last === undefined || sentence.index - last.evidence.sentence > organisationReach) return false;
  return discourse.book.party(last.target?.party ?? "")?.kind === "organisation";
}

/** A noun or pronoun in the place of the organisation that names none, or nothing there at all: "was readmitted in 1989". */
export function takesUpOrganisation(context: Context, match: Match): boolean {
  const { frame } = match.frame;
  if (!isOfOrganisations(frame.targetKinds) || !mayTakeUpOrganisation(context)) return false;
  const tokens = frame.target.flatMap((source) => slotOf(context, match, source).tokens);
  return tokens.length === 0 || tokens.some((one) => organisationNouns.has(match.sentence.lower(one)));
}
