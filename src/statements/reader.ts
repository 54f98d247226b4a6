import type { Document, Sentence } from "../language/index.js";
import type { Claim, Participant, Statement } from "../model/index.js";
import type { Mention, PartyBook } from "../parties/index.js";
import { nounBefore, openingParty, partyAfter, partyBefore, partyOfRelative } from "./adjacent.js";
import { attributionOf } from "./attribution.js";
import type { ActBook, ActEntry } from "./book/book.js";
import { claimsOf, createClaim } from "./claims.js";
import { dateBeside, dateOf } from "./dates.js";
import { createDiscourse, type Discourse } from "./discourse.js";
import { followUpOf, mergedAttribution } from "./followup.js";
import type { GovernorBook } from "./governors.js";
import { identityOf } from "./identity.js";
import type { Instance } from "./instance.js";
import { instancesIn } from "./instances.js";
import { type Recognised, recognisedAt } from "./object.js";
import type { OutletBook } from "./outlets.js";
import { type Found, participantsAt } from "./participants.js";
import { type ProForm, proFormsIn, proFormWords } from "./proforms.js";
import { type Stance, stanceOf } from "./stance.js";
import { extent } from "./tree.js";

export interface Books {
  readonly acts: ActBook;
  readonly governors: GovernorBook;
  readonly outlets: OutletBook;
  readonly parties: PartyBook;
}

export interface Read {
  readonly statements: readonly Statement[];
  readonly claims: readonly Claim[];
}

/** A statement in the making, with what later sentences need to know of it. */
interface Draft {
  statement: Statement;
  readonly entry: ActEntry;
}

/** Reads all statements and claims of a document, in the order of the text. */
export function readStatements(document: Document, books: Books): Read {
  const discourse = createDiscourse(document, books.parties);
  const drafts: Draft[] = [];
  const claims: Claim[] = [];
  let met = false;
  for (const sentence of document.sentences) {
    const triggered = sentence.find(books.acts.triggers) >= 0;
    met ||= triggered;
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
    if (drafts.length > 0 && sentence.find(proFormWords) >= 0) {
      for (const form of proFormsIn(discourse, sentence, books.governors)) readProForm(context, form);
    }
  }
  const statements = drafts.map((draft) => followedUp(discourse, books, draft.statement));
  return Object.freeze({ statements: Object.freeze(statements), claims: Object.freeze(claims) });
}

interface Context {
  readonly discourse: Discourse;
  readonly books: Books;
  readonly sentence: Sentence;
  readonly drafts: Draft[];
  readonly claims: Claim[];
}

/** Fills what the tree of an active verb leaves open from the parties right beside it. */
function mended(context: Context, instance: Instance): Instance {
  const { sentence, construction } = instance;
  if (construction === "passive" && instance.targets.length === 0) {
    const target = partyBefore(sentence, context.discourse.mentions(sentence.index), instance.trigger);
    return target < 0 ? instance : Object.freeze({ ...instance, targets: [target] });
  }
  if (construction !== "verb" && construction !== "light verb" && construction !== "switch") return instance;
  const mentions = context.discourse.mentions(sentence.index);
  const verb = construction === "verb" ? instance.trigger : verbOf(instance);
  const before = instance.actors.length === 0 && verb >= 0 ? subjectBeside(sentence, mentions, verb) : -1;
  const after =
    instance.targets.length === 0 && construction === "verb" ? objectBeside(sentence, mentions, verb) : -1;
  if (before < 0 && after < 0) return instance;
  const actors = before < 0 ? instance.actors : [before];
  return Object.freeze({ ...instance, actors, targets: after < 0 ? instance.targets : [after] });
}

/** The light verb that carries the act's noun, if it stands before it. */
function verbOf(instance: Instance): number {
  const { sentence, anchor, trigger } = instance;
  if (anchor !== trigger) return sentence.upos(anchor) === "VERB" && anchor < trigger ? anchor : -1;
  const head = sentence.head(trigger);
  return head >= 0 && head < trigger && sentence.upos(head) === "VERB" ? head : -1;
}

function objectBeside(sentence: Sentence, mentions: readonly Mention[], verb: number): number {
  const after = partyAfter(sentence, mentions, verb);
  return after >= 0 ? after : partyOfRelative(sentence, mentions, verb);
}

function subjectBeside(sentence: Sentence, mentions: readonly Mention[], verb: number): number {
  const before = partyBefore(sentence, mentions, verb);
  if (before >= 0) return before;
  const opening = openingParty(sentence, mentions, verb);
  return opening >= 0 ? opening : nounBefore(sentence, verb);
}

