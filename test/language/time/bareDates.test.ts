import { describe, expect, it } from "vitest";
import { createTimes, readAll } from "./cases.js";

const friday = "2025-07-04";

/** Text, published, the words read last, from, to. */
type Row = readonly [string, string | null, string, string | null, string | null];

function expectLast([text, published, words, from, to]: Row): void {
  expect(createTimes(text, published).at(-1)?.slice(0, 3)).toEqual([words, from, to]);
}

describe("a year without its preposition", () => {
  it.each<Row>([
    ["Norway: legation, 1906.", null, "1906", "1906-01-01", "1906-12-31"],
    ["Chile: first, 1949, with a consul.", null, "1949", "1949-01-01", "1949-12-31"],
    ["Malta broke 1987 ban.", friday, "1987", "1987-01-01", "1987-12-31"],
    ["Fiji: recognised 1971; no embassy.", null, "1971", "1971-01-01", "1971-12-31"],
    ["A seat 1973, a vote later.", null, "1973", "1973-01-01", "1973-12-31"],
  ])("%s", (...row) => expectLast(row));

  it.each([
    "It had a staff of 1990.",
    "It sold 1,968 tonnes.",
    "It took 1968 tonnes.",
    "It had 1990 staff.",
    "It took a fleet of 1812.",
    "It died in room 1945, said he.",
    "They numbered 1900.",
    "The 2021 who voted said no.",
  ])("none in: %s", (text) => {
    expect(readAll(text, friday)).toEqual([]);
  });
});

describe("a day of the month", () => {
  it.each<Row>([
    ["It opened on the 3rd.", friday, "on the 3rd", "2025-07-03", "2025-07-03"],
    ["It opened on the sixth.", friday, "on the sixth", "2025-06-06", "2025-06-06"],
    ["It will open on the 21st.", friday, "on the 21st", "2025-07-21", "2025-07-21"],
    ["It met on 3 May 1970. It opened on the ninth.", friday, "on the ninth", "1970-05-09", "1970-05-09"],
    ["It met in May 1970. It opened on the 9th.", null, "on the 9th", "1970-05-09", "1970-05-09"],
    ["It opened on the first of the month.", friday, "on the first of the month", "2025-07-01", "2025-07-01"],
    ["It opened on the twenty-first.", null, "on the twenty-first", null, null],
  ])("%s", (...row) => expectLast(row));

  it.each(["It met on the first.", "It was one of the sixth.", "It met on the 35th."])(
    "none in: %s",
    (text) => {
      expect(readAll(text, friday)).toEqual([]);
    },
  );
});

describe("the same day", () => {
  it.each<Row>([
    ["It opened that day.", friday, "that day", "2025-07-04", "2025-07-04"],
    ["It met on 3 May 1970. It opened same day.", friday, "same day", "1970-05-03", "1970-05-03"],
  ])("%s", (...row) => expectLast(row));
});
