import { sql } from "kysely";
import type { Found } from "../record/index.js";
import { words as searched } from "./migrations/0001-record.js";
import type { Database } from "./rows.js";

/** Reports that have the words, as a reader types them ("embassy Kabul", "\"new chapter\"", "Kabul -Russia"). */
export async function searchReports(db: Database, words: string, limit: number): Promise<readonly Found[]> {
  const query = sql`websearch_to_tsquery('english'::regconfig, ${words})`;
  const vector = sql.raw(searched);
  const { rows } = await sql<Found["report"] & { excerpt: string }>`
    with best as (
      select id, ts_rank_cd(${vector}, ${query}) as rank from report where ${vector} @@ ${query}
      order by rank desc, id limit ${limit}
    )
    select r.id, r.title, r.outlet, r.published, r.url,
      ts_headline('english'::regconfig, left(r.text, 20000), ${query},
        'MaxFragments=2, MinWords=8, MaxWords=24, StartSel="", StopSel=""') as excerpt
    from best join report r using (id) order by best.rank desc, r.id`.execute(db);
  return rows.map(({ excerpt, ...report }) => ({ report, excerpt }));
}
