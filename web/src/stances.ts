import type { IsoDate, MapAnswer, MapSpan } from "../../src/server/wire.js";

/** How a party is drawn on a day. */
export type Look = "express" | "implied" | "possible" | "withdrew" | "ended" | "refuses";

export interface Stance {
  readonly party: string;
  readonly look: Look;
  /** The span that holds or held last; null for a refusal. */
  readonly span: MapSpan | null;
  readonly refused: IsoDate | null;
  readonly prospect: string | null;
}

/** Looks in the order in which the list below the map tells of them. */
export const looks: readonly (readonly [Look, string])[] = [
  ["express", "recognises"],
  ["implied", "recognises by implication"],
  ["possible", "may recognise: only the month or year is known"],
  ["withdrew", "withdrew recognition"],
  ["ended", "recognised until one of the two ended"],
  ["refuses", "has refused, or is said not to recognise"],
];

/** The stances of a day, read off the spans that the server gave for all days. */
export function stancesOn({ spans, refusals }: MapAnswer, day: IsoDate): ReadonlyMap<string, Stance> {
  const found = new Map<string, Stance>();
  for (const { party, said, until, prospect } of refusals)
    if (said !== null && said <= day && (until === null || day < until))
      found.set(party, { party, look: "refuses", span: null, refused: said, prospect });
  const sorted = [...spans].sort((a, b) => (a.from ?? "").localeCompare(b.from ?? ""));
  for (const span of sorted) {
    const begun = span.from === null || span.from <= day;
    if (!begun) continue;
    const holds = span.to === null || day < span.to;
    const before = found.get(span.party);
    if (!holds && before !== undefined && isHolding(before.look)) continue;
    found.set(span.party, {
      party: span.party,
      look: lookOf(span, day, holds),
      span,
      refused: null,
      prospect: null,
    });
  }
  return found;
}

function isHolding(look: Look): boolean {
  return look === "express" || look === "implied" || look === "possible";
}

function lookOf(span: MapSpan, day: IsoDate, holds: boolean): Look {
  if (!holds) return span.withdrawn === true ? "withdrew" : "ended";
  const certain =
    span.certainFrom !== null && span.certainFrom <= day && (span.certainTo === null || day < span.certainTo);
  if (!certain) return "possible";
  return span.form === "implied" ? "implied" : "express";
}
