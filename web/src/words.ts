import { createContext, useContext } from "react";
import type {
  ActEntry,
  Claim,
  Event,
  Mission,
  Participant,
  PartyNames,
  Prospect,
  Relation,
} from "../../src/server/wire.js";
import { dayBefore, period, when } from "./days.js";

/** How acts are put in English; the server tells it once. */
export const Acts = createContext<ReadonlyMap<string, ActEntry>>(new Map());

export function useActs(): ReadonlyMap<string, ActEntry> {
  return useContext(Acts);
}

type ActWords = Pick<ActEntry, "base" | "past" | "participle" | "link">;

export function wordsOf(acts: ReadonlyMap<string, ActEntry>, act: string): ActWords {
  return (
    acts.get(act) ?? {
      base: `do “${act}” to`,
      past: `did “${act}” to`,
      participle: `done “${act}” to`,
      link: "",
    }
  );
}

export function nameOf(id: string | null, parties: PartyNames): string {
  if (id === null) return "a party that is not named";
  return parties[id]?.inSentence ?? id;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const objects: Readonly<Record<string, string>> = {
  government: " as a government",
  representative: " as a representative",
  sovereignty: " as sovereign over a territory",
  belligerency: " as a belligerent",
};

/** What stands between the two parties of an event: "recognised", "opened an embassy in Kabul to". */
export function eventVerb(
  event: Pick<Event, "act" | "mission">,
  acts: ReadonlyMap<string, ActEntry>,
): string {
  const { past, link } = wordsOf(acts, event.act);
  if (event.mission === null || !event.act.endsWith("-mission")) return `${past} ${link}`.trim();
  if (event.act === "upgrade-mission" || event.act === "downgrade-mission")
    return `${past} its mission${event.mission.kind === null ? "" : ` to the rank of ${event.mission.kind}`} to`;
  if (event.act === "move-mission")
    return `moved its mission${event.mission.city === null ? "" : ` to ${event.mission.city}`} to`;
  return `${past} ${missionName(event.mission)} to`;
}

/** What stands behind the second party: "as a government (by implication)". */
export function eventTail({ object, form, person }: Pick<Event, "object" | "form" | "person">): string {
  const notes = [...(form === "implied" ? ["by implication"] : []), ...(person === null ? [] : [person])];
  return `${objects[object ?? ""] ?? ""}${notes.length === 0 ? "" : ` (${notes.join(", ")})`}`;
}

export function missionName({ kind, city }: Mission): string {
  const name = (kind ?? "mission").replaceAll("-", " ");
  return `${/^[aeiou]/.test(name) ? "an" : "a"} ${name}${city === null ? "" : ` in ${city}`}`;
}

/** "has an embassy in Kabul to": what stands between the two parties of a relation. */
export function relationVerb(relation: Relation): readonly [between: string, after: string] {
  switch (relation.kind) {
    case "recognition":
      return [
        "recognises",
        `${objects[relation.as ?? ""] ?? ""}${relation.form === "implied" ? " by implication" : ""}`,
      ];
    case "relations":
      return ["and", " have diplomatic relations"];
    case "mission":
      return [`has ${missionName(relation.mission ?? { kind: null, city: null })} to`, ""];
    case "accreditation":
      return [`has ${relation.person ?? "an envoy"} accredited to`, ""];
    case "sanctions":
      return ["has sanctions on", ""];
    case "listing":
      return ["lists", " as terrorist"];
    case "membership":
      return ["is a member of", ""];
  }
}

/** When a relation began, or that this is not on record. */
export function began({
  openedBy,
  validFrom,
  certainFrom,
}: Pick<Relation, "openedBy" | "validFrom" | "certainFrom">): string | null {
  if (openedBy === null || validFrom === null) return null;
  return when({ from: validFrom, to: certainFrom ?? validFrom });
}

export function ended({ validTo, certainTo }: Pick<Relation, "validTo" | "certainTo">): string | null {
  if (validTo === null) return null;
  if (certainTo === null || certainTo >= validTo) return when({ from: validTo, to: validTo });
  const last = dayBefore(validTo);
  return last <= certainTo
    ? when({ from: certainTo, to: certainTo })
    : (period(certainTo, last) ?? when({ from: certainTo, to: last }));
}

/** "since 3 July 2025", "May 1997 to 22 September 2001", "until 27 October 2017, its beginning not on record" */
export function interval(relation: Relation): string {
  const [from, to] = [began(relation), ended(relation)];
  if (to === null) return from === null ? "since when is not on record" : `since ${from}`;
  const cause =
    relation.endedWith === "party"
      ? ", ended with the party"
      : relation.endedWith === "relations"
        ? ", ended with relations"
        : "";
  return `${from === null ? `until ${to}, its beginning not on record` : `${from} to ${to}`}${cause}`;
}

/** What stands between actor and target of a prospect: "intends to recognise". */
export function prospectVerb(
  { act, modality, polarity }: Pick<Prospect, "act" | "modality" | "polarity">,
  acts: ReadonlyMap<string, ActEntry>,
): string {
  const { base, participle, link } = wordsOf(acts, act);
  const not = polarity === "negative" ? "not " : "";
  switch (modality) {
    case "asserted":
      return `is said ${not}to have ${participle} ${link}`.trim();
    case "intended":
      return `intends ${not}to ${base} ${link}`.trim();
    case "requested":
      return `is asked ${not}to ${base} ${link}`.trim();
    case "hoped":
      return `is hoped ${not}to ${base} ${link}`.trim();
    case "predicted":
      return `is thought ${not}likely to ${base} ${link}`.trim();
    case "conditional":
      return `would, on a condition, ${not}${base} ${link}`.trim();
  }
}

function sideName(side: Participant | null, parties: PartyNames, nobody: string): string {
  if (side === null) return nobody;
  return side.party === null ? (side.text ?? nobody) : nameOf(side.party, parties);
}

/** A claim in plain English. */
export function claimWords(claim: Claim, parties: PartyNames, acts: ReadonlyMap<string, ActEntry>): string {
  const { base, participle, link } = wordsOf(acts, claim.act);
  const target = `${link}${sideName(claim.target, parties, "a party that is not named")}`;
  const holder = capital(sideName(claim.holder, parties, "somebody who is not named"));
  const one = claim.over ?? "country";
  const is = claim.polarity === "negative" ? "is not" : "is";
  const within = claim.within === null ? "" : ` ${withinWords(claim.within)}`;
  switch (claim.kind) {
    case "rank":
      return `${holder} ${is} the ${claim.rank === null ? "latest" : ordinal(claim.rank)} ${one} to ${base} ${target}${within}`;
    case "only":
      return `${holder} ${is} the only ${one} to have ${participle} ${target}${within}`;
    case "count":
      return `${claim.count ?? "Some"}${claim.total === null ? "" : ` of ${claim.total}`} ${plural(one)} have ${participle} ${target}${within}`;
    case "none":
      return `No ${one} has ${participle} ${target}${within}`;
  }
}

/** "since August 2021", also where the words name the start alone ("since the Taliban returned in August 2021"). */
function withinWords({ from, to, text }: NonNullable<Claim["within"]>): string {
  const words = text ?? when({ from, to });
  return from !== null && to === null ? `since ${words.replace(/^(?:since|in|on|after) /i, "")}` : words;
}

function plural(noun: string): string {
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function ordinal(rank: number): string {
  const names = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
  ];
  const named = names[rank - 1];
  if (named !== undefined) return named;
  const last = rank % 10;
  const suffix =
    rank % 100 > 10 && rank % 100 < 14
      ? "th"
      : last === 1
        ? "st"
        : last === 2
          ? "nd"
          : last === 3
            ? "rd"
            : "th";
  return `${rank}${suffix}`;
}

export const kindTitles: Readonly<Record<Relation["kind"], string>> = {
  recognition: "Recognition",
  relations: "Diplomatic relations",
  mission: "Missions",
  accreditation: "Envoys",
  sanctions: "Sanctions",
  listing: "Terrorist listings",
  membership: "Membership",
};
