/** How the acts of the tables are told, with what stands between the verb and the other party. */
const phrases: Readonly<Record<string, readonly [verb: string, link: string]>> = {
  recognise: ["recognised", ""],
  refuse: ["did not recognise", ""],
  "withdraw-recognition": ["withdrew recognition from", ""],
  "establish-relations": ["established diplomatic relations with", ""],
  "restore-relations": ["restored diplomatic relations with", ""],
  "suspend-relations": ["suspended diplomatic relations with", ""],
  "sever-relations": ["severed diplomatic relations with", ""],
  "upgrade-relations": ["raised the level of its relations with", ""],
  "downgrade-relations": ["lowered the level of its relations with", ""],
  "open-mission": ["opened", "to"],
  "reopen-mission": ["reopened", "to"],
  "close-mission": ["closed", "to"],
  "suspend-mission": ["suspended", "to"],
  "upgrade-mission": ["raised its mission to the rank of", "to"],
  "downgrade-mission": ["lowered its mission to the rank of", "to"],
  "move-mission": ["moved", "to"],
  "join-organisation": ["joined", ""],
  "leave-organisation": ["left", ""],
  "suspend-membership": ["had its membership suspended by", ""],
};

export function isKnown(act: string): boolean {
  return act in phrases;
}

export interface Told {
  readonly date: string;
  readonly actor: string;
  readonly act: string;
  /** "an embassy in Lima", for missions. */
  readonly thing: string | null;
  readonly target: string;
  /** "as a state, by implication" */
  readonly manner: string | null;
  readonly note: string;
}

/** One line that says what a row says: "18 February 2008: France recognised Kosovo as a state." */
export function lineOf({ date, actor, act, thing, target, manner, note }: Told): string {
  const [verb, link] = phrases[act] as readonly [string, string];
  const words = [verb, ...(thing === null ? [] : [thing, link]), target]
    .filter((one) => one !== "")
    .join(" ");
  const tail = `${manner === null ? "" : ` ${manner}`}${note === "" ? "" : ` (${note})`}`;
  return `${written(date)}: ${actor} ${words}${tail}.`;
}

export function articled(kind: string): string {
  return `${/^[aeiou]/.test(kind) ? "an" : "a"} ${kind}`;
}

const months = "January February March April May June July August September October November December".split(
  " ",
);

/** "18 February 2008", "February 2008", "2008" */
function written(date: string): string {
  const [year = "", month, day] = date.split("-");
  const name = month === undefined ? "" : `${months[Number(month) - 1]} `;
  return `${day === undefined ? "" : `${Number(day)} `}${name}${year}`;
}
