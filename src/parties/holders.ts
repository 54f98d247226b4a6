import type { IsoDate } from "../model/index.js";
import type { HolderRow } from "./files.js";

/** Who held the highest offices, by surname. */
export interface Holders {
  /**
   * The party for which a person named so speaks at a date: by the full name, or by a surname that only one
   * holder in office then has; a full or titled name may be a past holder's. Null where nobody or more than one fits.
   */
  partyOf(name: string, at: IsoDate | null, isTitled?: boolean): string | null;
}

export function createHolders(rows: readonly HolderRow[]): Holders {
  const bySurname = new Map<string, HolderRow[]>();
  for (const row of rows) {
    for (const word of new Set(wordsOf(row.person))) {
      const known = bySurname.get(word);
      if (known === undefined) bySurname.set(word, [row]);
      else known.push(row);
    }
  }
  return Object.freeze({
    partyOf: (name: string, at: IsoDate | null, isTitled = false) => {
      // "Charles H." is a name cut off before its surname.
      if (/\s\p{Lu}\.?$/u.test(name)) return null;
      const words = wordsOf(name);
      const surname = words.at(-1);
      // Without a date a surname alone may be anybody's: "Ambassador Palmer" of 1948 is no prime minister of 1989.
      if (surname === undefined || (at === null && words.length === 1 && !isTitled)) return null;
      const inOffice = (bySurname.get(surname) ?? []).filter((row) => holds(row, at));
      // "Adama Barrow" is not every Barrow: a row that has the given name as well goes before those of a surname alone.
      const whole = inOffice.filter((row) => hasAll(row, words));
      const isSettled =
        new Set(whole.map((row) => row.party)).size === 1 || (at === null && words.length > 1);
      const full = isSettled ? whole : [...whole, ...inOffice.filter((row) => isSurnameOnly(row, surname))];
      const bearers =
        words.length > 1
          ? full
          : inOffice.filter((row) => {
              const isNamed = wordsOf(row.person).at(-1) === surname;
              return isNamed && (isTitled || isHead(row) || !common.has(surname));
            });
      const parties = new Set(bearers.map((row) => row.party));
      if (parties.size === 1) return [...parties][0] as string;
      const governed = new Set(bearers.filter(governs).map((row) => row.party));
      if (governed.size === 1 && isOne(bearers)) return [...governed][0] as string;
      return parties.size === 0 && (isTitled || words.length > 1)
        ? formerly(bySurname.get(surname) ?? [], words, at)
        : null;
    },
  });
}

/**
 * Surnames of ministers that many others bear as well, or that are common words: alone, without a title, they name nobody.
 * Heads of state and of government are known by theirs.
 */
const common: ReadonlySet<string> = new Set(
  (
    "baker brown butler carr chen christopher clinton cook cooper curzon david dayan fischer gabriel grey hague harris henderson " +
    "howe hughes hull hunt hurd ivanov johnson katz king lange lansing lee levy lin linde lloyd major marshall martin meir morrison " +
    "owen park payne peters powell rice rogers root scheel schumann shalom sharett simon singh stewart straw vance walker wang wong wu"
  ).split(" "),
);

function isHead({ office }: HolderRow): boolean {
  return office === "effective leader" || office.startsWith("head of");
}

/** Whoever is head of several states ("Macron" of France and of Andorra) speaks for the one that he governs. */
function governs({ office }: HolderRow): boolean {
  return office === "effective leader" || office === "head of government";
}

/** Whether rows may all be of one person, by given name where they have one. */
function isOne(rows: readonly HolderRow[]): boolean {
  const given = rows.map((row) => wordsOf(row.person)).filter((words) => words.length > 1);
  return new Set(given.map((words) => words.join(" "))).size <= 1;
}

/** The party of which everybody of that name held office before: "President Truman" in a report of today. */
function formerly(rows: readonly HolderRow[], words: readonly string[], at: IsoDate | null): string | null {
  const past = rows.filter((row) => {
    if (at !== null && row.from > at) return false;
    const surname = words.at(-1) ?? "";
    if (words.length === 1)
      return wordsOf(row.person).at(-1) === surname && (isHead(row) || !common.has(surname));
    return hasAll(row, words) || (at !== null && isSurnameOnly(row, surname));
  });
  const parties = new Set(past.map((row) => row.party));
  return parties.size === 1 ? ([...parties][0] as string) : null;
}

function hasAll(row: HolderRow, words: readonly string[]): boolean {
  const known = wordsOf(row.person);
  return known.length > 1 && words.every((word) => known.includes(word));
}

function isSurnameOnly(row: HolderRow, surname: string): boolean {
  const known = wordsOf(row.person);
  return known.length === 1 && known[0] === surname;
}

/** Letters without accents and in lower case; hyphens part words. */
function wordsOf(name: string): readonly string[] {
  return name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .split(/[^a-z']+/)
    .filter((word) => word.length > 1);
}

function holds(row: HolderRow, at: IsoDate | null): boolean {
  if (at === null) return row.to === "";
  return row.from <= at && (row.to === "" || at.slice(0, row.to.length) <= row.to);
}
