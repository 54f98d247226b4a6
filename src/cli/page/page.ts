import type { Attribution, Claim, DateRange, Evidence, Reading, Statement } from "../../model/index.js";
import { isDoubtful } from "../../record/index.js";
import { day, days } from "./days.js";
import { claimGloss, gloss, modalities } from "./gloss.js";
import { type NameOf, named } from "./names.js";
import { safe } from "./safe.js";
import type { Style } from "./style.js";
import { type Piece, wrap, wrapPieces } from "./wrap.js";

const indent = "   ";
const quoteIndent = "   │ ";

/** What one report states, as a page for people; ends with a line break. `where` is the file or address. */
export function pageOf(reading: Reading, where: string, nameOf: NameOf, style: Style): string {
  const parts = [header(reading, where, style)];
  const statements = [...reading.statements].sort(
    (a, b) => a.evidence.start - b.evidence.start || a.evidence.end - b.evidence.end,
  );
  for (const [index, statement] of statements.entries())
    parts.push(statementBlock(reading, statement, index + 1, nameOf, style));
  if (reading.claims.length > 0) {
    parts.push(style.bold("The report claims") + style.dim(" (not yet checked against the record)"));
    for (const claim of reading.claims) parts.push(claimBlock(reading, claim, nameOf, style));
  }
  if (statements.length + reading.claims.length === 0)
    parts.push("Nothing found: the report states no act that the act book knows.");
  return `${parts.join("\n\n")}\n`;
}

function header({ report }: Reading, where: string, style: Style): string {
  const title = report.title ?? where;
  const facts = [
    report.outlet === null ? "outlet not known" : safe(report.outlet),
    report.published === null ? "publication date not known" : `published ${day(report.published)}`,
    ...(report.title === null ? [] : [safe(where)]),
    report.id,
  ];
  return [
    wrap(safe(title), style, "").split("\n").map(style.bold).join("\n"),
    wrap(facts.join(" · "), style, "").split("\n").map(style.dim).join("\n"),
    style.dim("─".repeat(style.width)),
  ].join("\n");
}

function statementBlock(
  reading: Reading,
  statement: Statement,
  number: number,
  nameOf: NameOf,
  style: Style,
): string {
  const { codes, evidence } = statement;
  const facts = [
    ...(statement.form === null ? [] : [statement.form]),
    ...(statement.polarity === "negative" ? ["negative"] : []),
    modalities[statement.modality],
    dated(statement.date),
    ...(statement.place === null ? [] : [`at ${safe(statement.place.name)}`]),
    ...doubtOf(statement),
  ];
  const inferred = inferredOf(statement);
  return [
    numbered(gloss(statement, nameOf), number, style),
    wrap(facts.join(" · "), style, indent),
    quoted(reading, evidence, style),
    labelled("says", chainOf(reading, statement.attribution, nameOf), style),
    ...actingFor(statement, style),
    ...(inferred === "" ? [] : [labelled("inferred", inferred, style)]),
    style.dim(
      wrap(
        `CAMEO ${codes.cameo} · PLOVER ${[codes.plover, codes.mode, ...codes.contexts].filter((one) => one !== null).join(", ")} · ${safe(evidence.rule)} · ${statement.id}`,
        style,
        indent,
      ),
    ),
  ].join("\n");
}

function claimBlock(reading: Reading, claim: Claim, nameOf: NameOf, style: Style): string {
  const manner = claim.modality === "asserted" ? [] : [wrap(modalities[claim.modality], style, indent)];
  return [
    wrap(claimGloss(claim, nameOf), style, indent, " • ").split("\n").map(style.bold).join("\n"),
    ...manner,
    quoted(reading, claim.evidence, style),
    labelled("says", chainOf(reading, claim.attribution, nameOf), style),
    style.dim(wrap(`${claim.kind} · ${safe(claim.evidence.rule)} · ${claim.id}`, style, indent)),
  ].join("\n");
}

function numbered(text: string, number: number, style: Style): string {
  return wrap(text, style, indent, `${String(number).padEnd(2)} `)
    .split("\n")
    .map(style.bold)
    .join("\n");
}

function labelled(label: string, text: string, style: Style): string {
  const width = 10;
  const wrapped = wrap(text, style, indent + " ".repeat(width), indent + label.padEnd(width));
  return wrapped.replace(label, style.dim(label));
}

/** How surely it was read, where that is less than sure: "82% sure", "doubtful, 41% sure". */
function doubtOf({ confidence }: Statement): readonly string[] {
  if (confidence === null || confidence >= 0.9) return [];
  const sure = `${Math.round(100 * confidence)}% sure`;
  return [isDoubtful({ confidence, isReviewed: false }) ? `doubtful, ${sure}` : sure];
}

/** "3 July 2025 (worked out from “on Thursday”)" */
function dated(date: DateRange | null): string {
  if (date === null) return "no date given";
  if (date.basis === "stated") return days(date);
  return `${days(date)} (inferred${date.text === null ? "" : `: worked out from “${safe(date.text)}”`})`;
}

/** Who says so, from the outlet inwards: "Reuters › BBC › Amir Khan Muttaqi (for …)". */
function chainOf({ report }: Reading, chain: readonly Attribution[], nameOf: NameOf): string {
  if (chain.length === 0) return report.outlet === null ? "the report itself" : safe(report.outlet);
  return chain
    .map(({ name, party }) => (party === null ? safe(name) : `${safe(name)} (for ${named(party, nameOf)})`))
    .join(" › ");
}

/** The person through whom a party acts. */
function actingFor({ actor, target }: Statement, style: Style): readonly string[] {
  return [actor, target].flatMap((one, side) => {
    if (one === null || (one.person === null && one.office === null)) return [];
    const who = [one.person, one.office]
      .filter((part) => part !== null)
      .map(safe)
      .join(", ");
    return [labelled(side === 0 ? "acts by" : "to", who, style)];
  });
}

function inferredOf({ actor, target }: Statement): string {
  const sides = [
    ...(actor?.basis === "inferred" ? ["who acts"] : []),
    ...(target?.basis === "inferred" ? ["towards whom"] : []),
  ];
  return sides.length === 0 ? "" : `${sides.join(" and ")}, from what the report says elsewhere`;
}

/** Characters shown on either side of the evidence in a sentence that is too long to be one. */
const contextUnits = 600;

/** The sentence with the evidence set off. */
function quoted(
  { report, sentences }: Reading,
  { sentence, start, end, title }: Evidence,
  style: Style,
): string {
  if (title !== null)
    return wrapPieces(
      [
        { text: "title: ", marked: false },
        { text: safe(title), marked: true },
      ],
      style,
      quoteIndent,
    );
  const span = sentences[sentence] ?? { start, end };
  const from = Math.max(Math.min(span.start, start), start - contextUnits);
  const to = Math.min(Math.max(span.end, end), end + contextUnits);
  const pieces: readonly Piece[] = [
    { text: (from > span.start ? "… " : "") + safe(report.text.slice(from, start)), marked: false },
    { text: safe(report.text.slice(start, end)), marked: true },
    { text: safe(report.text.slice(end, to)) + (to < span.end ? " …" : ""), marked: false },
  ];
  return wrapPieces(pieces, style, quoteIndent);
}
