import type { IsoDate } from "../model/index.js";
import type { GroupIndex } from "./groups.js";
import type { Holders } from "./holders.js";
import { existed, type NameIndex } from "./names.js";
import type { Candidate, Party, Resolution } from "./types.js";

/** What a resolution is worked out from. */
export interface Resolving {
  readonly names: NameIndex;
  readonly groups: GroupIndex;
  party(id: string): Party | undefined;
  governmentOf(state: string, at: IsoDate | null): string | null;
  holders(): Holders;
}

/** Resolves a name and tells why: by its rows, the intervals of their parties, its group, its id, or an office. */
export function explain(
  { names, groups, party, governmentOf, holders }: Resolving,
  name: string,
  at: IsoDate | null,
): Resolution {
  const words = name.trim();
  const rows = names.rows(words);
  const candidates = rows.flatMap((row): Candidate[] => {
    const known = party(row.party);
    return known === undefined
      ? []
      : [
          {
            id: known.id,
            kind: known.kind,
            form: row.form,
            from: row.from || known.from,
            to: row.to || known.to,
            source: row.source,
          },
        ];
  });
  const reasons: string[] = [];
  const when = at === null ? "today" : `on ${at}`;
  const group = groups.resolve(words.replace(/^[Tt]he /, ""), at);
  if (group !== null)
    reasons.push(`a fixed list resolves the group ${group.group} (${group.members.length} members ${when})`);
  let chosen = names.resolve(words, at);
  if (rows.length > 0 && candidates.length === 0)
    reasons.push("the words look like a party's name and are known to be none");
  if (candidates.length === 1)
    reasons.push(
      `one party bears the name${existed(party(candidates[0]?.id ?? ""), at) ? "" : `, though it did not exist ${when}`}`,
    );
  if (candidates.length > 1) {
    const living = candidates.filter(({ id }) => existed(party(id), at));
    reasons.push(
      `${candidates.length} parties bear the name; ${living.length === 0 ? "none" : living.map(({ id }) => id).join(", ")} existed ${when}`,
    );
    if (living.length > 1)
      reasons.push("of those that existed, one that has ended since is meant, else the first in the list");
  }
  if (chosen === null && party(words) !== undefined) {
    chosen = words;
    reasons.push("it is the id of a party");
  }
  if (chosen === null && group === null && rows.length === 0) {
    chosen = holders().partyOf(words, at, words.includes(" "));
    reasons.push(
      chosen === null
        ? "no party, group or holder of the highest offices bears the name"
        : `a holder of office of that name speaks for it ${when}`,
    );
  }
  const state = chosen === null ? undefined : party(chosen);
  const government = state?.kind === "state" ? governmentOf(state.id, at) : null;
  if (government !== null) reasons.push(`“the government” of it means ${government} ${when}`);
  return { party: chosen, members: group?.members ?? null, candidates, reasons };
}
