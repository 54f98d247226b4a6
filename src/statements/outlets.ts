import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { Fault, Outcome } from "../model/index.js";
import type { SourceFile } from "./book/load.js";

/** A publisher, with the letter of the NATO Admiralty code for its reliability and the assessment behind it. */
export interface Outlet {
  readonly name: string;
  /** ISO 3166 alpha-3 of the owner's seat; empty for international and unknown ones. */
  readonly country: string;
  readonly kind: z.infer<typeof row>["kind"];
  readonly reliability: "A" | "B" | "C" | "D" | "E" | "F";
  /** The lists that were read and where; empty where none was, with F. */
  readonly reliabilitySource: string;
}

/** The publishers that reports cite: a name found here is a source, any other speaker speaks. */
export interface OutletBook {
  /** The outlet's usual name for words that name it, with or without "reports", "news agency"; else null. */
  find(words: string): string | null;
  /** The outlet of a usual name, as `find` returns it; else null. */
  get(name: string): Outlet | null;
}

const row = z.object({
  name: z.string().min(1),
  aliases: z.string(),
  country: z.string(),
  kind: z.enum([
    "agency",
    "newspaper",
    "broadcaster",
    "magazine",
    "online",
    "state media",
    "ministry",
    "organisation",
    "think tank",
    "dataset",
  ]),
  reliability: z.enum(["A", "B", "C", "D", "E", "F"]),
  reliability_source: z.string(),
});

/** Reads data/outlets.csv. */
export function loadOutlets(file: SourceFile): Outcome<OutletBook> {
  const faults: Fault[] = [];
  const names = new Map<string, string>();
  const outlets = new Map<string, Outlet>();
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
    const { name, aliases, country, kind, reliability, reliability_source: reliabilitySource } = parsed.data;
    outlets.set(name, Object.freeze({ name, country, kind, reliability, reliabilitySource }));
    for (const one of [name, ...aliases.split("|")]) if (one !== "") names.set(one.toLowerCase(), name);
  }
  if (faults.length > 0) return { ok: false, faults };
  const book: OutletBook = {
    find: (words) => find(names, words),
    get: (name) => outlets.get(name) ?? null,
  };
  return { ok: true, value: Object.freeze(book), faults: [] };
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
