import type { Testimony } from "./types.js";
import { united } from "./united.js";

/** What an origin is known by: its name, or the report where it has none. */
export interface Origin {
  readonly name: string;
  /** Statement ids that go back to it, sorted. */
  readonly statements: readonly string[];
}

/**
 * The independent origins of statements. What cites a source goes back to that source; what does not, to its outlet or,
 * where the report names none, to the report itself. Reports whose texts are nearly the same go back to one origin,
 * whatever they name. (Independence as the Admiralty code asks for it: other sources, not other addresses.)
 */
export function originsOf(testimonies: readonly Testimony[]): readonly Origin[] {
  const roots = united(testimonies.map((one) => [`name ${originName(one)}`, `story ${one.story}`] as const));
  const groups = new Map<string, Testimony[]>();
  for (const one of testimonies) {
    const root = roots.get(`name ${originName(one)}`) as string;
    groups.set(root, [...(groups.get(root) ?? []), one]);
  }
  return [...groups.values()]
    .map((group) => ({
      name: group.map(originName).sort()[0] as string,
      statements: group.map(({ id }) => id).sort(),
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The innermost source that is cited, else the outlet, else the report. */
export function originName({ attribution, outlet, report }: Testimony): string {
  const cited = attribution.filter(({ kind }) => kind === "source").at(-1);
  return cited?.name ?? outlet ?? `report ${report}`;
}

/** Whether the report names anything that its information could be traced to. */
export function isTraceable({ attribution, outlet, url }: Testimony): boolean {
  return outlet !== null || url !== null || attribution.length > 0;
}

/** Whether the actor itself says so: somebody who speaks for one of its parties, or an outlet of its own. */
export function isOfficial({ attribution, outletOf }: Testimony, own: ReadonlySet<string>): boolean {
  const speaker = attribution.at(-1)?.party ?? null;
  return (speaker !== null && own.has(speaker)) || (outletOf !== null && own.has(outletOf));
}
