import { faultLine } from "../../model/index.js";
import { type Given, readSource } from "../../read/index.js";
import { exitCodes } from "../contract.js";
import { jsonText, safe } from "../page/safe.js";
import type { Surroundings } from "../surroundings.js";

/**
 * `credence candidates`: what the reader of acts chooses from in each report of a JSON Lines file, one line for each, in
 * order; what `training/` learns from. Gives the exit code.
 */
export async function candidatesCommand(
  sources: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  const { input, output, errors } = surroundings;
  const { openCandidates } = await import("../../pipeline.js");
  const candidates = openCandidates();
  const given: Given = {};
  let faults = 0;
  for (const source of sources)
    for await (const item of readSource(source, given, { input, network: await surroundings.network() })) {
      if ("fault" in item) {
        faults += 1;
        await errors.write(`${safe(faultLine(item.fault))}\n`);
        await output.write(`${JSON.stringify({ fault: item.fault.what })}\n`);
      } else await output.write(`${jsonText(candidates(item.report), 0)}\n`);
    }
  return faults === 0 ? exitCodes.done : exitCodes.undone;
}
