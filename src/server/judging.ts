import { type Claim, contractClaim, type IsoDate } from "../model/index.js";
import { type ClaimRow, judgeClaim, type Library, type SystemTime } from "../record/index.js";
import type { ClaimVerdict } from "./wire.js";

/** Holds claims against the record; what was asked or judged already is remembered until the record changes. */
export interface Judging {
  verdict(
    claim: Claim,
    report: ClaimRow["report"] | null,
    asOf: IsoDate,
    knownAt: SystemTime | null,
  ): Promise<ClaimVerdict>;
}

const most = 5_000;

export function createJudging(library: Library): { upTo(change: number): Judging } {
  let reached = -1;
  let verdicts = new Map<string, Promise<ClaimVerdict>>();
  const judging: Judging = {
    verdict: (claim, report, asOf, knownAt) =>
      remembered(verdicts, `${claim.id} ${asOf} ${knownAt}`, async () => {
        const judged = await judgeClaim(claim, asOf, knownAt, library);
        return {
          claim: contractClaim(claim),
          report: report === null ? null : entryOf(report),
          asOf,
          ...judged,
        };
      }),
  };
  return {
    upTo: (change) => {
      if (change !== reached) {
        verdicts = new Map();
        reached = change;
      }
      return judging;
    },
  };
}

function remembered<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const found = known.get(key);
  if (found !== undefined) return found;
  if (known.size >= most) known.clear();
  const made = make();
  known.set(key, made);
  made.catch(() => known.delete(key));
  return made;
}

export function entryOf({ id, title, outlet, published, url }: ClaimRow["report"]): ClaimRow["report"] {
  return { id, title, outlet, published, url };
}
