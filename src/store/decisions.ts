import type { Decision } from "../record/index.js";
import type { Database } from "./rows.js";

/** A number later than that of every change. */
export const everyChange = 2 ** 31 - 1;

/** All decisions up to a change, in order. */
export async function decisionsUpTo(db: Database, change: number): Promise<readonly Decision[]> {
  return decisionsOf(db).where("change", "<=", change).orderBy("change").execute();
}

/** The decision that a change is; null for one that adds reports. */
export async function decisionOf(db: Database, change: number): Promise<Decision | null> {
  return (await decisionsOf(db).where("change", "=", change).executeTakeFirst()) ?? null;
}

function decisionsOf(db: Database) {
  return db
    .selectFrom("decision")
    .innerJoin("change", "change.number", "decision.change")
    .select(["decision.id", "change", "at", "decision.who", "decision.why", "verdict"]);
}
