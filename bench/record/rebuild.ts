import { openBare, rowCounts } from "./bareRecord.js";
import { worldOf } from "./fill.js";
import type { Job, Rebuilt } from "./jobs.js";

/** Derives a whole record anew. */
export async function rebuildAll(job: Job, tell: (progress: string) => void): Promise<Rebuilt> {
  const record = await openBare(job.address, worldOf(job.scale), () => Date.now());
  const changes = (await rowCounts(record.db)).get("change") ?? 0;
  const began = performance.now();
  let told = began;
  const { changed } = await record.library.ledger.rebuild((done, all) => {
    if (performance.now() - told < 15_000) return;
    told = performance.now();
    tell(`${done} of ${all} changes derived anew`);
  });
  const seconds = (performance.now() - began) / 1000;
  await record.close();
  return { changes, seconds, changed };
}
