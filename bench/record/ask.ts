import { type BareRecord, openBare, rowCounts, sizesOf } from "./bareRecord.js";
import { batchReports, worldOf } from "./fill.js";
import { reportsOf } from "./generator.js";
import type { Asked, Job, Times } from "./jobs.js";
import { scansIn } from "./plans.js";
import { type Questions, questionsOf, works } from "./questions.js";
import { createRandom } from "./random.js";
import type { World } from "./world.js";

/** Questions asked before any is timed, so that what lies on disk has been read once. */
const warming = 50;
/** Questions of a kind of which the plan is looked at: another party may get another plan. */
const planned = 5;

/** Puts every kind of question to a record that is full, and looks at their plans. */
export async function ask(job: Job, tell: (progress: string) => void): Promise<Asked> {
  const count = job.kind === "ask" ? job.questions : 0;
  const world = worldOf(job.scale);
  const record = await openBare(job.address, world, () => Date.now());
  const rssOpen = process.memoryUsage().rss;
  const sizes = await sizesOf(record.db);
  const counts = Object.fromEntries(await rowCounts(record.db));
  const questions = await questionsOf(record, world);
  const times: Record<string, Times> = {};
  for (const name of Object.keys(questions)) {
    times[name] = await timesOf(questions, name, count);
    tell(`${name}: p50 ${times[name].p50.toFixed(2)} ms, p99 ${times[name].p99.toFixed(2)} ms`);
  }
  const rssAsked = process.memoryUsage().rss;
  const scans = await scansIn(record, works(questions, 5, planned));
  // Last, since it changes the record.
  const writeScans = await scansIn(record, {
    "a further change of reports": () => addMore(record, world, job),
  });
  await record.close();
  return {
    ...{ openedIn: record.openedIn, counts, times, scans, writeScans, rssOpen, rssAsked },
    ...{ bytes: sizes.database, tables: sizes.tables },
  };
}

async function timesOf(questions: Questions, name: string, count: number): Promise<Times> {
  const put = questions[name] as Questions[string];
  const random = createRandom(23);
  for (let index = 0; index < warming; index += 1) await put(random);
  const times: number[] = [];
  let rows: number | null = null;
  for (let index = 0; index < count; index += 1) {
    const began = performance.now();
    const answer = await put(random);
    times.push(performance.now() - began);
    if (Array.isArray(answer)) rows = (rows ?? 0) + answer.length;
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(share * times.length))] ?? 0;
  return { p50: at(0.5), p99: at(0.99), rows: rows === null ? null : rows / count };
}

/** Adds reports that the record does not hold yet: those that a longer history would have gone on with. */
async function addMore({ library }: BareRecord, world: World, { scale }: Job): Promise<void> {
  const further = [...reportsOf(world, scale.seed + 2, batchReports)].map((one, index) => ({
    ...one,
    reading: {
      ...one.reading,
      report: { ...one.reading.report, id: `further ${index}` },
      statements: one.reading.statements.map((statement) => ({
        ...statement,
        id: `further ${statement.id}`,
      })),
      claims: [],
    },
  }));
  await library.ledger.add(further);
}
