import type { Polarity } from "../../model/index.js";
import type { Context } from "../drafts.js";
import { generic } from "../generic.js";
import { exceptedAt, type Found } from "../participants.js";
import { saysEachOther } from "../reciprocal.js";
import { doerOf } from "../subject.js";
import { extent } from "../tree.js";
import type { Filler } from "./choose.js";
import type { StatedAct } from "./readActs.js";

/** One who acts and one who is acted on; undefined where nobody is named. */
export interface ActPair {
  readonly actor: Filler | undefined;
  readonly target: Filler | undefined;
}

/**
 * Every actor with every target; each with each other where the words say so. Nobody acts on itself. `unnamed` is the
 * act's own subject where it names nobody; see `genericDoer`.
 */
export function pairsOf(context: Context, stated: StatedAct, unnamed: Found | null): readonly ActPair[] {
  const { actors, targets } = answering(context, stated, unnamed);
  const sides = [...new Map([...actors, ...targets].map((one) => [one.party, one])).values()];
  const pairs =
    sides.length > 1 && isReciprocal(context, stated) ? cross(sides, sides) : cross(actors, targets);
  return pairs.filter(
    ({ actor, target }) => (actor ?? target) !== undefined && actor?.party !== target?.party,
  );
}

function cross(actors: readonly Filler[], targets: readonly Filler[]): readonly ActPair[] {
  const or = (all: readonly Filler[]) => (all.length === 0 ? [undefined] : all);
  return or(actors).flatMap((actor) => or(targets).map((target) => ({ actor, target })));
}

/**
 * Those who answer for the act: no member of a group of which the words say only that some acted, and nobody from
 * elsewhere where the act's own subject is somebody who is not named ("other countries").
 */
function answering(
  context: Context,
  { chosen, passage }: StatedAct,
  unnamed: Found | null,
): { readonly actors: readonly Filler[]; readonly targets: readonly Filler[] } {
  const whole = ({ candidate }: Filler) => candidate.group === null || candidate.group.distributes;
  const [from, to] = unnamed === null ? [0, 0] : extent(context.sentence, unnamed.token);
  const host = passage.sentenceOf[chosen.word] as number;
  const start = passage.starts[host] as number;
  const near = ({ candidate: { first, last } }: Filler) =>
    unnamed === null || (first - start >= from && last - start <= to);
  return {
    actors: chosen.actors.filter((one) => whole(one) && near(one)),
    targets: chosen.targets.filter(whole),
  };
}

/** "Other countries", "147 states": a subject of the act that names nobody; null where it names somebody. */
export function genericDoer({ discourse, books, sentence }: Context, token: number): Found | null {
  const doer = doerOf(sentence, token, books.governors);
  // "The two governments", "both states" are some of whom the text has spoken.
  if (doer < 0 || sentence.children(doer).some((one) => definite.has(sentence.lower(one)))) return null;
  return generic(discourse, sentence, doer);
}

const definite: ReadonlySet<string> = new Set([
  "the",
  "these",
  "those",
  "both",
  "two",
  "three",
  "their",
  "its",
]);

/** "recognised each other", "expelled one another's ambassadors", "exchanged ambassadors". */
function isReciprocal({ sentence }: Context, { token }: StatedAct): boolean {
  return sentence.lemma(token) === "exchange" || saysEachOther(sentence, token + 1, token + 7);
}

/** "All the Nordic countries except Iceland": whom the words take out of those who act. */
export function isExcepted({ discourse, sentence }: Context, { participant }: Found): boolean {
  return discourse
    .groups(sentence.index)
    .some(({ last }) => exceptedAt(discourse, sentence, last).includes(participant.party ?? ""));
}

export function opposite(polarity: Polarity): Polarity {
  return polarity === "positive" ? "negative" : "positive";
}
