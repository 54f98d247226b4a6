import { describe, expect, it } from "vitest";
import {
  common,
  compareWindows,
  dayNumber,
  earliest,
  latest,
  lengthOf,
  meets,
  plusDays,
  precisionOf,
} from "../../src/record/days.js";
import { isDated, middleOf, windowOf } from "../../src/record/windows.js";
import { rangeOf, windowFor, written } from "./material.js";

describe("days", () => {
  it.each([
    ["2024-02-28", 1, "2024-02-29"],
    ["2023-02-28", 1, "2023-03-01"],
    ["2000-02-28", 1, "2000-02-29"],
    ["1900-02-28", 1, "1900-03-01"],
    ["2008-12-31", 1, "2009-01-01"],
    ["2008-01-01", -1, "2007-12-31"],
    ["1969-12-31", 2, "1970-01-02"],
    ["1821-07-28", 365, "1822-07-28"],
  ])("%s and %i days are %s", (date, days, sum) => {
    expect(plusDays(date, days)).toBe(sum);
    expect(dayNumber(sum) - dayNumber(date)).toBe(days);
  });

  it.each([
    [["2008-02-18", "2008-02-17"], "2008-02-17", "2008-02-18"],
    [["2008-02-18", null], "2008-02-18", "2008-02-18"],
    [[null, "2008-02-18", "1999-01-01"], "1999-01-01", "2008-02-18"],
    [[null, null], null, null],
    [[], null, null],
  ])("of %j the earliest is %s and the latest %s", (dates, first, last) => {
    expect(earliest(dates)).toBe(first);
    expect(latest(dates)).toBe(last);
  });
});

describe("a window's length, precision and middle", () => {
  const infinite = Number.POSITIVE_INFINITY;
  it.each([
    ["2008-02-18", 1, "day", 13_927],
    ["2008-02", 29, "month", 13_924],
    ["2007-02", 28, "month", 13_558.5],
    ["2008", 366, "year", 14_061.5],
    ["2008-01/2008-02", 60, "range", 13_908.5],
    ["2008-02-01/2008-02-28", 28, "range", 13_923.5],
    ["1990/1999", 3652, "range", 9130.5],
    ["../2008-02-18", infinite, "by", 13_927],
    ["2008-02-18/..", infinite, "since", 13_927],
    ["../..", infinite, "unknown", infinite],
  ])("%s: %d days, precision %s", (date, length, precision, middle) => {
    const window = windowFor(date);
    expect(lengthOf(window)).toBe(length);
    expect(precisionOf(window)).toBe(precision);
    expect(middleOf(window)).toBe(middle);
  });

  it.each([
    ["2008-02-18", true],
    ["2008", true],
    ["2007-07/2008-06", true],
    ["2007/2008", false],
    ["1990/1999", false],
    ["../2008-02-18", false],
    ["2008-02-18/..", false],
  ])("%s tells one occurrence from another: %s", (date, dated) => {
    expect(isDated(windowFor(date))).toBe(dated);
  });
});

describe("windows together", () => {
  it.each([
    ["2008-02-18", "2008-02", 0, true, "2008-02-18"],
    ["2008-02-18", "2008-02-19", 0, false, null],
    ["2008-02-18", "2008-02-19", 1, true, null],
    ["2008-02-18", "2008-02-22", 3, false, null],
    ["2008-02-29", "2008-03-03", 3, true, null],
    ["2007", "2008", 0, false, null],
    ["2008-02-18", "../2008-02-20", 0, true, "2008-02-18"],
    ["2008-02-18", "../2008-02-17", 0, false, null],
    ["2008-02-18", "2008-01-01/..", 0, true, "2008-02-18"],
    ["../2008-02-18", "2007/..", 0, true, "2007-01-01/2008-02-18"],
    ["../2008-02-18", "../2000", 0, true, "../2000-12-31"],
    ["../..", "2008", 0, true, "2008-01-01/2008-12-31"],
  ])("%s and %s, widened by %i days, meet: %s", (a, b, slack, met, shared) => {
    const [one, other] = [windowFor(a), windowFor(b)];
    expect(meets(one, other, slack)).toBe(met);
    expect(meets(other, one, slack)).toBe(met);
    if (shared !== null) {
      expect(written(common(one, other))).toBe(shared);
      expect(written(common(other, one))).toBe(shared);
    }
  });

  it("come in the order of their beginnings, then of their ends, those without either last", () => {
    const sorted = ["../2007-06-01", "2008", "2008-01-01", "2008-01/2008-06", "2009/..", "../.."];
    const mixed = [3, 5, 0, 4, 2, 1].map((at) => sorted[at] as string);
    const order = mixed.sort((a, b) => compareWindows(windowFor(a), windowFor(b)));
    expect(order).toEqual(["../2007-06-01", "2008-01-01", "2008-01/2008-06", "2008", "2009/..", "../.."]);
  });
});

describe("when an act happened, as far as a report tells", () => {
  it.each([
    ["a day", "2008-02-18", "2008-02-19", "2008-02-18"],
    ["a month", "2008-02", "2008-03-10", "2008-02-01/2008-02-29"],
    ["no date: no later than it was published", null, "2008-02-19", "../2008-02-19"],
    ["no date and no day of publication", null, null, "../.."],
    ["since August: between then and publication", "2021-08/..", "2025-07-03", "2021-08-01/2025-07-03"],
    ["since August, of an undated report", "2021-08/..", null, "2021-08-01/.."],
    ["since a day after publication", "2026-01-01/..", "2025-07-03", "2026-01-01/.."],
    ["by a year, whenever it was published", "../1975", "2025-07-03", "../1975-12-31"],
  ])("%s", (_, date, published, window) => {
    expect(written(windowOf({ date: rangeOf(date), published }))).toBe(window);
  });
});
