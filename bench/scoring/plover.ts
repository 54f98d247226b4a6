import { z } from "zod";
import type { Statement } from "../../src/model/index.js";
import type { Reader } from "../../src/pipeline.js";
import { readText } from "../../src/read/index.js";
import { table } from "./tables.js";

const actor = z.object({ actorText: z.string().optional(), code: z.string().optional() });
const actors = z.union([z.array(actor), z.unknown().transform(() => [] as z.infer<typeof actor>[])]);
const record = z.object({
  id: z.string(),
  date: z.string(),
  event: z.string(),
  text: z.string(),
  source: actors,
  target: actors.default([]),
});

/** Names of event types in the older reference by those of the manual (PLOVER Manual, Draft 0.8, 2021). */
const renamed: Readonly<Record<string, string>> = {
  DISAPPROVE: "ACCUSE",
  INVESTIGATE: "ACCUSE",
  DEMAND: "REQUEST",
  FIGHT: "ASSAULT",
};

/** Slips of the gold records: Japan, Italy and Greece by codes that are none of ISO 3166. */
const misspelt: Readonly<Record<string, string>> = { JAP: "JPN", ITL: "ITA", GRC: "GRC" };

const organisations: ReadonlySet<string> = new Set(["IGO", "NGO", "IMG"]);

interface Counts {
  records: number;
  type: number;
  pair: number;
}

/** Scores the reader on PLOVER gold records (JSON): the event type, and the pair of actor and target by country. */
export async function scorePlover(reader: Reader, content: string): Promise<string> {
  const rows = new Map<string, Counts>();
  let statements = 0;
  for (const value of z.array(z.unknown()).parse(JSON.parse(content))) {
    const one = record.parse(value);
    const type = renamed[one.event] ?? one.event;
    const item = readText(one.text, one.id, { published: one.date });
    if ("fault" in item) continue;
    const found = (await reader.read(item.report)).statements;
    statements += found.length;
    for (const name of [type, "all"]) {
      const counts = rows.get(name) ?? { records: 0, type: 0, pair: 0 };
      counts.records += 1;
      counts.type += Number(found.some(({ codes }) => codes.plover === type));
      counts.pair += Number(found.some((each) => isPair(reader, one, each)));
      rows.set(name, counts);
    }
  }
  const all = rows.get("all")?.records ?? 0;
  const lines = [...rows]
    .sort(([a], [b]) => Number(a === "all") - Number(b === "all"))
    .map(([name, { records, type, pair }]) => [
      name,
      String(records),
      (type / records).toFixed(3),
      (pair / records).toFixed(3),
    ]);
  return `${table(["records by type", "records", "type", "pair"], lines)}\n${(statements / all).toFixed(2)} statements a record`;
}

/** Both sides by country; a record without a target is one of several actors, or of one alone. */
function isPair(
  reader: Reader,
  { source, target }: z.infer<typeof record>,
  { actor: from, target: to }: Statement,
): boolean {
  const sides = target.filter(({ code }) => code !== undefined);
  const isOne = (coded: readonly z.infer<typeof actor>[], side: Statement["actor"]) =>
    coded.some(({ code }) => code !== undefined && isSame(reader, code, side));
  if (sides.length > 0) return isOne(source, from) && isOne(sides, to);
  return isOne(source, from) && (source.length === 1 || to?.party == null || isOne(source, to));
}

/** A government and a movement count as their state, an organisation as one of the codes for organisations. */
function isSame(reader: Reader, code: string, side: Statement["actor"]): boolean {
  const party = reader.books.parties.party(side?.party ?? "");
  if (organisations.has(code))
    return party?.kind === "organisation" || party?.kind === "movement" || side?.sector === "SOC";
  const country = misspelt[code] ?? code;
  return (
    party !== undefined &&
    (party.id === country || party.state === country || (party.id === "PLO" && country === "PSE"))
  );
}
