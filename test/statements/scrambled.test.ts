import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Reading } from "../../src/model/index.js";
import { readText } from "../../src/read/index.js";
import { gist, ofStatus, reading, theReader } from "../reading.js";

/** Sentences whose words stand at an end, reach back, or leave something out. */
const telling: readonly string[] = [
  "African Union suspends Niger",
  "Turkey alone recognises Northern Cyprus.",
  "Last Sunday the Libyan transitional council thanked its friends.",
  "Chad recognised it",
  "It was recognised by Oman as well.",
  "Relations were restored in 1970.",
  "Albania followed, as did Togo.",
  "Neither does Greece.",
  "Mali, which was suspended from the African Union, left Ecowas.",
  "That was suspended by the African Union in May.",
  "Peru became the last of 193 members to open an embassy in Suva and Japan one in Lima.",
  "No sanctions were imposed on its neighbours, whose envoys were recalled.",
];

function examples(): readonly string[] {
  const folder = new URL("../../examples/", import.meta.url);
  const texts = readdirSync(folder).filter((name) => name.endsWith(".txt"));
  return texts.flatMap((name) =>
    readFileSync(new URL(name, folder), "utf8")
      .split(/\n\n|(?<=[.”])\s+(?=[A-Z“])/)
      .map((one) => one.replaceAll("\n", " ").trim())
      .filter((one) => one.length > 0),
  );
}

const sentence = fc.oneof(
  { arbitrary: fc.constantFrom(...telling), weight: 3 },
  { arbitrary: fc.constantFrom(...examples().filter((one) => one.length < 120)), weight: 1 },
);
const words = sentence.map((one) => one.split(" "));
const place = fc.double({ min: 0, max: 1, noNaN: true });
const at = (list: readonly string[], where: number) => Math.floor(where * list.length);

const piece = fc
  .oneof(
    { arbitrary: words, weight: 3 },
    fc.tuple(words, place).map(([list, where]) => list.slice(0, at(list, where) + 1)),
    fc.tuple(words, place).map(([list, where]) => list.slice(at(list, where))),
    fc.tuple(words, words, place, place).map(([one, other, from, to]) => [
      // The beginning of one and the end of another.
      ...one.slice(0, at(one, from) + 1),
      ...other.slice(at(other, to)),
    ]),
    words.chain((list) => fc.shuffledSubarray(list, { minLength: 1 })),
  )
  .map((list) => list.join(" "));

const scrambled = fc.record({
  title: fc.option(piece, { nil: undefined, freq: 3 }),
  text: fc
    .tuple(fc.array(piece, { minLength: 1, maxLength: 3 }), fc.constantFrom(" ", ". ", "\n\n"))
    .map(([pieces, between]) => pieces.join(between)),
});

async function read(text: string, title: string | undefined): Promise<Reading | null> {
  const item = readText(text, "test", { published: "2025-07-04", title });
  return "fault" in item ? null : (await theReader()).read(item.report);
}

describe("sentences cut, joined and shuffled", () => {
  it("are read without a throw, with exact quotes and ids of their own", async () => {
    await fc.assert(
      fc.asyncProperty(scrambled, async ({ text, title }) => {
        const found = await read(text, title);
        if (found === null) return;
        const told = [...found.statements, ...found.claims];
        expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
        for (const { evidence } of told)
          expect(evidence.quote).toBe(found.report.text.slice(evidence.start, evidence.end));
      }),
      { seed: 20250704, numRuns: 1500, interruptAfterTimeLimit: 10_000 },
    );
  });
});

describe("words at a sentence's end, or of another sentence", () => {
  it.each([["African Union suspends Niger", ["NER suspend-membership AU positive asserted"]]])(
    "%s",
    async (text, expected) => expect(gist(await reading(text)).slice(-2)).toEqual(expected),
  );

  it("reads as what a council is recognised from its own words, not from those at their place", async () => {
    const text =
      "On Sunday the Libyan transitional council in Benghazi thanked its friends. Chad recognised it.";
    expect(ofStatus(await reading(text)).map(({ object }) => object)).toEqual(["government"]);
  });
});
