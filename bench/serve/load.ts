import { setTimeout as pause } from "node:timers/promises";
import { createClient, type Question } from "./client.js";
import type { Served, Work } from "./served.js";
import { type Spread, spreadOf } from "./spread.js";

// Why not autocannon: with a fixed rate each of its connections still waits for an answer before it sends again, and what
// should have been sent meanwhile is added to its figures by estimate; and it has one histogram for all requests. Here a
// question is put when its time has come, whatever has become of those before it, and is timed from that moment; that it
// had to wait for a connection counts. A timer, undici and a sort are all it takes.

/** What a load came to. */
export interface Loaded {
  readonly rate: number;
  readonly seconds: number;
  readonly all: Spread;
  readonly kinds: ReadonlyMap<string, Spread>;
  /** Answers that were none, by what was wrong. */
  readonly errors: ReadonlyMap<string, number>;
  /** Questions that were under way at the same time, at most. */
  readonly together: number;
  /** Milliseconds by which the bench itself put a question too late, at p99. */
  readonly late: number;
  readonly work: Work | null;
}

/** Connections at most: about as many as the browsers of a newsroom keep open. */
const connections = 64;

/** Puts so many questions a second for so many seconds. */
export async function load(
  served: Served,
  questions: Iterator<readonly [string, Question], unknown>,
  rate: number,
  seconds: number,
): Promise<Loaded> {
  const client = createClient(served.address, connections);
  const times = new Map<string, number[]>();
  const errors = new Map<string, number>();
  const late: number[] = [];
  const open = new Set<Promise<void>>();
  let together = 0;
  const before = served.work();
  const began = performance.now() + 10;

  const put = (kind: string, question: Question, due: number): void => {
    late.push(performance.now() - due);
    const answered = client.ask(question).then((answer) => {
      const took = performance.now() - due;
      const known = times.get(kind);
      if (known === undefined) times.set(kind, [took]);
      else known.push(took);
      if ("wrong" in answer) errors.set(answer.wrong, (errors.get(answer.wrong) ?? 0) + 1);
      open.delete(answered);
    });
    open.add(answered);
    together = Math.max(together, open.size);
  };

  const all = Math.round(rate * seconds);
  for (let index = 0; index < all; index += 1) {
    const due = began + (index * 1000) / rate;
    // The questions are made while there is time.
    const [kind, question] = questions.next().value as readonly [string, Question];
    const rest = due - performance.now();
    if (rest > 0) await pause(rest);
    put(kind, question, due);
  }
  await Promise.all(open);
  const after = served.work();
  await client.close();
  return {
    rate,
    seconds,
    all: spreadOf([...times.values()].flat()),
    kinds: new Map([...times].map(([kind, some]) => [kind, spreadOf(some)])),
    errors,
    together,
    late: spreadOf(late).p99,
    work:
      before === null || after === null
        ? null
        : { busy: after.busy - before.busy, waited: after.waited - before.waited },
  };
}
