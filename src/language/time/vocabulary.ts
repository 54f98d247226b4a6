/** Months by name and usual abbreviation, 1 to 12. */
export const months: ReadonlyMap<string, number> = new Map(
  [
    ["january", "jan"],
    ["february", "feb"],
    ["march", "mar"],
    ["april", "apr"],
    ["may"],
    ["june", "jun"],
    ["july", "jul"],
    ["august", "aug"],
    ["september", "sep", "sept"],
    ["october", "oct"],
    ["november", "nov"],
    ["december", "dec"],
  ].flatMap((names, index) =>
    names.flatMap((name) => [name, `${name}.`].map((one) => [one, index + 1] as const)),
  ),
);

/** Months whose names are common words or given names too; they need more around them to count. */
export const doubtfulMonths: ReadonlySet<string> = new Set([
  "march",
  "may",
  "august",
  "april",
  "june",
  "mar",
  "jan",
  "dec",
  "sep",
]);

/** Weekdays by full name, 0 for Monday. */
export const weekdays: ReadonlyMap<string, number> = new Map(
  ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"].map((name, index) => [
    name,
    index,
  ]),
);

/** Abbreviated weekdays count before a date only: "Sun" and "Sat" are words of their own. */
export const shortWeekdays: ReadonlySet<string> = new Set(
  ["mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun"].flatMap((name) => [
    name,
    `${name}.`,
  ]),
);

export type Unit = "day" | "week" | "month" | "year" | "decade" | "century";

export const units: ReadonlyMap<string, Unit> = new Map<string, Unit>([
  ["day", "day"],
  ["days", "day"],
  ["week", "week"],
  ["weeks", "week"],
  ["month", "month"],
  ["months", "month"],
  ["year", "year"],
  ["years", "year"],
  ["decade", "decade"],
  ["decades", "decade"],
  ["century", "century"],
  ["centuries", "century"],
]);

/** Parts of a day, which belong to the day's expression and do not change its date. */
export const partsOfDay: ReadonlySet<string> = new Set([
  "morning",
  "afternoon",
  "evening",
  "night",
  "noon",
  "midday",
  "lunchtime",
]);

/** Seasons of the northern half of the earth, which English-language news means by default; first month and length. */
export const seasons: ReadonlyMap<string, number> = new Map([
  ["spring", 3],
  ["summer", 6],
  ["autumn", 9],
  ["fall", 9],
  ["winter", 12],
]);

const numberWords: ReadonlyMap<string, number> = new Map(
  (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen " +
    "seventeen eighteen nineteen twenty"
  )
    .split(" ")
    .map((word, index) => [word, index] as const)
    .concat([
      ["a", 1],
      ["an", 1],
      ["thirty", 30],
      ["forty", 40],
      ["fifty", 50],
      ["sixty", 60],
      ["seventy", 70],
      ["eighty", 80],
      ["ninety", 90],
      ["hundred", 100],
    ] as const),
);

const ordinalWords: ReadonlyMap<string, number> = new Map(
  (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth " +
    "sixteenth seventeenth eighteenth nineteenth twentieth"
  )
    .split(" ")
    .map((word, index) => [word, index + 1]),
);

/** Ordinals that may stand for a day of the month alone, which "first" and "second" do not. */
export const dayOrdinals: readonly string[] = Object.freeze([
  ...[...ordinalWords.keys()].slice(2),
  "thirtieth",
]);

/** A whole number of up to four digits, in digits or words; -1 for anything else. */
export function numberIn(word: string): number {
  const digits = wholeNumber(word, word.length);
  return digits >= 0 ? digits : (numberWords.get(word) ?? -1);
}

/** "3rd", "21st", "third"; -1 for anything else. */
export function ordinalIn(word: string): number {
  const suffix = word.slice(-2);
  if (suffix === "st" || suffix === "nd" || suffix === "rd" || suffix === "th") {
    const digits = wholeNumber(word, word.length - 2);
    if (digits >= 0) return digits;
  }
  return ordinalWords.get(word) ?? -1;
}

/** The number that the first `length` characters write in one to four digits; -1 if they do not. */
export function wholeNumber(word: string, length: number): number {
  if (length < 1 || length > 4) return -1;
  let value = 0;
  for (let at = 0; at < length; at += 1) {
    const digit = word.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

export const dashes: ReadonlySet<string> = new Set(["-", "–", "—", "--", "‑", "‐"]);
