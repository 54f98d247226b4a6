import { describe, expect, it } from "vitest";
import { applied, standing, type Verdict } from "../../src/record/index.js";
import {
  decisionsOf,
  derived,
  gistOfEvents,
  gistOfRelations,
  participant,
  rangeOf,
  type Said,
  testimony,
} from "./material.js";

const first: Said = { says: "PER recognise XKX", on: "2008-02-22", outlet: "Andina", report: "r1", id: "a" };
const second: Said = { says: "PER recognise XKX", on: "2008-02-23", outlet: "Koha", report: "r2", id: "b" };
const both = [first, second];

describe("a decision on a statement", () => {
  it.each<[string, readonly Verdict[], readonly string[]]>([
    ["is not needed", [], ["recognise 2008-02-22: a b"]],
    ["accepts: the reading stands", [{ kind: "accept", statement: "a" }], ["recognise 2008-02-22: a b"]],
    ["rejects: the statement is gone", [{ kind: "reject", statement: "a" }], ["recognise 2008-02-23: b"]],
    [
      "rejects all: the event is gone",
      [
        { kind: "reject", statement: "a" },
        { kind: "reject", statement: "b" },
      ],
      [],
    ],
    [
      "accepts after all: the later decision counts",
      [
        { kind: "reject", statement: "a" },
        { kind: "accept", statement: "a" },
      ],
      ["recognise 2008-02-22: a b"],
    ],
    [
      "corrects a date",
      [{ kind: "correct", statement: "a", correction: { date: rangeOf("2008-02-23") } }],
      ["recognise 2008-02-23: a b"],
    ],
    [
      "corrects the act",
      [{ kind: "correct", statement: "b", correction: { act: "establish-relations" } }],
      ["establish-relations 2008-02-23: b", "recognise 2008-02-22: a"],
    ],
    [
      "corrects a party, which moves the statement to another two",
      [{ kind: "correct", statement: "b", correction: { actor: participant("GHA") } }],
      ["recognise 2008-02-22: a", "recognise 2008-02-23: b"],
    ],
    [
      "corrects how it is put: a plan makes no event",
      [{ kind: "correct", statement: "a", correction: { modality: "intended" } }],
      ["recognise 2008-02-23: b"],
    ],
    [
      "corrects one thing, then another",
      [
        { kind: "correct", statement: "b", correction: { date: rangeOf("2008-03-01") } },
        { kind: "correct", statement: "b", correction: { actor: participant("GHA") } },
      ],
      ["recognise 2008-02-22: a", "recognise 2008-03-01: b"],
    ],
    [
      "corrects, then accepts what was corrected",
      [
        { kind: "correct", statement: "a", correction: { date: rangeOf("2008-02-23") } },
        { kind: "accept", statement: "a" },
      ],
      ["recognise 2008-02-23: a b"],
    ],
    [
      "retracts a report with all that it states",
      [{ kind: "retract", report: "r1" }],
      ["recognise 2008-02-23: b"],
    ],
    [
      "is taken back",
      [
        { kind: "reject", statement: "a" },
        { kind: "undo", decision: "decision 1" },
      ],
      ["recognise 2008-02-22: a b"],
    ],
    [
      "is taken back, and that as well",
      [
        { kind: "reject", statement: "a" },
        { kind: "undo", decision: "decision 1" },
        { kind: "undo", decision: "decision 2" },
      ],
      ["recognise 2008-02-23: b"],
    ],
    [
      "is taken back alone: an earlier one on the same statement counts again",
      [
        { kind: "correct", statement: "a", correction: { date: rangeOf("2008-02-23") } },
        { kind: "reject", statement: "a" },
        { kind: "undo", decision: "decision 2" },
      ],
      ["recognise 2008-02-23: a b"],
    ],
    [
      "on what is not there changes nothing",
      [
        { kind: "reject", statement: "nowhere" },
        { kind: "undo", decision: "decision 9" },
        { kind: "retract", report: "r9" },
      ],
      ["recognise 2008-02-22: a b"],
    ],
  ])("%s", (_, verdicts, events) => {
    expect(gistOfEvents(derived(both, verdicts))).toEqual(events);
  });

  it("shows whose reading a person has confirmed or corrected", () => {
    const [event] = derived(both, [{ kind: "accept", statement: "b" }]).events;
    expect(event?.reviewed).toEqual(["b"]);
    const [corrected] = derived(both, [
      { kind: "correct", statement: "a", correction: { date: rangeOf("2008-02-23") } },
    ]).events;
    expect(corrected?.reviewed).toEqual(["a"]);
  });

  it("leaves the statement itself as it was read", () => {
    const read = testimony(first);
    const [after] = applied(
      [read],
      decisionsOf([{ kind: "correct", statement: "a", correction: { date: rangeOf("2008-03-01") } }]),
    );
    expect(read.date?.from).toBe("2008-02-22");
    expect(after?.date?.from).toBe("2008-03-01");
    expect(after).toMatchObject({ id: "a", act: "recognise", outlet: "Andina" });
  });
});

