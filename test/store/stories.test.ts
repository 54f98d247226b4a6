import { sql } from "kysely";
import { expect, it } from "vitest";
import type { Addition } from "../../src/record/index.js";
import { independent, reprint, wire } from "../record/stories.js";
import { onBothEngines } from "./engines.js";
import { report } from "./reports.js";

const now = { asOf: null, knownAt: null } as const;

/** A report of one recognition, in the words of one of the stories. */
function printed(outlet: string, paragraphs: readonly string[]): Addition {
  const says = [{ says: "PER recognise XKX", on: "2008-02-22" }];
  return report({ outlet, published: "2008-02-23", text: paragraphs.join("\n\n"), says });
}

const agency = printed("Andean Wire", wire);
const paper = printed("El Mercurio", reprint);
const other = printed("Koha", independent);
/** A long dispatch, of which outlets print parts; the beginning and the end have too little in common to be copies. */
const dispatch = [...wire, ...independent].join(" ").split(" ");
const part = (from: number, to: number) => [
  dispatch.slice(Math.round(from * dispatch.length), Math.round(to * dispatch.length)).join(" "),
];
const [beginning, middle, end] = [part(0, 0.72), part(0.14, 0.86), part(0.28, 1)];

onBothEngines("stories", (store) => {
  const storiesNow = async () => {
    const { rows } = await sql<{ report: string; story: string }>`
      select report, story from story where system_to is null order by report`.execute(store.db);
    return new Map(rows.map((row) => [row.report, row.story]));
  };
  const ratings = async (ledger: Awaited<ReturnType<typeof store.fresh>>) =>
    (await ledger.events(now)).map(({ value }) => [value.rating.origins, value.rating.credibility]);

  it("are made of copies: ten of one wire story are one source", async () => {
    const ledger = await store.fresh();
    await ledger.add([agency]);
    expect(await ratings(ledger)).toEqual([[["Andean Wire"], 3]]);
    expect(await storiesNow()).toEqual(new Map());
    const copies = Array.from({ length: 9 }, (_, index) =>
      printed(`Paper ${index}`, [`Issue ${index}`, ...reprint]),
    );
    await ledger.add(copies);
    expect(await ratings(ledger)).toEqual([[["Andean Wire"], 3]]);
    const least = [agency, ...copies].map(({ reading }) => reading.report.id).sort()[0];
    expect(new Set((await storiesNow()).values())).toEqual(new Set([least]));
    expect((await storiesNow()).size).toBe(10);
    await ledger.add([other]);
    expect(await ratings(ledger)).toEqual([[["Andean Wire", "Koha"], 1]]);
  });

  it("are found within one batch as well", async () => {
    const ledger = await store.fresh();
    await ledger.add([paper, other, agency]);
    expect(await ratings(ledger)).toEqual([[["Andean Wire", "Koha"], 1]]);
    expect((await storiesNow()).size).toBe(2);
  });

  it("are joined by a third report, which changes what rests on them", async () => {
    const ledger = await store.fresh();
    await ledger.add([printed("Radio Lima", beginning)]);
    await ledger.add([printed("Radio Cusco", end)]);
    expect(await storiesNow()).toEqual(new Map());
    expect(await ratings(ledger)).toEqual([[["Radio Cusco", "Radio Lima"], 1]]);
    const { change } = await ledger.add([printed("Digest", middle)]);
    expect(new Set((await storiesNow()).values()).size).toBe(1);
    expect((await storiesNow()).size).toBe(3);
    expect(await ratings(ledger)).toEqual([[["Digest"], 3]]);
    const then = await ledger.events({
      asOf: null,
      knownAt: new Date(Date.parse(change?.at ?? "") - 1).toISOString(),
    });
    expect(then.map(({ value }) => value.rating.credibility)).toEqual([1]);
    expect(await ledger.rebuild()).toEqual({ changed: 0 });
  });

  it("that hold several copies each become one", async () => {
    const ledger = await store.fresh();
    const twice = ([name, paragraphs]: readonly [string, readonly string[]]) => [
      printed(name, paragraphs),
      printed(`${name} again`, ["Repeated by request.", ...paragraphs]),
    ];
    await ledger.add(twice(["Radio Lima", beginning]));
    await ledger.add(twice(["Radio Cusco", end]));
    expect(new Set((await storiesNow()).values()).size).toBe(2);
    await ledger.add([printed("Digest", middle)]);
    expect(new Set((await storiesNow()).values()).size).toBe(1);
    expect((await storiesNow()).size).toBe(5);
  });

  it("are not made of history on board, whose words are our own", async () => {
    const ledger = await store.fresh();
    const text = "22 February 2008: Peru recognised Kosovo as a state.";
    const says = [{ says: "PER recognise XKX", on: "2008-02-22" }];
    await ledger.add(
      ["A list", "Another list"].map((outlet) => report({ outlet, text, says, origin: "history" })),
    );
    expect(await storiesNow()).toEqual(new Map());
    expect(await ratings(ledger)).toEqual([[["A list", "Another list"], 1]]);
  });
});
