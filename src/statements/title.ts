import type { Claim, Evidence, Report, Statement } from "../model/index.js";
import type { PartyBook } from "../parties/index.js";

/** A report whose text begins with its title, and how far the title has moved everything. */
export interface Headed {
  readonly report: Report;
  /** UTF-16 units before the text proper; 0 where there is no title, or where the text has it already. */
  readonly offset: number;
}

const gap = "\n\n";

/**
 * Puts the title before the text as its heading, so that it is read in the light of the text and the text in its light.
 * A title that the text repeats at its beginning is left where it is.
 */
export function headed(report: Report): Headed {
  const title = report.title?.trim() ?? "";
  // Lines above the text proper ("Title: …") belong to no block and are not read.
  const start = report.blocks[0]?.start ?? 0;
  if (
    title === "" ||
    title.length > longestTitle ||
    plain(report.text.slice(start, start + 2 * title.length)).includes(plain(title))
  )
    return { report, offset: 0 };
  const offset = title.length + gap.length;
  const move = <T extends { readonly start: number; readonly end: number }>(span: T): T => ({
    ...span,
    start: span.start + offset,
    end: span.end + offset,
  });
  const blocks = [{ kind: "heading" as const, start: 0, end: title.length }, ...report.blocks.map(move)];
  const dateline = report.dateline === null ? null : move(report.dateline);
  return { report: { ...report, text: title + gap + report.text, blocks, dateline }, offset };
}

/** In UTF-16 units; what is longer is no title. */
const longestTitle = 300;

function plain(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * Moves statements back into the text proper. Of what the title states only that is kept which the text does not state,
 * with the title's words for evidence.
 */
export function withoutHead(
  statements: readonly Statement[],
  claims: readonly Claim[],
  offset: number,
  headSentences: number,
  parties: Pick<PartyBook, "party">,
): { readonly statements: readonly Statement[]; readonly claims: readonly Claim[] } {
  if (offset === 0) return { statements, claims };
  const isHead = ({ evidence }: { readonly evidence: Evidence }) => evidence.start < offset;
  const body = statements.filter((one) => !isHead(one));
  const heads = statements.filter(isHead);
  const head = heads.filter((one) => !body.some((other) => tellsSame(one, other, parties)));
  const moved = <T extends { readonly evidence: Evidence }>(one: T): T => {
    const { evidence } = one;
    const back = isHead(one)
      ? { ...evidence, sentence: 0, start: 0, end: 0, quote: "", title: evidence.quote }
      : {
          ...evidence,
          sentence: evidence.sentence - headSentences,
          start: evidence.start - offset,
          end: evidence.end - offset,
        };
    return Object.freeze({ ...one, evidence: Object.freeze(back) });
  };
  return {
    statements: [...head, ...body.map((one) => datedBy(one, heads, parties))].map(moved),
    claims: claims.filter((one) => !isHead(one)).map(moved),
  };
}

/** "Recognition of Poland, 1919": a statement that the text leaves undated has the date that the title gives the same act. */
function datedBy(one: Statement, heads: readonly Statement[], parties: Pick<PartyBook, "party">): Statement {
  if (one.date !== null || one.actor?.party == null || one.target?.party == null) return one;
  const date = heads.find(
    (head) =>
      head.date !== null &&
      head.polarity === one.polarity &&
      head.modality === one.modality &&
      tellsSame(head, one, parties),
  )?.date;
  return date == null
    ? one
    : Object.freeze({ ...one, date: Object.freeze({ ...date, basis: "inferred" as const }) });
}

/** The same act between the same parties, as far as both name them; a title may name a state for its government. */
function tellsSame(one: Statement, other: Statement, parties: Pick<PartyBook, "party">): boolean {
  const stateOf = (party: string) => parties.party(party)?.state ?? party;
  const agree = (a: string | null | undefined, b: string | null | undefined) =>
    a == null || b == null || a === b || stateOf(a) === stateOf(b);
  return (
    one.act === other.act &&
    agree(one.actor?.party, other.actor?.party) &&
    agree(one.target?.party, other.target?.party)
  );
}
