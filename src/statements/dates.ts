import type { Sentence, TimeExpression } from "../language/index.js";
import type { DateRange, IsoDate } from "../model/index.js";
import type { Discourse } from "./discourse.js";
import type { Instance } from "./instance.js";
import { quantityOf } from "./numbers.js";
import type { Stance } from "./stance.js";
import { caseOf, child, extent, hasRelation, isVerb } from "./tree.js";

/**
 * The date of an act: the time expression that hangs nearest to it in the tree. A date on a verb further up
 * counts only where that verb is the act's own announcement or decision, never where it is somebody's report
 * of it ("said on Thursday that it would recognise").
 */
export function dateOf(discourse: Discourse, instance: Instance, stance: Stance): DateRange | null {
  const time = timeOf(discourse, instance, stance);
  if (time === null) return null;
  const range = rangeOf(time);
  return stance.modality === "asserted" ? range : comingWeekday(range, discourse.report.published);
}

/**
 * "did not restore relations until March 1990": they were restored then. The period itself, where a negated act is bounded
 * so; null elsewhere.
 */
export function notUntil(discourse: Discourse, instance: Instance, stance: Stance): DateRange | null {
  if (stance.polarity !== "negative" || stance.modality !== "asserted") return null;
  const time = discourse
    .times(instance.sentence.index)
    .find((one) => one.relation === "until" && predicateOf(instance.sentence, one) === instance.anchor);
  if (time === undefined) return null;
  const { from, to, text, basis } = time.range;
  return from === null || to === null ? null : { from, to, text, basis };
}

/** Lengths before "after" or "before": "nine days after its break with Taiwan". */
const counted =
  /(?:^|[\s,])(a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}) (day|week|month|year)s? (after|before) /gi;

/**
 * The date of an act from which another is counted: "… on Sunday, a day after Honduras severed its ties" dates the
 * severing on the Saturday. `main` is the date of the other act of the sentence, read before; its precision is kept.
 */
export function countedFrom(
  discourse: Discourse,
  { sentence, anchor }: Instance,
  main: DateRange | null,
): DateRange | null {
  if (main?.from == null || main.to === null) return null;
  const { text } = discourse.report;
  const words = text.slice(sentence.startOf(0), sentence.startOf(anchor));
  const found = [...words.matchAll(counted)].at(-1);
  if (
    found === undefined ||
    hasVerbBetween(sentence, sentence.startOf(0) + found.index + found[0].length, anchor)
  )
    return null;
  const [whole, number = "", unit = "", side = ""] = found;
  const count = /^an?$/i.test(number) ? 1 : (quantityOf(number.toLowerCase()) ?? 0);
  const sign = side.toLowerCase() === "after" ? -1 : 1;
  const move = (day: IsoDate) => movedDay(day, sign * count, unit.toLowerCase());
  if (unit.toLowerCase() === "day" && main.from !== main.to) return null;
  return {
    from: move(main.from),
    to: move(main.to),
    text: whole.replace(/^[\s,]+/, "").trim(),
    basis: "inferred",
  };
}

function hasVerbBetween(sentence: Sentence, offset: number, anchor: number): boolean {
  for (let at = 0; at < anchor; at += 1)
    if (sentence.startOf(at) >= offset && sentence.upos(at) === "VERB") return true;
  return false;
}

function movedDay(day: IsoDate, count: number, unit: string): IsoDate {
  const date = new Date(`${day}T00:00:00Z`);
  if (unit === "day") date.setUTCDate(date.getUTCDate() + count);
  if (unit === "week") date.setUTCDate(date.getUTCDate() + 7 * count);
  if (unit === "month" || unit === "year") {
    const last = isLastOfMonth(date);
    date.setUTCDate(1);
    date.setUTCMonth(date.getUTCMonth() + (unit === "year" ? 12 : 1) * count);
    const end = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate();
    date.setUTCDate(last ? end : Math.min(end, Number(day.slice(8))));
  }
  return date.toISOString().slice(0, 10);
}

