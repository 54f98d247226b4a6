import { describe, expect, it } from "vitest";
import { createTimes, type DateRangeCase, readAll } from "./cases.js";

const friday = "2025-07-04";

/** Text, then what is read of it: the words, from, to, precision, basis, relation where it is not "at". */
const absolute: readonly DateRangeCase[] = [
  ["It met on 3 July 2025.", "on 3 July 2025", "2025-07-03", "2025-07-03", "day", "stated"],
  ["It met on July 3, 2025.", "on July 3, 2025", "2025-07-03", "2025-07-03", "day", "stated"],
  [
    "It met on Thursday, July 3, 2025.",
    "on Thursday, July 3, 2025",
    "2025-07-03",
    "2025-07-03",
    "day",
    "stated",
  ],
  ["It met on July 3.", "on July 3", "2025-07-03", "2025-07-03", "day", "inferred"],
  ["It met on July 5.", "on July 5", "2024-07-05", "2024-07-05", "day", "inferred"],
  ["Ministers will meet on July 5.", "on July 5", "2025-07-05", "2025-07-05", "day", "inferred"],
  ["It met on the 3rd of July.", "on the 3rd of July", "2025-07-03", "2025-07-03", "day", "inferred"],
  ["It met on 2025-07-03.", "on 2025-07-03", "2025-07-03", "2025-07-03", "day", "stated"],
  ["It met on 23/07/2024.", "on 23/07/2024", "2024-07-23", "2024-07-23", "day", "stated"],
  ["It met on 07/23/2024.", "on 07/23/2024", "2024-07-23", "2024-07-23", "day", "stated"],
  ["It met on 03/07/2024.", "on 03/07/2024", "2024-01-01", "2024-12-31", "year", "inferred"],
  ["It met on 03/09/2025.", "on 03/09/2025", "2025-03-09", "2025-03-09", "day", "inferred"],
  ["It met in July 2024.", "in July 2024", "2024-07-01", "2024-07-31", "month", "stated"],
  [
    "It took power since Aug. 2021.",
    "since Aug. 2021",
    "2021-08-01",
    "2021-08-31",
    "month",
    "stated",
    "since",
  ],
  ["It met in 2021.", "in 2021", "2021-01-01", "2021-12-31", "year", "stated"],
  ["It met in the 1990s.", "in the 1990s", "1990-01-01", "1999-12-31", "decade", "stated"],
  ["It met in the '90s.", "in the '90s", "1990-01-01", "1999-12-31", "decade", "stated"],
  ["It met in the 19th century.", "in the 19th century", "1801-01-01", "1900-12-31", "century", "stated"],
  ["It met in early 2024.", "in early 2024", "2024-01-01", "2024-04-30", "range", "stated"],
  ["It met in mid-2024.", "in mid-2024", "2024-05-01", "2024-08-31", "range", "stated"],
  ["It met in mid-June.", "in mid-June", "2025-06-11", "2025-06-20", "range", "inferred"],
  ["It met in late June.", "in late June", "2025-06-21", "2025-06-30", "range", "inferred"],
  ["It met in the summer of 2011.", "in the summer of 2011", "2011-06-01", "2011-08-31", "season", "stated"],
  [
    "It met in the first quarter of 2020.",
    "in the first quarter of 2020",
    "2020-01-01",
    "2020-03-31",
    "quarter",
    "stated",
  ],
  ["It met on 21-23 February 2008.", "on 21-23 February 2008", "2008-02-21", "2008-02-23", "range", "stated"],
  [
    "It met between February 21 and 23, 2008.",
    "between February 21 and 23, 2008",
    "2008-02-21",
    "2008-02-23",
    "range",
    "stated",
  ],
  ["It met between 1996 and 2001.", "between 1996 and 2001", "1996-01-01", "2001-12-31", "range", "stated"],
  ["It met from 1996 to 2001.", "from 1996 to 2001", "1996-01-01", "2001-12-31", "range", "stated"],
  ["Its first rule (1996-2001) was harsh.", "1996-2001", "1996-01-01", "2001-12-31", "range", "stated"],
  ["It met from 2001–02.", "from 2001–02", "2001-01-01", "2002-12-31", "range", "stated"],
  [
    "It met from 3 July to 5 August 2024.",
    "from 3 July to 5 August 2024",
    "2024-07-03",
    "2024-08-05",
    "range",
    "stated",
  ],
  [
    "It met from November to January 2024.",
    "from November to January 2024",
    "2023-11-01",
    "2024-01-31",
    "range",
    "stated",
  ],
  ["On December 13, 1933, it met.", "On December 13, 1933", "1933-12-13", "1933-12-13", "day", "stated"],
  ["It declared itself in 1776.", "in 1776", "1776-01-01", "1776-12-31", "year", "stated"],
  ["It died after the 2021 takeover.", "2021", "2021-01-01", "2021-12-31", "year", "stated"],
  [
    "It recognised them by the end of 2024.",
    "by the end of 2024",
    "2024-09-01",
    "2024-12-31",
    "range",
    "stated",
    "by",
  ],
  ["It met in July last year.", "in July last year", "2024-07-01", "2024-07-31", "month", "inferred"],
  ["It met on 29 February.", "on 29 February", "2024-02-29", "2024-02-29", "day", "inferred"],
];

