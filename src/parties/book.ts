import type { Document } from "../language/index.js";
import type { Fault, IsoDate, Outcome } from "../model/index.js";
import { readParties } from "./document.js";
import { explain } from "./explain.js";
import {
  type CityRow,
  type GovernmentRow,
  type GroupRow,
  type NameRow,
  type PartyFiles,
  type ShortFormRow,
  tables,
} from "./files.js";
import { createGroupIndex } from "./groups.js";
import { createHolders, type Holders } from "./holders.js";
import { createNameIndex, existed, type NameIndex } from "./names.js";
import { createShortForms } from "./shortForms.js";
import { standInsOf } from "./standIns.js";
import type { Party, PartyBook } from "./types.js";

/**
 * Makes the party book from the texts of data/parties/. Every faulty row of every file is reported; a book is
 * made only of sound files. The holders of office are read when the first untitled person asks for them.
 */
export function loadPartyBook(files: PartyFiles): Outcome<PartyBook> {
  const faults: Fault[] = [];
  const all = tables.parties(files.parties, faults);
  const rows = tables.names(files.names, faults);
  const governments = tables.governments(files.governments, faults);
  const cities = new Map(tables.cities(files.cities, faults).map((row: CityRow) => [row.name, row.state]));
  const groups = tables.groups(files.groups, faults);
  const shortForms = tables.shortForms(files.shortForms, faults);
  const parties = new Map(all.map((party) => [party.id, party]));
  for (const [index, row] of rows.entries()) {
    if (row.party !== "" && !parties.has(row.party)) {
      const what = `the party ${row.party} is not in parties.csv`;
      faults.push({
        where: "data/parties/names.csv",
        line: index + 2,
        what,
        mend: "add the party or mend its id",
      });
    }
  }
  if (faults.length > 0) return { ok: false, faults };
  return {
    ok: true,
    value: createBook(parties, rows, governments, cities, groups, shortForms, files.holders),
    faults: [],
  };
}

function createBook(
  parties: ReadonlyMap<string, Party>,
  rows: readonly NameRow[],
  governments: readonly GovernmentRow[],
  cities: ReadonlyMap<string, string>,
  groupRows: readonly GroupRow[],
  shortFormRows: readonly ShortFormRow[],
  holdersText: () => string,
): PartyBook {
  const party = (id: string) => parties.get(id);
  const names = createNameIndex([...rows, ...asCapitals(cities, rows)], party);
  const groups = createGroupIndex(groupRows);
  const shortForms = createShortForms(shortFormRows, party);
  let holders: Holders | null = null;
  const governmentOf = (state: string, at: IsoDate | null): string | null => {
    const row = governments.find((one) => one.state === state && governs(one, at));
    return row?.government ?? null;
  };
  const governmentBy = (movement: string, at: IsoDate | null): string | null => {
    for (const one of parties.values()) {
      if (one.governedBy !== movement || one.state === null) continue;
      if (
        governmentOf(one.state, at) === one.id ||
        (!governments.some((row) => row.government === one.id) && existed(one, at))
      ) {
        return one.id;
      }
    }
    return null;
  };
  const reader = {
    names,
    groups,
    shortForms,
    party,
    governmentOf,
    governmentBy,
    holders: () => {
      holders ??= createHolders(tables.holders(holdersText(), []));
      return holders;
    },
  };
  return Object.freeze({
    party,
    all: () => [...parties.values()],
    governmentOf,
    governmentBy,
    standIns: standInsOf(rows, party),
    resolve: (name: string, at: IsoDate | null) => names.resolve(name.trim(), at),
    named: (words: string, at: IsoDate | null) => named(words, at, party, names),
    explain: (name: string, at: IsoDate | null) => explain(reader, name, at),
    namedIn: (text: string, at: IsoDate | null) => namedIn(text, at, names),
    membersOf: (group: string, at: IsoDate | null) => groups.resolve(group, at)?.members ?? null,
    cityState: (name: string) => cities.get(name) ?? null,
    read: (document: Document, at: IsoDate | null) => readParties(document, at, reader),
  });
}

/** Cities that are also common words: as names they would be found where nobody means them. */
const wordlike: ReadonlySet<string> = new Set([
  "Split",
  "Hue",
  "Cali",
  "Hama",
  "Homs",
  "Gao",
  "Osh",
  "Goa",
  "Perth",
]);

/** Other cities name their state as capitals do: as the place of what happens there, and in "the consulate in Lagos". */
function asCapitals(cities: ReadonlyMap<string, string>, rows: readonly NameRow[]): readonly NameRow[] {
  // "Lagos" is a capital until 1991 and a city since.
  const named = new Set(rows.filter(({ to }) => to === "").map(({ name }) => name));
  return [...cities]
    .filter(([name]) => !named.has(name) && !wordlike.has(name))
    .map(([name, state]) => ({
      party: state,
      name,
      form: "capital",
      from: "",
      to: "",
      source: "cities.csv",
    }));
}

function named(
  words: string,
  at: IsoDate | null,
  party: (id: string) => Party | undefined,
  names: NameIndex,
): string | null {
  if (party(words) !== undefined) return words;
  const bare = words.replace(/^the /i, "");
  const forms = [words, bare, bare.charAt(0).toUpperCase() + bare.slice(1)];
  for (const form of forms) {
    const found = names.resolve(form.trim(), at);
    if (found !== null) return found;
  }
  return null;
}

/** Names begin at a capital letter that no letter precedes. */
function namedIn(text: string, at: IsoDate | null, names: NameIndex): readonly string[] {
  const found = new Set<string>();
  for (const { index } of text.matchAll(/(?<!\p{L})\p{Lu}/gu)) {
    const party = names.match(text, index, at)?.party ?? "";
    if (party !== "") found.add(party);
  }
  return [...found];
}

function governs(row: GovernmentRow, at: IsoDate | null): boolean {
  if (at === null) return row.to === "";
  return row.from <= at && (row.to === "" || at <= row.to);
}
