import type { Document, Sentence } from "../language/index.js";
import type { Claim, Statement } from "../model/index.js";
import { attributionOf } from "./attribution.js";
import { claimsOf, createClaim } from "./claims.js";
import { dateBeside } from "./dates.js";
import { createDiscourse, type Discourse } from "./discourse.js";
import {
  addClaim,
  addStatement,
  type Books,
  type Context,
  claimsOfSentence,
  type Draft,
  isOfStatus,
  sharedOf,
} from "./drafts.js";
import { addExceptions } from "./exceptions.js";
import { followUpOf, mergedAttribution } from "./followup.js";
import { readFrames } from "./frames/readFrames.js";
import type { Instance } from "./instance.js";
import { instancesIn } from "./instances.js";
import { mended } from "./mending.js";
import { recognisedAt } from "./object.js";
import { proFormsIn, proFormWords } from "./proforms.js";
import { readProForm } from "./repetition.js";
import { actorsOf, listed, speakersAt, targetsOf } from "./roles.js";
import { stanceOf } from "./stance.js";

export interface Read {
  readonly statements: readonly Statement[];
  readonly claims: readonly Claim[];
}

/** Reads all statements and claims of a document, in the order of the text. */
export function readStatements(document: Document, books: Books): Read {
  const discourse = createDiscourse(document, books.parties, books.acts);
  const drafts: Draft[] = [];
  const claims: Claim[] = [];
  let met = false;
  for (const sentence of document.sentences) {
    const triggered = sentence.find(books.acts.triggers) >= 0;
    const framed = sentence.find(books.acts.frames.triggers) >= 0;
    met ||= triggered || framed;
    if (!met) continue;
    const context: Context = { discourse, books, sentence, drafts, claims };
    if (triggered) {
      for (const instance of instancesIn(
        sentence,
        books.acts,
        books.governors,
        discourse.mentions(sentence.index),
      ))
        readInstance(context, mended(context, instance));
    }
    if (framed) readFrames(context);
    if (isNear(drafts, sentence) && sentence.find(proFormWords) >= 0) {
      for (const form of proFormsIn(discourse, sentence, books.governors)) readProForm(context, form);
    }
  }
  const statements = drafts.map((draft) => followedUp(discourse, books, draft));
  return Object.freeze({ statements: Object.freeze(statements), claims: Object.freeze(claims) });
}

/** How many sentences back a pro-form may look for the act that it repeats. */
const proFormReach = 5;

function isNear(drafts: readonly Draft[], sentence: Sentence): boolean {
  const last = drafts.findLast(isOfStatus);
  return last !== undefined && sentence.index - last.statement.evidence.sentence <= proFormReach;
}

function readInstance(context: Context, instance: Instance): void {
  const { discourse, books, sentence } = context;
  if (isReciprocal(instance)) {
    readReciprocal(context, instance);
    return;
  }
  const found = actorsOf(context, instance);
  if (found === null) return;
  const doer = found.length === 1 ? (found[0]?.participant.party ?? null) : null;
  const recognised =
    doer === null
      ? targetsOf(context, instance)
      : discourse.barring(doer, () => targetsOf(context, instance));
  if (recognised === null) return;
  const stance = stanceOf(sentence, instance.anchor, books.governors);
  if (stance.question) return;
  const first = sharedOf(context, instance, stance);
  const actors = found.length > 0 ? listed(context, instance, found) : speakersAt(instance, first);
  const before = context.claims.length;
  const shared = first;
  for (const claim of claimsOf(
    { discourse, governors: books.governors },
    instance,
    recognised[0]?.found.participant ?? null,
  )) {
    const rule = `${instance.entry.act}/${claim.kind}`;
    addClaim(context, createClaim(discourse.report, sentence, instance.entry.act, claim, shared, rule));
  }
  const made = context.claims.slice(before);
  // "the first since 2021": the interval is the claim's and not the act's.
  const interval = made.some((claim) => claim.within !== null && claim.within.from === shared.date?.from);
  const stated = interval ? { ...shared, date: null } : shared;
  if (
    made.some((claim) => claim.kind === "rank" && instance.construction === "noun") &&
    actors.every((one) => one.generic)
  )
    return;
  // Doers that are only counted make the claim; where there is none they stay doers without a name.
  const here = claimsOfSentence(context);
  const claimed = here.some((one) => one.holder === null);
  if (claimed && actors.length > 0 && actors.every((one) => one.counted)) {
    const none = here.some((one) => one.kind === "none");
    if (none)
      for (const target of recognised)
        addStatement(context, instance, { ...shared, polarity: "negative" }, null, target);
    return;
  }
  for (const actor of actors.length > 0 ? actors : [null]) {
    for (const target of recognised.length > 0 ? recognised : [null]) {
      if (actor === null && target === null) continue;
      const date =
        actor !== null && actors.length > 1
          ? dateBeside(
              discourse,
              instance,
              actors.map((one) => one.token),
              actor.token,
            )
          : null;
      addStatement(context, instance, date === null ? stated : { ...shared, date }, actor, target);
    }
  }
  addExceptions(context, instance, instance.actors, stated, recognised[0]?.found ?? null);
}

/** "Israel and the PLO recognised each other". */
function isReciprocal(instance: Instance): boolean {
  const { sentence } = instance;
  if (instance.construction === "mutual") return true;
  return instance.targets.some((token) => {
    const lower = sentence.lower(token);
    const before = token > 0 ? sentence.lower(token - 1) : "";
    return (
      (lower === "other" && before === "each") ||
      (lower === "another" && before === "one") ||
      (lower === "each" && token + 1 < sentence.size && sentence.lower(token + 1) === "other")
    );
  });
}

/** Each of the doers recognises each of the others. */
function readReciprocal(context: Context, instance: Instance): void {
  const { discourse, books, sentence } = context;
  const parties = recognisedAt(discourse, sentence, instance.entry, instance.actors, []);
  if (parties.length < 2) return;
  const stance = stanceOf(sentence, instance.anchor, books.governors);
  const shared = sharedOf(context, instance, stance);
  for (const actor of parties)
    for (const target of parties) addStatement(context, instance, shared, actor.found, target);
}

/** Fills date, place and sources of an asserted statement from a sentence that takes the act up again. */
function followedUp(discourse: Discourse, books: Books, { statement, entry }: Draft): Statement {
  const actor = statement.actor?.party ?? null;
  // "The decision", "the step" of later sentences is told of acts that are themselves declarations.
  if (entry.file.frames.length > 0) return statement;
  if (statement.date !== null || actor === null) return statement;
  if (statement.modality !== "asserted" || statement.polarity !== "positive") return statement;
  const from = statement.evidence.sentence;
  const found = followUpOf(discourse, actor, from, from + 6);
  if (found === null) return statement;
  const sentence = discourse.document.sentences[found.sentence] as Sentence;
  const stance = stanceOf(sentence, found.anchor, books.governors);
  const further = attributionOf(
    discourse,
    sentence,
    found.anchor,
    stance.cues,
    books.governors,
    books.outlets,
  );
  return Object.freeze({
    ...statement,
    date: found.date === null ? null : Object.freeze({ ...found.date, basis: "inferred" as const }),
    place: statement.place ?? found.place,
    attribution: Object.freeze(mergedAttribution(statement.attribution, further)),
  });
}
