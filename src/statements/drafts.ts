import type { Sentence } from "../language/index.js";
import type { Claim, Codes, Participant, Statement } from "../model/index.js";
import { identityOf } from "../model/index.js";
import type { PartyBook } from "../parties/index.js";
import { attributionOf } from "./attribution.js";
import type { ActBook, ActEntry } from "./book/book.js";
import type { ContextBook } from "./contexts.js";
import { countedFrom, dateOf, notUntil } from "./dates.js";
import type { Discourse } from "./discourse.js";
import { type Details, noDetails } from "./frames/details.js";
import type { GovernorBook } from "./governors.js";
import type { Instance } from "./instance.js";
import type { Recognised } from "./object.js";
import type { OutletBook } from "./outlets.js";
import type { Found } from "./participants.js";
import type { SectorBook } from "./sectors.js";
import type { Stance } from "./stance.js";
import { extent } from "./tree.js";

export interface Books {
  readonly acts: ActBook;
  readonly governors: GovernorBook;
  readonly outlets: OutletBook;
  readonly parties: PartyBook;
  readonly sectors: SectorBook;
  readonly contexts: ContextBook;
  /** The acts that the learned reader reads: those of the package that no file of the user's own replaces. */
  readonly learned: ReadonlySet<string>;
}

/** A statement in the making, with what later sentences need to know of it. */
export interface Draft {
  statement: Statement;
  readonly entry: ActEntry;
  /** Whether the act was read as binding both sides, one statement each way. */
  readonly mutual: boolean;
}

/** Acts of contact, speech and force are taken up by no pro-form and stand for no relation. */
export function isOfStatus({ entry }: Draft): boolean {
  return entry.file.kind === "status";
}

export interface Context {
  readonly discourse: Discourse;
  readonly books: Books;
  readonly sentence: Sentence;
  readonly drafts: Draft[];
  readonly claims: Claim[];
}

export interface Shared {
  readonly polarity: Statement["polarity"];
  readonly modality: Statement["modality"];
  readonly attribution: Statement["attribution"];
  readonly date: Statement["date"];
  readonly confidence: Statement["confidence"];
}

export function sharedOf(
  context: Context,
  instance: Instance,
  stance: Stance,
): Shared & { readonly stance: Stance } {
  const { discourse, books, sentence } = context;
  const until = notUntil(discourse, instance, stance);
  const negative = until === null && (stance.polarity === "negative") !== instance.negative;
  const modality =
    instance.brings !== null && stance.modality === "asserted" ? instance.brings : stance.modality;
  return {
    stance,
    polarity: negative ? "negative" : "positive",
    modality,
    attribution: attributionOf(
      discourse,
      sentence,
      instance.anchor,
      instance.brings === null ? stance.cues : [instance.anchor, ...stance.cues],
      books.governors,
      books.outlets,
    ),
    date:
      until ??
      dateOf(discourse, instance, stance) ??
      countedFrom(discourse, instance, dateOfSentence(context)),
    confidence: null,
  };
}

/** The date of the last act that the sentence has told so far. */
function dateOfSentence({ drafts, sentence }: Context): Statement["date"] {
  const last = drafts.findLast((one) => isOfStatus(one) && one.statement.date !== null)?.statement;
  return last?.evidence.sentence === sentence.index ? last.date : null;
}

export function addStatement(
  context: Context,
  instance: Instance,
  shared: Shared,
  actor: Found | null,
  target: Recognised | null,
  details: Details = noDetails,
  mutual = false,
): void {
  const { discourse, sentence } = context;
  const act = instance.entry;
  if (
    actor !== null &&
    target !== null &&
    actor.participant.party !== null &&
    actor.participant.party === target.found.participant.party &&
    actor.participant.sector === target.found.participant.sector
  )
    return;
  // Words that name a party on neither side are no statement about any.
  if ((actor?.participant.party ?? target?.found.participant.party ?? null) === null) return;
  const [start, end] = evidenceSpan(sentence, instance, actor, target);
  push(
    context,
    act,
    {
      actor: atDate(discourse, actor?.participant ?? null, shared.date),
      target: atDate(discourse, target?.found.participant ?? null, shared.date),
      object: target?.object ?? null,
      form: act.file.effect.opens === "recognition" ? formOf(sentence, instance) : null,
      ...details,
      polarity: shared.polarity,
      modality: shared.modality,
      date: shared.date,
      place: discourse.placeOf(sentence.index, instance.anchor),
      attribution: shared.attribution,
      confidence: shared.confidence,
      start,
      end,
      rule: `${act.act}/${instance.construction}`,
    },
    mutual,
  );
}

/** "The Afghan government" of 1948 is not the one of today: a government that did not yet exist is that of its state. */
function atDate(
  discourse: Discourse,
  participant: Participant | null,
  date: Statement["date"],
): Participant | null {
  const day = date?.to ?? date?.from ?? null;
  const party = participant?.party == null ? undefined : discourse.book.party(participant.party);
  if (participant === null || day === null || party?.kind !== "government" || party.state === null)
    return participant;
  if (party.from === null || party.from <= day) return participant;
  return Object.freeze({
    ...participant,
    party: discourse.book.governmentOf(party.state, day) ?? party.state,
  });
}

const tacit: ReadonlySet<string> = new Set([
  "tacit",
  "tacitly",
  "implicit",
  "implicitly",
  "implied",
  "effectively",
]);

