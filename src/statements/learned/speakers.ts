import type { Attribution } from "../../model/index.js";
import type { Discourse } from "../discourse.js";
import type { Candidate, Passage } from "./passage.js";

/** The chain of who says so with the speaker that was chosen, where the grammar around the act names none. */
export function speakerLinks(
  { report }: Discourse,
  { sentences, sentenceOf, tokenOf }: Passage,
  chain: readonly Attribution[],
  speaker: Candidate | null,
): readonly Attribution[] {
  if (speaker === null || chain.some(({ kind }) => kind === "speaker")) return chain;
  const { mention, first, last, parties } = speaker;
  const sentence = sentences[sentenceOf[first] as number] as Passage["sentences"][number];
  const words = report.text.slice(
    sentence.startOf(tokenOf[first] as number),
    sentence.endOf(tokenOf[last] as number),
  );
  const name = mention?.person ?? (mention?.form === "office" ? mention.office : null) ?? words;
  if (chain.some((one) => one.name === name)) return chain;
  return Object.freeze([
    ...chain,
    { kind: "speaker" as const, name, party: parties[0] ?? mention?.party ?? null },
  ]);
}
