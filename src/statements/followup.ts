import { type Sentence, type TimeExpression, WordSet } from "../language/index.js";
import type { Attribution, DateRange, Place } from "../model/index.js";
import { rangeOf } from "./dates.js";
import type { Discourse } from "./discourse.js";
import { participantsAt } from "./participants.js";
import { ownerOf } from "./subject.js";
import { hasRelation, isVerb } from "./tree.js";

/** What a later sentence adds about an act that it takes up again: "Russia's decision was announced on Thursday". */
export interface FollowUp {
  readonly date: DateRange | null;
  readonly place: Place | null;
  readonly sentence: number;
  readonly anchor: number;
}

const eventNouns: ReadonlySet<string> = new Set([
  "decision",
  "move",
  "announcement",
  "step",
  "recognition",
  "declaration",
  "gesture",
]);

/** Words without one of which no sentence takes an act up again. */
const followUpWords = new WordSet(eventNouns);

const tellingVerbs: ReadonlySet<string> = new Set([
  "announce",
  "communicate",
  "make",
  "take",
  "convey",
  "deliver",
  "come",
  "sign",
  "publish",
  "inform",
  "formalise",
  "formalize",
  "unveil",
  "declare",
  "confirm",
  "issue",
  "adopt",
  "approve",
  "hand",
  "present",
  "follow",
  "reveal",
  "disclose",
]);

/**
 * Looks through the sentences around an act for one that takes it up by a noun of event whose owner is the
 * act's actor, or that has no owner and is definite, with a date of its own on a verb of announcing.
 */
export function followUpOf(discourse: Discourse, actor: string, from: number, to: number): FollowUp | null {
  for (let index = from; index <= to; index += 1) {
    const sentence = discourse.document.sentences[index];
    if (sentence === undefined || sentence.find(followUpWords) < 0) continue;
    for (let token = 0; token < sentence.size; token += 1) {
      if (!eventNouns.has(sentence.lower(token)) || !takesUp(discourse, sentence, token, actor)) continue;
      const found = toldAt(discourse, sentence, token);
      if (found !== null) return found;
    }
  }
  return null;
}

function takesUp(discourse: Discourse, sentence: Sentence, token: number, actor: string): boolean {
  const owner = ownerOf(sentence, token);
  if (owner >= 0)
    return participantsAt(discourse, sentence, [owner]).some((one) => one.participant.party === actor);
  return sentence
    .children(token)
    .some((one) => hasRelation(sentence, one, "det") && ["the", "this"].includes(sentence.lower(one)));
}

function toldAt(discourse: Discourse, sentence: Sentence, token: number): FollowUp | null {
  if (!hasRelation(sentence, token, "nsubj", "nsubj:pass", "obj")) return null;
  const verb = sentence.head(token);
  if (verb < 0 || !isVerb(sentence, verb) || !tellingVerbs.has(sentence.lemma(verb))) return null;
  const modal = sentence
    .children(verb)
    .some(
      (one) =>
        hasRelation(sentence, one, "aux") &&
        /^(?:will|would|may|might|could|should|must|can)$/.test(sentence.lower(one)),
    );
  if (modal) return null;
  const time = discourse.times(sentence.index).find((one: TimeExpression) => one.relation === "at");
  const place = discourse.placeIn(sentence.index);
  if (time === undefined && place === null) return null;
  return { date: time === undefined ? null : rangeOf(time), place, sentence: sentence.index, anchor: verb };
}

/** Links of a chain that a follow-up knows and the statement does not. */
export function mergedAttribution(
  own: readonly Attribution[],
  further: readonly Attribution[],
): readonly Attribution[] {
  const extra = further.filter((link) => !own.some((one) => one.name === link.name));
  const order = { outlet: 0, source: 1, speaker: 2 };
  return [...own, ...extra].sort((a, b) => order[a.kind] - order[b.kind]);
}
