import { describe, expect, it } from "vitest";
import {
  defaultTables,
  featureCount,
  vectorKey,
  wordFeatures,
} from "../../../src/language/model/features.js";

function rowsOf(form: string): readonly number[] {
  const rows = new Int32Array(featureCount);
  wordFeatures(form, defaultTables, rows);
  return [...rows];
}

describe("the features of words", () => {
  it.each([
    ["“", '"'],
    ["’s", "'s"],
    ["—", "-"],
    ["1987", "2025"],
  ])("do not tell %s from %s", (one, other) => {
    expect(rowsOf(one)).toEqual(rowsOf(other));
  });

  it.each([
    ["Kosovo", "kosovo"],
    ["KOSOVO", "Kosovo"],
  ])("tell %s from %s by the shape alone", (one, other) => {
    const [first, second] = [rowsOf(one), rowsOf(other)];
    expect(first.slice(0, 4)).toEqual(second.slice(0, 4));
    expect(first[4]).not.toBe(second[4]);
  });

  it("tell numbers of different length apart", () => {
    expect(rowsOf("3")).not.toEqual(rowsOf("2025"));
  });

  it("keep static vectors under the plain form in small letters", () => {
    expect(vectorKey("Côte")).toBe("côte");
    expect(vectorKey("Don’t")).toBe("don't");
  });
});
