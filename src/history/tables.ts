import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { Fault } from "../model/index.js";

/** A day, month or year: ISO 8601 of reduced precision. */
const date = z
  .string()
  .regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/, "a date is written 2008, 2008-02 or 2008-02-18");
const text = z.string();
const id = z.string().min(1);
const said = { date, note: text, source: id };

const schemas = {
  sources: z.object({
    id,
    title: text,
    publisher: text,
    published: z.union([date, z.literal("")]),
    url: text,
  }),
  recognitions: z.object({
    actor: id,
    target: id,
    act: z.enum(["recognise", "withdraw-recognition", "refuse"]),
    object: z.enum(["state", "government", "representative"]),
    form: z.enum(["express", "implied", ""]),
    ...said,
  }),
  relations: z.object({ actor: id, target: id, act: id, ...said }),
  missions: z.object({ sender: id, host: id, act: id, kind: text, city: text, ...said }),
  completeness: z.object({
    target: id,
    act: id,
    object: text,
    from: date,
    to: date,
    level: z.enum(["complete", "partial"]),
    note: text,
  }),
  memberships: z.object({ party: id, organisation: id, act: id, ...said }),
} as const;

export type TableName = keyof typeof schemas;
export type RowOf<T extends TableName> = z.infer<(typeof schemas)[T]>;

/** A row with its line in the file. */
export interface Lined<T> {
  readonly line: number;
  readonly row: T;
}

/** Reads one table; each faulty row is a fault of its own, and the others are kept. */
export function readTable<T extends TableName>(
  table: T,
  content: string,
  faults: Fault[],
): readonly Lined<RowOf<T>>[] {
  const schema = schemas[table] as unknown as z.ZodType<RowOf<T>>;
  const records: { record: unknown; info: { lines: number } }[] = parse(content, {
    columns: true,
    skip_empty_lines: true,
    info: true,
  });
  return records.flatMap(({ record, info }) => {
    const parsed = schema.safeParse(record);
    if (parsed.success) return [{ line: info.lines, row: parsed.data }];
    const what = parsed.error.issues.map((one) => `${one.path.join(".")}: ${one.message}`).join(", ");
    faults.push({ where: fileOf(table), line: info.lines, what, mend: "see data/baseline/README.md" });
    return [];
  });
}

export function fileOf(table: TableName): string {
  return `data/baseline/${table}.csv`;
}