function readInstance(context: Context, instance: Instance): void {
  const { discourse, books, sentence } = context;
  if (isReciprocal(instance)) {
    readReciprocal(context, instance);
    return;
  }
  const recognised = targetsOf(context, instance);
  if (recognised === null) return;
  const found = actorsOf(context, instance);
  if (found === null) return;
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
  const claimed = context.claims.some(
    (one) => one.evidence.sentence === sentence.index && one.holder === null,
  );
  if (claimed && actors.length > 0 && actors.every((one) => one.counted)) {
    const none = context.claims.some(
      (one) => one.evidence.sentence === sentence.index && one.kind === "none",
    );
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
}

/** "Three African states, Tanzania, Gabon and the Ivory Coast, recognised …": the names stand for the number. */
function listed(context: Context, instance: Instance, found: readonly Found[]): readonly Found[] {
  const [only] = found;
  if (only === undefined || found.length > 1 || !only.generic) return found;
  const { discourse, sentence } = context;
  const between = discourse
    .mentions(sentence.index)
    .filter((one) => one.first > only.token && one.last < instance.anchor && one.form !== "demonym");
  const [next] = between;
  if (next === undefined || next.first - only.token > 2) return found;
  const named = participantsAt(discourse, sentence, [next.head]);
  return named.length > 1 ? named : found;
}

/** "Israel and the PLO recognised each other". */
function isReciprocal(instance: Instance): boolean {
  const { sentence } = instance;
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

/** Null where the words name a target that cannot be one; empty where they leave it open. */
function targetsOf(context: Context, instance: Instance): readonly Recognised[] | null {
  const { discourse, books, sentence } = context;
  const base = books.acts.reverse(instance.entry) ?? instance.entry;
  const objects =
    instance.entry.objects.size > 0
      ? instance.entry
      : base.objects.size > 0
        ? base
        : opposite(books.acts, instance.entry);
  const found = recognisedAt(discourse, sentence, objects, instance.targets, instance.as);
  if (found.length > 0) return found;
  if (instance.targets.length > 0 || instance.construction === "verb" || instance.as.length > 0) return null;
  // "The withdrawal of recognition by Togo" states an act even where its target is left to the reader.
  return fromContext(context, instance) ?? (instance.entry.file.effect.closes !== undefined ? [] : null);
}

/** The act whose objects a withdrawal takes back: recognise for withdraw-recognition. */
function opposite(book: ActBook, entry: ActEntry): ActEntry {
  return book.entries.find((one) => book.reverse(one) === entry) ?? entry;
}

/** An act's noun without its target means the one of which the report spoke last. */
function fromContext(context: Context, instance: Instance): readonly Recognised[] | null {
  const actors = participantsAt(context.discourse, instance.sentence, instance.actors);
  const party = actors.find((one) => one.participant.party !== null)?.participant.party ?? null;
  const closes = instance.entry.file.effect.closes !== undefined;
  if (party === null && !closes) return null;
  const own = context.drafts.findLast(
    (one) => party !== null && one.statement.actor?.party === party && one.statement.target !== null,
  );
  // A withdrawal without its target takes back what the report is about.
  const earlier =
    own ?? (closes ? context.drafts.findLast((one) => one.statement.target !== null) : undefined);
  const { target, object } = earlier?.statement ?? { target: null, object: null };
  if (target === null || earlier === undefined) return null;
  const participant = Object.freeze({ ...target, text: null, basis: "inferred" as const });
  return [
    {
      found: { participant, token: instance.trigger, mention: null, generic: false, counted: false },
      object,
    },
  ];
}

/** Null where the words name a doer that is no party and cannot stand for one. */
function actorsOf(context: Context, instance: Instance): readonly Found[] | null {
  const { discourse, sentence } = context;
  if (instance.actors.length === 0) return [];
  const found = participantsAt(discourse, sentence, instance.actors);
  if (found.length > 0) return found;
  if (instance.actors.every((token) => sentence.upos(token) === "PRON" || sentence.upos(token) === "DET"))
    return [];
  if (instance.construction === "passive" || instance.construction === "noun") return [];
  return null;
}

const firstPerson: ReadonlySet<string> = new Set(["we", "our", "us", "i", "my"]);

/** "We have recognised …": whoever speaks, if the report says who and for whom. */
function speakersAt(instance: Instance, shared: Shared): readonly Found[] {
  const token = instance.actors.find((one) => firstPerson.has(instance.sentence.lower(one)));
  const speaker = shared.attribution.findLast((link) => link.kind === "speaker" && link.party !== null);
  if (token === undefined || speaker === undefined) return [];
  const text = instance.sentence.form(token);
  const participant = Object.freeze({
    party: speaker.party,
    text,
    person: null,
    office: null,
    basis: "inferred" as const,
  });
  return [{ participant, token, mention: null, generic: false, counted: false }];
}

interface Shared {
  readonly stance: Stance;
  readonly polarity: Statement["polarity"];
  readonly modality: Statement["modality"];
  readonly attribution: Statement["attribution"];
  readonly date: Statement["date"];
}

function sharedOf(context: Context, instance: Instance, stance: Stance): Shared {
  const { discourse, books, sentence } = context;
  const negative = (stance.polarity === "negative") !== instance.negative;
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
    date: dateOf(discourse, instance, stance),
  };
}

function addStatement(
  context: Context,
  instance: Instance,
  shared: Shared,
  actor: Found | null,
  target: Recognised | null,
): void {
  const { discourse, sentence } = context;
  const act = instance.entry;
  if (
    actor !== null &&
    target !== null &&
    actor.participant.party !== null &&
    actor.participant.party === target.found.participant.party
  )
    return;
  // Words that name a party on neither side are no statement about any.
  if ((actor?.participant.party ?? target?.found.participant.party ?? null) === null) return;
  const [start, end] = evidenceSpan(sentence, instance, actor, target);
  push(context, act, {
    actor: actor?.participant ?? null,
    target: target?.found.participant ?? null,
    object: target?.object ?? null,
    form: act.file.effect.closes === undefined ? formOf(sentence, instance) : null,
    polarity: shared.polarity,
    modality: shared.modality,
    date: shared.date,
    place: discourse.placeOf(sentence.index, instance.anchor),
    attribution: shared.attribution,
    start,
    end,
    rule: `${act.act}/${instance.construction}`,
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
function push(context: Context, entry: ActEntry, parts: Parts): void {
  const { discourse, sentence, drafts } = context;
  const { start, end, rule, ...rest } = parts;
  const same = drafts.some(
    ({ statement: one }) =>
      one.evidence.sentence === sentence.index &&
      one.act === entry.act &&
      one.polarity === rest.polarity &&
      keyOf(one.actor) === keyOf(rest.actor) &&
      keyOf(one.target) === keyOf(rest.target) &&
      one.modality === rest.modality,
  );
  if (same) return;
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
  const { actor, target, object, form, polarity, modality, date, place, attribution } = rest;
  const evidence = Object.freeze({
    sentence: sentence.index,
    start,
    end,
    quote: report.text.slice(start, end),
    rule,
  });
  const codes = Object.freeze({ cameo: entry.file.codes.cameo, plover: entry.file.codes.plover });
  const statement: Statement = Object.freeze({
    id,
    act: entry.act,
    actor,
    target,
    object,
    form,
    polarity,
    modality,
    date,
    place,
    attribution,
    codes,
    evidence,
  });
  drafts.push({ statement, entry });
}

function keyOf(participant: Participant | null): string {
  if (participant === null) return "";
  return participant.party ?? `"${participant.text ?? ""}"`;
}

function addClaim(context: Context, claim: Claim): void {
  const same = context.claims.some(
    (one) =>
      one.id === claim.id ||
      (one.evidence.sentence === claim.evidence.sentence &&
        one.kind === claim.kind &&
        one.rank === claim.rank &&
        one.count === claim.count),
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
    if (found?.mention?.sentence === sentence.index) tokens.push(found.mention.first, found.mention.last);
    else if (found !== null && found.mention === null && found.participant.text !== null && !found.generic)
      tokens.push(...extent(sentence, found.token));
    else if (found !== null && found.token >= 0) tokens.push(found.token);
  }
  for (const token of instance.as) tokens.push(...extent(sentence, token));
  return [sentence.startOf(Math.min(...tokens)), sentence.endOf(Math.max(...tokens))];
}

/** A pro-form repeats the act, the target and the object of the act that it follows, with a doer of its own. */
function readProForm(context: Context, form: ProForm): void {
  const { discourse, books, sentence, drafts } = context;
  const model = participantsAt(discourse, sentence, form.model).map((one) => one.participant.party);
  const antecedent = drafts.findLast(({ statement }) => {
    const fits = model.length === 0 || model.includes(statement.actor?.party ?? "");
    return (
      fits && statement.target !== null && (statement.polarity === "positive" || form.model.length === 0)
    );
  });
  if (antecedent === undefined) return;
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
  const siblings = drafts.filter(
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
      const target =
        one.target === null ? null : Object.freeze({ ...one.target, text: null, basis: "inferred" as const });
      const participant = {
        participant: target as Participant,
        token: form.anchor,
        mention: null,
        generic: false,
        counted: false,
      };
      addStatement(context, instance, dated, actor, { found: participant, object: one.object });
    }
  }
}

/** Fills date, place and sources of an asserted statement from a sentence that takes the act up again. */
function followedUp(discourse: Discourse, books: Books, statement: Statement): Statement {
  const actor = statement.actor?.party ?? null;
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
