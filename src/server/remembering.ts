import type { Ledger } from "../record/index.js";

/** Rows held of all answers together; a row is about a kilobyte. */
const mostRows = 30_000;

/**
 * A ledger that answers the same question once for each state of the record: a page that moves over the days asks for the
 * same rows again and again. `upTo` is told the latest change whenever it is looked up, and forgets all when it is another.
 */
export function createRemembering(ledger: Ledger): { readonly ledger: Ledger; upTo(change: string): void } {
  let reached = "";
  let kept = new Map<string, { readonly answer: Promise<readonly unknown[]>; rows: number }>();
  let rows = 0;

  const forget = () => {
    kept = new Map();
    rows = 0;
  };
  const once =
    <S, T>(name: string, ask: (selection: S) => Promise<readonly T[]>) =>
    (selection: S): Promise<readonly T[]> => {
      const key = `${name} ${JSON.stringify(selection)}`;
      const known = kept.get(key);
      if (known !== undefined) {
        // The order of a Map is that of insertion: what is used goes to its end.
        kept.delete(key);
        kept.set(key, known);
        return known.answer as Promise<readonly T[]>;
      }
      const mine = kept;
      const answer = ask(selection);
      const entry = { answer, rows: 0 };
      kept.set(key, entry);
      answer.then(
        ({ length }) => {
          // Another change may have come in meanwhile, and all been forgotten.
          if (mine !== kept) return;
          entry.rows = length + 1;
          rows += entry.rows;
          for (const [oldest, { rows: held }] of kept) {
            if (rows <= mostRows) break;
            kept.delete(oldest);
            rows -= held;
          }
        },
        () => mine.delete(key),
      );
      return answer;
    };

  return {
    ledger: {
      ...ledger,
      relations: once("relations", ledger.relations),
      events: once("events", ledger.events),
      prospects: once("prospects", ledger.prospects),
    },
    upTo: (change) => {
      if (change !== reached) forget();
      reached = change;
    },
  };
}
