import type { DateRange, IsoDate, RecognitionObject } from "../../model/index.js";
import { attributionOf } from "../attribution.js";
import { comingWeekday, notUntil, rangeOf } from "../dates.js";
import { addStatement, type Context } from "../drafts.js";
import { type Details, noDetails } from "../frames/details.js";
import { createInstance, type Instance } from "../instance.js";
import { type Found, participantsAt } from "../participants.js";
import { stanceOf } from "../stance.js";
import { doerOf } from "../subject.js";
import type { ChosenAct, Filler } from "./choose.js";
import { confidenceOf } from "./confidence.js";
import { detailsBeside } from "./details.js";
import { genericDoer, isExcepted, opposite, pairsOf } from "./pairs.js";
import { type Passage, wordsOf } from "./passage.js";
import type { ActReader, StatedAct } from "./readActs.js";
import { speakerLinks } from "./speakers.js";

/** Acts that no side can do alone. */
const mutual: ReadonlySet<string> = new Set([
  "establish-relations",
  "restore-relations",
  "upgrade-relations",
]);

/** Makes the statements of an act that a sentence states: one for each actor and target, both ways where it binds both. */
export function tellAct(
  context: Context,
  stated: StatedAct,
  { calibration, model }: Pick<ActReader, "calibration" | "model">,
): void {
  const { discourse, books, sentence } = context;
  const { chosen, passage, token } = stated;
  const entry = books.acts.entry(chosen.act);
  if (entry === undefined || !books.learned.has(chosen.act)) return;
  const stance = stanceOf(sentence, token, books.governors);
  // "Did Peru sever relations?" states nothing.
  if (stance.question && chosen.modality === "asserted") return;
  const find = (one: Filler) => foundOf(discourse, sentence.index, passage, one);
  const here = (all: readonly Filler[]) =>
    all.map(find).flatMap(({ mention }) => (mention?.sentence === sentence.index ? [mention.head] : []));
  const instance: Instance = createInstance(
    { entry, sentence, trigger: token, anchor: token, construction: "learned" },
    { actors: here(chosen.actors), targets: here(chosen.targets) },
  );
  const attribution = attributionOf(discourse, sentence, token, stance.cues, books.governors, books.outlets);
  const range = chosen.date === null ? null : rangeOf(chosen.date.time);
  const date =
    range === null || chosen.modality === "asserted" ? range : toCome(range, discourse.report.published);
  const far =
    chosen.date !== null && passage.sentenceOf[chosen.date.first] !== passage.sentenceOf[chosen.word];
  // "did not recognise it until 1836": then it did.
  const until = notUntil(discourse, instance, stance);
  const shared = {
    polarity: until === null ? chosen.polarity : ("positive" as const),
    modality: chosen.modality,
    attribution: speakerLinks(discourse, passage, attribution, chosen.speaker),
    date:
      until !== null
        ? until
        : date !== null && far
          ? Object.freeze({ ...date, basis: "inferred" as const })
          : date,
  };
  const details = detailsOf(context, stated);
  const doer = genericDoer(context, token);
  const recognising = chosen.act === "recognise" || chosen.act === "withdraw-recognition";
  for (const { actor: one, target: other } of pairsOf(context, stated, doer)) {
    const confidence = confidenceOf(calibration, chosen, doer === null ? one : "unnamed", other);
    if (confidence < model.thresholds.confidence) continue;
    const actor = one === undefined ? doer : find(one);
    const target = other === undefined ? null : find(other);
    const own = actor !== null && isExcepted(context, actor) ? opposite(shared.polarity) : shared.polarity;
    const add = (from: Found | null, to: Found | null, both: boolean) =>
      addStatement(
        context,
        instance,
        { ...shared, polarity: own, confidence },
        from,
        to === null ? null : { found: to, object: recognising ? objectOf(to, chosen, instance) : null },
        details,
        both,
      );
    const both = mutual.has(chosen.act) && actor !== null && target !== null;
    add(actor, target, both);
    if (both) add(target, actor, both);
  }
}

