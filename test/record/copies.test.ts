import { describe, expect, it } from "vitest";
import { bandsOf, resemblance, sameStory, signatureOf } from "../../src/record/index.js";
import { independent, reprint, wire } from "./stories.js";

const text = (paragraphs: readonly string[]) => paragraphs.join("\n\n");

/** Whether two texts are found to be one story: they share a band, so that they are compared, and resemble each other. */
function areCopies(a: string, b: string): boolean {
  const [one, other] = [signatureOf(a), signatureOf(b)];
  const bands = new Set(bandsOf(one));
  return bandsOf(other).some((band) => bands.has(band)) && resemblance(one, other) >= sameStory;
}

const short = "Peru recognised Kosovo on Friday.";

describe("near-identical texts", () => {
  it.each<[string, string, string, boolean]>([
    ["a story and itself", text(wire), text(wire), true],
    ["a wire copy with a headline of its own and a paragraph less", text(wire), text(reprint), true],
    ["the same words in other type", text(wire), text(wire).toUpperCase().replaceAll(",", ";"), true],
    ["with one word changed", text(wire), text(wire).replace("Friday", "Saturday"), true],
    ["two reporters' stories of one event", text(wire), text(independent), false],
    ["the first paragraph of a long story", text(wire), wire[0] as string, false],
    ["a short text and itself", short, short, true],
    ["a short text and itself in other type", short, "PERU recognised Kosovo, on Friday", true],
    ["two short texts with the same beginning", short, "Peru recognised Kosovo on Saturday.", false],
    ["two short texts that differ in a name", short, "Ghana recognised Kosovo on Friday.", false],
    ["a short text and a long one that begins with it", short, `${short} ${text(wire)}`, false],
    ["texts without words", "… — !", "… — !", false],
    ["a text in another script", "Перу признало Косово в пятницу.", "Перу признало Косово в пятницу.", true],
  ])("%s", (_, a, b, expected) => {
    expect(areCopies(a, b)).toBe(expected);
    expect(areCopies(b, a)).toBe(expected);
  });

  it("resemble each other by the share of word sequences that they have in common", () => {
    expect(resemblance(signatureOf(text(wire)), signatureOf(text(wire)))).toBe(1);
    const copied = resemblance(signatureOf(text(wire)), signatureOf(text(reprint)));
    expect(copied).toBeGreaterThan(0.65);
    expect(copied).toBeLessThan(1);
    expect(resemblance(signatureOf(text(wire)), signatureOf(text(independent)))).toBeLessThan(0.1);
  });

  it("have signatures that Postgres can keep: 96 numbers, 24 signed bands", () => {
    const signature = signatureOf(text(wire));
    expect(signature).toHaveLength(96);
    const bands = bandsOf(signature);
    expect(bands).toHaveLength(24);
    for (const band of bands) expect(band).toBe(band | 0);
    expect(signatureOf("")).toHaveLength(0);
    expect(bandsOf(signatureOf(""))).toEqual([]);
    expect(resemblance(signatureOf(""), signatureOf(""))).toBe(0);
  });
});
