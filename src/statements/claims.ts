import type { Sentence } from "../language/index.js";
import type { Claim, ClaimKind, DateRange, Participant } from "../model/index.js";
import { identityOf } from "../model/index.js";
import { rangeOf } from "./dates.js";
import type { Discourse } from "./discourse.js";
import { isNone } from "./generic.js";
import type { GovernorBook } from "./governors.js";
import type { Instance } from "./instance.js";
import { ordinalOf, quantityAt, quantityOf } from "./numbers.js";
import { participantsAt } from "./participants.js";
import { doerOf } from "./subject.js";
import { child, childrenBy, extent, hasRelation, isWithin, withCase } from "./tree.js";

/** What is ranked or counted, before it is tied to an act. */
interface Rank {
  readonly kind: ClaimKind;
  readonly rank: number | null;
  /** The noun that is ranked: "country" in "the first country to …"; the ordinal itself where it stands alone. */
  readonly noun: number;
  /** The ordinal, "only", or the determiner. */
  readonly marker: number;
}

export interface ClaimContext {
  readonly discourse: Discourse;
  readonly governors: GovernorBook;
}

/** A claim without what the statement beside it shares: attribution, polarity, modality. */
export type ClaimCore = Pick<
  Claim,
  "kind" | "holder" | "target" | "rank" | "count" | "total" | "over" | "membersOf" | "within"
> & { readonly start: number; readonly end: number };

/**
 * Claims of rank and number that range over the doers of an act: "the first country to recognise X", "the
 * only state that recognises X", "147 of 193 UN members recognise X", "no country has recognised X".
 */
export function claimsOf(
  context: ClaimContext,
  instance: Instance,
  target: Participant | null,
): readonly ClaimCore[] {
  const { sentence } = instance;
  const found: ClaimCore[] = [];
  for (const rank of ranksIn(sentence)) {
    if (!ranges(sentence, rank, instance) || isNamed(context, sentence, rank.noun)) continue;
    found.push(core(context, instance, target, rank, null, null));
  }
  if (found.length > 0) return found;
  for (const actor of instance.actors) {
    const counted = countAt(context, instance, target, actor) ?? aloneAt(context, instance, target, actor);
    if (counted !== null) found.push(counted);
  }
  return found;
}

/** "the first Emirate" is a name and ranks nothing. */
function isNamed(context: ClaimContext, sentence: Sentence, token: number): boolean {
  return context.discourse
    .mentions(sentence.index)
    .some((one) => one.first <= token && token <= one.last && one.form === "name");
}

const exclusives: ReadonlySet<string> = new Set(["only", "sole", "lone"]);

function ranksIn(sentence: Sentence): readonly Rank[] {
  const ranks: Rank[] = [];
  for (let token = 0; token < sentence.size; token += 1) {
    const lower = sentence.lower(token);
    const rank = ordinalOf(lower);
    const only = exclusives.has(lower);
    if ((rank === null && !only) || isAmongFirst(sentence, token)) continue;
    const noun = rankedNoun(sentence, token);
    // "will only recognise it if …" ranks nobody.
    if (only && (noun === token || sentence.upos(noun) === "VERB")) continue;
    ranks.push({ kind: only ? "only" : "rank", rank, noun, marker: token });
  }
  return ranks;
}

/** The noun that an ordinal ranks: "member" in "the third EU member", also where the tree hangs it on "EU". */
function rankedNoun(sentence: Sentence, token: number): number {
  let noun = token;
  if (hasRelation(sentence, token, "amod", "advmod") && sentence.head(token) > token)
    noun = sentence.head(token);
  while (noun > token && hasRelation(sentence, noun, "compound") && sentence.head(noun) > noun)
    noun = sentence.head(noun);
  return noun;
}

/** "Among the first", "one of the first": no rank is claimed. */
function isAmongFirst(sentence: Sentence, token: number): boolean {
  for (let at = token - 1; at >= 0 && at >= token - 4; at -= 1) {
    const lower = sentence.lower(at);
    if (lower === "among" || lower === "amongst") return true;
    if (lower === "of" && at > 0 && sentence.lower(at - 1) === "one") return true;
  }
  return false;
}

/** Whether the ranked noun is the doer of the act, or the act's noun itself ("the first recognition of X by Y"). */
function ranges(sentence: Sentence, rank: Rank, instance: Instance): boolean {
  if (rank.noun === instance.trigger) return true;
  const world = sentence.head(instance.anchor);
  if (world >= 0 && sentence.lemma(world) === "world" && sentence.head(world) === rank.noun) return true;
  if (instance.actors.includes(rank.noun)) return true;
  // "became the first country to recognise": the tree may hang the act beside the noun on "became".
  const verb = sentence.head(rank.noun);
  if (
    verb >= 0 &&
    verb === sentence.head(instance.anchor) &&
    rank.noun < instance.anchor &&
    hasRelation(sentence, rank.noun, "xcomp", "obj")
  )
    return true;
  // The act is said in a clause that hangs on the ranked noun: "the first country to recognise".
  for (let at = instance.anchor, steps = 0; steps < 6 && at >= 0; at = sentence.head(at), steps += 1) {
    if (sentence.head(at) === rank.noun && hasRelation(sentence, at, "acl", "xcomp", "advcl", "ccomp"))
      return true;
  }
  return false;
}

