import fc from "fast-check";
import type { Correction, Reliability, Verdict } from "../../src/record/index.js";
import { participant, rangeOf, type Said } from "./material.js";
import { independent, reprint, wire } from "./stories.js";

/** What one report says, and what of it the store keeps beside. */
export interface Told {
  readonly published: string | null;
  readonly outlet: string | null;
  readonly reliability: Reliability;
  /** The text of a wire story that it prints; null where its words are its own. */
  readonly wire: string | null;
  readonly says: readonly Said[];
}

/** A decision about statements by their place among all; `undo` is of an earlier decision, by its place. */
export type Plan = (
  statements: readonly string[],
  reports: readonly string[],
  made: readonly string[],
) => Verdict;

export interface History {
  readonly told: readonly Told[];
  readonly plans: readonly Plan[];
}

/** Few parties and few days, so that statements meet: a former state, a movement that governs, two as old as anything. */
const parties = ["PER", "PER", "GHA", "XKX", "FRA", "IRN", "DDR", "TALIBAN", "AFG-IEA"];
const days = [
  ...["1989-05-04", "1990-10-01", "1990-10-05", "2008-02-22", "2008-02-23", "2008-02-29"],
  ...["2009-07-03", "2018-03-01", "2018-12-31", "2021-08-14", "2021-08-20", "2025-07-03"],
];
const acts = [
  ...["recognise", "recognise", "withdraw-recognition", "establish-relations", "sever-relations"],
  ...["suspend-relations", "restore-relations", "upgrade-relations", "open-mission", "close-mission"],
  ...[
    "move-mission",
    "suspend-mission",
    "present-credentials",
    "accept-envoy",
    "recall-envoy",
    "expel-envoy",
  ],
  ...[
    "list-terrorist",
    "delist-terrorist",
    "impose-sanctions",
    "lift-sanctions",
    "consult",
    "consult",
    "accuse",
  ],
];

const day = fc.constantFrom(...days);
/** Days, months, years, "since", "by" and decades, as reports tell them, and no date at all. */
const date = fc.oneof(
  { weight: 6, arbitrary: day },
  { weight: 2, arbitrary: day.map((one) => one.slice(0, 7)) },
  { weight: 2, arbitrary: day.map((one) => one.slice(0, 4)) },
  { weight: 1, arbitrary: day.map((one) => `${one.slice(0, 7)}/..`) },
  { weight: 1, arbitrary: day.map((one) => `../${one}`) },
  { weight: 1, arbitrary: fc.constantFrom("1989/1999", "2008-02/2009-07", "../..") },
  { weight: 3, arbitrary: fc.constant(null) },
);
const party = fc.constantFrom(...parties);

function maybe<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.option(arbitrary, { nil: undefined, freq: 2 });
}

const said: fc.Arbitrary<Said> = fc
  .record({
    actor: fc.oneof({ weight: 12, arbitrary: party }, { weight: 1, arbitrary: fc.constant("?") }),
    act: fc.constantFrom(...acts),
    target: fc.oneof({ weight: 12, arbitrary: party }, { weight: 1, arbitrary: fc.constant("?") }),
    on: date,
    not: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
    modality: fc.constantFrom("asserted", "asserted", "asserted", "intended", "predicted"),
    object: fc.constantFrom("state", "government", null, null),
    form: fc.constantFrom("express", "implied", null),
    mission: maybe(fc.constantFrom("embassy", "legation", "consulate")),
    city: maybe(fc.constantFrom("Lima", "Accra")),
    person: maybe(fc.constantFrom("Rosa Quispe", "Luis Salas")),
    speaker: maybe(party),
    citing: maybe(fc.constantFrom(["Reuters"], ["Andina"])),
  })
  .map(({ actor, act, target, mission, city, person, speaker, citing, ...rest }) => ({
    says: `${actor} ${act} ${target}`,
    ...rest,
    ...(mission === undefined ? {} : { mission }),
    ...(city === undefined ? {} : { city }),
    ...(person === undefined ? {} : { person }),
    ...(speaker === undefined ? {} : { speaker }),
    ...(citing === undefined ? {} : { citing }),
  }));

const told: fc.Arbitrary<Told> = fc.record({
  published: fc.option(day, { freq: 6 }),
  outlet: fc.option(fc.constantFrom("Andina", "Koha", "Reuters"), { freq: 6 }),
  reliability: fc.constantFrom("A", "B", "C", "F"),
  wire: fc.option(fc.constantFrom(wire.join(" "), reprint.join(" "), independent.join(" ")), { freq: 2 }),
  says: fc.array(said, { minLength: 1, maxLength: 4 }),
});

const correction: fc.Arbitrary<Correction> = fc.oneof(
  party.map((id) => ({ actor: participant(id) })),
  day.map((one) => ({ date: rangeOf(one) })),
  fc.constant<Correction>({ modality: "intended" }),
  fc.constant<Correction>({ act: "open-mission", mission: { kind: "embassy", city: "Lima" } }),
);

const place = fc.nat({ max: 1000 });
const at = (all: readonly string[], index: number): string => all[index % all.length] as string;
const plan: fc.Arbitrary<Plan> = fc.oneof(
  place.map(
    (n): Plan =>
      (all) => ({ kind: "accept", statement: at(all, n) }),
  ),
  place.map(
    (n): Plan =>
      (all) => ({ kind: "reject", statement: at(all, n) }),
  ),
  fc.tuple(place, correction).map(
    ([n, one]): Plan =>
      (all) => ({ kind: "correct", statement: at(all, n), correction: one }),
  ),
  fc.tuple(place, place).map(
    ([n, m]): Plan =>
      (all) => ({ kind: "merge", statements: [at(all, n), at(all, m)] }),
  ),
  place.map(
    (n): Plan =>
      (all) => ({ kind: "split", statements: [at(all, n)] }),
  ),
  place.map(
    (n): Plan =>
      (_, reports) => ({ kind: "retract", report: at(reports, n) }),
  ),
  fc.constantFrom("Andina", "Koha").map(
    (outlet): Plan =>
      () => ({ kind: "rate", outlet, reliability: "A" }),
  ),
  place.map(
    (n): Plan =>
      (_all, _reports, made) => ({
        kind: "undo",
        decision: made.length === 0 ? "none" : at(made, n),
      }),
  ),
);

/** Histories of a few reports and decisions, which touch each other in many ways. */
export function histories(reports: number, decisions: number): fc.Arbitrary<History> {
  return fc.record({
    told: fc.array(told, { minLength: 1, maxLength: reports }),
    plans: fc.array(plan, { maxLength: decisions }),
  });
}

/** Every run tries the same histories; a failure prints the seed and the smallest history that fails. */
export function reproducible(numRuns: number): fc.Parameters<unknown> {
  return { seed: 20_250_703, numRuns };
}
