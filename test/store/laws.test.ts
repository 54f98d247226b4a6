import fc from "fast-check";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { plusDays } from "../../src/record/days.js";
import {
  type Addition,
  asOf,
  type Event,
  knownAt,
  type Ledger,
  type Prospect,
  type Recorded,
  type Relation,
} from "../../src/record/index.js";
import { type History, histories, reproducible } from "../record/histories.js";
import { allRows, newYear, onBothEngines, type Store, type WholeRow } from "./engines.js";
import { report } from "./reports.js";

const derivedTables = ["event", "prospect", "relation"] as const;

function additionsOf({ told }: History): readonly Addition[] {
  return told.map(({ wire, ...rest }, index) => {
    const title = `report ${index}`;
    return report(wire === null ? { ...rest, title } : { ...rest, title, text: `${rest.outlet}: ${wire}` });
  });
}

/** Takes the decisions of a history, each of which may be about all statements and reports, and undo earlier ones. */
async function decideAll(ledger: Ledger, history: History, all: readonly Addition[]): Promise<void> {
  const statements = all.flatMap(({ reading }) => reading.statements.map(({ id }) => id));
  const reports = all.map(({ reading }) => reading.report.id);
  const made: string[] = [];
  for (const plan of history.plans) {
    const verdict = plan(statements, reports, made);
    made.push((await ledger.decide(verdict, "the editor", "read the communiqué")).id);
  }
}

/** Adds what a history tells, a batch for each of its reports that a cut follows. */
async function addAll(ledger: Ledger, all: readonly Addition[], cuts: readonly boolean[]): Promise<void> {
  let batch: Addition[] = [];
  for (const [index, one] of all.entries()) {
    batch.push(one);
    if (cuts[index % cuts.length] === false) continue;
    await ledger.add(batch);
    batch = [];
  }
  await ledger.add(batch);
}

/** A record with the whole history: half of the reports in one change, then one at a time, then the decisions. */
async function recordOf(
  store: Store,
  history: History,
): Promise<{ ledger: Ledger; all: readonly Addition[] }> {
  const ledger = await store.fresh({ now: newYear });
  const all = additionsOf(history);
  const half = Math.ceil(all.length / 2);
  await ledger.add(all.slice(0, half));
  await addAll(ledger, all.slice(half), [true]);
  await decideAll(ledger, history, all);
  return { ledger, all };
}

/** What the record says now, without when it came to say so. */
async function saidNow(store: Store): Promise<readonly string[]> {
  const rows = await Promise.all(derivedTables.map((table) => allRows(store.db, table)));
  return rows
    .flat()
    .filter(({ system_to }) => system_to === null)
    .map(({ id, unit, digest, body }) => `${id} ${unit} ${digest} ${JSON.stringify(body)}`)
    .sort();
}

async function everything(store: Store): Promise<readonly unknown[]> {
  const { rows: stories } = await sql`select * from story order by report, system_from`.execute(store.db);
  return [...(await Promise.all(derivedTables.map((table) => allRows(store.db, table)))), stories];
}

const recorded = <T>({ body, system_from, system_to }: WholeRow<T>): Recorded<T> => ({
  value: body,
  systemFrom: system_from,
  systemTo: system_to,
});

const byId = <T extends { readonly id: string }>(values: readonly T[]): readonly T[] =>
  [...values].sort((a, b) => (a.id < b.id ? -1 : 1));

/** Whether an event had begun by a day, certainly or possibly; one without any day had begun by none. */
function begun({ date }: Event, day: string): boolean {
  const from = date.from ?? date.to;
  return from !== null && from <= day;
}

/** What the first of both engines wrote, for the second to be held against. */
const writtenBy: unknown[][] = [];

