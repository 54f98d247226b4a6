import type { Document, Sentence } from "../language/index.js";
import type { Claim, Statement } from "../model/index.js";
import { attributionOf } from "./attribution.js";
import { claimsOf, createClaim } from "./claims.js";
import { createDiscourse, type Discourse } from "./discourse.js";
import { addClaim, type Books, type Context, type Draft, isOfStatus, sharedOf } from "./drafts.js";
import { followUpOf, mergedAttribution } from "./followup.js";
import { readFrames } from "./frames/readFrames.js";
import type { Instance } from "./instance.js";
import { instancesIn } from "./instances.js";
import { type ActReader, readActs } from "./learned/readActs.js";
import { tellAct } from "./learned/tell.js";
import { mended } from "./mending.js";
import { readProFormClaims } from "./proFormClaims.js";
import { proFormsIn, proFormWords } from "./proforms.js";
import { actorsOf, targetsOf } from "./roles.js";
import { stanceOf } from "./stance.js";

export interface Read {
  readonly statements: readonly Statement[];
  readonly claims: readonly Claim[];
}

/**
 * Reads all statements and claims of a document, in the order of the text. What a party's diplomatic status becomes is
 * chosen by the learned reader; acts of contact, speech and force, and a user's own, are read by the frames of the book,
 * and claims by the grammar around both. `headEnd` is where the title ends that was put before the text; 0 where none was.
 */
export async function readStatements(
  document: Document,
  books: Books,
  reader: ActReader,
  headEnd: number,
): Promise<Read> {
  const discourse = createDiscourse(document, books.parties, books.acts);
  const stated = await readActs(document, discourse, reader, headEnd);
  const drafts: Draft[] = [];
  const claims: Claim[] = [];
  for (const sentence of document.sentences) {
    const context: Context = { discourse, books, sentence, drafts, claims };
    const triggered = sentence.find(books.acts.triggers) >= 0;
    if (triggered)
      for (const instance of instancesIn(
        sentence,
        books.acts,
        books.governors,
        discourse.mentions(sentence.index),
      ))
        readClaims(context, mended(context, instance));
    for (const one of stated.get(sentence.index) ?? []) tellAct(context, one, reader);
    if (sentence.find(books.acts.frames.triggers) >= 0) readFrames(context);
    if (isNear(drafts, sentence) && sentence.find(proFormWords) >= 0)
      for (const form of proFormsIn(discourse, sentence, books.governors)) readProFormClaims(context, form);
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

/** Fills date, place and sources of a recognition from a sentence that takes the act up again. */
function followedUp(discourse: Discourse, books: Books, { statement, entry }: Draft): Statement {
  const actor = statement.actor?.party ?? null;
  // "The decision", "the step" of later sentences is told of acts that are themselves declarations.
  if (entry.file.frames.length > 0 || statement.date !== null || actor === null) return statement;
  if (statement.modality !== "asserted" || statement.polarity !== "positive") return statement;
  const from = statement.evidence.sentence;
  const found = followUpOf(discourse, actor, from, from + 6);
  if (found === null) return statement;
  const sentence = discourse.document.sentences[found.sentence] as Sentence;
  const { cues } = stanceOf(sentence, found.anchor, books.governors);
  const further = attributionOf(discourse, sentence, found.anchor, cues, books.governors, books.outlets);
  return Object.freeze({
    ...statement,
    date: found.date === null ? null : Object.freeze({ ...found.date, basis: "inferred" as const }),
    place: statement.place ?? found.place,
    attribution: Object.freeze(mergedAttribution(statement.attribution, further)),
  });
}

/** The ranks and numbers that range over the doers of a recognition: "the first country to recognise X". */
function readClaims(context: Context, instance: Instance): void {
  const { discourse, books, sentence } = context;
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
  const shared = sharedOf(context, instance, stance);
  for (const claim of claimsOf(
    { discourse, governors: books.governors },
    instance,
    recognised[0]?.found.participant ?? null,
  )) {
    const rule = `${instance.entry.act}/${claim.kind}`;
    addClaim(context, createClaim(discourse.report, sentence, instance.entry.act, claim, shared, rule));
  }
}
