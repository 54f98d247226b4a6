import type { Claim, Modality, Statement } from "../../model/index.js";
import { ordinalFor } from "../../statements/index.js";
import { within } from "./days.js";
import { capitalised, type NameOf, participantName } from "./names.js";
import { type Phrase, phraseOf } from "./phrases.js";
import { safe } from "./safe.js";

/** One line of plain English that says what a statement says, whoever says it. */
export function gloss(statement: Statement, nameOf: NameOf): string {
  const actor = participantName(statement.actor, nameOf, "somebody who is not named");
  const target = participantName(statement.target, nameOf, "a party that is not named");
  const phrase = phraseOf(statement.act);
  const object = objects[statement.object ?? ""] ?? "";
  const whom = statement.target === null && phrase.alone ? "" : ` ${phrase.link}${target}`;
  return capitalised(`${predicate(statement, actor, phrase)}${whom}${object}${detail(statement)}`);
}

/** What is known of the mission or the envoy: "(embassy in Lima)", "(ambassador Ruth Diaz)". */
function detail({ mission, envoy, decidedBy }: Statement): string {
  const post =
    mission === null
      ? []
      : [
          [
            mission.kind?.replaceAll("-", " ") ?? "mission",
            mission.city === null ? "" : ` in ${mission.city}`,
          ].join(""),
        ];
  const person = envoy === null ? [] : [[envoy.rank, envoy.person].filter((one) => one !== null).join(" ")];
  const order = decidedBy === "receiving" ? ["ordered by the receiving state"] : [];
  const parts = [...post, ...person, ...order].map(safe);
  return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}

function predicate({ modality, polarity }: Statement, actor: string, phrase: Phrase): string {
  const not = polarity === "negative" ? "not " : "";
  const plural = isPlural(actor);
  const are = plural ? "are" : "is";
  switch (modality) {
    case "asserted":
      return polarity === "positive"
        ? `${actor} ${phrase.past}`
        : `${actor} ${plural ? "have" : "has"} not ${phrase.participle}`;
    case "intended":
      return `${actor} ${plural ? "intend" : "intends"} ${not}to ${phrase.base}`;
    case "requested":
      return `${actor} ${are} asked ${not}to ${phrase.base}`;
    case "hoped":
      return `it is hoped that ${actor} will ${not}${phrase.base}`;
    case "predicted":
      return `it is thought that ${actor} may ${not}${phrase.base}`;
    case "conditional":
      return `${actor} would, on a condition, ${not}${phrase.base}`;
  }
}

function isPlural(name: string): boolean {
  return (
    /^(?:[a-z].*[a-z]s|more .*|others?.*|the [A-Z].*[^aiu]s)$/.test(name) &&
    !/States|Nations|Philippines|Netherlands/.test(name)
  );
}

const objects: Readonly<Record<string, string>> = {
  state: " as a state",
  government: " as a government",
  representative: " as a representative",
  sovereignty: " as sovereign over a territory",
  belligerency: " as a belligerent",
};

/** What a modality means for a reader who is no linguist. */
export const modalities: Readonly<Record<Modality, string>> = {
  asserted: "asserted",
  intended: "intended, not done",
  requested: "requested, not done",
  hoped: "hoped for, not done",
  predicted: "predicted, not done",
  conditional: "conditional, not done",
};

/** A claim about the record in plain English. */
export function claimGloss(claim: Claim, nameOf: NameOf): string {
  const target = participantName(claim.target, nameOf, "a party that is not named");
  const phrase = phraseOf(claim.act);
  const whom = `${phrase.link}${target}`;
  const interval = claim.within === null ? "" : `, ${safe(within(claim.within))}`;
  return capitalised(`${claimed(claim, nameOf, phrase, whom)}${interval}`);
}

/** "EU members", "countries" */
function plural(noun: string): string {
  return /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : `${noun}s`;
}

function claimed(claim: Claim, nameOf: NameOf, { base, participle }: Phrase, whom: string): string {
  const holder = participantName(claim.holder, nameOf, "somebody who is not named");
  const members = claim.membersOf === null ? "" : ` of ${safe(claim.membersOf)}`;
  const one = claim.over === null ? "party" : safe(claim.over);
  const is = claim.polarity === "negative" ? "is not" : "is";
  switch (claim.kind) {
    case "rank":
      return `${holder} ${is} the ${claim.rank === null ? "latest" : ordinalFor(claim.rank)} ${one} to ${base} ${whom}`;
    case "only":
      return `${holder} ${is} the only ${one} to have ${participle} ${whom}`;
    case "count":
      return `${claim.count ?? "some"}${claim.total === null ? "" : ` of ${claim.total}`} ${claim.over === null ? `members${members}` : plural(one)} have ${claim.polarity === "negative" ? "not " : ""}${participle} ${whom}`;
    case "none":
      return `no ${one} has ${participle} ${whom}`;
  }
}
