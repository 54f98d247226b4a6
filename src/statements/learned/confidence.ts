import type { ChosenAct, Filler } from "./choose.js";

/** Weights of a logistic regression on log-odds, fitted on authors kept out by `training/evaluate.py`. */
export interface Calibration {
  readonly bias: number;
  readonly act: number;
  readonly actor: number;
  readonly target: number;
  readonly stance: number;
  /** Added where a role is empty. */
  readonly open: number;
}

/** Log-odds above which a score tells nothing more. */
const most = 6;

/**
 * How likely a statement is right in act, parties, polarity and modality: 0 to 1, to two decimals. An actor whom the words
 * leave unnamed ("other countries") makes a reading less doubtful than a role that they should fill and do not.
 */
export function confidenceOf(
  { bias, act, actor, target, stance, open }: Calibration,
  chosen: ChosenAct,
  one: Filler | "unnamed" | undefined,
  other: Filler | undefined,
): number {
  const bounded = (score: number) => Math.max(-most, Math.min(most, score));
  const role = (weight: number, filler: Filler | "unnamed" | undefined) => {
    if (filler === undefined) return open;
    return filler === "unnamed" ? open / 4 : weight * bounded(filler.score);
  };
  const sum =
    bias +
    act * bounded(chosen.score) +
    role(actor, one) +
    role(target, other) +
    stance * bounded(chosen.stanceScore);
  return Math.round(100 / (1 + Math.exp(-sum))) / 100;
}