/** Express, unless the words say that it was tacit. Nothing else is ever taken for recognition. */
function formOf(sentence: Sentence, instance: Instance): "express" | "implied" {
  const hosts = [instance.trigger, instance.anchor];
  return hosts.some((host) => sentence.children(host).some((one) => tacit.has(sentence.lower(one))))
    ? "implied"
    : "express";
}

type Parts = Omit<Statement, "id" | "act" | "codes" | "evidence"> & {
  readonly start: number;
  readonly end: number;
  readonly rule: string;
};

/** Adds a statement, unless the same sentence has said the same already. */
function push(context: Context, entry: ActEntry, parts: Parts, mutual: boolean): void {
  const { discourse, sentence, drafts } = context;
  const { start, end, rule, ...rest } = parts;
  const key = contentKey(entry, rest);
  // Only drafts of the same sentence can be the same, and they stand last: a long report stays linear.
  for (let at = drafts.length - 1; at >= 0; at -= 1) {
    const earlier = (drafts[at] as Draft).statement;
    if (earlier.evidence.sentence !== sentence.index) break;
    if (contentKey((drafts[at] as Draft).entry, earlier) === key) return;
  }
  const { report } = discourse;
  const id = identityOf(
    report.id,
    entry.act,
    keyOf(rest.actor),
    keyOf(rest.target),
    rest.polarity,
    rest.modality,
    start,
    end,
  );
  const evidence = Object.freeze({
    sentence: sentence.index,
    start,
    end,
    quote: report.text.slice(start, end),
    title: null,
    rule,
  });
  const codes = codesOf(context, entry, rest);
  const statement: Statement = Object.freeze({ id, act: entry.act, ...rest, codes, evidence });
  drafts.push({ statement, entry, mutual });
}

/** PLOVER types whose promise is AGREE, and those whose prospect is a threat (PLOVER Manual, AGREE and THREATEN). */
const cooperative: ReadonlySet<string> = new Set(["CONSULT", "SUPPORT", "COOPERATE", "AID"]);
const hostile: ReadonlySet<string> = new Set(["SANCTION", "MOBILIZE", "COERCE", "ASSAULT"]);

/**
 * The codes of a statement. An act of status has those of its entry, whatever its stance. For acts of contact, speech and
 * force the manual codes what is to come by its announcement: cooperation as AGREE or, denied, as REJECT; retreat as
 * CONCEDE; a hostile deed as THREATEN.
 */
function codesOf(
  { books, sentence }: Context,
  entry: ActEntry,
  { polarity, modality }: Pick<Statement, "polarity" | "modality">,
): Codes {
  const { cameo, plover, mode } = entry.file.codes;
  const contexts = Object.freeze(books.contexts.in(sentence));
  const coded = (code: string, type: string) =>
    Object.freeze({ cameo: code, plover: type, mode: null, contexts });
  const toCome = entry.file.kind !== "status" && ["intended", "predicted", "conditional"].includes(modality);
  if (toCome && cooperative.has(plover))
    return polarity === "positive" ? coded("030", "AGREE") : coded("120", "REJECT");
  if (toCome && plover === "RETREAT")
    return polarity === "positive" ? coded("080", "CONCEDE") : coded("120", "REJECT");
  if (toCome && hostile.has(plover) && polarity === "positive") return coded("130", "THREATEN");
  return Object.freeze({ cameo, plover, mode: mode ?? null, contexts });
}

function contentKey(
  entry: ActEntry,
  { actor, target, polarity, modality }: Pick<Statement, "actor" | "target" | "polarity" | "modality">,
): string {
  return [entry.act, keyOf(actor), keyOf(target), polarity, modality].join("|");
}

function keyOf(participant: Participant | null): string {
  if (participant === null) return "";
  const sector = participant.sector === null ? "" : `/${participant.sector}`;
  return `${participant.party ?? `"${participant.text ?? ""}"`}${sector}`;
}

/** The claims that a sentence has made so far; they stand last, since sentences come in order. */
export function claimsOfSentence({ claims, sentence }: Context): readonly Claim[] {
  let from = claims.length;
  while (from > 0 && (claims[from - 1] as Claim).evidence.sentence === sentence.index) from -= 1;
  return claims.slice(from);
}

export function addClaim(context: Context, claim: Claim): void {
  const same = claimsOfSentence(context).some(
    (one) =>
      one.id === claim.id ||
      (one.kind === claim.kind && one.rank === claim.rank && one.count === claim.count),
  );
  if (!same) context.claims.push(claim);
}

/** From the first to the last word that names a role, the act, or the "as" phrase. */
function evidenceSpan(
  sentence: Sentence,
  instance: Instance,
  actor: Found | null,
  target: Recognised | null,
): readonly [number, number] {
  const tokens = [instance.anchor, instance.trigger];
  for (const found of [actor, target?.found ?? null]) {
    if (found === null || found.token < 0) continue;
    if (found.mention?.sentence === sentence.index) tokens.push(found.mention.first, found.mention.last);
    else if (found.mention === null && found.participant.text !== null && !found.generic)
      tokens.push(...extent(sentence, found.token));
    else tokens.push(found.token);
  }
  for (const token of instance.as) tokens.push(...extent(sentence, token));
  return [sentence.startOf(Math.min(...tokens)), sentence.endOf(Math.max(...tokens))];
}