onBothEngines("on generated histories", (store, kind) => {
  // A server does in 10 milliseconds what takes the embedded engine 30.
  const runs = (times: number) => reproducible(kind === "server" ? times * 2 : times);

  it("the order and the batches in which reports come do not matter, nor whether decisions come before them", async () => {
    const ways = histories(7, 3).chain((history) =>
      fc.record({
        history: fc.constant(history),
        // Decisions are about the first reports; the others may come before or after them.
        first: fc.integer({ min: 1, max: history.told.length }),
        order: fc.shuffledSubarray([...history.told.keys()], { minLength: history.told.length }),
        cuts: fc.array(fc.boolean(), { minLength: 1, maxLength: 6 }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(ways, async ({ history, first, order, cuts }) => {
        const all = additionsOf(history);
        const decidedOn = all.slice(0, first);
        const once = await store.fresh();
        await once.add(all);
        await decideAll(once, history, decidedOn);
        const expected = await saidNow(store);
        const again = await store.fresh();
        const mixed = order.map((at) => all[at] as Addition);
        await addAll(
          again,
          mixed.filter((one) => decidedOn.includes(one)),
          cuts,
        );
        await decideAll(again, history, decidedOn);
        await addAll(
          again,
          mixed.filter((one) => !decidedOn.includes(one)),
          cuts,
        );
        expect(await saidNow(store)).toEqual(expected);
      }),
      runs(20),
    );
  });

  it("two machines that read the same reports write the same record", async () => {
    const written: unknown[] = [];
    for (const history of fc.sample(histories(8, 4), { seed: 1815, numRuns: 10 })) {
      await recordOf(store, history);
      written.push(await everything(store));
    }
    const [other] = writtenBy.splice(0);
    if (other === undefined) writtenBy.push(written);
    else expect(written).toEqual(other);
    expect(written.flat(2).length).toBeGreaterThan(50);
  });

  it("what is added twice changes nothing, and what is derived anew is the same to the millisecond", async () => {
    await fc.assert(
      fc.asyncProperty(histories(5, 3), async (history) => {
        const { ledger, all } = await recordOf(store, history);
        const before = await everything(store);
        expect(await ledger.add([...all].reverse())).toMatchObject({ added: [], change: null });
        expect(await everything(store)).toEqual(before);
        expect(await ledger.rebuild()).toEqual({ changed: 0 });
        expect(await everything(store)).toEqual(before);
      }),
      runs(16),
    );
  });

  it("the database answers as the pure function does, for any day and moment", async () => {
    const questions = fc.array(
      fc.record({
        day: fc.option(fc.integer({ min: 0, max: 14_000 }).map((days) => plusDays("1988-01-01", days))),
        after: fc.option(fc.integer({ min: -1, max: 9 })),
      }),
      { minLength: 8, maxLength: 8 },
    );
    await fc.assert(
      fc.asyncProperty(histories(5, 3), questions, async (history, asked) => {
        const { ledger } = await recordOf(store, history);
        const relations = (await allRows<Relation>(store.db, "relation")).map(recorded);
        const prospects = (await allRows<Prospect>(store.db, "prospect")).map(recorded);
        const events = (await allRows<Event>(store.db, "event")).map(recorded);
        // The days on which something begins or ends are asked for as well, where a mistake of one day would show.
        const edges = relations.flatMap(({ value }) => [value.validFrom, value.validTo]).slice(0, 8);
        const all = [
          ...asked,
          ...edges.map((day, index) => ({ day, after: index % 2 === 0 ? null : index })),
        ];
        for (const { day, after } of all) {
          const moment = after === null ? null : new Date(newYear + after).toISOString();
          const question = { asOf: day, knownAt: moment };
          const held = (await ledger.relations(question)).map(({ value }) => value);
          expect(byId(held)).toEqual(byId(asOf(relations, question)));
          const said = (await ledger.prospects(question)).map(({ value }) => value);
          const hoped = knownAt(prospects, moment);
          expect(byId(said)).toEqual(
            byId(day === null ? hoped : hoped.filter((one) => (one.said.to ?? day) <= day)),
          );
          const told = (await ledger.events(question)).map(({ value }) => value);
          const known = knownAt(events, moment);
          expect(byId(told)).toEqual(byId(day === null ? known : known.filter((one) => begun(one, day))));
        }
      }),
      runs(10),
    );
  });

  it("no relation holds twice on one day at one moment, and system time only grows", async () => {
    await fc.assert(
      fc.asyncProperty(histories(5, 4), async (history) => {
        const { ledger } = await recordOf(store, history);
        const relations = await allRows<Relation>(store.db, "relation");
        for (const [index, one] of relations.entries())
          for (const other of relations.slice(index + 1))
            if (one.body.slot === other.body.slot)
              expect([one, other, overlapInBoth(one, other)]).toEqual([one, other, false]);
        const changes = [...(await ledger.changes(100))].reverse();
        const moments = changes.map(({ at }) => at);
        expect(changes.map(({ number }) => number)).toEqual(changes.map((_, index) => index + 1));
        expect(moments).toEqual([...new Set(moments)].sort());
        for (const table of derivedTables)
          for (const { system_from, system_to } of await allRows(store.db, table)) {
            expect(moments).toContain(system_from);
            if (system_to === null) continue;
            expect(moments).toContain(system_to);
            expect(system_from < system_to).toBe(true);
          }
      }),
      runs(12),
    );
  });
});

function overlapInBoth(a: WholeRow<Relation>, b: WholeRow<Relation>): boolean {
  const before = (from: string | null, to: string | null) => from === null || to === null || from < to;
  return (
    before(a.body.validFrom, b.body.validTo) &&
    before(b.body.validFrom, a.body.validTo) &&
    before(a.system_from, b.system_to) &&
    before(b.system_from, a.system_to)
  );
}
