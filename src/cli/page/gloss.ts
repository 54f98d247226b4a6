import type { Claim, Modality, Statement } from "../../model/index.js";
import { within } from "./days.js";
import { capitalised, type NameOf, participantName } from "./names.js";
import { safe } from "./safe.js";

interface Phrase {
  /** After "to": "recognise". */
  readonly base: string;
  readonly past: string;
  /** After "has": "recognised". */
  readonly participle: string;
  /** Stands between the verb and the target. */
  readonly link: string;
}

const phrases: Readonly<Record<string, Phrase>> = {
  recognise: { base: "recognise", past: "recognised", participle: "recognised", link: "" },
  "withdraw-recognition": {
    base: "withdraw",
    past: "withdrew",
    participle: "withdrawn",
    link: "recognition from ",
  },
};

/** An act that has no phrase of its own yet is named as the act book names it. */
function phraseOf(act: string): Phrase {
  return phrases[act] ?? { base: "do", past: "did", participle: "done", link: `“${safe(act)}” to ` };
}

/** One line of plain English that says what a statement says, whoever says it. */
export function gloss(statement: Statement, nameOf: NameOf): string {
  const actor = participantName(statement.actor, nameOf, "somebody who is not named");
  const target = participantName(statement.target, nameOf, "a party that is not named");
  const phrase = phraseOf(statement.act);
  const object = objects[statement.object ?? ""] ?? "";
  return capitalised(`${predicate(statement, actor, phrase)} ${phrase.link}${target}${object}`);
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

function claimed(claim: Claim, nameOf: NameOf, { base, participle }: Phrase, whom: string): string {
  const holder = participantName(claim.holder, nameOf, "somebody who is not named");
  const members = claim.membersOf === null ? "" : ` of ${safe(claim.membersOf)}`;
  const one = claim.over === null ? "party" : safe(claim.over);
  const is = claim.polarity === "negative" ? "is not" : "is";
  switch (claim.kind) {
    case "rank":
      return `${holder} ${is} the ${claim.rank === null ? "latest" : ordinal(claim.rank)} ${one} to ${base} ${whom}`;
    case "only":
      return `${holder} ${is} the only ${one} to have ${participle} ${whom}`;
    case "count":
      return `${claim.count ?? "some"}${claim.total === null ? "" : ` of ${claim.total}`} ${claim.over === null ? `members${members}` : one} have ${claim.polarity === "negative" ? "not " : ""}${participle} ${whom}`;
    case "none":
      return `no ${one} has ${participle} ${whom}`;
  }
}

const words = [
  "",
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

function ordinal(rank: number): string {
  const word = words[rank];
  if (word !== undefined && word !== "") return word;
  const teen = rank % 100 >= 11 && rank % 100 <= 13;
  const ending = teen ? "th" : (["th", "st", "nd", "rd"][rank % 10] ?? "th");
  return `${rank}${ending}`;
}
