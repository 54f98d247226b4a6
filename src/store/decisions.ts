import type { Decision } from "../record/index.js";
import type { Database } from "./rows.js";

/** All decisions up to a change, in order. */
export async function decisionsUpTo(db: Database, change: number): Promise<readonly Decision[]> {
  const rows = await db
    .selectFrom("decision")
    .innerJoin("change", "change.number", "decision.change")
    .select(["decision.id", "change", "at", "decision.who", "decision.why", "verdict"])
    .where("change", "<=", change)
    .orderBy("change")
    .execute();
  return rows;
}
