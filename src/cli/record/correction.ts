import { type DateRange, daysOf, type IsoDate, type Participant, type Statement } from "../../model/index.js";
import { isoDate } from "../../read/index.js";
import type { Correction } from "../../record/index.js";
import { type OpenRecord, partyNamed, WrongUse } from "./open.js";

const choices = {
  object: ["state", "government", "representative", "sovereignty", "belligerency"],
  form: ["express", "implied"],
  polarity: ["positive", "negative"],
  modality: ["asserted", "intended", "requested", "hoped", "predicted", "conditional"],
} as const;

/** A correction from words such as `actor=Peru date=2008-02-22`; “none” takes a part away. */
export function corrected(statement: Statement, pairs: readonly string[], record: OpenRecord): Correction {
  let correction: Correction = {};
  for (const pair of pairs) {
    const at = pair.indexOf("=");
    if (at < 1) throw new WrongUse(`“${pair}”: write FIELD=VALUE, for example date=2025-07-03`);
    correction = { ...correction, ...part(statement, pair.slice(0, at), pair.slice(at + 1), record) };
  }
  return correction;
}

function part(statement: Statement, field: string, value: string, record: OpenRecord): Correction {
  const isNone = value === "none";
  switch (field) {
    case "act":
      if (record.books.acts.entry(value) === undefined)
        throw new WrongUse(`act: there is no act “${value}”; credence acts lists them`);
      return { act: value };
    case "actor":
    case "target": {
      const party = isNone ? null : participant(partyNamed(value, record), statement[field]);
      return field === "actor" ? { actor: party } : { target: party };
    }
    case "date":
      return { date: isNone ? null : rangeOf(value) };
    case "mission":
      return { mission: { kind: isNone ? null : value, city: statement.mission?.city ?? null } };
    case "city":
      return { mission: { kind: statement.mission?.kind ?? null, city: isNone ? null : value } };
    case "person":
      return { envoy: { rank: statement.envoy?.rank ?? null, person: isNone ? null : value } };
    case "object":
    case "form":
    case "polarity":
    case "modality":
      return choice(field, value, isNone);
    default:
      throw new WrongUse(
        `there is no field “${field}”; act, actor, target, object, form, date, mission, city, person, polarity and modality can be corrected`,
      );
  }
}

function choice(field: keyof typeof choices, value: string, isNone: boolean): Correction {
  const allowed: readonly string[] = choices[field];
  if (isNone && (field === "object" || field === "form")) return { [field]: null };
  if (!allowed.includes(value)) throw new WrongUse(`${field}: “${value}” is none of ${allowed.join(", ")}`);
  return { [field]: value } as Correction;
}

/** The words of the report that named the other party are not those of this one. */
function participant(party: string, before: Participant | null): Participant {
  if (before?.party === party) return before;
  return { party, text: null, person: null, office: null, sector: null, basis: "stated" };
}

/** A day, month or year, or two days parted by "/" (ISO 8601). */
function rangeOf(value: string): DateRange {
  const [from = "", to = from] = value.split("/");
  const [first, last] = [edge(from, "from"), edge(to, "to")];
  if (first === null || last === null || first > last)
    throw new WrongUse(
      `date: “${value}” is no date; write 2025-07-03, 2025-07, 2025 or 2025-07-01/2025-07-03`,
    );
  return { from: first, to: last, text: null, basis: "stated" };
}

/** The first or last day of what is written; null where there is no such day, month or year. */
function edge(written: string, side: "from" | "to"): IsoDate | null {
  if (!/^\d{4}(?:-\d{2})?$/.test(written)) return isoDate(written);
  const days = daysOf(written);
  return isoDate(days.from) === null ? null : days[side];
}
