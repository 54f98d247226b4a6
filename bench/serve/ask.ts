import { createRandom } from "../record/random.js";
import { createClient, type Question } from "./client.js";
import type { Questions } from "./questions.js";
import type { Served } from "./served.js";
import { type Spread, spreadOf } from "./spread.js";

/** What questions of one kind took when they were put one after another. */
export interface Timed {
  /** Milliseconds until the last byte of the answer was here. */
  readonly wall: Spread;
  /** Milliseconds that the server worked on each; null where the system does not tell. */
  readonly busy: Spread | null;
  /** Milliseconds that the server waited for a processor, which tells how far other work on the machine disturbed it. */
  readonly waited: Spread | null;
  /** Bytes of an answer, compressed; the mean. */
  readonly bytes: number;
  readonly wrong: readonly string[];
  /** The question that took longest. */
  readonly slowest: Question;
}

/** Questions of each kind that come before those that count: code is compiled, and threads are started, by then. */
const warmUp = 40;

/** Puts so many questions of each kind, one at a time over one connection. */
export async function ask(
  served: Served,
  questions: Questions,
  count: number,
): Promise<ReadonlyMap<string, Timed>> {
  const client = createClient(served.address, 1);
  const timed = new Map<string, Timed>();
  try {
    for (const [seed, [kind, make]] of Object.entries(questions).entries()) {
      const random = createRandom(seed + 1);
      const [wall, busy, waited, wrong]: [number[], number[], number[], string[]] = [[], [], [], []];
      let bytes = 0;
      let slowest: { readonly question: Question; readonly took: number } | null = null;
      for (let index = -warmUp; index < count; index += 1) {
        const question = make(random);
        const before = served.work();
        const from = performance.now();
        const answer = await client.ask(question);
        const took = performance.now() - from;
        const after = served.work();
        if ("wrong" in answer) wrong.push(`${answer.wrong} (${question.path})`);
        if (index < 0) continue;
        wall.push(took);
        if (slowest === null || took > slowest.took) slowest = { question, took };
        if (before !== null && after !== null) {
          busy.push(after.busy - before.busy);
          waited.push(after.waited - before.waited);
        }
        bytes += "bytes" in answer ? answer.bytes : 0;
      }
      timed.set(kind, {
        wall: spreadOf(wall),
        busy: busy.length === 0 ? null : spreadOf(busy),
        waited: waited.length === 0 ? null : spreadOf(waited),
        bytes: bytes / count,
        wrong,
        slowest: slowest?.question ?? make(random),
      });
    }
  } finally {
    await client.close();
  }
  return timed;
}
