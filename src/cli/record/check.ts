import { judgeClaim } from "../../record/index.js";
import { sentenceReport } from "../../recording.js";
import { type CheckOptions, exitCodes } from "../contract.js";
import { jsonText } from "../page/safe.js";
import type { Surroundings } from "../surroundings.js";
import { checkedClaims, type Verdict, verdictJson, verdictPage } from "./claims.js";
import { type OpenRecord, Undone, WrongUse, withRecord } from "./open.js";

/**
 * `credence check`: judges the claims of a sentence typed in, of a report on record, or of all reports; gives the exit
 * code, which is 1 where a claim is contradicted or there is none to judge.
 */
export async function checkCommand(
  sentence: string | undefined,
  options: CheckOptions,
  surroundings: Surroundings,
): Promise<number> {
  return withRecord(options, surroundings, async (record) => {
    if (sentence === undefined && options.report === undefined)
      throw new WrongUse(
        'nothing to check; give a sentence, or --report with the id of a report ("all" for all)',
      );
    const verdicts =
      sentence === undefined
        ? await verdictsOn(options.report as string, record)
        : await verdictsIn(sentence, record, surroundings);
    await surroundings.output.write(
      options.json === true
        ? `${jsonText(verdicts.map(verdictJson))}\n`
        : verdicts.length === 0
          ? sentence === undefined
            ? "No claim about the record was read there.\n"
            : nothing
          : `${verdicts.map((one) => verdictPage(one, record)).join("\n\n")}\n`,
    );
    const fine = verdicts.length > 0 && verdicts.every(({ judged }) => judged.judgement !== "contradicted");
    return fine ? exitCodes.done : exitCodes.undone;
  });
}

const nothing =
  "No claim about the record was read in it. A claim says who was the first, the only one, how many, or that nobody did something:\n" +
  "“Russia is the first country to recognise the Islamic Emirate since 2021”, “147 of 193 UN members recognise Palestine”.\n";

/** Reads a sentence as a report of the day asked about, and judges its claims. */
async function verdictsIn(
  sentence: string,
  record: OpenRecord,
  surroundings: Surroundings,
): Promise<readonly Verdict[]> {
  const asOf = record.when.asOf ?? record.today;
  const item = sentenceReport(sentence, asOf);
  if ("fault" in item) throw new Undone([item.fault]);
  const reader = await surroundings.openReader();
  const { claims } = await reader.read(item.report);
  return Promise.all(
    claims.map(async (claim) => ({
      claim,
      report: null,
      asOf,
      judged: await judgeClaim(claim, asOf, record.when.knownAt, record),
    })),
  );
}

async function verdictsOn(report: string, record: OpenRecord): Promise<readonly Verdict[]> {
  if (report !== "all") {
    const known = await record.ledger.known([report]);
    if (!known.has(report))
      throw new WrongUse(`--report: the record has no report ${report}; credence log lists them`);
    return checkedClaims([report], record);
  }
  const rows = await record.ledger.claims({ knownAt: record.when.knownAt, limit: 10_000 });
  const reports = [...new Set(rows.map((row) => row.report.id))];
  return checkedClaims(reports, record);
}
