import type { Alterations, Event, Ledger, Prospect } from "../record/index.js";

/** Events and prospects that rest on a statement. */
export interface Resting {
  readonly events: ReadonlySet<string>;
  readonly prospects: ReadonlySet<string>;
}

/** What the record holds now, seen from where no question of the ledger looks. */
export interface Present {
  restingOn(statement: string): Resting;
  /** Events on which reports differ or that are denied. */
  disputed(): readonly Event[];
  /** What was announced, asked for, hoped or expected and has not been seen to happen. */
  pending(): readonly Prospect[];
}

const nothing: Resting = Object.freeze({ events: new Set<string>(), prospects: new Set<string>() });

/** Changes behind which reading all rows anew is cheaper than following what each altered. */
const far = 200;

/**
 * Keeps the present state by statement, by dispute and by prospect: read once in full, then carried forward by what each
 * change altered. An alteration may be applied twice without harm, so that a change that comes in while all is read is no
 * trouble.
 */
export function createPresent(ledger: Ledger): { upTo(change: number): Promise<Present> } {
  const resting = new Map<string, { events: Set<string>; prospects: Set<string> }>();
  const disputed = new Map<string, Event>();
  const pending = new Map<string, Prospect>();
  let reached = -1;
  let working: Promise<void> = Promise.resolve();

  const present: Present = {
    restingOn: (statement) => resting.get(statement) ?? nothing,
    disputed: () => [...disputed.values()],
    pending: () => [...pending.values()],
  };

  function note(
    kind: "events" | "prospects",
    id: string,
    statements: readonly string[],
    isGone: boolean,
  ): void {
    for (const statement of statements) {
      const one = resting.get(statement) ?? { events: new Set(), prospects: new Set() };
      if (isGone) one[kind].delete(id);
      else one[kind].add(id);
      resting.set(statement, one);
    }
  }

  function event(one: Event, isGone: boolean): void {
    note("events", one.id, [...one.statements, ...one.denials], isGone);
    if (isGone || (one.disputes.length === 0 && one.denials.length === 0)) disputed.delete(one.id);
    else disputed.set(one.id, one);
  }

  function prospect(one: Prospect, isGone: boolean): void {
    note("prospects", one.id, one.statements, isGone);
    if (isGone || one.polarity === "negative" || one.resolvedBy !== null) pending.delete(one.id);
    else pending.set(one.id, one);
  }

  function apply({ events, prospects }: Alterations): void {
    for (const { before } of events) if (before !== null) event(before, true);
    for (const { after } of events) if (after !== null) event(after, false);
    for (const { before } of prospects) if (before !== null) prospect(before, true);
    for (const { after } of prospects) if (after !== null) prospect(after, false);
  }

  async function readAll(change: number): Promise<void> {
    resting.clear();
    disputed.clear();
    pending.clear();
    for await (const page of ledger.each("events", null)) for (const { value } of page) event(value, false);
    for await (const page of ledger.each("prospects", null))
      for (const { value } of page) prospect(value, false);
    reached = change;
  }

  async function follow(change: number): Promise<void> {
    if (reached >= change) return;
    if (reached < 0 || change - reached > far) return readAll(change);
    while (reached < change) {
      const altered = await ledger.alterations(reached + 1);
      if (altered !== null) apply(altered);
      reached += 1;
    }
  }

  return {
    upTo: async (change) => {
      // One after another, also where one of them fails.
      working = working.catch(() => undefined).then(() => follow(change));
      await working;
      return present;
    },
  };
}