const relative: readonly DateRangeCase[] = [
  ["It met on Thursday.", "on Thursday", "2025-07-03", "2025-07-03", "day", "inferred"],
  ["It met on Friday.", "on Friday", "2025-07-04", "2025-07-04", "day", "inferred"],
  ["It met on Saturday.", "on Saturday", "2025-06-28", "2025-06-28", "day", "inferred"],
  ["It said Thursday that it met.", "Thursday", "2025-07-03", "2025-07-03", "day", "inferred"],
  ["Ministers will meet on Thursday.", "on Thursday", "2025-07-10", "2025-07-10", "day", "inferred"],
  ["France is to recognise it on Monday.", "on Monday", "2025-07-07", "2025-07-07", "day", "inferred"],
  ["Ministers are meeting on Monday.", "on Monday", "2025-07-07", "2025-07-07", "day", "inferred"],
  ["Ministers plan to visit on Monday.", "on Monday", "2025-07-07", "2025-07-07", "day", "inferred"],
  ["It met last Thursday.", "last Thursday", "2025-07-03", "2025-07-03", "day", "inferred"],
  ["It met last Friday.", "last Friday", "2025-06-27", "2025-06-27", "day", "inferred"],
  ["It met this Thursday.", "this Thursday", "2025-07-03", "2025-07-03", "day", "inferred"],
  ["It will meet next Thursday.", "next Thursday", "2025-07-10", "2025-07-10", "day", "inferred"],
  ["It met late on Thursday night.", "late on Thursday night", "2025-07-03", "2025-07-03", "day", "inferred"],
  ["It met yesterday.", "yesterday", "2025-07-03", "2025-07-03", "day", "inferred"],
  ["It met today.", "today", "2025-07-04", "2025-07-04", "day", "inferred"],
  ["It will meet tomorrow.", "tomorrow", "2025-07-05", "2025-07-05", "day", "inferred"],
  ["It met last night.", "last night", "2025-07-03", "2025-07-03", "day", "inferred"],
  ["It met last month.", "last month", "2025-06-01", "2025-06-30", "month", "inferred"],
  ["It met earlier this week.", "earlier this week", "2025-06-30", "2025-07-04", "range", "inferred"],
  ["It met this year.", "this year", "2025-01-01", "2025-12-31", "year", "inferred"],
  ["It met last year.", "last year", "2024-01-01", "2024-12-31", "year", "inferred"],
  ["It will meet next week.", "next week", "2025-07-07", "2025-07-13", "week", "inferred"],
  ["It met three days ago.", "three days ago", "2025-07-01", "2025-07-01", "day", "inferred"],
  ["It met two weeks earlier.", "two weeks earlier", "2025-06-16", "2025-06-22", "week", "inferred"],
  ["It will meet in two weeks.", "in two weeks", "2025-07-14", "2025-07-20", "week", "inferred"],
  ["It met over the weekend.", "over the weekend", "2025-06-28", "2025-06-29", "range", "inferred"],
  ["It met in recent days.", "in recent days", null, "2025-07-04", "range", "inferred"],
  [
    "It met in the past three months.",
    "in the past three months",
    "2025-04-04",
    "2025-07-04",
    "range",
    "inferred",
  ],
  ["It met a decade ago.", "a decade ago", "2015-01-01", "2015-12-31", "year", "inferred"],
  ["It met last July.", "last July", "2024-07-01", "2024-07-31", "month", "inferred"],
  ["It met late last year.", "late last year", "2024-09-01", "2024-12-31", "range", "inferred"],
  ["It met last summer.", "last summer", "2024-06-01", "2024-08-31", "season", "inferred"],
];