function core(
  context: ClaimContext,
  instance: Instance,
  target: Participant | null,
  rank: Rank,
  count: number | null,
  total: number | null,
): ClaimCore {
  const { sentence } = instance;
  const [first, last] = spanOf(sentence, instance, rank.marker);
  const nominal = rank.noun === instance.trigger;
  const ranged = nominal ? (instance.actors[0] ?? -1) : rank.noun;
  return {
    kind: rank.kind,
    holder: holderOf(context, instance, rank),
    target,
    rank: rank.rank,
    count,
    total,
    over: ranged < 0 || ranged === rank.marker ? null : overWords(context.discourse, sentence, ranged),
    membersOf: ranged < 0 ? null : membersOf(context.discourse, sentence, ranged),
    within: withinOf(context.discourse, sentence),
    start: sentence.startOf(first),
    end: sentence.endOf(last),
  };
}

function holderOf(context: ClaimContext, instance: Instance, rank: Rank): Participant | null {
  const { discourse, governors } = context;
  const { sentence } = instance;
  const candidates: number[] = [];
  const subject = child(sentence, rank.noun, "nsubj");
  if (subject >= 0) candidates.push(subject);
  if (rank.noun !== instance.trigger) candidates.push(doerOf(sentence, rank.noun, governors));
  if (hasRelation(sentence, rank.noun, "appos")) candidates.push(sentence.head(rank.noun));
  candidates.push(...childrenBy(sentence, rank.noun, "appos"), ...instance.actors);
  for (const token of candidates) {
    if (token < 0) continue;
    const found = participantsAt(discourse, sentence, [token]).find((one) => one.participant.party !== null);
    if (found !== undefined) return found.participant;
  }
  return null;
}

/** "147 of 193 members", "more than 140 states", "no country": read from the doer's own phrase. */
function countAt(
  context: ClaimContext,
  instance: Instance,
  target: Participant | null,
  actor: number,
): ClaimCore | null {
  const { sentence } = instance;
  const none = childrenBy(sentence, actor, "det", "nummod", "amod").find((one) => isNone(sentence, one));
  if (none !== undefined || sentence.lower(actor) === "none") {
    const rank: Rank = { kind: "none", rank: null, noun: actor, marker: none ?? actor };
    return { ...core(context, instance, target, rank, null, null), holder: null };
  }
  const number =
    childrenBy(sentence, actor, "nummod")[0] ?? (quantityOf(sentence.lower(actor)) === null ? -1 : actor);
  if (number < 0) return null;
  const count = quantityAt(sentence, number);
  if (count === null) return null;
  const whole = withCase(sentence, number, "of")[0] ?? withCase(sentence, actor, "of")[0];
  const wholeNumber = whole === undefined ? undefined : childrenBy(sentence, whole, "nummod")[0];
  const total = wholeNumber === undefined ? null : quantityAt(sentence, wholeNumber);
  const noun = total !== null && whole !== undefined ? whole : actor;
  // "the three governments" are known ones, which claims no number.
  const definite = childrenBy(sentence, actor, "det").some((one) =>
    ["the", "these", "those", "both"].includes(sentence.lower(one)),
  );
  if (noun === number || (definite && total === null)) return null;
  const rank: Rank = { kind: "count", rank: null, noun, marker: number };
  return { ...core(context, instance, target, rank, count, total), holder: null };
}

/** "Only Turkey recognises it", "Turkey alone recognises it": the words single out a named doer. */
function aloneAt(
  context: ClaimContext,
  instance: Instance,
  target: Participant | null,
  actor: number,
): ClaimCore | null {
  const { sentence } = instance;
  const [first, last] = extent(sentence, actor);
  const marker = first > 0 && sentence.lower(first - 1) === "only" ? first - 1 : last;
  const behind = first === last ? last + 1 : last;
  if (marker !== first - 1 && (behind >= sentence.size || sentence.lower(behind) !== "alone")) return null;
  const holder = participantsAt(context.discourse, sentence, [actor]).find(
    (one) => one.participant.party !== null,
  );
  if (holder === undefined) return null;
  const rank: Rank = { kind: "only", rank: null, noun: actor, marker: Math.max(0, marker) };
  const claim = core(context, instance, target, rank, null, null);
  return { ...claim, holder: holder.participant, over: null, membersOf: null };
}

