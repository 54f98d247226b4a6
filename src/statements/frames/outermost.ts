import type { Sentence } from "../../language/index.js";
import { hasRelation } from "../tree.js";
import type { Match } from "./match.js";

/**
 * Of matches one inside the other, the outer: what is agreed, demanded or threatened is the content of that act and no
 * act of its own (PLOVER Manual, AGREE, REQUEST, THREATEN). A clause that stands as a fact of its own ("after
 * shelling the town", "which attacked") is kept.
 */
export function outermost(matches: readonly Match[]): readonly Match[] {
  const triggers = new Set(matches.map((one) => one.trigger));
  return matches.filter(({ sentence, trigger }) => !isContent(sentence, trigger, triggers));
}

function isContent(sentence: Sentence, trigger: number, triggers: ReadonlySet<number>): boolean {
  let at = trigger;
  for (let steps = 0; steps < sentence.size; steps += 1) {
    const head = sentence.head(at);
    if (head < 0 || isFactual(sentence, at)) return false;
    if (triggers.has(head) && !hasRelation(sentence, at, "conj", "parataxis")) return true;
    at = head;
  }
  return false;
}

const factual: ReadonlySet<string> = new Set([
  "after",
  "since",
  "because",
  "when",
  "while",
  "as",
  "although",
  "though",
  "following",
]);

function isFactual(sentence: Sentence, at: number): boolean {
  if (hasRelation(sentence, at, "acl:relcl")) return true;
  return sentence
    .children(at)
    .some(
      (one) =>
        one < at && hasRelation(sentence, one, "mark", "case", "advmod") && factual.has(sentence.lower(one)),
    );
}
