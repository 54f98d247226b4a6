import { type Event, originsOf, type StatementRow, type Testimony, values } from "../../record/index.js";
import type { Desk } from "../desk.js";
import type { At } from "../endpoint.js";
import type { Origin, Event as WireEvent } from "../wire.js";
import { prospectItem, relationItem } from "./standings.js";
import { statementItems } from "./statements.js";
import { whyCredible, whyReliable } from "./why.js";

/** What stands behind an event, and what follows from it. */
export async function behind(event: Event, { asOf, knownAt }: At, desk: Desk) {
  const { ledger } = desk;
  const rows = await ledger.statements([...event.statements, ...event.denials]);
  const denials = new Set(event.denials);
  const sorted = [...rows].sort(
    (a, b) => Number(denials.has(a.statement.id)) - Number(denials.has(b.statement.id)),
  );
  const pair = { party: event.actor, counterpart: event.target, asOf: null, knownAt };
  const relations = values(await ledger.relations(pair));
  const prospects = values(await ledger.prospects({ ...pair, acts: desk.registers.acts.like(event.act) }));
  const { items } = await statementItems(sorted, desk);
  return {
    event: event as WireEvent,
    statements: items,
    origins: [
      ...originsBehind(
        sorted.filter(({ statement }) => !denials.has(statement.id)),
        false,
      ),
      ...originsBehind(
        sorted.filter(({ statement }) => denials.has(statement.id)),
        true,
      ),
    ],
    why: { credibility: whyCredible(event), reliability: whyReliable(event) },
    relations: relations
      .filter(({ openedBy, closedBy }) => openedBy === event.id || closedBy === event.id)
      .map((one) => relationItem(one, asOf)),
    prospects: prospects
      .filter(({ resolvedBy }) => resolvedBy === event.id)
      .map((one) => prospectItem(one, asOf)),
  };
}

/** Independent origins, as the rating counts them: what cites one source, and copies of one story, are one. */
function originsBehind(rows: readonly StatementRow[], denies: boolean): readonly Origin[] {
  const testimonies = rows.map(({ statement, report, story }): Testimony => {
    const { codes: _, evidence: __, ...rest } = statement;
    return {
      ...rest,
      report: report.id,
      published: report.published,
      outlet: report.outlet,
      url: report.url,
      reliability: report.reliability,
      outletOf: report.outletOf,
      story,
      isReviewed: false,
    };
  });
  return originsOf(testimonies).map((one) => ({ ...one, denies }));
}
