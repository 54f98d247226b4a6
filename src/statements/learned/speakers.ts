import type { Attribution } from "../../model/index.js";
import type { Discourse } from "../discourse.js";
import { type Candidate, type Passage, wordsOf } from "./passage.js";

/** The chain of who says so with the speaker that was chosen, where the grammar around the act names none. */
export function speakerLinks(
  { report }: Discourse,
  passage: Passage,
  chain: readonly Attribution[],
  speaker: Candidate | null,
): readonly Attribution[] {
  if (speaker === null || chain.some(({ kind }) => kind === "speaker")) return chain;
  const { mention, parties } = speaker;
  const words = wordsOf(report.text, passage, speaker);
  const name = mention?.person ?? (mention?.form === "office" ? mention.office : null) ?? words;
  if (chain.some((one) => one.name === name)) return chain;
  return Object.freeze([
    ...chain,
    { kind: "speaker" as const, name, party: parties[0] ?? mention?.party ?? null },
  ]);
}
