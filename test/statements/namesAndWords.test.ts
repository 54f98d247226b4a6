import { describe, expect, it } from "vitest";
import { gist, reading } from "../reading.js";

describe("a word that bars a frame", () => {
  it.each([
    ["Peru established relations with New Zealand.", "PER NZL"],
    ["Peru established diplomatic relations with Papua New Guinea.", "PER PNG"],
    ["In New York, Peru and Chad established diplomatic relations.", "PER TCD"],
    ["Peru and Chad established diplomatic relations in New York on Tuesday.", "PER TCD"],
  ])("bars nothing as part of a name: %s", (text, sides) => {
    const [one, other] = sides.split(" ");
    expect(gist(reading(text))).toEqual([
      `${one} establish-relations ${other} positive asserted`,
      `${other} establish-relations ${one} positive asserted`,
    ]);
  });

  it.each([
    ["Peru and Chad established new relations."],
    ["Peru and Chad established relations after talks."],
  ])("bars as a word: %s", (text) => expect(gist(reading(text))).toEqual([]));
});
