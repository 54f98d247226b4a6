import { yearsPeriod } from "./periods.js";
import { found, isCapital, type Recogniser, type Surroundings, wordAt } from "./recogniser.js";
import { dashes } from "./vocabulary.js";
import { yearNumber } from "./yearPhrase.js";

const leadIns: ReadonlySet<string> = new Set(
  "in since until till by before after from during throughout of between around circa early late mid year to through for fiscal as".split(
    " ",
  ),
);

const owners: ReadonlySet<string> = new Set("the a an its their his her our this that 's whose".split(" "));

/** Nouns that are counted: a number of four digits before one of them is a quantity. */
const counted: ReadonlySet<string> = new Set(
  (
    "people persons men women children members troops soldiers fighters militants officers civilians refugees migrants " +
    "deaths victims casualties cases votes voters delegates seats words pages miles mile kilometres kilometers km metres " +
    "meters feet ft tons tonnes kg kilograms pounds dollars euros roubles rubles yuan yen pesos francs marks percent per " +
    "homes houses buildings villages islands prisoners hostages detainees hours minutes days weeks months years copies " +
    "jobs workers employees students companies firms vehicles tanks planes aircraft missiles rockets drones barrels acres " +
    "hectares residents citizens inhabitants families households gmt utc hrs est cet"
  ).split(" "),
);

/** Before a number these make it a name or a count, never a year. */
const namesOfNumbers: ReadonlySet<string> = new Set(
  (
    "resolution section article room flight highway page chapter paragraph rule no no. number channel route than about over " +
    "nearly almost some roughly approximately only least most $ € £ ¥ us$ bc ad act bill"
  ).split(" "),
);

/**
 * "2021" where the words around it want a year: after "in" or "since", in brackets, before the noun that it
 * dates ("the 2021 takeover"), at the head of a sentence before its verb. A number that counts or names
 * something is left alone.
 */
export const yearAlone: Recogniser = Object.freeze({
  name: "year",
  read: (surroundings: Surroundings, at: number) => {
    const year = yearNumber(wordAt(surroundings.sentence, at));
    if (year < 0 || !isYear(surroundings, at)) return null;
    return found(at, at, yearsPeriod(year, year, "year", "stated"));
  },
});

function isYear(surroundings: Surroundings, at: number): boolean {
  const { sentence } = surroundings;
  const before = wordAt(sentence, at - 1);
  const after = wordAt(sentence, at + 1);
  if (namesOfNumbers.has(before) || counted.has(after) || after === "%" || after === "million") return false;
  if (owners.has(before)) return !isCounted(surroundings, at, before);
  if (leadIns.has(before)) return !isQuantity(surroundings, at);
  if (before === "(" || before === "[") return isBracketed(after);
  if (dashes.has(before))
    return wordAt(sentence, at - 2) === "mid" || yearNumber(wordAt(sentence, at - 2)) > 0;
  if (dashes.has(after) || after === "to") return isSpan(surroundings, at);
  if (before === "") return isOpening(after);
  // "Opening of the Legation, 1923."
  if (before === "," && (after === "" || (after === "." && at + 2 >= sentence.size))) return true;
  return isListed(surroundings, at);
}

/** "In 2021 people": the tree tells a number that counts from one that dates. Asked only before a plural noun. */
function isQuantity(surroundings: Surroundings, at: number): boolean {
  const { sentence } = surroundings;
  if (at + 1 >= sentence.size || isCapital(sentence, at + 1)) return false;
  const next = wordAt(sentence, at + 1);
  if (!next.endsWith("s") || sentence.xpos(at + 1) !== "NNS") return false;
  return sentence.head(at) === at + 1 && sentence.relation(at).startsWith("nummod");
}

/** "The 2021 who voted" and "the 2021." are no years; "the 2021 takeover" and "Oslo's 1993 accords" are. */
function isCounted(surroundings: Surroundings, at: number, before: string): boolean {
  const after = wordAt(surroundings.sentence, at + 1);
  if (before === "'s" && !/^[a-z]/.test(after)) return false;
  return (
    !/^[\p{L}]/u.test(after) || ["who", "that", "which", "of", "were", "are", "or", "and"].includes(after)
  );
}

function isBracketed(after: string): boolean {
  return after === ")" || after === "]" || after === "," || after === ";" || dashes.has(after);
}

/** The first year of "1996-2001" or "1996 to 2001". */
function isSpan(surroundings: Surroundings, at: number): boolean {
  const end = wordAt(surroundings.sentence, at + 2);
  return (
    yearNumber(end) > 0 ||
    end === "present" ||
    (dashes.has(wordAt(surroundings.sentence, at + 1)) && /^\d\d$/.test(end))
  );
}

function isOpening(after: string): boolean {
  return ["was", "saw", "is", "has", "will", "brought", "marked", ":", ","].includes(after);
}

/** "In 1996 and 2001", "in 2008, 2014 and 2022": the years before decide. */
function isListed(surroundings: Surroundings, at: number): boolean {
  const { sentence } = surroundings;
  let back = at - 1;
  while (back > 0 && ["and", "or", ",", "again", "in"].includes(wordAt(sentence, back))) back -= 1;
  return back < at - 1 && yearNumber(wordAt(sentence, back)) > 0 && isYear(surroundings, back);
}
