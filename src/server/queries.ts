import { z } from "zod";
import { isoDate } from "../read/index.js";
import { wrong } from "./problem.js";
import { isoDate as datePattern, partyKind, relationKind } from "./schemasRecord.js";
import { eventOrders, judgements, pageSizes, prospectStates, relationStates, sides } from "./wire.js";

// What may stand behind the question mark of an address.

const day = datePattern.refine((one) => isoDate(one) !== null, "no such day; write YYYY-MM-DD");

/** A day (its end, in the machine's time zone) or a time; becomes an instant. */
const instant = z
  .string()
  .max(40)
  .transform((written, context) => {
    const at = instantOf(written);
    if (at === null) {
      context.addIssue("no such moment; write a day or a time, ISO 8601");
      return z.NEVER;
    }
    return at;
  });

export function instantOf(written: string): string | null {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(written);
  if (isDay && isoDate(written) === null) return null;
  if (!isDay && !/^\d{4}-\d{2}-\d{2}T/.test(written)) return null;
  const at = Date.parse(isDay ? `${written}T23:59:59.999` : written);
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}

/** Every question may be put as of a day, as known at a moment. */
export const moment = { asOf: day.optional(), knownAt: instant.optional() };

export const limit = z
  .string()
  .regex(/^[1-9]\d{0,3}$/, `a whole number from 1 to ${pageSizes.most}`)
  .transform(Number)
  .refine((one) => one <= pageSizes.most, `a whole number from 1 to ${pageSizes.most}`);

export const paging = { limit: limit.optional(), cursor: z.string().max(200).optional() };

const words = z.string().trim().min(1).max(300);
const flag = z.enum(["true", "false"]).transform((one) => one === "true");
/** A party by its id or by a name that means it alone. */
const party = words;

/** "2021" stands for its first day as `from`, and for its last as `to`. */
const from = z
  .union([day, z.string().regex(/^\d{4}$/)])
  .transform((one) => (one.length === 4 ? `${one}-01-01` : one));
const to = z
  .union([day, z.string().regex(/^\d{4}$/)])
  .transform((one) => (one.length === 4 ? `${one}-12-31` : one));

const eventFilters = {
  act: words.optional(),
  from: from.optional(),
  to: to.optional(),
  /** Acts of contact, speech and force too. */
  all: flag.optional(),
  order: z.enum(eventOrders).optional(),
};

/** Unknown parameters are refused by name, so that a slip of the pen is no silent answer to another question. */
export const queries = {
  none: z.strictObject({}),
  moment: z.strictObject(moment),
  list: z.strictObject({ ...moment, ...paging }),
  parties: z.strictObject({ query: words.optional(), kind: partyKind.optional(), ...paging }),
  relations: z.strictObject({
    kind: relationKind.optional(),
    side: z.enum(sides).optional(),
    state: z.enum(relationStates).optional(),
    ...moment,
    ...paging,
  }),
  events: z.strictObject({ ...eventFilters, ...moment, ...paging }),
  timeline: z.strictObject({
    party: party.optional(),
    counterpart: party.optional(),
    ...eventFilters,
    ...moment,
    ...paging,
  }),
  prospects: z.strictObject({ state: z.enum(prospectStates).optional(), ...moment, ...paging }),
  reports: z.strictObject({ query: words.optional(), ...paging }),
  claims: z.strictObject({
    judgement: z.enum(judgements).optional(),
    party: party.optional(),
    ...moment,
    ...paging,
  }),
  changes: z.strictObject(paging),
  limited: z.strictObject({ limit: limit.optional() }),
  search: z.strictObject({ q: words, limit: limit.optional(), ...moment }),
} as const;

/** What a schema makes of a value from outside; what is wrong is told part by part. */
export function parsed<T extends z.ZodType>(schema: T, value: unknown, what: string): z.infer<T> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const errors = result.error.issues.slice(0, 20).flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({
          where: [...issue.path, key].join(".").slice(0, 200),
          what: "there is no such part",
        }))
      : [{ where: issue.path.join(".").slice(0, 200), what: issue.message.slice(0, 300) }],
  );
  const told = errors
    .map(({ where, what: wrongIn }) => `${where === "" ? what : where}: ${wrongIn}`)
    .join("; ");
  throw wrong(`${what} cannot be read: ${told}`, errors);
}
