import type { ActBook, ActEntry } from "./book/book.js";
import type { Context, Shared } from "./drafts.js";
import type { Instance } from "./instance.js";
import { type Recognised, recognisedAt } from "./object.js";
import { type Found, participantsAt } from "./participants.js";

/** Null where the words name a target that cannot be one; empty where they leave it open. */
export function targetsOf(context: Context, instance: Instance): readonly Recognised[] | null {
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
export function actorsOf(context: Context, instance: Instance): readonly Found[] | null {
  const { discourse, sentence } = context;
  if (instance.actors.length === 0) return [];
  const found = participantsAt(discourse, sentence, instance.actors);
  if (found.length > 0) return found;
  if (instance.actors.every((token) => sentence.upos(token) === "PRON" || sentence.upos(token) === "DET"))
    return [];
  if (instance.construction === "passive" || instance.construction === "noun") return [];
  return null;
}

/** "Three African states, Tanzania, Gabon and the Ivory Coast, recognised …": the names stand for the number. */
export function listed(context: Context, instance: Instance, found: readonly Found[]): readonly Found[] {
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

const firstPerson: ReadonlySet<string> = new Set(["we", "our", "us", "i", "my"]);

/** "We have recognised …": whoever speaks, if the report says who and for whom. */
export function speakersAt(instance: Instance, shared: Shared): readonly Found[] {
  const token = instance.actors.find((one) => firstPerson.has(instance.sentence.lower(one)));
  const speaker = shared.attribution.findLast((link) => link.kind === "speaker" && link.party !== null);
  if (token === undefined || speaker === undefined) return [];
  const text = instance.sentence.form(token);
  const participant = Object.freeze({
    party: speaker.party,
    text,
    person: null,
    office: null,
    sector: null,
    basis: "inferred" as const,
  });
  return [{ participant, token, mention: null, generic: false, counted: false }];
}
