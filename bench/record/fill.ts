import type { Addition } from "../../src/record/index.js";
import { registersOf } from "../../src/recording.js";
import { openLedger } from "../../src/store/index.js";
import { reportsOf, statementsEach, tellings } from "./generator.js";
import type { Filled, Job, Memory, Scale } from "./jobs.js";
import { createWorld, type World } from "./world.js";

/** Reports in one change, as the command adds them. */
export const batchReports = 100;

export function worldOf({ seed, reports }: Scale): World {
  return createWorld(seed, Math.ceil((reports * statementsEach) / tellings));
}

/** Adds the generated reports to a new record; only the store's own time is counted. */
export async function fill({ address, scale }: Job, tell: (progress: string) => void): Promise<Filled> {
  const world = worldOf(scale);
  // The record's own time follows the days of publication, so that what was known at a moment differs over the years.
  let now = 0;
  const opened = await openLedger(address, registersOf(world.books), () => now);
  if (!opened.ok) throw new Error(opened.faults.map(({ what }) => what).join(", "));
  const { ledger } = opened.value;
  const times: number[] = [];
  const memory: Memory[] = [];
  let [reports, statements, told, peak] = [0, 0, performance.now(), 0];
  for (const batch of batchesOf(world, scale)) {
    now = Date.parse(`${batch.at(-1)?.reading.report.published ?? ""}T12:00:00Z`);
    const began = performance.now();
    await ledger.add(batch);
    times.push((performance.now() - began) / 1000);
    reports += batch.length;
    statements += batch.reduce((sum, { reading }) => sum + reading.statements.length, 0);
    const { rss } = process.memoryUsage();
    memory.push({ at: reports / scale.reports, rss });
    peak = Math.max(peak, rss);
    if (performance.now() - told > 15_000 || reports === scale.reports) {
      told = performance.now();
      const last = times.slice(-20);
      const rate = (last.length * batchReports) / sumOf(last);
      tell(
        `${reports} of ${scale.reports} reports, ${rate.toFixed(0)} a second, ${(rss / 2 ** 20).toFixed(0)} MB`,
      );
    }
  }
  await ledger.close();
  return {
    ...{ reports, statements, seconds: sumOf(times), tenths: tenthsOf(times), peak },
    slowest: Math.max(...times),
    memory: memory.filter((_, index) => index % Math.ceil(memory.length / 100) === 0),
  };
}

export function* batchesOf(world: World, { seed, reports }: Scale): Generator<readonly Addition[]> {
  let batch: Addition[] = [];
  for (const one of reportsOf(world, seed + 1, reports)) {
    batch.push(one);
    if (batch.length < batchReports) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function tenthsOf(times: readonly number[]): readonly number[] {
  const tenth = times.length / 10;
  return Array.from({ length: 10 }, (_, index) =>
    sumOf(times.slice(Math.round(index * tenth), Math.round((index + 1) * tenth))),
  );
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}
