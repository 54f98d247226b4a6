import { z } from "zod";
import type { Fault } from "../../src/model/index.js";

const text = z.string().nullable().default(null);

const range = z.object({ from: text, to: text }).nullable().default(null);

const goldStatement = z.object({
  act: z.string(),
  actor: text,
  target: text,
  object: text,
  form: text,
  polarity: z.enum(["positive", "negative"]),
  modality: z.enum(["asserted", "intended", "requested", "hoped", "predicted", "conditional"]),
  date: range,
  /** The innermost speaker by name. */
  speaker: text,
  source: text,
  quote: text,
  mission: z.object({ kind: text, city: text }).nullable().default(null),
  envoy: z.object({ rank: text, person: text }).nullable().default(null),
  decidedBy: z.enum(["sending", "receiving"]).nullable().default(null),
});

const number = z.number().nullable().default(null);

const goldClaim = z.object({
  kind: z.enum(["rank", "only", "count", "none"]),
  act: z.string(),
  holder: text,
  target: text,
  rank: number,
  count: number,
  total: number,
  over: text,
  membersOf: text,
  within: range,
  quote: text,
});

const goldReport = z.object({
  id: z.string(),
  topic: z.string().default("other"),
  title: text,
  published: text,
  outlet: text,
  /** Which acts were annotated: recognition and its withdrawal, or every act of status. */
  scope: z.enum(["recognition", "status"]).default("status"),
  text: z.string(),
  statements: z.array(goldStatement).default([]),
  claims: z.array(goldClaim).default([]),
});

export type GoldStatement = z.infer<typeof goldStatement>;
export type GoldClaim = z.infer<typeof goldClaim>;
export type GoldReport = z.infer<typeof goldReport>;

export interface GoldFile {
  readonly name: string;
  readonly reports: readonly GoldReport[];
  readonly faults: readonly Fault[];
}

/** Reads a gold file, one JSON object a line; a line that does not fit is a fault, and the rest is kept. */
export function readGold(name: string, content: string): GoldFile {
  const reports: GoldReport[] = [];
  const faults: Fault[] = [];
  for (const [index, line] of content.split("\n").entries()) {
    if (line.trim() === "") continue;
    const fault = readLine(line, reports);
    if (fault !== null)
      faults.push({ where: name, line: index + 1, what: fault, mend: "see bench/gold/README.md" });
  }
  return { name, reports, faults };
}

function readLine(line: string, reports: GoldReport[]): string | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return `this is not JSON (${(error as Error).message})`;
  }
  const parsed = goldReport.safeParse(value);
  if (!parsed.success) {
    return parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join(", ");
  }
  const astray = [...parsed.data.statements, ...parsed.data.claims].find(
    ({ quote }) => quote !== null && !parsed.data.text.includes(quote),
  );
  if (astray !== undefined) return `the quote "${astray.quote}" is not in the text`;
  reports.push(parsed.data);
  return null;
}
