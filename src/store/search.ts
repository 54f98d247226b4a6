import { sql } from "kysely";
import type { Found } from "../record/index.js";
import type { Database } from "./rows.js";

/** Matches that are ranked at most, the newest ones: words that half the reports have tell little by their rank. */
const ranked = 1000;

/** Reports that have the words, as a reader types them ("embassy Kabul", "\"new chapter\"", "Kabul -Russia"). */
export async function searchReports(db: Database, words: string, limit: number): Promise<readonly Found[]> {
  const query = sql`websearch_to_tsquery('english'::regconfig, ${words})`;
  const { rows } = await sql<Found["report"] & { excerpt: string }>`
    with match as (
      select id, words from report where words @@ ${query} order by published desc nulls last, id limit ${ranked}
    ), best as (
      select id, ts_rank_cd(words, ${query}) as rank from match order by rank desc, id limit ${limit}
    )
    select r.id, r.title, r.outlet, r.published, r.url,
      ts_headline('english'::regconfig, left(r.text, 6000), ${query},
        'MaxFragments=2, MinWords=8, MaxWords=24, StartSel="", StopSel=""') as excerpt
    from best join report r using (id) order by best.rank desc, r.id`.execute(db);
  return rows.map(({ excerpt, ...report }) => ({ report, excerpt }));
}
