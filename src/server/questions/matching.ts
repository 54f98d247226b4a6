import type { Given } from "../given.js";

type Books = Pick<Given["books"], "parties">;
type Party = ReturnType<Books["parties"]["all"]>[number];

/** Parties that words may mean, the likeliest first: by id, by a name that means one, by a name that may, by part of a name. */
export function partiesMatching(words: string, books: Books, day: string): readonly Party[] {
  const { parties } = books;
  const found = new Map<string, Party>();
  const note = (id: string | null) => {
    const party = id === null ? undefined : parties.party(id);
    if (party !== undefined) found.set(party.id, party);
  };
  note(meant(words, parties, day));
  for (const id of pairsIn(words, books, day).flat()) note(id);
  for (const name of [words, capitalised(words)]) {
    const { party, members, candidates } = parties.explain(name, day);
    note(party);
    for (const { id } of candidates) note(id);
    for (const id of members ?? []) note(id);
  }
  for (const id of parties.namedIn(words, day)) note(id);
  const sought = plain(words);
  const ranked = parties
    .all()
    .map((party) => ({ party, rank: rankOf(party, sought) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.party.name.localeCompare(b.party.name, "en"));
  for (const { party } of ranked) found.set(party.id, party);
  // Who looks for a movement or a state may mean the government that it forms or has.
  const named = new Set(found.keys());
  for (const party of parties.all())
    if (
      party.kind === "government" &&
      [party.governedBy, party.state].some((id) => id !== null && named.has(id))
    )
      found.set(party.id, party);
  return [...found.values()];
}

/** Words between two names. */
const joints = /\s+(?:and|with|vs\.?|versus|to)\s+|\s*[,/&–—]\s*|\s+-\s+/i;
/** Words of a query that are tried as two names side by side. */
const mostWords = 12;

/** The pair of parties that words name: "Russia and the Islamic Emirate", "usa cuba"; none where they name none. */
export function pairsIn(
  words: string,
  { parties }: Books,
  day: string,
): readonly (readonly [string, string])[] {
  const single = words.split(/\s+/).slice(0, mostWords);
  const cuts = [
    words.split(joints).filter((one) => one !== ""),
    ...single.slice(1).map((_, at) => [single.slice(0, at + 1).join(" "), single.slice(at + 1).join(" ")]),
  ];
  for (const cut of cuts) {
    const [a, b] = cut.length === 2 ? cut.map((half) => meant(half, parties, day)) : [];
    if (a != null && b != null && a !== b) return [[a, b]];
  }
  const [first, second] = parties.namedIn(words, day);
  return first !== undefined && second !== undefined && first !== second ? [[first, second]] : [];
}

/** The one party that words typed in a hurry mean: an id, or a name in whatever case. */
function meant(words: string, parties: Books["parties"], day: string): string | null {
  const id = words.toUpperCase();
  if (parties.party(id) !== undefined) return id;
  return parties.named(words, day) ?? parties.named(capitalised(words), day);
}

function rankOf({ id, name, officialName }: Party, sought: string): number {
  const [usual, official] = [plain(name), plain(officialName ?? "")];
  if (usual === sought || id.toLowerCase() === sought) return 5;
  if (usual.startsWith(sought)) return 4;
  if (usual.split(" ").some((word) => word.startsWith(sought))) return 3;
  if (official.split(" ").some((word) => word.startsWith(sought)) || official.startsWith(sought)) return 2;
  return usual.includes(sought) || official.includes(sought) ? 1 : 0;
}

/** Lower case and without accents, so that "Cote d'Ivoire" finds "Côte d'Ivoire". */
export function plain(words: string): string {
  return words.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").toLowerCase().trim();
}

function capitalised(words: string): string {
  return words.replace(/(^|\s)\p{Ll}/gu, (one) => one.toUpperCase());
}