function spanOf(sentence: Sentence, instance: Instance, marker: number): readonly [number, number] {
  let first = Math.min(marker, instance.anchor, instance.trigger);
  let last = Math.max(marker, instance.anchor, instance.trigger);
  for (const token of instance.targets) last = Math.max(last, extent(sentence, token)[1]);
  // "to do so", "to do the same"
  while (
    last + 1 < sentence.size &&
    ["so", "the", "same", "likewise"].includes(sentence.lower(last + 1)) &&
    sentence.lemma(instance.anchor) === "do"
  )
    last += 1;
  if (first > 0 && sentence.lower(first - 1) === "the") first -= 1;
  return [first, Math.min(last, sentence.size - 1)];
}

/** The ranked noun in the singular with its adjectives, without articles, numbers and clauses: "EU member". */
function overWords(discourse: Discourse, sentence: Sentence, noun: number): string {
  let first = noun;
  for (const one of sentence.children(noun)) {
    if (one > noun || !hasRelation(sentence, one, "amod", "compound", "nmod")) continue;
    if (ordinalOf(sentence.lower(one)) !== null || exclusives.has(sentence.lower(one))) continue;
    if (["other", "single", "last", "latest"].includes(sentence.lower(one))) continue;
    first = Math.min(first, extent(sentence, one)[0]);
  }
  while (
    first < noun &&
    (ordinalOf(sentence.lower(first)) !== null || ["the", "a", "any", "no"].includes(sentence.lower(first)))
  )
    first += 1;
  // In the singular, so that "members" and "member" are one class.
  const before = discourse.report.text.slice(sentence.startOf(first), sentence.startOf(noun));
  return `${before}${sentence.lemma(noun)}${within(discourse, sentence, noun)}`;
}

/** " in South America", " outside the bloc": what narrows the class behind its noun; empty for times and the whole world. */
function within(discourse: Discourse, sentence: Sentence, noun: number): string {
  const marker = noun + 1;
  if (marker + 1 >= sentence.size || !["in", "of", "from", "outside"].includes(sentence.lower(marker)))
    return "";
  if (membersOf(discourse, sentence, noun) !== null) return "";
  if (discourse.times(sentence.index).some((one) => one.first <= marker + 1 && marker <= one.last)) return "";
  let last = marker + 1;
  while (last + 1 < sentence.size && !endsPhrase(sentence, last + 1)) last += 1;
  const words = discourse.report.text.slice(sentence.startOf(marker), sentence.endOf(last));
  return /^in (?:the world|history|years|decades|months|centuries|a )/i.test(words) ? "" : ` ${words}`;
}

function endsPhrase(sentence: Sentence, token: number): boolean {
  return (
    ["to", "that", "which", "who", "and", "or"].includes(sentence.lower(token)) ||
    ["PUNCT", "VERB", "AUX", "ADP", "ADV"].includes(sentence.upos(token))
  );
}

function membersOf(discourse: Discourse, sentence: Sentence, noun: number): string | null {
  const [first, last] = extent(sentence, noun);
  const mention = discourse
    .mentions(sentence.index)
    .find(
      (one) =>
        one.kind === "organisation" &&
        one.first >= first &&
        one.last <= last &&
        isWithin(sentence, one.head, noun),
    );
  return mention?.party ?? null;
}

/** "since August 2021", "since the Taliban regained power in August 2021", "in decades". */
function withinOf(discourse: Discourse, sentence: Sentence): DateRange | null {
  const times = discourse.times(sentence.index);
  for (const time of times) {
    if (time.relation === "since" || time.relation === "after") return rangeOf(time);
    const since = sinceBefore(sentence, time.first);
    if (since) return { ...time.range, to: null };
  }
  return null;
}

/** Whether the expression stands in a clause or phrase that "since" opens. */
function sinceBefore(sentence: Sentence, token: number): boolean {
  for (let at = token, steps = 0; at >= 0 && steps < 6; at = sentence.head(at), steps += 1) {
    if (sentence.children(at).some((one) => one < token && sentence.lower(one) === "since")) return true;
  }
  return false;
}

/** The claim as it leaves the house, with what it shares with the statement that it stands beside. */
export function createClaim(
  report: Discourse["report"],
  sentence: Sentence,
  act: string,
  claim: ClaimCore,
  shared: Pick<Claim, "polarity" | "modality" | "attribution">,
  rule: string,
): Claim {
  const { start, end, ...rest } = claim;
  const quote = report.text.slice(start, end);
  const id = identityOf(report.id, "claim", act, rest.kind, start, end);
  return Object.freeze({
    id,
    act,
    ...rest,
    ...shared,
    evidence: Object.freeze({ sentence: sentence.index, start, end, quote, title: null, rule }),
  });
}
