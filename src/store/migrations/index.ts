import type { Migration, MigrationProvider } from "kysely";
import { record } from "./0001-record.js";
import { confidence } from "./0002-confidence.js";

/** All forms that the record has had, in order; a new one is added at the end and never changed afterwards. */
const migrations: Readonly<Record<string, Migration>> = Object.freeze({
  "0001-record": record,
  "0002-confidence": confidence,
});

export const migrationNames: readonly string[] = Object.keys(migrations);

export const provider: MigrationProvider = { getMigrations: async () => ({ ...migrations }) };
