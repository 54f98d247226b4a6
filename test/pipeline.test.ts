import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Reading } from "../src/model/index.js";
import { readText } from "../src/read/index.js";
import { reading, theReader } from "./reading.js";

const report = `A friend in the north

Norland's neighbour Russia has formally recognised the Islamic Emirate of Afghanistan, becoming the first state to do so since the Taliban took power in August 2021.

According to the BBC, Russia's decision was announced in Kabul on Thursday.

The Afghan foreign minister, Amir Khan Muttaqi, received the Russian ambassador. He expressed the hope that other countries would follow Russia's example.`;

async function readings(text: string): Promise<Reading | null> {
  const item = readText(text, "test", { published: "2025-07-04" });
  return "fault" in item ? null : (await theReader()).read(item.report);
}

/** Words that make statements, in any order, between any characters at all. */
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "Russia",
        "recognised",
        "recognition of",
        "the Taliban",
        "would",
        "not",
        "Kosovo",
        "first",
        "said",
        ",",
        "“",
        ".",
      ),
      fc.string({ unit: "binary" }),
    ),
    { maxLength: 60 },
  )
  .map((pieces) => pieces.join(" "));

describe("a report in the words of the news", async () => {
  const { statements, claims } = await reading(report, "2025-07-04", "The Example Courier");

  it("states the act with its date, place and source worked out from a later sentence", () => {
    const [act] = statements;
    expect(act).toMatchObject({
      act: "recognise",
      actor: { party: "RUS" },
      target: { party: "AFG-IEA" },
      object: "government",
      form: "express",
      polarity: "positive",
      modality: "asserted",
      date: { from: "2025-07-03", to: "2025-07-03", basis: "inferred" },
      place: { name: "Kabul", party: "AFG" },
    });
    expect(act?.attribution.map((link) => link.name)).toEqual(["The Example Courier", "BBC"]);
  });

  it("keeps a hope a hope, with whoever hopes", () => {
    const hoped = statements.filter((one) => one.modality === "hoped");
    expect(hoped).toHaveLength(1);
    expect(hoped[0]).toMatchObject({
      actor: { party: null, text: "other countries" },
      target: { party: "AFG-IEA" },
    });
    expect(hoped[0]?.attribution.at(-1)).toMatchObject({
      kind: "speaker",
      name: "Amir Khan Muttaqi",
      party: "AFG-IEA",
    });
  });

  it("claims the rank and its interval", () => {
    expect(claims).toHaveLength(1);
    expect(claims[0]).toMatchObject({
      kind: "rank",
      rank: 1,
      over: "state",
      holder: { party: "RUS" },
      within: { from: "2021-08-01", to: null },
    });
  });

  it("makes up nothing else", async () => {
    const { acts } = (await theReader()).books;
    const ofStatus = statements.filter(({ act }) => acts.entry(act)?.file.kind === "status");
    // The recognition is told twice, and taken up by "Russia's decision".
    expect([...new Set(ofStatus.map((one) => `${one.actor?.party ?? null} ${one.modality}`))]).toEqual([
      "RUS asserted",
      "null hoped",
    ]);
  });
});

describe("laws", () => {
  it("reads any string without an exception, and each quote leads back to the text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(soup, fc.string({ unit: "binary", maxLength: 400 })), async (text) => {
        const read = await readings(text);
        if (read === null) return;
        for (const { evidence } of [...read.statements, ...read.claims]) {
          expect(read.report.text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("reads the same report to the same ids", async () => {
    await fc.assert(
      fc.asyncProperty(soup, async (text) => {
        expect(await readings(text)).toEqual(await readings(text));
      }),
      { numRuns: 30 },
    );
    expect(await reading(report)).toEqual(await reading(report));
  });

  it("gives no id twice", async () => {
    const ids = (await reading(report)).statements.map((one) => one.id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
