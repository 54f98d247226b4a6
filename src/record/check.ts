import type { Claim, IsoDate } from "../model/index.js";
import { certainlyHeldOn, heldOn } from "./asOf.js";
import { classOf, type PartyClass } from "./classes.js";
import { compareWindows } from "./days.js";
import type { Registers } from "./register.js";
import type { Event, Relation } from "./types.js";

/** For which party and act, and when, the record is known to be whole. */
export interface Coverage {
  readonly target: string;
  readonly act: string;
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly level: "complete" | "partial";
  readonly note: string;
}

/** What of the record bears on a claim: what was done to its target, and what holds towards it. */
export interface Knowledge {
  /** Events of the claim's act, or of another with the same effect, towards the target, as known at the moment asked. */
  readonly events: readonly Event[];
  /** Relations of the kind that the act opens, towards the target, of all times. */
  readonly relations: readonly Relation[];
  readonly coverage: readonly Coverage[];
}

export type Judgement = "supported" | "contradicted" | "cannot be judged";

/** What a claim comes to when it is held against the record as of a day. */
export interface Judged {
  readonly judgement: Judgement;
  /** Why, in a sentence. */
  readonly because: string;
  /** What speaks against the claim; for a count, nothing. */
  readonly counterexamples: readonly Event[];
  /** What a reader of the claim should know besides: the same done outside its interval, or by others than its class. */
  readonly remarks: readonly Remark[];
  /** What the record would have to hold for a judgement. */
  readonly missing: string | null;
}

export interface Remark {
  readonly kind: "outside the interval" | "not in the class" | "after the claim" | "doubtful";
  readonly events: readonly Event[];
}

/** Holds a claim against the record as of a day. */
export function judge(claim: Claim, at: IsoDate, known: Knowledge, registers: Registers): Judged {
  const target = claim.target?.party ?? null;
  if (target === null) return unjudged("the claim names no party that the record knows", "whom it is about");
  const among = classOf(claim.over, claim.membersOf, registers.parties);
  const view = viewOf(claim, at, known, among);
  const whole = coverageOf(claim, target, at, known.coverage);
  const asserted = judged(claim, view, whole, among, at);
  // "No country has" is negative by its nature; of a rank a denial says the opposite.
  const isDenied = claim.polarity === "negative" && (claim.kind === "rank" || claim.kind === "only");
  return isDenied ? reversed(asserted) : asserted;
}

function judged(claim: Claim, view: View, whole: Whole, among: PartyClass | null, at: IsoDate): Judged {
  switch (claim.kind) {
    case "rank":
      return claim.rank === null ? latestDoer(claim, view, whole) : ranked(claim, claim.rank, view, whole);
    case "only":
      return only(claim, view, whole);
    case "none":
      return none(view, whole);
    case "count":
      return counted(claim, view, whole, among, at);
  }
}

/** What the record knows, seen through the claim: who of its class did it within its interval. */
interface View {
  /** The first act of each doer of the class within the interval, in time, without the claim's own holder. */
  readonly others: readonly Event[];
  /** The holder's own act, if the record has it. */
  readonly own: Event | null;
  /** Relations in force on the day, of doers of the class. */
  readonly inForce: readonly Relation[];
  readonly certain: readonly Relation[];
  /** Relations in force of doers that are not of the class. */
  readonly beside: readonly Relation[];
  readonly remarks: readonly Remark[];
  /** Null where the words name no class that can be decided; then every state is in `others`. */
  readonly among: PartyClass | null;
}