function isLastOfMonth(date: Date): boolean {
  return new Date(date.getTime() + 86_400_000).getUTCDate() === 1;
}

const weekdays = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/;

/** "is to recognise it on Monday": what has not happened yet is not on the Monday past. */
export function comingWeekday(range: DateRange, published: IsoDate | null): DateRange {
  const { from, to, text } = range;
  if (published === null || from === null || from !== to || from >= published) return range;
  if (text === null || !weekdays.test(text) || /\blast\b/i.test(text)) return range;
  const day = new Date(Date.parse(from) + 7 * 86_400_000).toISOString().slice(0, 10);
  return { ...range, from: day, to: day };
}

/**
 * Where several doers have dates of their own ("by Fiji in 2012, by Tonga in 2014"), the date that follows one
 * of them before the next; null where the doers share one date.
 */
export function dateBeside(
  discourse: Discourse,
  instance: Instance,
  actors: readonly number[],
  actor: number,
): DateRange | null {
  const times = discourse.times(instance.sentence.index);
  if (times.length < 2) return null;
  const next = Math.min(...actors.filter((one) => one > actor), instance.sentence.size);
  const own = times.filter((time) => time.first > actor && time.first < next);
  return own.length === 1 && times.length >= actors.length ? rangeOf(own[0] as TimeExpression) : null;
}

function timeOf(discourse: Discourse, instance: Instance, stance: Stance): TimeExpression | null {
  const { sentence } = instance;
  let best: TimeExpression | null = null;
  let bestCost = 4;
  for (const time of discourse.times(sentence.index)) {
    const cost = distance(sentence, time, instance, stance);
    if (cost < bestCost) {
      best = time;
      bestCost = cost;
    }
  }
  return (
    best ??
    behind(discourse, instance) ??
    ofSameMoment(discourse, instance) ??
    shared(discourse, instance) ??
    within(discourse, instance) ??
    ofCleft(discourse, instance) ??
    opening(discourse, instance) ??
    inFront(discourse, instance) ??
    ofHeading(discourse, instance)
  );
}

/** "were established when she presented her credentials on 5 May": what happens when something happens has its date. */
function ofSameMoment(discourse: Discourse, instance: Instance): TimeExpression | null {
  const { sentence } = instance;
  for (const host of new Set([instance.anchor, instance.trigger])) {
    for (const clause of sentence.children(host)) {
      if (!hasRelation(sentence, clause, "advcl") || !isWhen(sentence, clause)) continue;
      const time = discourse.times(sentence.index).find((one) => {
        const predicate = predicateOf(sentence, one);
        return predicate === clause || (predicate >= 0 && isPhraseOf(sentence, predicate, clause));
      });
      if (time !== undefined) return time;
      const [first, last] = extent(sentence, clause);
      const within = discourse.times(sentence.index).filter((one) => one.first >= first && one.last <= last);
      if (within.length === 1) return within[0] as TimeExpression;
    }
  }
  return null;
}

function isWhen(sentence: Sentence, clause: number): boolean {
  return sentence.children(clause).some((one) => one < clause && sentence.lower(one) === "when");
}

/** Whether only noun phrases lie between a token and the predicate above it, so that both are of one clause. */
function isPhraseOf(
  sentence: Sentence,
  token: number,
  predicate: number,
  relations: readonly string[] = ["obl", "nmod", "obj", "appos", "conj", "flat", "xcomp"],
): boolean {
  for (let at = token, steps = 0; at >= 0 && steps < 8; at = sentence.head(at), steps += 1) {
    if (at === predicate) return true;
    if (!hasRelation(sentence, at, ...relations)) return false;
    if (relations === inPhrase && apart.has(caseOf(sentence, at))) return false;
  }
  return false;
}

/** "recognised it and opened an embassy on 5 May", "shut its embassy and its consulate on 5 May": a date at the end is that of all before it. */
function shared(discourse: Discourse, instance: Instance): TimeExpression | null {
  const { sentence, anchor } = instance;
  for (const later of sentence.children(anchor)) {
    if (later < anchor || !hasRelation(sentence, later, "conj")) continue;
    if (child(sentence, later, "nsubj", "nsubj:pass", "aux") >= 0) continue;
    const time = discourse
      .times(sentence.index)
      .find((one) => one.first > later && one.relation === "at" && predicateOf(sentence, one) === later);
    if (time !== undefined) return time;
  }
  return null;
}

