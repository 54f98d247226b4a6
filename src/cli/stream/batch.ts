import type { Fault } from "../../model/index.js";
import type { Reader } from "../../pipeline.js";
import { type Given, readJsonLine } from "../../read/index.js";
import { faultyJson, readingJson } from "../read/json.js";
import { type Result, readOne } from "../read/reading.js";

/** One line of a stream that is not blank. */
export interface Line {
  readonly where: string;
  readonly number: number;
  readonly text: string;
  /** What is wrong with the line before anybody has read it (it is too long), else null. */
  readonly fault: Fault | null;
}

/** Lines that are read together by one thread. */
export interface Batch {
  readonly lines: readonly Line[];
  readonly given: Given;
}

/** One line of output for each line of the batch, in order, as one text; and the faults among them. */
export interface BatchResult {
  readonly output: string;
  readonly faults: readonly Fault[];
}

export async function readBatch(reader: Reader, { lines, given }: Batch): Promise<BatchResult> {
  const faults: Fault[] = [];
  let output = "";
  for (const line of lines) {
    const result = await readLine(reader, line, given);
    if ("fault" in result) faults.push(result.fault);
    else faults.push(...result.reading.faults);
    output += `${JSON.stringify("fault" in result ? faultyJson(result.fault) : readingJson(result.reading))}\n`;
  }
  return { output, faults };
}

async function readLine(reader: Reader, { where, number, text, fault }: Line, given: Given): Promise<Result> {
  if (fault !== null) return { fault };
  const item = readJsonLine(text, where, number, given);
  return "fault" in item ? item : readOne(reader, item.report, where, number);
}

/** The result of a batch on which two threads died. */
export function lostBatch({ lines }: Batch, reason: string): BatchResult {
  const faults = lines.map(({ where, number }) => ({
    where,
    line: number,
    what: `a reading thread died twice on this line or near it (${reason})`,
    mend: "give the lines around it by themselves",
  }));
  return { output: faults.map((fault) => `${JSON.stringify(faultyJson(fault))}\n`).join(""), faults };
}
