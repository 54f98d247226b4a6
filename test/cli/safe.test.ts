import { describe, expect, it } from "vitest";
import { jsonText } from "../../src/cli/page/safe.js";

describe("JSON for a terminal", () => {
  it.each([
    ["an escape of the terminal", "\u009b31m red"],
    ["text turned around", "\u202egnisrever"],
    ["a tag beyond the first plane", "\u{e0041}"],
    ["a line separator", "one\u2028two"],
    ["half of a surrogate pair", "half \ud83d"],
    ["a line break", "one\ntwo"],
    ["plain words", "Côte d’Ivoire – Åland"],
  ])("writes %s so that readers get it back", (_, text) => {
    const written = jsonText({ text });
    expect(JSON.parse(written)).toEqual({ text });
    expect(written).not.toMatch(/[\u0080-\u009f\u2028\u202e\u{e0041}]/u);
  });

  it("keeps its layout", () => {
    expect(jsonText({ a: 1 })).toBe('{\n  "a": 1\n}');
    expect(jsonText({ a: 1 }, 0)).toBe('{"a":1}');
  });
});
