import { describe, expect, it } from "vitest";
import { createTimes, readAll } from "./cases.js";

const friday = "2025-07-04";

/** Text, published, the words read last, from, to, relation where it is not "at". */
type Row = readonly [
  string,
  string | null,
  string,
  string | null,
  string | null,
  (string | null | undefined)?,
];

function expectLast([text, published, words, from, to, relation = "at"]: Row): void {
  const last = createTimes(text, published).at(-1);
  expect([...(last?.slice(0, 3) ?? []), last?.[5]]).toEqual([words, from, to, relation]);
}

const rows = (all: readonly Row[]) => all.map((row) => ({ text: row[0], row }));

describe("feasts, seasons and ends", () => {
  it.each(
    rows([
      ["It will open by Christmas.", friday, "by Christmas", "2025-12-25", "2025-12-25", "by"],
      ["It opened before Easter.", friday, "before Easter", "2025-04-20", "2025-04-20", "before"],
      ["It will open before Easter.", friday, "before Easter", "2026-04-05", "2026-04-05", "before"],
      ["It opened at Easter 1961.", null, "at Easter 1961", "1961-04-02", "1961-04-02"],
      ["It opened on Christmas Eve.", friday, "on Christmas Eve", "2024-12-24", "2024-12-24"],
      ["It will open at New Year.", friday, "at New Year", "2026-01-01", "2026-01-01"],
      ["It will open in the new year.", friday, "in the new year", "2026-01-01", "2026-12-31"],
      ["It opened in the spring.", friday, "in the spring", "2025-03-01", "2025-05-31"],
      ["It will open by spring.", friday, "by spring", "2026-03-01", "2026-05-31", "by"],
      ["It opened in the course of the summer.", "2025-11-01", "the summer", "2025-06-01", "2025-08-31"],
      ["It met on 9 May 1970. It opened that autumn.", friday, "that autumn", "1970-09-01", "1970-11-30"],
      ["It will open by year's end.", friday, "by year's end", "2025-12-01", "2025-12-31", "by"],
      ["It will open before the year is out.", friday, "before the year is out", "2025-07-04", "2025-12-31"],
      [
        "In May 1970 it met before the month was over.",
        friday,
        "before the month was over",
        "1970-05-01",
        "1970-05-31",
      ],
    ]),
  )("$text", ({ row }) => expectLast(row));

  it.each([
    "It met before the fall of Kabul.",
    "They spring into action.",
    "It opened a Christmas market.",
    "The year is over.",
    "It became a new year in office.",
  ])("none in: %s", (text) => {
    expect(readAll(text, friday)).toEqual([]);
  });
});

describe("a term without a verb", () => {
  it.each<[string, string, string]>([
    ["Keys by Monday.", "by Monday", "2025-07-07"],
    ["Keys by December.", "by December", "2025-12-01"],
  ])("%s lies ahead", (text, words, from) => {
    expect(readAll(text, friday)[0]?.slice(0, 2)).toEqual([words, from]);
  });
});

describe("times of a day", () => {
  it.each(
    rows([
      ["It opened at midnight.", friday, "at midnight", "2025-07-04", "2025-07-04"],
      ["It met on 9 May 1970. It opened by nightfall.", friday, "by nightfall", "1970-05-09", "1970-05-09"],
      ["It opened in the evening.", friday, "in the evening", "2025-07-04", "2025-07-04"],
    ]),
  )("$text", ({ row }) => expectLast(row));

  it.each(["Night fell.", "It has an evening school.", "They met at once.", "It met forthwith."])(
    "none in: %s",
    (text) => {
      expect(readAll(text, friday)).toEqual([]);
    },
  );
});

describe("months, weekdays and pointers in short", () => {
  it.each(
    rows([
      ["September: each side met.", friday, "September", "2024-09-01", "2024-09-30"],
      ["It will open by end of May.", friday, "by end of May", "2026-05-21", "2026-05-31", "by"],
      ["Wed: it met.", friday, "Wed", "2025-07-02", "2025-07-02"],
      ["It met on Thu.", friday, "on Thu.", "2025-07-03", "2025-07-03"],
      ["It met in May 1970. It opened by then.", friday, "by then", "1970-05-01", "1970-05-31", "by"],
      ["It met in May 1970. They died since.", friday, "since", "1970-05-01", "1970-05-31", "since"],
    ]),
  )("$text", ({ row }) => expectLast(row));

  it.each(["Then it met.", "It met since it could.", "Mon Repos met.", "The Sun met."])(
    "none in: %s",
    (text) => {
      expect(readAll(`It met in 1970. ${text}`, friday).length).toBe(1);
      expect(readAll(text, friday)).toEqual([]);
    },
  );
});
