import {
  type Event,
  type Prospect,
  precisionOf,
  prospectState,
  type Relation,
  type Window,
} from "../../record/index.js";
import { day, days } from "../page/days.js";
import { capitalised, type NameOf, named } from "../page/names.js";
import { phraseOf } from "../page/phrases.js";
import { safe } from "../page/safe.js";

/** "Russia recognised the Islamic Emirate of Afghanistan as a government" */
export function eventGloss(event: Event, nameOf: NameOf): string {
  const actor = named(event.actor, nameOf);
  const target = named(event.target, nameOf);
  if (event.mission !== null && event.act.endsWith("-mission"))
    return capitalised(`${actor} ${missionDeed(event, event.mission, target)}`);
  const { past, link } = phraseOf(event.act);
  const as = event.object === null ? "" : (objects[event.object] ?? "");
  return capitalised(`${actor} ${past} ${link}${target}${as}${detail(event)}`);
}

/** "opened an embassy in Kabul to Afghanistan", "raised its mission to Peru to the rank of embassy" */
function missionDeed({ act }: Event, mission: NonNullable<Event["mission"]>, target: string): string {
  const { past } = phraseOf(act);
  if (act === "upgrade-mission" || act === "downgrade-mission")
    return `${past} its mission to ${target}${mission.kind === null ? "" : ` to the rank of ${safe(mission.kind)}`}`;
  if (act === "move-mission")
    return `moved its mission to ${target}${mission.city === null ? "" : ` to ${safe(mission.city)}`}`;
  return `${past} ${missionName(mission)} to ${target}`;
}

const objects: Readonly<Record<string, string>> = {
  state: "",
  government: " as a government",
  representative: " as a representative",
  sovereignty: " as sovereign over a territory",
  belligerency: " as a belligerent",
};

function detail({ person, form }: Event): string {
  const parts = [
    ...(form === "implied" ? ["by implication"] : []),
    ...(person === null ? [] : [safe(person)]),
  ];
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

/** What holds, in the present tense: "Russia recognises Abkhazia". */
export function relationGloss(relation: Relation, nameOf: NameOf): string {
  const subject = named(relation.subject, nameOf);
  const object = named(relation.object, nameOf);
  const state = relation.status === "suspended" ? " (suspended)" : "";
  return capitalised(`${holds(relation, subject, object)}${state}`);
}

function holds({ kind, as, form, mission, person }: Relation, subject: string, object: string): string {
  switch (kind) {
    case "recognition":
      return `${subject} recognises ${object}${objects[as ?? ""] ?? ""}${form === "implied" ? " by implication" : ""}`;
    case "relations":
      return `${subject} and ${object} have diplomatic relations`;
    case "mission":
      return `${subject} has ${missionName(mission)} to ${object}`;
    case "accreditation":
      return `${person === null ? "an envoy" : safe(person)} of ${subject} is accredited to ${object}`;
    case "sanctions":
      return `${subject} has sanctions on ${object}`;
    case "listing":
      return `${subject} lists ${object} as terrorist`;
    case "membership":
      return `${subject} is a member of ${object}`;
  }
}

export function missionName(mission: Relation["mission"]): string {
  const kind = safe((mission?.kind ?? "mission").replaceAll("-", " "));
  const city = mission?.city ?? null;
  return `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}${city === null ? "" : ` in ${safe(city)}`}`;
}

export const unknownBeginning = "not on record";

/** When a relation began: "3 July 2025", "1974", "by 4 July 2025", "not on record". */
export function since(relation: Relation): string {
  if (relation.openedBy === null) return unknownBeginning;
  const { validFrom, certainFrom } = relation;
  return beginning({ from: validFrom, to: certainFrom });
}

function beginning({ from, to }: Window): string {
  if (from === null) return to === null ? unknownBeginning : `by ${day(to)}`;
  if (to === null || to <= from) return day(from);
  return span({ from, to });
}

/** When it ended: "22 September 2001", "1974"; null while it lasts. */
export function until(relation: Relation): string | null {
  const { validTo, certainTo } = relation;
  if (validTo === null) return null;
  if (certainTo === null || certainTo >= validTo) return day(validTo);
  const lastDay = new Date(Date.parse(validTo) - 86_400_000).toISOString().slice(0, 10);
  return lastDay <= certainTo ? day(certainTo) : span({ from: certainTo, to: lastDay });
}

/** "1974", "May 1997"; "between 3 and 9 May 1997" where it is no whole period. */
function span(window: { readonly from: string; readonly to: string }): string {
  const told = days(window);
  return told.includes(" to ") ? `between ${told.replace(" to ", " and ")}` : told;
}

/** "since 3 July 2025", "May 1997 to 22 September 2001" */
export function interval(relation: Relation): string {
  const end = until(relation);
  const begin = since(relation);
  if (end === null) return begin === unknownBeginning ? "since when is not on record" : `since ${begin}`;
  const cause =
    relation.endedWith === null
      ? ""
      : relation.endedWith === "party"
        ? " (with the party)"
        : " (with relations)";
  return begin === unknownBeginning
    ? `until ${end}${cause}, since when is not on record`
    : `${begin} to ${end}${cause}`;
}

/** The date of an event for a column: "3 July 2025", "by 5 July 2025", "undated". */
export function eventDate({ date }: Pick<Event, "date">): string {
  switch (precisionOf(date)) {
    case "unknown":
      return "undated";
    case "by":
      return `by ${day(date.to as string)}`;
    default:
      return days(date);
  }
}

/** What is announced, asked, hoped or refused. */
export function prospectGloss(prospect: Prospect, nameOf: NameOf): string {
  const actor = prospect.actor === null ? "somebody" : named(prospect.actor, nameOf);
  const target = prospect.target === null ? "a party that is not named" : named(prospect.target, nameOf);
  const { base, participle, link } = phraseOf(prospect.act);
  const not = prospect.polarity === "negative" ? "not " : "";
  const whom = `${link}${target}`;
  switch (prospect.modality) {
    case "asserted":
      return capitalised(`${actor} is said ${not}to have ${participle} ${whom}`);
    case "intended":
      return capitalised(`${actor} intends ${not}to ${base} ${whom}`);
    case "requested":
      return capitalised(`${actor} is asked ${not}to ${base} ${whom}`);
    case "hoped":
      return capitalised(`it is hoped that ${actor} will ${not}${base} ${whom}`);
    case "predicted":
      return capitalised(`it is thought that ${actor} may ${not}${base} ${whom}`);
    case "conditional":
      return capitalised(`${actor} would, on a condition, ${not}${base} ${whom}`);
  }
}

/** How a prospect stands on a day, in words. */
export function stateWords(prospect: Prospect, on: string): string {
  const state = prospectState(prospect, on);
  return state === "overtaken" ? "overtaken by events" : state;
}

/** The rating as the Admiralty code writes it: "B2". */
export function grade({ rating }: Event): string {
  return `${rating.reliability}${rating.credibility}`;
}

/** Marks of doubt on an event, in words. */
export function doubts({ disputes, denials, rating }: Event): readonly string[] {
  return [
    ...disputes.map(
      ({ field, values }) => `${field} disputed: ${values.map(({ value }) => value).join(" or ")}`,
    ),
    ...(denials.length > 0 ? [`denied (${rating.deniedBy.map(safe).join(", ")})`] : []),
    ...(rating.contradiction === null ? [] : [rating.contradiction]),
  ];
}