/** "It was not until 1957 that Peru recognised Ghana": the date that is set before its clause. */
function ofCleft(discourse: Discourse, { sentence, anchor }: Instance): TimeExpression | null {
  if (sentence.lower(0) !== "it" || !["was", "is"].includes(sentence.lower(1))) return null;
  const time = discourse.times(sentence.index).find((one) => one.last < anchor);
  if (time === undefined || sentence.lower(time.last + 1) !== "that") return null;
  return { ...time, relation: "at" };
}

/** "ceased to belong to it on 5 May": the date that hangs on what the act's own verb governs. */
function within(discourse: Discourse, { sentence, anchor }: Instance): TimeExpression | null {
  const inside = discourse.times(sentence.index).filter((one) => {
    if (one.first < anchor || one.relation !== "at") return false;
    const predicate = predicateOf(sentence, one);
    return predicate >= 0 && isPhraseOf(sentence, predicate, anchor, inPhrase);
  });
  return inside.length === 1 ? (inside[0] as TimeExpression) : null;
}

const inPhrase = ["obl", "nmod", "xcomp", "advmod"] as const;

/** "Peru on 5 May suspended relations": a date between subject and verb that the tree hangs elsewhere. */
function inFront(discourse: Discourse, { sentence, anchor }: Instance): TimeExpression | null {
  const time = discourse.times(sentence.index).findLast((one) => one.last < anchor && anchor - one.last <= 3);
  if (time === undefined || time.first === 0) return null;
  for (let at = time.last + 1; at < anchor; at += 1)
    if (!["AUX", "ADV"].includes(sentence.upos(at))) return null;
  return time;
}

/** "On Thursday Peru …": a date that opens the sentence, wherever the tree hangs it. */
function opens(sentence: Sentence, time: TimeExpression): boolean {
  return time.first === 0 || (time.first === 1 && hasRelation(sentence, 0, "case"));
}

/** "In 1882 the post was raised, and Ms Diaz was appointed": a date that opens the sentence is that of all its main clauses. */
function opening(discourse: Discourse, { sentence, anchor }: Instance): TimeExpression | null {
  const [time] = discourse.times(sentence.index);
  if (time === undefined || time.relation !== "at" || !opens(sentence, time)) return null;
  let at = anchor;
  while (hasRelation(sentence, at, "conj") && sentence.head(at) >= 0) at = sentence.head(at);
  return at === sentence.root() ? time : null;
}

/** A heading is one phrase, and its one date is that of all of it. */
function ofHeading(discourse: Discourse, { sentence }: Instance): TimeExpression | null {
  const root = sentence.root();
  const verbless = root >= 0 && !isVerb(sentence, root) && child(sentence, root, "cop", "aux") < 0;
  if (sentence.kind !== "heading" && !verbless) return null;
  const times = discourse.times(sentence.index);
  return times.length === 1 ? (times[0] as TimeExpression) : null;
}

/** A date right behind the act's last word, where the tree hangs it elsewhere. */
function behind(discourse: Discourse, instance: Instance): TimeExpression | null {
  const { sentence } = instance;
  const last = Math.max(
    instance.anchor,
    instance.trigger,
    ...instance.targets.map((one) => extent(sentence, one)[1]),
  );
  const next = discourse.times(sentence.index).find((time) => time.first > last);
  if (next === undefined || next.first - last > 3) return null;
  for (let at = last + 1; at < next.first; at += 1) {
    if (["VERB", "AUX", "SCONJ", "PUNCT"].includes(sentence.upos(at))) return null;
  }
  return next;
}

/** An expression as the interval of what it modifies: "since 1991" is open to the right. */
export function rangeOf(time: TimeExpression): DateRange {
  const { from, to, text, basis } = time.range;
  switch (time.relation) {
    case "since":
    case "after":
      return { from, to: null, text, basis };
    case "until":
    case "before":
    case "by":
      return { from: null, to, text, basis };
    default:
      return { from, to, text, basis };
  }
}