/** When what is still to come may happen: not before it was said. */
function toCome(range: DateRange, published: IsoDate | null): DateRange {
  const coming = comingWeekday(range, published);
  const { from, to } = coming;
  if (from !== null || to === null || published === null || to < published) return coming;
  return Object.freeze({ ...coming, from: published, basis: "inferred" });
}

/** As what somebody is recognised: what the party is tells it, but where the words name something else. */
function objectOf(
  { mention }: Found,
  { object }: ChosenAct,
  { entry, sentence, trigger }: Instance,
): RecognitionObject | null {
  const titled = titleAfter(sentence, trigger, entry);
  if (titled !== null) return titled;
  if (mention?.sentence === sentence.index && isOver(sentence, mention.last, entry)) return "sovereignty";
  if (object !== null && object !== "state" && object !== "government") return object;
  if (mention === null) return object;
  if (mention.kind === "government" || mention.form === "institution") return "government";
  return mention.kind === "state" ? "state" : object;
}

/** "Moroccan sovereignty over": what the party has over another. */
function isOver(sentence: Instance["sentence"], last: number, { objects }: Instance["entry"]): boolean {
  if (last + 2 >= sentence.size || sentence.lower(last + 2) !== "over") return false;
  return objects.get(sentence.lemma(last + 1).toLowerCase())?.includes("sovereignty") === true;
}

/** "as the legitimate government", "as the sole representative": what the words behind "as" name, by the book's nouns. */
function titleAfter(
  sentence: Instance["sentence"],
  trigger: number,
  { objects }: Instance["entry"],
): RecognitionObject | null {
  for (let at = trigger + 1; at < sentence.size - 1; at += 1) {
    if (sentence.lower(at) !== "as") continue;
    for (let noun = at + 1; noun < Math.min(sentence.size, at + 7); noun += 1) {
      const [kind] = objects.get(sentence.lemma(noun).toLowerCase()) ?? [];
      if (kind !== undefined) return kind;
    }
  }
  return null;
}

/** Who decided on a mission, where the words tell: the owner or the host that does it. */
function deciderOf(
  { discourse, books, sentence }: Context,
  { chosen, token }: StatedAct,
): Details["decidedBy"] {
  const doer = doerOf(sentence, token, books.governors);
  const parties =
    doer < 0 ? [] : participantsAt(discourse, sentence, [doer]).map(({ participant }) => participant.party);
  const does = (all: readonly Filler[]) => all.some(({ party }) => parties.includes(party));
  if (does(chosen.actors) !== does(chosen.targets)) return does(chosen.actors) ? "sending" : "receiving";
  return chosen.side;
}

function detailsOf(context: Context, stated: StatedAct): Details {
  const { act } = stated.chosen;
  if (!act.endsWith("-mission") && !act.endsWith("-envoy") && act !== "present-credentials") return noDetails;
  const { discourse, sentence } = context;
  return {
    ...detailsBeside(discourse, sentence, stated.token, act),
    decidedBy: act.endsWith("-mission") ? deciderOf(context, stated) : null,
  };
}

/** A party that plays a role, as the words that name it best have it. Words of another sentence are inferred from there. */
function foundOf(
  { report }: Context["discourse"],
  index: number,
  passage: Passage,
  { party, candidate }: Filler,
): Found {
  const { mention, group, first } = candidate;
  const sentence = passage.sentences[passage.sentenceOf[first] as number];
  const elsewhere = sentence?.index !== index;
  const accredited = candidate.form === "accreditation";
  return {
    participant: Object.freeze({
      party,
      text: wordsOf(report.text, passage, candidate),
      person: accredited ? null : (mention?.person ?? null),
      office: accredited ? null : (mention?.office ?? null),
      sector: null,
      basis: elsewhere || group !== null ? "inferred" : (mention?.basis ?? "stated"),
    }),
    token: elsewhere ? -1 : (passage.tokenOf[first] as number),
    mention: accredited ? null : mention,
    generic: false,
    counted: false,
  };
}
