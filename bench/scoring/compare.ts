import type { Attribution, Claim, DateRange, Statement } from "../../src/model/index.js";
import type { GoldClaim, GoldReport, GoldStatement } from "./gold.js";
import { type Pairing, pairUp } from "./pairing.js";

/** The parts of a paired statement that are judged right or wrong, in the order of the table. */
export const facets = [
  "polarity",
  "modality",
  "date",
  "speaker",
  "source",
  "object",
  "form",
  "mission",
  "envoy",
  "decidedBy",
] as const;
export type Facet = (typeof facets)[number];

export function pairStatements(
  gold: GoldReport,
  found: readonly Statement[],
): Pairing<GoldStatement, Statement> {
  return pairUp(
    gold.statements,
    found,
    ({ act, actor, target }) => JSON.stringify([act, actor, target]),
    ({ act, actor, target }) => JSON.stringify([act, actor?.party ?? null, target?.party ?? null]),
    (one, other) => {
      const near = nearness(gold.text, one.quote, other);
      const right = facets.filter((facet) => isRight(facet, one, other)).length;
      return (
        1000 * Number(isRight("polarity", one, other)) +
        1000 * Number(isRight("modality", one, other)) +
        100 * near +
        right
      );
    },
  );
}

export function pairClaims(gold: GoldReport, found: readonly Claim[]): Pairing<GoldClaim, Claim> {
  return pairUp(
    gold.claims,
    found,
    ({ kind, holder, target, rank, count }) => JSON.stringify([kind, holder, target, rank, count]),
    ({ kind, holder, target, rank, count }) =>
      JSON.stringify([kind, holder?.party ?? null, target?.party ?? null, rank, count]),
    (one, other) => nearness(gold.text, one.quote, other),
  );
}

/** 1 where the quote and the evidence share a character, else 0. */
function nearness(text: string, quote: string | null, { evidence }: Pick<Statement, "evidence">): number {
  if (quote === null) return 0;
  const start = text.indexOf(quote);
  return start < evidence.end && evidence.start < start + quote.length ? 1 : 0;
}

export function isRight(facet: Facet, gold: GoldStatement, found: Statement): boolean {
  switch (facet) {
    case "date":
      return sameDays(gold.date, found.date);
    case "speaker":
    case "source":
      return sameName(gold[facet], linkOf(found.attribution, facet));
    case "mission":
      return (
        (gold.mission?.kind ?? null) === (found.mission?.kind ?? null) &&
        sameName(gold.mission?.city ?? null, found.mission?.city ?? null)
      );
    case "envoy":
      return (
        sameName(gold.envoy?.rank ?? null, found.envoy?.rank ?? null) &&
        sameName(gold.envoy?.person ?? null, found.envoy?.person ?? null)
      );
    default:
      return gold[facet] === found[facet];
  }
}

/** The innermost link of a kind by name: the one whose words the report gives. */
export function linkOf(chain: readonly Attribution[], kind: Attribution["kind"]): string | null {
  return chain.findLast((link) => link.kind === kind)?.name ?? null;
}

export function sameDays(gold: Pick<DateRange, "from" | "to"> | null, found: DateRange | null): boolean {
  if (gold === null || found === null) return gold === found;
  return gold.from === found.from && gold.to === found.to;
}

/** Names are the same whatever their case, article, or possessive ending. */
export function sameName(gold: string | null, found: string | null): boolean {
  if (gold === null || found === null) return gold === found;
  return plainName(gold) === plainName(found);
}

function plainName(name: string): string {
  return name
    .normalize("NFC")
    .replaceAll("’", "'")
    .toLowerCase()
    .trim()
    .replace(/^(?:the|an?|its|his|her|their|our|my) /, "")
    .replace(/'s?$/, "");
}
