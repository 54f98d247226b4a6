import { claimsOf, createClaim } from "./claims.js";
import { addClaim, type Context, isOfStatus, sharedOf } from "./drafts.js";
import { createInstance } from "./instance.js";
import { participantsAt } from "./participants.js";
import type { ProForm } from "./proforms.js";
import { stanceOf } from "./stance.js";

/** "The first member to do so": the rank of a doer in the act that a pro-form repeats. */
export function readProFormClaims(context: Context, form: ProForm): void {
  const { discourse, books, sentence, drafts } = context;
  const model = participantsAt(discourse, sentence, form.model).map((one) => one.participant.party);
  const last = drafts.filter(isOfStatus).findLast(({ statement }) => {
    const fits = model.length === 0 || model.includes(statement.actor?.party ?? "");
    return (
      fits && statement.target !== null && (statement.polarity === "positive" || form.model.length === 0)
    );
  });
  if (last === undefined) return;
  // Of an act that binds both sides the first statement is the one of the doer.
  const { statement, entry } = last.mutual
    ? (drafts.find(
        (one) =>
          one.entry === last.entry && one.statement.evidence.sentence === last.statement.evidence.sentence,
      ) ?? last)
    : last;
  const stance = stanceOf(sentence, form.anchor, books.governors);
  if (stance.question) return;
  const instance = createInstance(
    { entry, sentence, trigger: form.anchor, anchor: form.anchor, construction: "pro-form" },
    { actors: form.actors },
  );
  const shared = sharedOf(context, instance, stance);
  for (const claim of claimsOf({ discourse, governors: books.governors }, instance, statement.target)) {
    // "Israel recognised it, the first member to do so": the rank is that of the act's own doer.
    const ranked = claim.kind === "rank" || claim.kind === "only";
    const held = { ...claim, holder: claim.holder ?? (ranked ? statement.actor : null) };
    const rule = `${statement.act}/${claim.kind}`;
    addClaim(context, createClaim(discourse.report, sentence, statement.act, held, shared, rule));
  }
}
