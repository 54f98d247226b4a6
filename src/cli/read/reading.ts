import type { Fault, Reading, Report } from "../../model/index.js";
import type { Reader } from "../../pipeline.js";

/** What came of one report: its reading, or why there is none. */
export type Result = { readonly reading: Reading } | { readonly fault: Fault };

/**
 * Reads a report. The reader throws for no text that we know of; should it ever, that report is lost and
 * told of, and those after it are not.
 */
export async function readOne(
  reader: Reader,
  report: Report,
  where: string,
  line: number | null,
): Promise<Result> {
  try {
    return { reading: await reader.read(report) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      fault: {
        where,
        line,
        given: report.givenId ?? undefined,
        what: `the reader broke down on this report (${reason.slice(0, 120)})`,
        mend: "send us the report, so that we can mend the reader",
      },
    };
  }
}
