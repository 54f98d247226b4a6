import { describe, expect, it } from "vitest";
import { isDoubtful, isFirm } from "../../src/record/doubt.js";
import { derived, testimony } from "./material.js";

describe("a doubtful reading", () => {
  const said = { says: "PER recognise XKX", on: "2008-02-22" };

  it.each([
    ["makes an event and a relation from 0.5 on", 0.5, 1],
    ["makes nothing below", 0.49, 0],
    ["of none is not doubted", null, 1],
  ])("%s", (_, confidence, count) => {
    const { events, relations } = derived([{ ...said, confidence }]);
    expect([events.length, relations.length]).toEqual([count, count]);
  });

  it("makes no prospect either", () => {
    const hoped = { ...said, modality: "hoped", confidence: 0.3 } as const;
    expect(derived([hoped]).prospects).toEqual([]);
  });

  it("counts once a person has accepted it", () => {
    expect(isDoubtful({ confidence: 0.2, isReviewed: true })).toBe(false);
  });

  it.each([
    ["sure", testimony({ ...said, confidence: 0.8 }), true],
    ["unsure", testimony({ ...said, confidence: 0.7 }), false],
    ["a table's", testimony({ ...said, confidence: null }), true],
  ])("and a firm one: %s", (_, one, firm) => expect(isFirm(one)).toBe(firm));
});
