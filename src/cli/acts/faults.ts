import { type Fault, faultLine } from "../../model/index.js";
import { safe } from "../page/safe.js";
import type { Surroundings } from "../surroundings.js";

/** Tells of acts that cannot be read, a line for each fault; false where the error is another. */
export async function toldOfActs(error: unknown, folder: string, { errors }: Surroundings): Promise<boolean> {
  const faults = faultsOf(error, folder);
  for (const fault of faults) await errors.write(`${safe(faultLine(fault))}\n`);
  return faults.length > 0;
}

function faultsOf(error: unknown, folder: string): readonly Fault[] {
  if (!(error instanceof Error)) return [];
  if ("faults" in error) return error.faults as readonly Fault[];
  const { code, path } = error as NodeJS.ErrnoException;
  if (code !== "ENOENT" && code !== "ENOTDIR" && code !== "EACCES" && code !== "EISDIR") return [];
  return [
    {
      where: path ?? folder,
      line: null,
      what: `it cannot be read (${code})`,
      mend: "give a folder of act files (.yml)",
    },
  ];
}