describe("a decision on an outlet", () => {
  const reliabilities = (verdicts: readonly Verdict[]) =>
    applied(both.map(testimony), decisionsOf(verdicts)).map(({ reliability }) => reliability);

  it.each<[string, readonly Verdict[], readonly string[]]>([
    ["rates it", [{ kind: "rate", outlet: "Andina", reliability: "A" }], ["A", "C"]],
    [
      "rates it again",
      [
        { kind: "rate", outlet: "Andina", reliability: "A" },
        { kind: "rate", outlet: "Andina", reliability: "D" },
      ],
      ["D", "C"],
    ],
    [
      "is taken back",
      [
        { kind: "rate", outlet: "Andina", reliability: "A" },
        { kind: "undo", decision: "decision 1" },
      ],
      ["C", "C"],
    ],
  ])("%s", (_, verdicts, expected) => {
    expect(reliabilities(verdicts)).toEqual(expected);
  });

  it("decides between days that as many outlets give", () => {
    expect(gistOfEvents(derived(both, [{ kind: "rate", outlet: "Koha", reliability: "A" }]))).toEqual([
      "recognise 2008-02-23: a b",
    ]);
  });
});

describe("a decision on what belongs together", () => {
  const rounds: readonly Said[] = [
    { says: "NOR impose-sanctions RUS", on: "2022-03-01", id: "a" },
    { says: "NOR impose-sanctions RUS", on: "2022-06-03", id: "b" },
    { says: "NOR impose-sanctions RUS", on: "2022-06-04", id: "c" },
    { says: "NOR lift-sanctions RUS", on: "2024-06-04", id: "d" },
  ];
  it.each<[string, readonly Verdict[], readonly string[]]>([
    ["is not needed", [], ["impose-sanctions 2022-03-01: a", "impose-sanctions 2022-06-03: b c"]],
    ["merges", [{ kind: "merge", statements: ["a", "b"] }], ["impose-sanctions 2022-03-01: a b c"]],
    [
      "splits",
      [{ kind: "split", statements: ["c"] }],
      ["impose-sanctions 2022-03-01: a", "impose-sanctions 2022-06-03: b", "impose-sanctions 2022-06-04: c"],
    ],
    [
      "merges, then splits another way",
      [
        { kind: "merge", statements: ["a", "c"] },
        { kind: "split", statements: ["b"] },
      ],
      ["impose-sanctions 2022-03-01: a c", "impose-sanctions 2022-06-03: b"],
    ],
    [
      "never merges different acts",
      [{ kind: "merge", statements: ["a", "d"] }],
      ["impose-sanctions 2022-03-01: a", "impose-sanctions 2022-06-03: b c"],
    ],
    [
      "is taken back",
      [
        { kind: "merge", statements: ["a", "b"] },
        { kind: "undo", decision: "decision 1" },
      ],
      ["impose-sanctions 2022-03-01: a", "impose-sanctions 2022-06-03: b c"],
    ],
    [
      "on statements elsewhere changes nothing",
      [{ kind: "split", statements: ["nowhere"] }],
      ["impose-sanctions 2022-03-01: a", "impose-sanctions 2022-06-03: b c"],
    ],
  ])("%s", (_, verdicts, events) => {
    expect(gistOfEvents(derived(rounds, verdicts))).toEqual([...events, "lift-sanctions 2024-06-04: d"]);
  });

  it("makes a dispute of a merger and settles one by a split", () => {
    expect(gistOfRelations(derived(both))).toEqual([
      "recognition PER XKX 2008-02-22 to now in force disputed",
    ]);
    expect(gistOfRelations(derived(both, [{ kind: "split", statements: ["b"] }]))).toEqual([
      "recognition PER XKX 2008-02-22 to now in force",
    ]);
  });
});

describe("the decisions that count", () => {
  const reject: Verdict = { kind: "reject", statement: "a" };
  const undo = (number: number): Verdict => ({ kind: "undo", decision: `decision ${number}` });
  it.each<[string, readonly Verdict[], readonly number[]]>([
    ["all, in the order of the changes", [reject, reject], [1, 2]],
    ["not what was undone, nor the undoing", [reject, undo(1)], []],
    ["what an undone undoing had undone", [reject, undo(1), undo(2)], [1]],
    ["not what was undone three deep", [reject, undo(1), undo(2), undo(3)], []],
    ["not what was undone twice", [reject, undo(1), undo(1)], []],
    ["not what was undone twice, though one undoing was undone", [reject, undo(1), undo(1), undo(3)], []],
  ])("%s", (_, verdicts, numbers) => {
    const decisions = decisionsOf(verdicts);
    const expected = numbers.map((number) => `decision ${number}`);
    expect(standing(decisions).map(({ id }) => id)).toEqual(expected);
    expect(standing([...decisions].reverse()).map(({ id }) => id)).toEqual(expected);
  });
});
