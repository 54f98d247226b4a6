import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { Fault, Outcome } from "../model/index.js";
import type { SourceFile } from "./book/load.js";

/** The publishers that reports cite: a name found here is a source, any other speaker speaks. */
export interface OutletBook {
  /** The outlet's usual name for words that name it, with or without "reports", "news agency"; else null. */
  find(words: string): string | null;
}

const row = z.object({
  name: z.string().min(1),
  aliases: z.string(),
  country: z.string(),
  kind: z.enum(["agency", "newspaper", "broadcaster", "magazine", "site", "state media"]),
});

/** Reads data/outlets.csv. */
export function loadOutlets(file: SourceFile): Outcome<OutletBook> {
  const faults: Fault[] = [];
  const names = new Map<string, string>();
  const records: unknown[] = parse(file.text, { columns: true, skip_empty_lines: true, comment: "#" });
  for (const [index, record] of records.entries()) {
    const parsed = row.safeParse(record);
    if (!parsed.success) {
      const what = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join(", ");
      faults.push({
        where: file.name,
        line: index + 2,
        what,
        mend: "fill the columns as the first row does",
      });
      continue;
    }
    const { name, aliases } = parsed.data;
    for (const one of [name, ...aliases.split("|")]) if (one !== "") names.set(one.toLowerCase(), name);
  }
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: Object.freeze({ find: (words: string) => find(names, words) }), faults: [] };
}

const trimmings =
  /^(?:the|a|an|state|local|russian|chinese)\s+|\s+(?:reports?|news|agency|news agency|newspaper|daily|website|television|tv|report)$/;

function find(names: ReadonlyMap<string, string>, words: string): string | null {
  let rest = words.toLowerCase().replaceAll("’", "'").replace(/'s$/, "");
  for (let tries = 0; tries < 4; tries += 1) {
    const found = names.get(rest);
    if (found !== undefined) return found;
    const shorter = rest.replace(trimmings, "");
    if (shorter === rest) return null;
    rest = shorter;
  }
  return null;
}
