import type { Reading } from "../src/model/index.js";
import { openBooks, openReader, type Reader } from "../src/pipeline.js";
import { readText } from "../src/read/index.js";

let opened: Promise<Reader> | null = null;

/** The reader with the model and the data of the package, opened once for a test file. */
export function theReader(): Promise<Reader> {
  opened ??= openReader();
  return opened;
}

/** Reads a text as a report of a day; a text that is no report fails the test. */
export async function reading(text: string, published = "2025-07-04", outlet?: string): Promise<Reading> {
  const item = readText(text, "test", { published, outlet });
  if ("fault" in item) throw new Error(item.fault.what);
  return (await theReader()).read(item.report);
}

const books = openBooks();

/** Acts of status, and not those of contact, speech and force, of which news is full. */
export function ofStatus({ statements }: Reading): Reading["statements"] {
  return statements.filter(({ act }) => books.acts.entry(act)?.file.kind === "status");
}

/** "RUS recognise AFG-IEA positive asserted" for each act of status, in order. */
export function gist(read: Reading): readonly string[] {
  return ofStatus(read).map(
    (one) =>
      `${one.actor?.party ?? "?"} ${one.act} ${one.target?.party ?? "?"} ${one.polarity} ${one.modality}`,
  );
}
