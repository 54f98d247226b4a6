import type { Sentence } from "../language/index.js";

const ones = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const tens = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const ordinals = [
  "",
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
  "eleventh",
  "twelfth",
  "thirteenth",
  "fourteenth",
  "fifteenth",
  "sixteenth",
  "seventeenth",
  "eighteenth",
  "nineteenth",
];

/** 1 for "first", 147 for "147th", 32 for "thirty-second"; null for other words. */
export function ordinalOf(word: string): number | null {
  const digits = /^(\d{1,4})(?:st|nd|rd|th)$/.exec(word);
  if (digits !== null) return Number(digits[1]);
  const plain = ordinals.indexOf(word);
  if (plain > 0) return plain;
  const [ten = "", one = ""] = word.split("-");
  if (tens.includes(ten) && ten !== "" && ordinals.indexOf(one) > 0)
    return tens.indexOf(ten) * 10 + ordinals.indexOf(one);
  if (word.endsWith("ieth")) {
    const at = tens.indexOf(`${word.slice(0, -4)}y`);
    return at > 0 ? at * 10 : null;
  }
  return null;
}

/** "first" to "tenth" in words, from there "11th", "22nd". */
export function ordinalFor(rank: number): string {
  const word = rank > 0 && rank <= 10 ? ordinals[rank] : undefined;
  if (word !== undefined) return word;
  const teen = rank % 100 >= 11 && rank % 100 <= 13;
  const ending = teen ? "th" : (["th", "st", "nd", "rd"][rank % 10] ?? "th");
  return `${rank}${ending}`;
}

/** The number that a word or figure names, up to 9999; null for other words. */
export function quantityOf(word: string): number | null {
  if (/^\d{1,4}$/.test(word)) return Number(word);
  if (/^\d,\d{3}$/.test(word)) return Number(word.replace(",", ""));
  const plain = ones.indexOf(word);
  if (plain >= 0) return plain;
  const [ten = "", one = ""] = word.split("-");
  const high = tens.indexOf(ten);
  if (ten === "" || high < 2) return null;
  if (one === "") return high * 10;
  const low = ones.indexOf(one);
  return low > 0 && low < 10 ? high * 10 + low : null;
}

/** The number at a token, with what stands before its hyphen where the tokens part there: "twenty-two". */
export function quantityAt(sentence: Sentence, token: number): number | null {
  const own = quantityOf(sentence.lower(token));
  if (token < 2 || sentence.lower(token - 1) !== "-") return own;
  return quantityOf(`${sentence.lower(token - 2)}-${sentence.lower(token)}`) ?? own;
}