/** 0 on the act itself, 1 on its trigger's phrase, 2 and more on the predicates above; Infinity elsewhere. */
function distance(sentence: Sentence, time: TimeExpression, instance: Instance, stance: Stance): number {
  const predicate = predicateOf(sentence, time);
  if (predicate < 0) return Number.POSITIVE_INFINITY;
  // "opened an embassy in May and a consulate in June": what stands last has its own date.
  if (instance.targets.includes(predicate) && hasRelation(sentence, predicate, "conj")) return -1;
  if (predicate === instance.anchor) return 0;
  if (opens(sentence, time) && instance.anchor === sentence.root()) return 0.8;
  if (predicate === instance.trigger) return 0.5;
  if ([...instance.targets, ...instance.as].some((one) => isPhraseOf(sentence, predicate, one))) return 1;
  if (instance.actors.includes(predicate)) return 1;
  // "in a message of 5 May": what the act was done by or in has the act's date.
  // But not "after the coup of 1968": that is the day of something else.
  if (
    hasRelation(sentence, predicate, "obl") &&
    !apart.has(caseOf(sentence, predicate)) &&
    [instance.anchor, instance.trigger].includes(sentence.head(predicate))
  )
    return 2.5;
  let at = instance.anchor;
  for (let steps = 1; steps < 4 && sentence.head(at) >= 0; steps += 1) {
    if (hasRelation(sentence, at, "acl:relcl") || startsOwnClause(sentence, at))
      return Number.POSITIVE_INFINITY;
    at = sentence.head(at);
    if (at !== predicate) continue;
    // "agreed on Monday to establish relations": the day of the promise is not that of the act.
    if (stance.modality !== "asserted") return Number.POSITIVE_INFINITY;
    const spoken = stance.cues.includes(at) || sayings.has(sentence.lemma(at));
    return spoken ? costOfSpeech(sentence, instance, stance) : 1 + steps / 2;
  }
  return Number.POSITIVE_INFINITY;
}

const sayings: ReadonlySet<string> = new Set(["say", "tell", "add", "write", "report", "state"]);

const apart: ReadonlySet<string> = new Set([
  "after",
  "before",
  "since",
  "until",
  "following",
  "despite",
  "over",
  "because",
  "from",
  "against",
]);

/** A conjunct with a subject of its own has dates of its own. */
function startsOwnClause(sentence: Sentence, at: number): boolean {
  return hasRelation(sentence, at, "conj", "parataxis") && child(sentence, at, "nsubj") >= 0;
}

/** The day of an announcement is the day of the act where the act is announced as done just then. */
function costOfSpeech(sentence: Sentence, instance: Instance, stance: Stance): number {
  if (stance.modality !== "asserted") return Number.POSITIVE_INFINITY;
  const perfect = sentence
    .children(instance.anchor)
    .some((one) => ["had", "has", "have"].includes(sentence.lower(one)));
  return perfect ? Number.POSITIVE_INFINITY : 3;
}

/** The verb or noun that the expression modifies, climbing out of its own phrase only. */
function predicateOf(sentence: Sentence, time: TimeExpression): number {
  let at = time.first;
  for (let steps = 0; steps < sentence.size; steps += 1) {
    const head = sentence.head(at);
    if (head < 0) return at >= time.first && at <= time.last ? -1 : at;
    if (head < time.first || head > time.last) {
      if (isVerb(sentence, head) || !isCaseChain(sentence, at)) return head;
    }
    at = head;
  }
  return -1;
}

/** Dates hang in chains ("on the morning of 3 July"): such a noun is passed through. */
function isCaseChain(sentence: Sentence, token: number): boolean {
  const head = sentence.head(token);
  return [
    "morning",
    "afternoon",
    "evening",
    "night",
    "day",
    "week",
    "month",
    "end",
    "beginning",
    "start",
  ].includes(sentence.lemma(head));
}
