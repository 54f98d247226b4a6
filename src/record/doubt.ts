import type { Testimony } from "./types.js";

type Weighed = Pick<Testimony, "confidence" | "isReviewed" | "actor" | "target">;

/** Below this a reading is as likely wrong as right. */
export const doubtfulBelow = 0.5;
/** From this on a reading is firm enough to confirm an event. */
const firmFrom = 0.75;

/**
 * Whether a reading is too doubtful for anything to follow from it: it is kept, and waits for a person's decision. A
 * reading without a confidence was made by a rule, a table or a person, and stands.
 */
export function isDoubtful({ confidence, isReviewed }: Pick<Weighed, "confidence" | "isReviewed">): boolean {
  return confidence !== null && confidence < doubtfulBelow && !isReviewed;
}

/** Whether a reading is firm: likely right, and with both parties in the words that state the act; or reviewed. */
export function isFirm({ confidence, isReviewed, actor, target }: Weighed): boolean {
  if (isReviewed) return true;
  const inferred = [actor, target].some((one) => one?.basis === "inferred");
  return !inferred && (confidence === null || confidence >= firmFrom);
}
