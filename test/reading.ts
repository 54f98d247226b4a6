import type { Reading } from "../src/model/index.js";
import { openReader, type Reader } from "../src/pipeline.js";
import { readText } from "../src/read/index.js";

let opened: Reader | null = null;

/** The reader with the model and the data of the package, opened once for a test file. */
export function theReader(): Reader {
  opened ??= openReader();
  return opened;
}

/** Reads a text as a report of a day; a text that is no report fails the test. */
export function reading(text: string, published = "2025-07-04", outlet?: string): Reading {
  const item = readText(text, "test", { published, outlet });
  if ("fault" in item) throw new Error(item.fault.what);
  return theReader().read(item.report);
}

/** Acts of status, and not those of contact, speech and force, of which news is full. */
export function ofStatus({ statements }: Reading): Reading["statements"] {
  const { acts } = theReader().books;
  return statements.filter(({ act }) => acts.entry(act)?.file.kind === "status");
}

/** "RUS recognise AFG-IEA positive asserted" for each act of status, in order. */
export function gist(read: Reading): readonly string[] {
  return ofStatus(read).map(
    (one) =>
      `${one.actor?.party ?? "?"} ${one.act} ${one.target?.party ?? "?"} ${one.polarity} ${one.modality}`,
  );
}
