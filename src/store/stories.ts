import { sql } from "kysely";
import { resemblance, type SystemTime, sameStory, united } from "../record/index.js";
import { type Database, insertRows } from "./rows.js";

/**
 * Finds the reports of a change that are nearly the same as others, and puts them into one story, named by the least id
 * of its reports. A report that joins two stories makes them one. Gives the reports whose story has changed.
 */
export async function settleStories(
  db: Database,
  change: number,
  at: SystemTime,
): Promise<readonly string[]> {
  const pairs = await copiesIn(db, change);
  if (pairs.length === 0) return [];
  const ids = [...new Set(pairs.flat())];
  const current = await storiesOf(db, ids);
  const storyOf = (id: string) => current.get(id) ?? id;
  const groups = united(pairs.map(([a, b]) => [storyOf(a), storyOf(b)] as const));
  const named = await db
    .selectFrom("story")
    .select(["report", "story"])
    .where("story", "in", [...groups.keys()])
    .where("system_to", "is", null)
    .execute();
  const members = new Map([
    ...ids.map((id) => [id, storyOf(id)] as const),
    ...named.map((one) => [one.report, one.story] as const),
  ]);
  const names = namesOf(members, groups);
  const moved = [...members]
    .map(([report, story]) => ({ report, story: names.get(groups.get(story) ?? story) as string }))
    .filter(
      ({ report, story }) =>
        current.get(report) !== story &&
        (named.find((one) => one.report === report)?.story ?? null) !== story,
    );
  if (moved.length === 0) return [];
  const reports = moved.map(({ report }) => report);
  await db
    .updateTable("story")
    .set({ system_to: at })
    .where("report", "in", reports)
    .where("system_to", "is", null)
    .execute();
  await insertRows(
    db,
    "story",
    moved.map((one) => ({ ...one, system_from: at, system_to: null })),
  );
  return reports;
}

/** Pairs of reports, one of them of this change, whose texts are nearly the same. */
async function copiesIn(db: Database, change: number): Promise<readonly (readonly [string, string])[]> {
  const { rows: pairs } = await sql<{ a: string; b: string }>`
    select distinct n.report as a, r.report as b
    from band n join band r on r.band = n.band and r.report <> n.report and r.change <= ${change}
    where n.change = ${change}`.execute(db);
  if (pairs.length === 0) return [];
  // Asked for by themselves, since few pairs come out and the planner expects many.
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const { rows } = await sql<{ id: string; signature: Buffer }>`
    select id, signature from report where id = any(${ids}::text[])`.execute(db);
  const signatures = new Map(rows.map(({ id, signature }) => [id, numbersOf(signature)]));
  const of = (id: string) => signatures.get(id) ?? new Uint32Array(0);
  return pairs
    .filter(({ a, b }) => resemblance(of(a), of(b)) >= sameStory)
    .map(({ a, b }) => [a, b] as const);
}

function numbersOf(bytes: Buffer): Uint32Array {
  const numbers = new Uint32Array(bytes.length / 4);
  for (let at = 0; at < numbers.length; at += 1) numbers[at] = bytes.readUInt32LE(at * 4);
  return numbers;
}

async function storiesOf(db: Database, reports: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .selectFrom("story")
    .select(["report", "story"])
    .where("report", "in", reports)
    .where("system_to", "is", null)
    .execute();
  return new Map(rows.map(({ report, story }) => [report, story]));
}

/** The least id of the reports in each group. */
function namesOf(
  members: ReadonlyMap<string, string>,
  groups: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [report, story] of members) {
    const group = groups.get(story) ?? story;
    const held = names.get(group);
    if (held === undefined || report < held) names.set(group, report);
  }
  return names;
}
