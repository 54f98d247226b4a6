import type { Participant } from "../model/index.js";
import { claimsOf, createClaim } from "./claims.js";
import { addClaim, addStatement, type Context, isOfStatus, sharedOf } from "./drafts.js";
import { noDetails } from "./frames/details.js";
import type { Instance } from "./instance.js";
import { type Found, participantsAt } from "./participants.js";
import type { ProForm } from "./proforms.js";
import { stanceOf } from "./stance.js";

/** A pro-form repeats the act, the target and the object of the act that it follows, with a doer of its own. */
export function readProForm(context: Context, form: ProForm): void {
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
  const antecedent = last.mutual
    ? (drafts.find(
        (one) =>
          one.entry === last.entry && one.statement.evidence.sentence === last.statement.evidence.sentence,
      ) ?? last)
    : last;
  const { statement } = antecedent;
  const stance = stanceOf(sentence, form.anchor, books.governors);
  if (stance.question) return;
  const instance: Instance = {
    entry: antecedent.entry,
    sentence,
    trigger: form.anchor,
    anchor: form.anchor,
    construction: "pro-form",
    actors: form.actors,
    targets: [],
    as: [],
    brings: null,
    negative: false,
  };
  const shared = sharedOf(context, instance, stance);
  for (const claim of claimsOf({ discourse, governors: books.governors }, instance, statement.target)) {
    // "Israel recognised it, the first member to do so": the rank is that of the act's own doer.
    const ranked = claim.kind === "rank" || claim.kind === "only";
    const held = { ...claim, holder: claim.holder ?? (ranked ? statement.actor : null) };
    addClaim(
      context,
      createClaim(discourse.report, sentence, statement.act, held, shared, `${statement.act}/${claim.kind}`),
    );
  }
  let first = drafts.indexOf(antecedent);
  while (first > 0 && drafts[first - 1]?.statement.evidence.sentence === statement.evidence.sentence)
    first -= 1;
  const siblings = drafts
    .slice(first)
    .filter(
      (one) =>
        one.statement.evidence.sentence === statement.evidence.sentence &&
        one.entry === antecedent.entry &&
        one.statement.actor?.party === statement.actor?.party,
    );
  const held = form.denies ? { ...shared, polarity: "negative" as const, date: null } : shared;
  const dated =
    form.construction === "inverted" && shared.date === null && !form.denies
      ? { ...shared, date: statement.date }
      : held;
  for (const actor of participantsAt(discourse, sentence, form.actors)) {
    if (actor.counted) continue;
    for (const { statement: one } of siblings) {
      if (
        actor.participant.party !== null &&
        (actor.participant.party === one.target?.party ||
          (actor.participant.party === one.actor?.party && one.evidence.sentence === sentence.index))
      )
        continue;
      const { mutual } = antecedent;
      const target = one.target === null ? null : repeated(one.target, form.anchor);
      const again = target === null ? null : { found: target, object: one.object };
      addStatement(context, instance, dated, actor, again, noDetails, mutual);
      const back = { found: actor, object: null };
      if (mutual) addStatement(context, instance, dated, target, back, noDetails, mutual);
    }
  }
}

/** The party that the act before was done to, which no word of the pro-form's own names. */
function repeated(target: Participant, token: number): Found {
  const participant = Object.freeze({ ...target, text: null, basis: "inferred" as const });
  return { participant, token, mention: null, generic: false, counted: false };
}
