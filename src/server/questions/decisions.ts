import { isoDate } from "../../read/index.js";
import {
  type Event,
  type StatementRow,
  standing,
  type Verdict,
  whyNotApart,
  whyNotOne,
} from "../../record/index.js";
import { alterationsItem, firstRows } from "../altered.js";
import type { Desk } from "../desk.js";
import { type AnyEndpoint, endpoint } from "../endpoint.js";
import { Refused } from "../problem.js";
import { queries } from "../queries.js";
import type { Correction, Verdict as Sent } from "../wire.js";

export const decisionEndpoints: readonly AnyEndpoint[] = [
  endpoint({
    method: "get",
    path: "/api/decisions",
    summary: "What people have decided on what was read, the latest first.",
    query: queries.none,
    body: null,
    answer: "DecisionsAnswer",
    answerTo: async ({ desk }) => {
      const all = await desk.ledger.decisions();
      const counting = new Set(standing(all).map(({ id }) => id));
      const decisions = [...all].reverse().map((one) => ({
        ...one,
        counts: counting.has(one.id) || one.verdict.kind === "undo",
      }));
      return { decisions, moment: { asOf: desk.today(), knownAt: null } };
    },
  }),
  endpoint({
    method: "post",
    path: "/api/decisions",
    summary: "Accepts, rejects or corrects what was read, parts or joins events, and so on. Needs the token.",
    query: queries.none,
    body: "DecisionRequest",
    answer: "DecisionAnswer",
    writes: true,
    answerTo: async ({ desk, body: { verdict, who, why } }) => {
      const decision = await desk.ledger.decide(await checked(verdict, desk), who, why);
      const altered = await desk.ledger.alterations(decision.change);
      if (altered === null) throw new Error(`change ${decision.change} is not on record`);
      const asOf = desk.today();
      return {
        decision,
        alterations: alterationsItem(firstRows(altered, 500), asOf),
        moment: { asOf, knownAt: null },
      };
    },
    status: () => 201,
  }),
];

/** A decision that cannot be made as it is put. */
function unfit(detail: string): Refused {
  return new Refused(422, "Cannot be decided", detail);
}

/** A verdict on things that the record holds, as the command line makes it. */
async function checked(verdict: Sent, desk: Desk): Promise<Verdict> {
  switch (verdict.kind) {
    case "accept":
    case "reject":
      await statementsNamed([verdict.statement], desk);
      return verdict;
    case "correct":
      await statementsNamed([verdict.statement], desk);
      return { ...verdict, correction: corrected(verdict.correction, desk) };
    case "merge":
      return { ...verdict, statements: await merged(verdict.statements, desk) };
    case "split":
      return { ...verdict, statements: await split(verdict.statements, desk) };
    case "retract":
      if (!(await desk.ledger.known([verdict.report])).has(verdict.report))
        throw unfit(`the record has no report ${verdict.report}`);
      return verdict;
    case "rate":
      return { ...verdict, outlet: desk.books.outlets.find(verdict.outlet) ?? verdict.outlet };
    case "undo":
      if (!(await desk.ledger.decisions()).some(({ id }) => id === verdict.decision))
        throw unfit(`the record has no decision ${verdict.decision}`);
      return verdict;
  }
}

async function statementsNamed(ids: readonly string[], { ledger }: Desk): Promise<readonly StatementRow[]> {
  const rows = await ledger.statements([...new Set(ids)]);
  const found = new Set(rows.map(({ statement }) => statement.id));
  const stranger = ids.find((id) => !found.has(id));
  if (stranger !== undefined) throw unfit(`the record has no statement ${stranger}`);
  return rows;
}

/** The parts that are given; an unknown act, party or day is refused. */
function corrected(
  correction: Correction,
  { books }: Desk,
): Extract<Verdict, { kind: "correct" }>["correction"] {
  const parts = Object.fromEntries(Object.entries(correction).filter(([, value]) => value !== undefined));
  if (Object.keys(parts).length === 0) throw unfit("correction: say what is to be corrected");
  const { act, actor, target, date } = correction;
  if (act !== undefined && books.acts.entry(act) === undefined) throw unfit(`act: there is no act “${act}”`);
  for (const [role, one] of [
    ["actor", actor],
    ["target", target],
  ] as const)
    if (one != null && one.party !== null && books.parties.party(one.party) === undefined)
      throw unfit(`${role}: there is no party “${one.party}”`);
  for (const day of [date?.from, date?.to])
    if (day != null && isoDate(day) === null) throw unfit(`date: there is no day ${day}`);
  if (date?.from != null && date.to != null && date.from > date.to)
    throw unfit("date: it ends before it begins");
  return parts;
}

/** The events that statements lie in now. */
async function eventsOf(ids: readonly string[], desk: Desk): Promise<readonly Event[]> {
  const present = await desk.present();
  const events = [...new Set(ids.flatMap((id) => [...present.restingOn(id).events]))];
  const rows = await Promise.all(events.map((id) => desk.ledger.events({ id, asOf: null, knownAt: null })));
  return rows.flat().map(({ value }) => value);
}

/** All statements of the events that are to be one: the same act between the same parties. */
async function merged(ids: readonly string[], desk: Desk): Promise<readonly string[]> {
  await statementsNamed(ids, desk);
  const events = await eventsOf(ids, desk);
  if (events.length < 2) throw unfit("statements: they lie in one event already, or in none");
  const why = whyNotOne(events, desk.registers.acts);
  if (why !== null) throw unfit(why);
  return [...new Set(events.flatMap(({ statements }) => statements))].sort();
}

/** Statements of one event that tell of another occurrence: some of its statements, and not all. */
async function split(ids: readonly string[], desk: Desk): Promise<readonly string[]> {
  await statementsNamed(ids, desk);
  const whole = (await eventsOf(ids, desk)).find(({ statements }) =>
    ids.every((id) => statements.includes(id)),
  );
  if (whole === undefined) throw unfit("statements: they do not lie in one event");
  const apart = [...new Set(ids)].sort();
  const why = whyNotApart(whole, apart.length);
  if (why !== null) throw unfit(why);
  return apart;
}