function viewOf(claim: Claim, at: IsoDate, { events, relations }: Knowledge, among: PartyClass | null): View {
  const holder = claim.holder?.party ?? null;
  const target = claim.target?.party as string;
  const sorted = [...events].sort((a, b) => compareWindows(a.date, b.date));
  const from = claim.within?.from ?? null;
  const to = claim.within?.to ?? null;
  const inside: Event[] = [];
  const outside: Event[] = [];
  const others: Event[] = [];
  const after: Event[] = [];
  const doubtful: Event[] = [];
  const seen = new Set<string>();
  let own: Event | null = null;
  for (const event of sorted) {
    const doer = doerOf(event, target);
    const day = event.date.to ?? event.date.from;
    const begins = event.date.from ?? event.date.to;
    if (day === null || begins === null) continue;
    if (begins > at) after.push(event);
    else if ((from !== null && day < from) || (to !== null && begins > to)) {
      if (doer !== holder) outside.push(event);
    } else if (doer === holder) own ??= event;
    else if (seen.has(doer)) continue;
    else if (event.rating.credibility === 5) doubtful.push(event);
    else if (among !== null && !among.has(doer, begins)) others.push(event);
    else {
      seen.add(doer);
      inside.push(event);
    }
  }
  const held = relations.filter((one) => heldOn(one, at) && one.status === "in force");
  const members = held.filter((one) => among === null || among.has(otherSide(one, target), at));
  const remarks: Remark[] = [
    { kind: "outside the interval" as const, events: outside },
    { kind: "not in the class" as const, events: others },
    { kind: "doubtful" as const, events: doubtful },
    {
      kind: "after the claim" as const,
      events: after.filter((one) => doerOf(one, target) !== holder).slice(0, 3),
    },
  ].filter((one) => one.events.length > 0);
  return {
    others: inside,
    own,
    inForce: members,
    certain: members.filter((one) => certainlyHeldOn(one, at)),
    beside: held.filter((one) => !members.includes(one)),
    remarks,
    among,
  };
}

/** Who did it to the target: the actor, or for acts told of both sides the other one. */
export function doerOf({ actor, target }: Event, of: string): string {
  return actor === of ? target : actor;
}

function otherSide({ subject, object }: Relation, of: string): string {
  return subject === of ? object : subject;
}

interface Whole {
  readonly isComplete: boolean;
  /** What is not covered, in words. */
  readonly gap: string;
}

/** Whether the record is whole for the target over the interval of the claim. */
function coverageOf(claim: Claim, target: string, at: IsoDate, coverage: readonly Coverage[]): Whole {
  const rows = coverage.filter((one) => one.target === target && one.act === claim.act);
  if (rows.length === 0)
    return { isComplete: false, gap: "the record does not claim to know every such act towards this party" };
  const complete = rows.filter(({ level }) => level === "complete");
  if (complete.length === 0)
    return {
      isComplete: false,
      gap: `what the record holds of such acts is incomplete${rows[0]?.note ? ` (${rows[0].note})` : ""}`,
    };
  const start = claim.within?.from ?? null;
  const end = claim.within?.to ?? at;
  // Before the interval of a row the target did not exist or nothing was done to it; see data/baseline/README.md.
  const spanning = complete.find((one) => end <= one.to && (start === null || start <= one.to));
  if (spanning !== undefined) return { isComplete: true, gap: "" };
  const last = complete
    .map(({ to }) => to)
    .sort()
    .at(-1) as string;
  return {
    isComplete: false,
    gap: `the record is vouched for only until ${last}; what happened after that it knows from the reports added alone`,
  };
}

function ranked(claim: Claim, rank: number, view: View, whole: Whole): Judged {
  const mine = view.own?.date ?? null;
  const before = view.others.filter((one) => {
    const end = one.date.to ?? one.date.from;
    return mine === null || (end !== null && end < (mine.from ?? mine.to ?? end));
  });
  const sure = before.length;
  const tied =
    mine === null ? 0 : view.others.filter((one) => !before.includes(one) && overlaps(one, view.own)).length;
  const { remarks } = view;
  const what = view.among?.name ?? "states";
  if (view.among === null && sure > 0) return unclassed(claim, remarks);
  if (sure >= rank)
    return contradicted(
      rank === 1
        ? `${sure === 1 ? "one other had" : `${sure} others had`} done so before`
        : `${sure} had done so before${mine === null ? "; the act itself is not on record" : `, which makes it number ${sure + 1}`}`,
      remarks,
      before,
    );
  if (!whole.isComplete) return { ...unjudged("nothing on record speaks against it", whole.gap), remarks };
  if (sure === rank - 1 && tied === 0)
    return supported(
      rank === 1 ? `no other of the ${what} had done so` : `${sure} had done so before`,
      remarks,
    );
  if (sure + tied < rank - 1) return contradicted(`only ${sure + tied} had done so before`, remarks, before);
  return { ...unjudged("others did so at about the same time", "the days on which they did"), remarks };
}

function overlaps({ date }: Event, own: Event | null): boolean {
  if (own === null) return false;
  const [from, to] = [date.from ?? date.to ?? "", date.to ?? date.from ?? ""];
  const [start, end] = [own.date.from ?? own.date.to ?? "", own.date.to ?? own.date.from ?? ""];
  return from <= end && start <= to;
}

