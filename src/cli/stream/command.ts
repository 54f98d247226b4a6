import { createReadStream } from "node:fs";
import { faultLine } from "../../model/index.js";
import type { OwnActs, Reader } from "../../pipeline.js";
import { type Given, linesOf } from "../../read/index.js";
import { safe } from "../page/safe.js";
import type { Surroundings } from "../surroundings.js";
import { type Batch, type BatchResult, type Line, lostBatch, readBatch } from "./batch.js";
import { batches } from "./batches.js";
import { inOrder } from "./ordered.js";
import { createPool, type Pool } from "./pool.js";

/** Characters read on this thread before others are started; opening a reader costs as much time as reading these. */
const soloUnits = 128 * 1024;

/** `credence read --jsonl`: one line out for each line in, in order; gives the number of faults. */
export async function streamCommand(
  sources: readonly string[],
  given: Given,
  openReader: () => Promise<Reader>,
  own: OwnActs,
  surroundings: Surroundings,
): Promise<number> {
  const { output, errors, cores, wait } = surroundings;
  let faults = 0;
  const tell = (what: string) => {
    faults += 1;
    void errors.write(`credence: ${safe(what)}\n`);
  };
  const crew = createCrew(cores, openReader, () =>
    createPool(cores, () => surroundings.startThread("lines", own), tell, lostBatch),
  );
  const lines = linesOfAll(sources, surroundings, tell);
  for await (const result of inOrder(batches(lines, given, wait), 2 * cores, crew.read)) {
    await output.write(result.output);
    for (const fault of result.faults) await errors.write(`${safe(faultLine(fault))}\n`);
    faults += result.faults.length;
  }
  await crew.close();
  return faults;
}

type LinePool = Pool<Batch, BatchResult>;

/** Reads short streams on this thread, and passes on to the pool when the stream turns out to be long. */
function createCrew(cores: number, openReader: () => Promise<Reader>, openPool: () => LinePool): LinePool {
  let units = 0;
  let pool: LinePool | null = null;
  return {
    read: async (batch: Batch): Promise<BatchResult> => {
      if (cores > 1 && units >= soloUnits) pool ??= openPool();
      units += batch.lines.reduce((sum, line) => sum + line.text.length, 0);
      return pool === null ? readBatch(await openReader(), batch) : pool.read(batch);
    },
    close: async () => pool?.close(),
  };
}

async function* linesOfAll(
  sources: readonly string[],
  { input }: Surroundings,
  tell: (what: string) => void,
): AsyncGenerator<Line> {
  for (const source of sources.length === 0 ? ["-"] : sources) {
    const where = source === "-" ? "standard input" : source;
    try {
      yield* linesIn(source === "-" ? input : createReadStream(source), where);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
      tell(`${where}: it cannot be read (${code}); check the path`);
    }
  }
}

async function* linesIn(bytes: AsyncIterable<Uint8Array>, where: string): AsyncGenerator<Line> {
  for await (const piece of linesOf(bytes, () => true)) {
    if (!("line" in piece)) continue;
    const { line, number, tooLong } = piece;
    const fault = tooLong
      ? { where, line: number, what: "the line is too long to be a report", mend: "write one report a line" }
      : null;
    yield { where, number, text: line, fault };
  }
}
