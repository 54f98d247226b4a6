import { localDay } from "../model/index.js";
import type { Change } from "../record/index.js";
import { type Answers, createAnswers } from "./answers.js";
import type { Given } from "./given.js";
import { createJudging, type Judging } from "./judging.js";
import { createPresent, type Present } from "./present.js";
import { createRemembering } from "./remembering.js";
import { createSummaries, type Summary } from "./summaries.js";

/** What every question is answered from: what the server was given, and what it remembers of the record meanwhile. */
export interface Desk extends Given {
  /** Today in the machine's own time zone, YYYY-MM-DD. */
  today(): string;
  /** The latest change; null for a record that holds nothing. */
  latest(): Promise<Change | null>;
  /** The present state, up to the latest change. */
  present(): Promise<Present>;
  judging(): Promise<Judging>;
  summary(change: Change): Promise<Summary>;
  readonly answers: Answers;
}

export function createDesk(given: Given): Desk {
  const { clock } = given;
  const remembering = createRemembering(given.ledger);
  const { ledger } = remembering;
  const present = createPresent(ledger);
  const judging = createJudging({ ...given, ledger });
  const summaries = createSummaries(ledger);
  const latest = async () => {
    const change = (await ledger.changes(1))[0] ?? null;
    remembering.upTo(`${change?.number} ${change?.at}`);
    return change;
  };
  const number = async () => (await latest())?.number ?? 0;
  return {
    ...given,
    ledger,
    today: () => localDay(clock()),
    latest,
    present: async () => present.upTo(await number()),
    judging: async () => judging.upTo(await number()),
    summary: (change) => summaries.of(change),
    answers: createAnswers(),
  };
}
