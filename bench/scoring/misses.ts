import type { Attribution, Claim, DateRange, Reading, Statement } from "../../src/model/index.js";
import { facets, isRight } from "./compare.js";
import type { GoldClaim, GoldReport, GoldStatement } from "./gold.js";
import type { Pairing } from "./pairing.js";

/** One thing that the reader got wrong, ready to be read: where, in which words, expected, got. */
export function missesOf(
  gold: GoldReport,
  reading: Reading,
  statements: Pairing<GoldStatement, Statement>,
  claims: Pairing<GoldClaim, Claim>,
): readonly string[] {
  const miss = (kind: string, words: string, lines: readonly string[]) =>
    [
      `${gold.id} (${gold.topic}): ${kind}`,
      `  “${words.replaceAll(/\s+/g, " ")}”`,
      ...lines.map((line) => `  ${line}`),
    ].join("\n");
  const around = (found: Statement | Claim) => sentenceOf(gold, reading, found);
  return [
    ...statements.missed.map((one) => miss("missed", one.quote ?? gold.text, [`expected ${goldLine(one)}`])),
    ...statements.extra.map((one) => miss("made up", around(one), [`got      ${foundLine(one)}`])),
    ...statements.pairs.flatMap(([one, found]) => {
      const wrong = facets.filter((facet) => !isRight(facet, one, found));
      if (wrong.length === 0) return [];
      return [
        miss(`wrong ${wrong.join(", ")}`, around(found), [
          `expected ${goldLine(one)}`,
          `got      ${foundLine(found)}`,
        ]),
      ];
    }),
    ...claims.missed.map((one) =>
      miss("missed claim", one.quote ?? gold.text, [`expected ${goldClaimLine(one)}`]),
    ),
    ...claims.extra.map((one) => miss("made up claim", around(one), [`got      ${foundClaimLine(one)}`])),
  ];
}

function sentenceOf(gold: GoldReport, reading: Reading, { evidence }: Statement | Claim): string {
  const span = reading.sentences[evidence.sentence] ?? evidence;
  return gold.text.slice(span.start, span.end);
}

function goldLine(one: GoldStatement): string {
  return [
    one.act,
    `${one.actor} → ${one.target}`,
    one.object,
    one.form,
    one.polarity,
    one.modality,
    days(one.date),
    by(one.source, one.speaker),
    details(one),
  ].join(" · ");
}

function details({
  mission,
  envoy,
  decidedBy,
}: Pick<GoldStatement, "mission" | "envoy" | "decidedBy">): string {
  return [mission?.kind, mission?.city, envoy?.rank, envoy?.person, decidedBy]
    .filter((one) => one != null)
    .join(", ");
}

function foundLine(one: Statement): string {
  const chain = (kind: Attribution["kind"]) =>
    one.attribution.filter((link) => link.kind === kind).map((link) => link.name);
  const parties = `${one.actor?.party ?? null} → ${one.target?.party ?? null}`;
  const said = by(chain("source").join(" < ") || null, chain("speaker").join(" < ") || null);
  return [
    one.act,
    parties,
    one.object,
    one.form,
    one.polarity,
    one.modality,
    days(one.date),
    said,
    details(one),
    one.evidence.rule,
  ].join(" · ");
}

function goldClaimLine(one: GoldClaim): string {
  return [
    one.kind,
    one.act,
    `${one.holder} → ${one.target}`,
    `rank ${one.rank}`,
    `${one.count} of ${one.total}`,
    one.over,
    one.membersOf,
    days(one.within),
  ].join(" · ");
}

function foundClaimLine(one: Claim): string {
  return goldClaimLine({
    ...one,
    holder: one.holder?.party ?? null,
    target: one.target?.party ?? null,
    quote: null,
  });
}

function days(range: Pick<DateRange, "from" | "to"> | null): string {
  if (range === null) return "no date";
  return range.from === range.to ? String(range.from) : `${range.from ?? "…"}–${range.to ?? "…"}`;
}

function by(source: string | null, speaker: string | null): string {
  return `source ${source ?? "none"}, speaker ${speaker ?? "none"}`;
}