/** "The latest to": nobody of the class did so after it, up to the day of the claim. */
function latestDoer(claim: Claim, view: View, whole: Whole): Judged {
  const { own, others, remarks } = view;
  if (view.among === null) return unclassed(claim, remarks);
  if (own === null)
    return { ...unjudged("the record does not hold the act itself", "when it was done"), remarks };
  const end = own.date.to ?? own.date.from ?? "";
  const later = others.filter(({ date }) => (date.from ?? date.to ?? "") > end);
  if (later.length > 0) return contradicted("others have done so since", remarks, later);
  if (!whole.isComplete) return { ...unjudged("nothing on record speaks against it", whole.gap), remarks };
  return supported("nobody has done so since", remarks);
}

function only(claim: Claim, view: View, whole: Whole): Judged {
  const holder = claim.holder?.party ?? null;
  const target = claim.target?.party as string;
  const { remarks } = view;
  const also = view.certain.filter((one) => otherSide(one, target) !== holder);
  if (view.among === null && also.length > 0) return unclassed(claim, remarks);
  if (also.length > 0) {
    const doers = new Set(also.map((one) => otherSide(one, target)));
    const counterexamples = view.others.filter((one) => doers.has(doerOf(one, target)));
    const because = `${doers.size === 1 ? "one other does" : `${doers.size} others do`} so too`;
    return contradicted(because, remarks, counterexamples);
  }
  if (view.inForce.some((one) => otherSide(one, target) !== holder))
    return { ...unjudged("another may do so too", "the days on which that began or ended"), remarks };
  if (!whole.isComplete) return { ...unjudged("nothing on record speaks against it", whole.gap), remarks };
  return supported("no other does so", remarks);
}

function none(view: View, whole: Whole): Judged {
  const { others, remarks, among } = view;
  if (others.length > 0 && among !== null)
    return contradicted(
      `${others.length === 1 ? "one has" : `${others.length} have`} done so`,
      remarks,
      others,
    );
  if (!whole.isComplete) return { ...unjudged("nothing on record speaks against it", whole.gap), remarks };
  return supported("none has done so", remarks);
}

function counted(claim: Claim, view: View, whole: Whole, among: PartyClass | null, at: IsoDate): Judged {
  // Who did what when says nothing of how many there are, so that a count has no remarks.
  if (among === null) return unclassed(claim, []);
  const said = claim.count as number;
  const size = among.size(at);
  if (claim.total !== null && claim.total !== size)
    return contradicted(`there are ${size} ${among.name}, not ${claim.total}`, []);
  const target = claim.target?.party as string;
  const sides = (relations: readonly Relation[]) =>
    new Set(relations.map((one) => otherSide(one, target))).size;
  const [least, most] = [sides(view.certain.filter(({ disputed }) => !disputed)), sides(view.inForce)];
  const range = least === most ? `${most}` : `${least} to ${most}`;
  const beside = sides(view.beside);
  const others = beside === 0 ? "" : `, and ${beside} that are none`;
  const because = `the record has ${range} ${among.name} on that day${others}`;
  if (said >= least && said <= most && whole.isComplete) return supported(because, []);
  if (said < least || whole.isComplete) return contradicted(because, []);
  return unjudged(because, whole.gap);
}

function supported(because: string, remarks: readonly Remark[]): Judged {
  return { judgement: "supported", because, counterexamples: [], remarks, missing: null };
}

function contradicted(
  because: string,
  remarks: readonly Remark[],
  counterexamples: readonly Event[] = [],
): Judged {
  return { judgement: "contradicted", because, counterexamples, remarks, missing: null };
}

function unclassed(claim: Claim, remarks: readonly Remark[]): Judged {
  const over = claim.over ?? "party";
  return {
    ...unjudged(
      `the record does not know which parties a “${over}” is`,
      `a list of what is meant by “${over}”`,
    ),
    remarks,
  };
}

function unjudged(because: string, missing: string): Judged {
  return { judgement: "cannot be judged", because, counterexamples: [], remarks: [], missing };
}

function reversed(judged: Judged): Judged {
  if (judged.judgement === "cannot be judged") return judged;
  return { ...judged, judgement: judged.judgement === "supported" ? "contradicted" : "supported" };
}
