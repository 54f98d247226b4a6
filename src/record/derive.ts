import { isDoubtful } from "./doubt.js";
import { eventsOf } from "./events.js";
import { type Groupings, type Occurrence, occurrencesOf } from "./occurrences.js";
import { deniedBy, isNegation, isOccurrence, prospectsOf } from "./prospects.js";
import type { Registers } from "./register.js";
import { relationsOf } from "./relations.js";
import { type Filed, fileAll } from "./slots.js";
import type { Derived, Testimony } from "./types.js";

/**
 * All that follows from the statements of one unit: events, prospects and relations. Pure, and a function of the set of
 * statements: their order does not matter, which is why reports may be added in any order. Nothing follows from what is
 * doubtful; see `isDoubtful`.
 */
export function derive(
  unit: string,
  testimonies: readonly Testimony[],
  groupings: Groupings,
  registers: Registers,
): Derived {
  const sorted = testimonies.filter((one) => !isDoubtful(one)).sort((a, b) => (a.id < b.id ? -1 : 1));
  const filed = fileAll(sorted, registers);
  const byId = new Map(filed.map((one) => [one.testimony.id, one]));
  const occurrences = occurrencesOf(
    filed.filter(({ testimony }) => isOccurrence(testimony)),
    groupings,
  );
  const denials = denialsOf(filed, occurrences);
  const built = eventsOf(unit, occurrences, denials, registers);
  const ids = new Map(occurrences.map((one, index) => [one, built[index]?.event.id ?? ""]));
  const standing = new Set([...denials.values()].flat().map(({ id }) => id));
  const said = sorted.filter((one) => !isOccurrence(one) && !standing.has(one.id));
  return {
    events: built.map(({ event }) => event).sort((a, b) => (a.id < b.id ? -1 : 1)),
    prospects: prospectsOf(
      unit,
      said,
      byId,
      { occurrences, idOf: (one) => ids.get(one) as string },
      registers,
    ),
    relations: relationsOf(built, registers.parties),
  };
}

function denialsOf(
  filed: readonly Filed[],
  occurrences: readonly Occurrence[],
): ReadonlyMap<Occurrence, readonly Testimony[]> {
  const found = new Map<Occurrence, Testimony[]>();
  for (const one of filed) {
    if (!isNegation(one.testimony)) continue;
    const denied = deniedBy(one, occurrences);
    if (denied !== null) found.set(denied, [...(found.get(denied) ?? []), one.testimony]);
  }
  return found;
}
