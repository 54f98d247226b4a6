import { createZipf, type Random } from "./random.js";

const beginnings = "b br c d dr f fl g gr h j k l m n p pl r s st t tr v w".split(" ");
const middles = "a e i o u ai ea ou".split(" ");
const endings = "l n r s t ck nd rt st m".split(" ");

const tails = ["", "a", "en", "o", "ish", "um", "at", "ul", "ek", "ip"];

/** Twenty thousand words of one to three syllables, which stand for the rest of the news: no text of ours. */
const vocabulary: readonly string[] = tails.flatMap((tail) =>
  beginnings.flatMap((first) =>
    middles.flatMap((middle) => endings.map((last) => `${first}${middle}${last}${tail}`)),
  ),
);
const rank = createZipf(vocabulary.length);

/** Words of everyday news, a few of them very common, as in any language. */
export function padding(count: number, random: Random): string {
  return Array.from({ length: count }, () => vocabulary[rank(random)] as string).join(" ");
}

const surnames: readonly string[] = beginnings.flatMap((first) =>
  middles.map((middle) => `${first.charAt(0).toUpperCase()}${first.slice(1)}${middle}nov`),
);

/** A person's name that always belongs to the same number. */
export function personOf(number: number): string {
  return `Ana ${surnames[number % surnames.length] as string}`;
}

/** How a sentence of the generated news tells of an act; the words are not read, so that they need not be good. */
export function phraseOf(act: string): string {
  return `was seen to ${act.replace("-", " ")} with respect to`;
}
