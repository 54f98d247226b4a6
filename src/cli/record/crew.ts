import type { Fault, Reading, Report } from "../../model/index.js";
import type { Reader } from "../../pipeline.js";
import { readOne } from "../read/reading.js";
import { createPool, type Pool } from "../stream/pool.js";
import type { Surroundings } from "../surroundings.js";

/** Reports that are read together by one thread. */
export interface ReportBatch {
  readonly reports: readonly { readonly report: Report; readonly where: string }[];
}

export interface Readings {
  readonly readings: readonly Reading[];
  readonly faults: readonly Fault[];
}

export async function readReports(reader: Reader, { reports }: ReportBatch): Promise<Readings> {
  const readings: Reading[] = [];
  const faults: Fault[] = [];
  for (const { report, where } of reports) {
    const result = await readOne(reader, report, where, null);
    if ("fault" in result) faults.push(result.fault);
    else {
      readings.push(result.reading);
      faults.push(...result.reading.faults);
    }
  }
  return { readings, faults };
}

/** Characters read on this thread before others are started; opening a reader costs as much time as reading these. */
const soloUnits = 128 * 1024;

/** Reads few reports on this thread, and on all cores when there turn out to be many. */
export function createReportCrew(
  surroundings: Surroundings,
  openReader: () => Promise<Reader>,
  tell: (what: string) => void,
): Pool<ReportBatch, Readings> {
  const { cores } = surroundings;
  let units = 0;
  let pool: Pool<ReportBatch, Readings> | null = null;
  return {
    read: async (batch) => {
      if (cores > 1 && units >= soloUnits)
        pool ??= createPool(cores, () => surroundings.startThread("reports"), tell, lostReports);
      units += batch.reports.reduce((sum, { report }) => sum + report.text.length, 0);
      return pool === null ? readReports(await openReader(), batch) : pool.read(batch);
    },
    close: async () => pool?.close(),
  };
}

function lostReports({ reports }: ReportBatch, reason: string): Readings {
  const faults = reports.map(({ where }) => ({
    where,
    line: null,
    what: `a reading thread died twice on this report or near it (${reason})`,
    mend: "give the report by itself",
  }));
  return { readings: [], faults };
}
