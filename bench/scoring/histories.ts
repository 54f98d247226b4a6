import { z } from "zod";
import type { Reader } from "../../src/pipeline.js";
import { readText } from "../../src/read/index.js";
import { table } from "./tables.js";

const section = z.object({
  id: z.string(),
  country: z.string(),
  /** The party of the article; null for a historical state that has no id. */
  party: z.string().nullable(),
  heading: z.string(),
  /** A day, a month, a year, or null where the heading gives no date. */
  when: z.string().nullable(),
  /** The act that the heading names; null where it names none plainly. */
  kind: z.string().nullable(),
  text: z.string(),
});

interface Counts {
  sections: number;
  act: number;
  found: number;
  dated: number;
}

/**
 * Scores the reader on dated sections of diplomatic histories, JSON Lines: whether the act that the heading names is read
 * from heading and text, with the article's party on one side, and in the year of the heading.
 */
export async function scoreHistories(reader: Reader, content: string): Promise<string> {
  const rows = new Map<string, Counts>();
  let statements = 0;
  for (const line of content.trim().split("\n")) {
    const one = section.parse(JSON.parse(line));
    const title = `${one.country.replace("*", "")}: ${one.heading}`;
    const item = readText(one.text, one.id, { title });
    if ("fault" in item) continue;
    const found = (await reader.read(item.report)).statements;
    statements += found.length;
    if (one.kind === null) continue;
    const same = found.filter(({ act }) => act === one.kind);
    const between = same.filter(
      ({ actor, target }) =>
        one.party === null ||
        [actor?.party, target?.party].some((party) => party?.split("-")[0] === one.party),
    );
    const year = one.when?.slice(0, 4) ?? null;
    const dated = between.some(
      ({ date }) => year === null || (date?.from ?? date?.to ?? "").startsWith(year),
    );
    for (const name of [one.kind, "all"]) {
      const counts = rows.get(name) ?? { sections: 0, act: 0, found: 0, dated: 0 };
      counts.sections += 1;
      counts.act += Number(same.length > 0);
      counts.found += Number(between.length > 0);
      counts.dated += Number(dated);
      rows.set(name, counts);
    }
  }
  const ratio = (part: number, whole: number) => (whole === 0 ? "–" : (part / whole).toFixed(3));
  const lines = [...rows]
    .sort(([a], [b]) => Number(a === "all") - Number(b === "all"))
    .map(([name, { sections, act, found, dated }]) => [
      name,
      String(sections),
      ratio(act, sections),
      ratio(found, sections),
      ratio(dated, sections),
      ratio(dated, found),
    ]);
  const head = ["sections by kind", "sections", "act", "and party", "and year", "year of found"];
  return `${table(head, lines)}\n${statements} statements in all sections`;
}