function asCase([text, ...expected]: DateRangeCase) {
  return { text, expected: expected.length === 6 ? expected : [...expected, "at"] };
}

describe("readTimes", () => {
  it.each(absolute.map(asCase))("reads $text", ({ text, expected }) => {
    expect(readAll(text, friday)).toEqual([expected]);
  });

  it.each(relative.map(asCase))("reads $text from publication", ({ text, expected }) => {
    expect(readAll(text, friday)).toEqual([expected]);
  });

  it.each(relative.map(asCase))("fixes nothing in $text without a date", ({ text, expected }) => {
    expect(readAll(text, null).map((one) => one.slice(0, 3))).toEqual([[expected[0], null, null]]);
  });

  /** An earlier sentence and what is read of the later one. */
  it.each([
    [
      "It met on 3 July 2024. It recognised them two days later.",
      "two days later",
      "2024-07-05",
      "2024-07-05",
      "day",
    ],
    [
      "It met on 3 July 2024. It recognised them the next day.",
      "the next day",
      "2024-07-04",
      "2024-07-04",
      "day",
    ],
    [
      "It met on 3 July 2024. It recognised them in the same year.",
      "in the same year",
      "2024-01-01",
      "2024-12-31",
      "year",
    ],
    [
      "It met in July 2024. It recognised them the following year.",
      "the following year",
      "2025-01-01",
      "2025-12-31",
      "year",
    ],
    [
      "It met on 3 July 2024. It recognised them five months later.",
      "five months later",
      "2024-12-01",
      "2024-12-31",
      "month",
    ],
    [
      "It met in July 2024. It recognised them the following month.",
      "the following month",
      "2024-08-01",
      "2024-08-31",
      "month",
    ],
    [
      "It met on 3 July 2024. It recognised them a day earlier.",
      "a day earlier",
      "2024-07-02",
      "2024-07-02",
      "day",
    ],
    [
      "It met in 2019. They met. It recognised them that year.",
      "that year",
      "2019-01-01",
      "2019-12-31",
      "year",
    ],
    [
      "It met in 2019. It recognised them in August of that year.",
      "in August of that year",
      "2019-08-01",
      "2019-08-31",
      "month",
    ],
  ])("counts from the date before: %s", (text, ...expected) => {
    const times = createTimes(text, friday);
    const last = times[times.length - 1];
    expect(last?.slice(0, 4)).toEqual(expected);
    expect(last?.[4]).toBe("inferred");
  });

  it("takes the year of a date that heads the sentence, but not that of an aside", () => {
    expect(readAll("In 2008, it met and on 17 February it recognised them.", friday)[1]?.[1]).toBe(
      "2008-02-17",
    );
    expect(readAll("Russia, which recognised it in 2008, recognised them on July 3.", friday)[1]?.[1]).toBe(
      "2025-07-03",
    );
  });

  it.each([
    ["It took power before August 2021.", "before August 2021", "before"],
    ["It met after 2001.", "after 2001", "after"],
    ["It met until 2001.", "until 2001", "until"],
    ["It will meet by Monday.", "by Monday", "by"],
    ["It met prior to July 2021.", "prior to July 2021", "before"],
    ["It recognised it from 2008.", "from 2008", "since"],
  ])("reads the relation in %s", (text, words, relation) => {
    const [time] = readAll(text, friday);
    expect([time?.[0], time?.[5]]).toEqual([words, relation]);
  });
});

describe("what is no time", () => {
  it.each([
    "There were 2021 people in the hall.",
    "It met under section 2001.",
    "It adopted resolution 1244.",
    "It cost $1990.",
    "It counted 1,990 votes.",
    "The 2021 who voted said no.",
    "More than 2000 died.",
    "It may recognise them.",
    "The march went on.",
    "An august body met.",
    "It was the second state.",
    "It may not do so.",
    "The Sun newspaper said so.",
    "It became the 147th country.",
    "Theresa May said no.",
    "The vote was 147 to 12.",
    "Russia Today said so.",
    "The Good Friday agreement was signed.",
    "They met every Monday.",
    "It fell in two weeks.",
    "At the same time it met.",
    "Other countries may follow.",
    "The 27 members met.",
    "Room 1945 was locked.",
    "They marched 1800 miles.",
    "The day began well.",
    "It was the last time.",
    "It was criticised by May.",
    "They spring into action.",
    "The fall of Kabul came.",
    "The first half was dull.",
  ])("%s", (text) => {
    expect(readAll(text, friday)).toEqual([]);
  });
});
