import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { Fault } from "../model/index.js";
import type { MentionForm, Party } from "./types.js";

/** The texts of the files in data/parties/, as the caller read them. */
export interface PartyFiles {
  readonly parties: string;
  readonly names: string;
  readonly governments: string;
  readonly holders: () => string;
  readonly cities: string;
  readonly groups: string;
  readonly shortForms: string;
}

/** A name and the party that it names; an empty party means that the name is none ("Gulf of Guinea"). */
export interface NameRow {
  readonly party: string;
  readonly name: string;
  readonly form: MentionForm;
  /** The days between which the name means the party, inclusive; empty: as long as the party exists. */
  readonly from: string;
  readonly to: string;
  /** Where the name was read. */
  readonly source: string;
}

/** Which government governs a state, days inclusive; an empty `to` means still. */
export interface GovernmentRow {
  readonly state: string;
  readonly government: string;
  readonly from: string;
  readonly to: string;
}

export interface HolderRow {
  readonly party: string;
  readonly office: string;
  readonly person: string;
  readonly from: string;
  readonly to: string;
}

export interface CityRow {
  readonly name: string;
  readonly state: string;
}

/** A group of states that a fixed list resolves, and who its members were in an interval of days, both inclusive. */
export interface GroupRow {
  readonly group: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly from: string;
  readonly to: string;
}

/** A party that a short form can mean once it, or one of those named beside it, has been named. */
export interface ShortFormRow {
  readonly words: string;
  readonly party: string;
  readonly named: readonly string[];
  /** Whether it means the party in any text. */
  readonly isDefault: boolean;
  /** Whether the words need no article. */
  readonly isBare: boolean;
}

const date = z.string().regex(/^(?:\d{4}(?:-\d{2}(?:-\d{2})?)?)?$/, "a date is YYYY, YYYY-MM or YYYY-MM-DD");
const id = z.string().regex(/^[A-Z0-9]+(?:-[A-Z0-9]+)*$/, "an id is in capitals, digits and hyphens");
const nothing = (value: string) => (value === "" ? null : value);

const partyRow = z
  .object({
    id,
    kind: z.enum(["state", "government", "movement", "organisation", "territory"]),
    name: z.string().min(1),
    official_name: z.string(),
    state: z.string(),
    governed_by: z.string(),
    from: date,
    to: date,
    un_member_since: date,
    wikidata: z.string(),
    cow: z.string(),
  })
  .transform(
    (row): Party =>
      Object.freeze({
        id: row.id,
        kind: row.kind,
        name: row.name,
        officialName: nothing(row.official_name),
        state: nothing(row.state),
        governedBy: nothing(row.governed_by),
        from: nothing(row.from),
        to: nothing(row.to),
        unMemberSince: nothing(row.un_member_since),
        wikidata: nothing(row.wikidata),
        cow: nothing(row.cow),
      }),
  );

const nameRow = z.object({
  party: z.union([id, z.literal("")]),
  name: z.string().min(1),
  form: z.enum(["name", "demonym", "capital", "seat", "institution"]),
  from: date,
  to: date,
  source: z.string(),
});
const governmentRow = z.object({ state: id, government: id, from: date, to: date });
const holderRow = z.object({
  party: id,
  office: z.string().min(1),
  person: z.string().min(1),
  from: date,
  to: date,
});
const groupRow = z.object({
  group: id,
  name: z.string().min(1),
  members: z.string().transform((members) => members.split(" ")),
  from: date,
  to: date,
});
const shortFormRow = z
  .object({
    words: z.string().min(1),
    party: id,
    named: z.string(),
    default: z.enum(["", "yes", "bare", "yes bare"]),
  })
  .transform(
    (row): ShortFormRow =>
      Object.freeze({
        words: row.words,
        party: row.party,
        named: row.named.split(" ").filter((one) => one !== ""),
        isDefault: row.default.startsWith("yes"),
        isBare: row.default.endsWith("bare"),
      }),
  );
const cityRow = z.object({ name: z.string().min(1), state: id });

/** Rows of a table; a row that does not fit its columns becomes a fault with its line, and the rest go on. */
function table<T>(where: string, text: string, schema: z.ZodType<T>, faults: Fault[]): readonly T[] {
  const rows: T[] = [];
  const records: unknown[] = parse(text, { columns: true, skip_empty_lines: true });
  for (const [index, record] of records.entries()) {
    const parsed = schema.safeParse(record);
    if (parsed.success) rows.push(parsed.data);
    else {
      const what = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join(", ");
      faults.push({ where, line: index + 2, what, mend: "fill the columns as data/parties/README.md says" });
    }
  }
  return rows;
}

export const tables = {
  parties: (text: string, faults: Fault[]) => table("data/parties/parties.csv", text, partyRow, faults),
  names: (text: string, faults: Fault[]): readonly NameRow[] =>
    table("data/parties/names.csv", text, nameRow, faults),
  governments: (text: string, faults: Fault[]): readonly GovernmentRow[] =>
    table("data/parties/governments.csv", text, governmentRow, faults),
  holders: (text: string, faults: Fault[]): readonly HolderRow[] =>
    table("data/parties/office-holders.csv", text, holderRow, faults),
  cities: (text: string, faults: Fault[]): readonly CityRow[] =>
    table("data/parties/cities.csv", text, cityRow, faults),
  groups: (text: string, faults: Fault[]): readonly GroupRow[] =>
    table("data/parties/groups.csv", text, groupRow, faults),
  shortForms: (text: string, faults: Fault[]): readonly ShortFormRow[] =>
    table("data/parties/short-forms.csv", text, shortFormRow, faults),
};
