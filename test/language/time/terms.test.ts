import { describe, expect, it } from "vitest";
import { createTimes, readAll } from "./cases.js";

const friday = "2025-07-04";

/** Text, published, the words read last, from, to. */
type Row = readonly [string, string | null, string, string | null, string | null];

function expectLast([text, published, words, from, to]: Row): void {
  expect(createTimes(text, published).at(-1)?.slice(0, 3)).toEqual([words, from, to]);
}

describe("a term", () => {
  it.each<Row>([
    ["It will open within three months.", friday, "within three months", "2025-07-04", "2025-10-04"],
    [
      "On 3 May 1970 it agreed to meet within ten days.",
      friday,
      "within ten days",
      "1970-05-03",
      "1970-05-13",
    ],
    [
      "It will meet within forty-eight hours.",
      friday,
      "within forty-eight hours",
      "2025-07-04",
      "2025-07-06",
    ],
    ["It will meet in seventy-two hours.", friday, "in seventy-two hours", "2025-07-04", "2025-07-07"],
    ["It met within hours.", friday, "within hours", "2025-07-04", "2025-07-04"],
    ["It met within the hour.", friday, "within the hour", "2025-07-04", "2025-07-04"],
    ["It will meet within the month.", friday, "within the month", "2025-07-04", "2025-07-31"],
    ["It will meet within weeks.", friday, "within weeks", "2025-07-04", null],
    ["It will meet within two weeks.", null, "within two weeks", null, null],
  ])("%s", (...row) => expectLast(row));

  it.each(["It met within the walls.", "It fell in two weeks.", "It met within two miles."])(
    "none in: %s",
    (text) => {
      expect(readAll(text, friday)).toEqual([]);
    },
  );
});

describe("a distance to an event", () => {
  it.each<Row>([
    [
      "It opened in May 1970, two months after the coup.",
      friday,
      "two months after",
      "1970-03-01",
      "1970-03-31",
    ],
    [
      "It opened on 9 May 1970, nine days after Malta.",
      friday,
      "nine days after",
      "1970-04-30",
      "1970-04-30",
    ],
    [
      "It opened on 9 May 1970, two days before the vote.",
      friday,
      "two days before",
      "1970-05-11",
      "1970-05-11",
    ],
    ["It opened in 1970, a year ahead of Malta.", friday, "a year ahead", "1971-01-01", "1971-12-31"],
    ["Ten years after Malta it met.", friday, "Ten years after", "2015-01-01", "2015-12-31"],
    [
      "It met in 1970. They met two years after that.",
      friday,
      "two years after that",
      "1972-01-01",
      "1972-12-31",
    ],
    [
      "It met in 1970. They met a year before that.",
      friday,
      "a year before that",
      "1969-01-01",
      "1969-12-31",
    ],
  ])("%s", (...row) => expectLast(row));

  it("has no place before an event that has no date", () => {
    expect(readAll("It opened two days before the vote.", friday)).toEqual([]);
  });
});

describe("a distance alone", () => {
  it.each<Row>([
    ["It met in 1970. They met three years on.", friday, "three years on", "1973-01-01", "1973-12-31"],
    ["It met in 1970. They met a year after.", friday, "a year after", "1971-01-01", "1971-12-31"],
    ["It met on 9 May 1970. They met a day ahead.", friday, "a day ahead", "1970-05-08", "1970-05-08"],
    ["They met ten years back.", friday, "ten years back", "2015-01-01", "2015-12-31"],
    ["They meet two months hence.", friday, "two months hence", "2025-09-01", "2025-09-30"],
    ["They met a fortnight ago.", friday, "a fortnight ago", "2025-06-16", "2025-06-22"],
    ["They met three hours ago.", friday, "three hours ago", "2025-07-04", "2025-07-04"],
  ])("%s", (...row) => expectLast(row));

  it.each(["It took ten years on the road.", "They met two years back to back."])("none in: %s", (text) => {
    expect(readAll(text, friday)).toEqual([]);
  });
});
