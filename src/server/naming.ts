import { inSentence } from "../record/index.js";
import type { Given } from "./given.js";
import { placeOf } from "./places.js";
import { missing } from "./problem.js";
import type { MapHint, PartyEntry, PartyName, PartyNames } from "./wire.js";

type Party = NonNullable<ReturnType<Given["books"]["parties"]["party"]>>;

/** The party that words of an address mean: an id, or a name that means one party alone on the day. */
export function partyNamed(words: string, { parties }: Given["books"], day: string): string {
  const found = parties.named(words, day);
  if (found !== null) return found;
  const shown = words.length > 80 ? `${words.slice(0, 80)}…` : words;
  throw missing(`“${shown}” names no one party; give its id or full name (/api/parties?query=… finds it)`);
}

export function partyEntry(party: Party): PartyEntry {
  const { id, name, officialName, kind, state, governedBy, from, to, unMemberSince } = party;
  return { id, name, officialName, kind, state, governedBy, from, to, unMemberSince, map: mapHint(party) };
}

/** Its own place, or that of the state to which it belongs. */
export function mapHint({ id, state }: Pick<Party, "id" | "state">): MapHint {
  const own = placeOf(id);
  return own.iso3 !== null || state === null ? own : placeOf(state);
}

/** The keys under which an answer names a party by its id. */
const keys: ReadonlySet<string> = new Set([
  "party",
  "actor",
  "target",
  "subject",
  "object",
  "towards",
  "state",
  "governedBy",
  "membersOf",
  "id",
]);

/** The names of all parties that an answer mentions. */
export function namesIn(answer: unknown, { parties }: Given["books"]): PartyNames {
  const names = new Map<string, PartyName>();
  const note = (id: string) => {
    const party = names.has(id) ? undefined : parties.party(id);
    if (party !== undefined)
      names.set(id, { name: party.name, inSentence: inSentence(party.name), kind: party.kind });
  };
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) visit(one);
    else if (typeof value === "object" && value !== null)
      for (const [key, one] of Object.entries(value))
        if (typeof one === "string") {
          if (keys.has(key)) note(one);
        } else if (key === "pairs") for (const id of (one as readonly string[][]).flat()) note(id);
        else visit(one);
  };
  visit(answer);
  return Object.fromEntries([...names].sort(([a], [b]) => (a < b ? -1 : 1)));
}
