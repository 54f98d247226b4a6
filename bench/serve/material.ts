import type { ActsAnswer, ChangeList, EventList, PartyList, ReportList } from "../../src/server/wire.js";
import { createWeighted, type Random } from "../record/random.js";
import { fetched } from "./client.js";

/** What the record holds that can be asked about, as the API itself tells it. */
export interface Material {
  readonly names: ReadonlyMap<string, string>;
  /** A party; as often any of them as one by how many events tell of it. */
  party(random: Random): string;
  /** One of those whose recognition is told of. */
  recognised(random: Random): string;
  readonly pairs: readonly (readonly [string, string])[];
  readonly events: readonly string[];
  readonly reports: readonly string[];
  readonly acts: readonly string[];
  /** Instants of the first and the latest change, in milliseconds. */
  readonly changed: { readonly first: number; readonly last: number };
}

export async function materialOf(address: string): Promise<Material> {
  const parties = await pagesOf<PartyList>(address, "/api/parties?limit=1000");
  const events = await pagesOf<EventList>(address, "/api/timeline?all=true&limit=1000");
  const reports = await pagesOf<ReportList>(address, "/api/reports?limit=1000");
  const changes = await pagesOf<ChangeList>(address, "/api/changes?limit=1000");
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  const ids = [...names.keys()];
  const told = counts(events.flatMap(({ actor, target }) => [actor, target]).filter((id) => names.has(id)));
  const targets = counts(events.filter(({ act }) => act === "recognise").map(({ target }) => target));
  const { acts } = await fetched<ActsAnswer>(address, "/api/acts");
  const instants = changes.map(({ at }) => Date.parse(at));
  const [often, recognised] = [weighted(told), weighted(targets)];
  return {
    names,
    party: (random) => (random() < 0.5 ? (ids[Math.floor(random() * ids.length)] as string) : often(random)),
    recognised,
    pairs: events.map(({ actor, target }) => [actor, target] as const).filter(([a, b]) => a !== b),
    events: events.map(({ id }) => id),
    reports: reports.map(({ id }) => id),
    acts: acts.map(({ act }) => act),
    changed: { first: Math.min(...instants), last: Math.max(...instants) },
  };
}

interface Listed<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** All pages of a list. */
async function pagesOf<L extends Listed<unknown>>(
  address: string,
  path: string,
): Promise<readonly L["items"][number][]> {
  const items: L["items"][number][] = [];
  let next: string | null = null;
  do {
    const page: L = await fetched<L>(address, next === null ? path : `${path}&cursor=${next}`);
    items.push(...page.items);
    next = page.next;
  } while (next !== null);
  return items;
}

function counts(all: readonly string[]): ReadonlyMap<string, number> {
  const found = new Map<string, number>();
  for (const one of all) found.set(one, (found.get(one) ?? 0) + 1);
  return found;
}

function weighted(of: ReadonlyMap<string, number>): (random: Random) => string {
  const keys = [...of.keys()];
  const index = createWeighted([...of.values()]);
  return (random) => keys[index(random)] as string;
}
