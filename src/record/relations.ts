import { compareWindows, meets } from "./days.js";
import type { Built } from "./events.js";
import { disputable } from "./occurrences.js";
import type { PartyRegister } from "./register.js";
import { rowsOf } from "./rows.js";
import type { Event, Relation, Window } from "./types.js";
import { middleOf } from "./windows.js";

/**
 * The relations that follow from the events of one unit, slot by slot: an opening begins an interval, a closing ends it,
 * a suspension or change ends one row and begins the next. What ends first ends it: an event, the severing of relations
 * (which ends missions and accreditations, VCDR 1961, article 45), or the end of a party.
 */
export function relationsOf(built: readonly Built[], parties: PartyRegister): readonly Relation[] {
  const slots = new Map<string, Built[]>();
  for (const one of built) {
    if (one.filed.kind === null) continue;
    slots.set(one.filed.slot, [...(slots.get(one.filed.slot) ?? []), one]);
  }
  const severings = built.filter(({ filed }) => filed.kind === "relations" && filed.does === "closes");
  return [...slots.values()]
    .flatMap((events) => rowsOf(intervalsOf(inOrder(events), severings), parties))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** A row in the making: `from` is what opened it, `to` what closed it; neither known of an opening that is not on record. */
export interface Interval
  extends Omit<Relation, "id" | "validFrom" | "certainFrom" | "validTo" | "certainTo"> {
  readonly from: Window;
  readonly to: Window | null;
}

/**
 * Events in the order in which they must have happened: by date; where dates overlap, an opening comes while nothing is
 * open and a closing while something is.
 */
function inOrder(events: readonly Built[]): readonly Built[] {
  const left = [...events].sort((a, b) => compareWindows(a.event.date, b.event.date));
  const ordered: Built[] = [];
  let open = false;
  while (left.length > 0) {
    const first = left[0] as Built;
    const together = left.filter(({ event }) => meets(event.date, first.event.date));
    const fitting = together.find(({ filed }) => (filed.does === "opens") !== open) ?? first;
    left.splice(left.indexOf(fitting), 1);
    ordered.push(fitting);
    if (fitting.filed.does === "opens") open = true;
    if (fitting.filed.does === "closes") open = false;
  }
  return ordered;
}

function intervalsOf(events: readonly Built[], severings: readonly Built[]): readonly Interval[] {
  const done: Interval[] = [];
  let open: Interval | null = null;
  let closed: Built | null = null;
  for (const built of events) {
    const { event, filed } = built;
    if (event.date.from === null && event.date.to === null) continue;
    if (open !== null) open = severedBefore(open, event, severings, done);
    if (filed.does === "closes") {
      // Both sides may end the same thing one after the other; the first of them has ended it.
      if (open === null && closed !== null && isSoon(closed.event, event)) continue;
      const held: Interval = open ?? begun(built, null);
      done.push({ ...held, ...ended(held, event) });
      open = null;
      closed = built;
    } else if (filed.does === "opens" && open?.status === "in force" && !changes(open, event, filed.kind)) {
      open = { ...open, disputed: open.disputed || isDoubtful(event) };
    } else {
      if (open !== null) done.push({ ...open, to: event.date, closedBy: event.id });
      open = begun(built, open);
    }
  }
  if (open !== null) {
    const rest = severedBefore(open, null, severings, done);
    if (rest !== null) done.push(rest);
  }
  return done;
}

/** Whether an event follows another within two years, so that both may tell of one ending. */
function isSoon(before: Event, after: Event): boolean {
  return middleOf(after.date) - middleOf(before.date) <= disputable;
}

/** Ends a mission or accreditation with the relations, where these were severed before its next event. */
function severedBefore(
  open: Interval,
  next: Event | null,
  severings: readonly Built[],
  done: Interval[],
): Interval | null {
  if (open.kind !== "mission" && open.kind !== "accreditation") return open;
  const severing = severings.find(
    ({ event }) =>
      compareWindows(event.date, open.from) > 0 &&
      (next === null || compareWindows(event.date, next.date) < 0),
  );
  if (severing === undefined) return open;
  // A closing of its own, soon after, tells better when it ended.
  if (next !== null && endsByItself(next) && isSoon(severing.event, next)) return open;
  const { date, id } = severing.event;
  done.push({ ...open, to: date, closedBy: id, endedWith: "relations" });
  return null;
}

function endsByItself({ act }: Event): boolean {
  return /^(?:close|suspend|recall|expel)-/.test(act);
}

/** A closing of something whose opening the record does not know shows that it held until then. */
function begun({ event, filed }: Built, before: Interval | null): Interval {
  const isClosing = filed.does === "closes";
  const isChange = filed.does === "changes" || filed.does === "suspends";
  return {
    kind: filed.kind as Relation["kind"],
    subject: filed.subject,
    object: filed.object,
    slot: filed.slot,
    status: filed.does === "suspends" ? "suspended" : "in force",
    as: filed.as,
    form: event.form ?? before?.form ?? null,
    mission: missionAfter(event, before),
    person: event.person ?? (isChange ? (before?.person ?? null) : null),
    from: isClosing ? { from: null, to: null } : event.date,
    to: null,
    openedBy: isClosing ? null : event.id,
    closedBy: null,
    endedWith: null,
    disputed: isDoubtful(event),
  };
}

function missionAfter({ mission }: Event, before: Interval | null): Relation["mission"] {
  const held = before?.mission ?? null;
  if (mission === null) return held;
  return { kind: mission.kind ?? held?.kind ?? null, city: mission.city ?? held?.city ?? null };
}

function ended(held: Interval, event: Event): Pick<Interval, "to" | "closedBy" | "disputed"> {
  return { to: event.date, closedBy: event.id, disputed: held.disputed || isDoubtful(event) };
}

function isDoubtful({ disputes, denials, rating }: Event): boolean {
  return denials.length > 0 || rating.credibility === 5 || disputes.some(({ field }) => field === "date");
}

/** Whether an opening while it is open tells something new: another kind of mission, another form of recognition. */
function changes(open: Interval, event: Event, kind: Relation["kind"] | null): boolean {
  if (kind === "mission") {
    const now = event.mission?.kind ?? null;
    return now !== null && now !== (open.mission?.kind ?? null);
  }
  if (kind === "accreditation") return event.person !== null && event.person !== open.person;
  return false;
}
