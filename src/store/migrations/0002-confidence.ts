import { type Kysely, type Migration, sql } from "kysely";

/** Each statement carries how likely it was read right; what was read before that was told is of none. */
export const confidence: Migration = {
  async up(db: Kysely<unknown>): Promise<void> {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};

const statements = [
  `update statement set told = told || '{"confidence": null}' where not told ? 'confidence'`,
  `create index statement_confidence on statement (((told->>'confidence')::float8))
    where told->>'confidence' is not null`,
];
