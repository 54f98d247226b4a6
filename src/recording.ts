import { readFileSync } from "node:fs";
import { type HistoryFiles, readCoverage, readHistory } from "./history/index.js";
import { daysOf, type IsoDate, type Outcome, packageFile, type Reading } from "./model/index.js";
import type { Party } from "./parties/index.js";
import { type Item, readText } from "./read/index.js";
import type { ActEffect, Addition, Coverage, PartyFacts, Registers } from "./record/index.js";
import type { Books } from "./statements/index.js";

/** What the record has to know of parties and acts, as the books tell it. */
export function registersOf({ parties, acts }: Books): Registers {
  const facts = new Map(parties.all().map((party) => [party.id, factsOf(party)]));
  const states = parties.all().flatMap(({ id, kind }) => (kind === "state" ? [id] : []));
  const governments = new Map<string, string[]>();
  for (const { id, kind, state } of parties.all())
    if (kind === "government" && state !== null)
      governments.set(state, [...(governments.get(state) ?? []), id]);
  return Object.freeze<Registers>({
    parties: {
      party: (id) => facts.get(id),
      states: () => states,
      governmentsOf: (state) => governments.get(state) ?? [],
      governmentBy: (movement, at) => parties.governmentBy(movement, at),
      membersOf: (group, at) => parties.membersOf(group, at),
    },
    acts: {
      effectOf: (act) => effectOf(acts.entry(act)?.file.effect),
      like: (act) => {
        const effect = effectOf(acts.entry(act)?.file.effect);
        const same = acts.entries.filter(({ file }) => {
          const other = effectOf(file.effect);
          return (
            effect !== null &&
            other?.does === effect.does &&
            other.kind === effect.kind &&
            other.of === effect.of
          );
        });
        return same.length === 0 ? [act] : same.map((entry) => entry.act);
      },
      isStatus: (act) => acts.entry(act)?.file.kind === "status",
      isMutual: (act) => {
        const file = acts.entry(act)?.file;
        return file?.effect.opens === "relations" && file.frames.some(({ mutual }) => mutual);
      },
    },
  });
}

type DeclaredEffect = NonNullable<ReturnType<Books["acts"]["entry"]>>["file"]["effect"];

function effectOf(effect: DeclaredEffect | undefined): ActEffect | null {
  if (effect === undefined) return null;
  for (const does of ["opens", "closes", "suspends", "changes"] as const) {
    const kind = effect[does];
    if (kind !== undefined) return { does, kind: kind as ActEffect["kind"], of: effect.of };
  }
  return null;
}

function factsOf({ kind, name, state, governedBy, from, to, unMemberSince }: Party): PartyFacts {
  return {
    kind,
    name,
    state,
    governedBy,
    // Belarus and Ukraine were members of the United Nations before they were independent.
    from: from === null ? null : earlier(daysOf(from).from, unMemberSince),
    to: to === null ? null : daysOf(to).to,
    unMemberSince,
  };
}

function earlier(date: IsoDate, other: IsoDate | null): IsoDate {
  return other !== null && other < date ? other : date;
}

/** A sentence typed in, as a report of a day. */
export function sentenceReport(sentence: string, day: IsoDate): Item {
  const text = /[.!?]\s*$/.test(sentence) ? sentence : `${sentence}.`;
  return readText(text, "the sentence", { published: day });
}

/** A reading on its way into the record: its outlet by the usual name, with what is known of it. */
export function additionOf(
  reading: Pick<Reading, "report" | "statements" | "claims">,
  { outlets }: Books,
  origin: Addition["origin"],
): Addition {
  const said = reading.report.outlet;
  const name = said === null ? null : (outlets.find(said) ?? said);
  const outlet = name === null ? null : outlets.get(name);
  return {
    reading,
    outlet: name,
    reliability: outlet?.reliability ?? "F",
    // Only a ministry's or government's own outlet is its word; state media report like others.
    outletOf: outlet?.kind === "ministry" && outlet.country !== "" ? outlet.country : null,
    origin,
  };
}

/** For which parties and acts, and when, the history on board is whole. */
export function openCoverage(): Outcome<readonly Coverage[]> {
  return readCoverage(readFileSync(packageFile("data/baseline/completeness.csv"), "utf8"));
}

/** The history on board: one reading for each source of data/baseline/. */
export function openHistory(books: Books): Outcome<readonly Reading[]> {
  const table = (name: keyof HistoryFiles) => readFileSync(packageFile(`data/baseline/${name}.csv`), "utf8");
  const files: HistoryFiles = {
    sources: table("sources"),
    recognitions: table("recognitions"),
    relations: table("relations"),
    missions: table("missions"),
    memberships: table("memberships"),
  };
  return readHistory(files, {
    name: (party) => books.parties.party(party)?.name,
    codes: (act) => {
      const entry = books.acts.entry(act);
      if (entry === undefined) return undefined;
      const { cameo, plover, mode } = entry.file.codes;
      return { cameo, plover, mode: mode ?? null, contexts: ["diplomatic"] };
    },
  });
}
