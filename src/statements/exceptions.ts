import { addStatement, type Context, type Shared } from "./drafts.js";
import type { Instance } from "./instance.js";
import { exceptedAt, type Found } from "./participants.js";

/** "all members except Hungary": of the party that the words except, the act is denied. */
export function addExceptions(
  context: Context,
  instance: Instance,
  actors: readonly number[],
  shared: Shared,
  target: Found | null,
): void {
  const { discourse, sentence } = context;
  if (shared.modality !== "asserted") return;
  const ends = actors.map(
    (token) =>
      discourse.groups(sentence.index).find((one) => one.first <= token && token <= one.last)?.last ?? token,
  );
  for (const party of new Set(ends.flatMap((last) => exceptedAt(discourse, sentence, last)))) {
    const mention = discourse.mentions(sentence.index).find((one) => one.party === party);
    if (mention === undefined) continue;
    const text = discourse.report.text.slice(mention.start, mention.end);
    const participant = Object.freeze({
      party,
      text,
      person: null,
      office: null,
      sector: null,
      basis: "stated" as const,
    });
    const found: Found = { participant, token: mention.head, mention, generic: false, counted: false };
    const polarity = shared.polarity === "positive" ? "negative" : "positive";
    addStatement(
      context,
      instance,
      { ...shared, polarity, date: null },
      found,
      target === null ? null : { found: target, object: null },
    );
  }
}
