import type { Polarity } from "../../model/index.js";
import type { Context } from "../drafts.js";
import { generic } from "../generic.js";
import { exceptedAt, type Found } from "../participants.js";
import { doerOf } from "../subject.js";
import { extent } from "../tree.js";
import type { Filler } from "./choose.js";
import type { StatedAct } from "./readActs.js";

/** One who acts and one who is acted on; undefined where nobody is named. */
export interface ActPair {
  readonly actor: Filler | undefined;
  readonly target: Filler | undefined;
}

/** Every actor with every target; each with each other where the words say so. Nobody acts on itself. */
export function pairsOf(context: Context, stated: StatedAct): readonly ActPair[] {
  const { actors, targets } = answering(context, stated);
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
 * else where the act's own subject is somebody who is not named ("other countries").
 */
function answering(
  context: Context,
  { chosen, passage, token }: StatedAct,
): { readonly actors: readonly Filler[]; readonly targets: readonly Filler[] } {
  const whole = ({ candidate }: Filler) => candidate.group === null || candidate.group.distributes;
  const unnamed = genericDoer(context, token);
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
  if (sentence.lemma(token) === "exchange") return true;
  for (let at = token + 1; at < Math.min(sentence.size - 1, token + 7); at += 1) {
    const [here, next] = [sentence.lower(at), sentence.lower(at + 1)];
    if ((here === "each" && next === "other") || (here === "one" && next === "another")) return true;
  }
  return false;
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
