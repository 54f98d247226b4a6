import type { Prospect } from "../../record/index.js";
import { type AnyEndpoint, endpoint } from "../endpoint.js";
import { queries } from "../queries.js";
import type { IsoDate } from "../wire.js";
import { changeItems } from "./changes.js";
import { verdictsOn } from "./claims.js";
import { prospectItem, startOf } from "./standings.js";

/** Rows of each kind where nothing else is asked. */
const usual = 20;
/** Of the claims on record, the latest so many are looked at. */
const lookedAt = 200;
const daysBack = 90;
const daysAhead = 365;

export const newsEndpoint: AnyEndpoint = endpoint({
  method: "get",
  path: "/api/news",
  summary:
    "What is new: prospects coming due or just announced, disputes, claims contradicted, the latest changes.",
  query: queries.limited,
  body: null,
  answer: "NewsAnswer",
  answerTo: async ({ desk, query }) => {
    const limit = query.limit ?? usual;
    const today = desk.today();
    const present = await desk.present();
    const pending = present.pending();
    const due = pending.filter((one) => isDue(one, today)).sort((a, b) => near(a, today) - near(b, today));
    const announced = pending
      .filter((one) => !isDue(one, today))
      .sort((a, b) => (b.said.to ?? "").localeCompare(a.said.to ?? ""));
    const disputes = [...present.disputed()].sort((a, b) => startOf(b).localeCompare(startOf(a)));
    const claims = await desk.ledger.claims({ knownAt: null, limit: lookedAt });
    const verdicts = await verdictsOn(claims, undefined, null, desk);
    return {
      due: due.slice(0, limit).map((one) => prospectItem(one, today)),
      announced: announced.slice(0, limit).map((one) => prospectItem(one, today)),
      disputes: disputes.slice(0, limit),
      contradicted: verdicts.filter(({ judgement }) => judgement === "contradicted").slice(0, limit),
      changes: await changeItems(await desk.ledger.changes(limit), desk),
      moment: { asOf: today, knownAt: null },
    };
  },
});

function dueOf({ due }: Prospect): IsoDate | null {
  return due.to ?? due.from;
}

function near(prospect: Prospect, today: IsoDate): number {
  return Math.abs(Date.parse(dueOf(prospect) ?? today) - Date.parse(today));
}

function isDue(prospect: Prospect, today: IsoDate): boolean {
  const day = dueOf(prospect);
  return day !== null && day >= shifted(today, -daysBack) && day <= shifted(today, daysAhead);
}

function shifted(day: IsoDate, by: number): IsoDate {
  return new Date(Date.parse(day) + by * 86_400_000).toISOString().slice(0, 10);
}
