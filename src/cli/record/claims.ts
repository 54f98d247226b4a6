import type { Claim, IsoDate } from "../../model/index.js";
import { type ClaimRow, type Event, type Judged, judgeClaim, type Remark } from "../../record/index.js";
import { day } from "../page/days.js";
import { claimGloss } from "../page/gloss.js";
import { safe } from "../page/safe.js";
import { wrap } from "../page/wrap.js";
import { columns } from "./columns.js";
import { eventDate, eventGloss, grade } from "./gloss.js";
import type { OpenRecord } from "./open.js";

/** A claim with what it comes to. */
export interface Verdict {
  readonly claim: Claim;
  /** The report that makes it; null for a sentence typed in. */
  readonly report: ClaimRow["report"] | null;
  /** The day as of which it is judged. */
  readonly asOf: IsoDate;
  readonly judged: Judged;
}

/** Judges the claims of reports, each as of its report's day. */
export async function checkedClaims(
  reports: readonly string[],
  record: OpenRecord,
): Promise<readonly Verdict[]> {
  const rows = (await Promise.all(reports.map((id) => record.ledger.claimsOf(id)))).flat();
  return Promise.all(
    rows.map(async ({ claim, report }) => {
      const asOf = record.when.asOf ?? report.published ?? record.today;
      return { claim, report, asOf, judged: await judgeClaim(claim, asOf, record.when.knownAt, record) };
    }),
  );
}

const heads = {
  supported: "supported",
  contradicted: "CONTRADICTED",
  "cannot be judged": "cannot be judged",
} as const;

const remarkHeads: Readonly<Record<Remark["kind"], string>> = {
  "outside the interval": "The same was done outside the interval of the claim:",
  "not in the class": "The same was done by others than the claim is about:",
  "after the claim": "The same was done after the day of the claim:",
  doubtful: "The same is reported, but improbable:",
};

/** A claim and its judgement, for people. */
export function verdictPage({ claim, report, asOf, judged }: Verdict, record: OpenRecord): string {
  const { nameOf, style } = record;
  const parts = [
    wrap(`${claimGloss(claim, nameOf)}`, style, "   ", " • ")
      .split("\n")
      .map(style.bold)
      .join("\n"),
    wrap(
      `${heads[judged.judgement]} as of ${day(asOf)}: ${safe(judged.because)}${judged.missing === null ? "" : `; missing: ${safe(judged.missing)}`}`,
      style,
      "   ",
    ),
  ];
  if (judged.counterexamples.length > 0) parts.push(list("Against it:", judged.counterexamples, record));
  for (const { kind, events } of judged.remarks) parts.push(list(remarkHeads[kind], events, record));
  if (report !== null)
    parts.push(style.dim(wrap(`in ${safe(report.outlet ?? report.title ?? report.id)}`, style, "   ")));
  return parts.join("\n");
}

/** Events listed under a claim at most. */
const most = 12;

function list(head: string, events: readonly Event[], { nameOf, style }: OpenRecord): string {
  const rows = events
    .slice(0, most)
    .map((event) => [eventDate(event), `${eventGloss(event, nameOf)} [${grade(event)}]`]);
  const more = events.length > most ? `\n     and ${events.length - most} more` : "";
  return `   ${head}\n${columns(rows, style, "     ")}${more}`;
}

export function verdictJson({ claim, report, asOf, judged }: Verdict): object {
  return { claim, report, asOf, ...judged };
}
