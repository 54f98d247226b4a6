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

/** Nouns of one form that are counted all the same, and those that a number is only a measure of. */
const uncounted: ReadonlySet<string> = new Set(
  "staff personnel police cavalry infantry strength cash head foot metre mile ton tonne hour strong billion m km kg".split(
    " ",
  ),
);

/** Nouns of a whole that "of" and its number measure: "a staff of 1990". */
const groups: ReadonlySet<string> = new Set(
  "staff total crowd population force garrison toll fleet number sum membership workforce height depth length maximum minimum majority".split(
    " ",
  ),
);

/** Words whose number is a result, a price or a size. */
const counting: ReadonlySet<string> = new Set(
  (
    "counted numbered numbering totalled totaled killed injured employed cost costs paid reached exceeded sold bought " +
    "hit polled scored drew total toll population size number law decree order regulation directive case docket file box " +
    "bus line platform gate lot unit regiment series class model form code postcode extension boeing apollo windows"
  ).split(" "),
);

/** What a clause begins behind. */
const breaks: ReadonlySet<string> = new Set(["", ":", ";", "•", ".", '"']);
const clauseEnds: ReadonlySet<string> = new Set(["", ".", ",", ";", ":", ")", ...dashes]);

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
  if (before === "of" && groups.has(wordAt(sentence, at - 2))) return false;
  if (namesOfNumbers.has(before) || counted.has(after) || after === "%" || after === "million") return false;
  if (owners.has(before)) return !isCounted(surroundings, at, before);
  if (leadIns.has(before)) return !isQuantity(surroundings, at);
  if (before === "(" || before === "[") return isBracketed(after);
  if (dashes.has(before))
    return wordAt(sentence, at - 2) === "mid" || yearNumber(wordAt(sentence, at - 2)) > 0;
  if (after === "to" || (dashes.has(after) && sentence.startOf(at + 1) === sentence.endOf(at)))
    return isSpan(surroundings, at);
  if (breaks.has(before)) return isOpening(after) || clauseEnds.has(after) || isDating(surroundings, at);
  return isEllipsis(surroundings, at) || isDating(surroundings, at) || isListed(surroundings, at);
}

/** "Applied 2005", "UN seat 1971;", "India: first, 1968": closes its clause after words that count nothing. */
function isEllipsis(surroundings: Surroundings, at: number): boolean {
  const { sentence } = surroundings;
  const before = wordAt(sentence, at - 1);
  const after = wordAt(sentence, at + 1);
  if (!clauseEnds.has(after) && !(before === "," && after === "at")) return false;
  if (before === ",") return yearNumber(wordAt(sentence, at - 2)) < 0 || isListed(surroundings, at);
  if (!/^\p{L}/u.test(before) || counting.has(before)) return false;
  const tag = sentence.upos(at - 1);
  if (tag === "VERB") return sentence.xpos(at - 1) === "VBN" || sentence.xpos(at - 1) === "VBD";
  // "Boeing 1900." is a name that the number belongs to; "Tel Aviv 1967:" is a heading.
  return tag === "NOUN"
    ? sentence.xpos(at - 1) !== "NNS"
    : tag === "PROPN" && (after === ":" || after === ",");
}

/** "1962 ban", "2009 letter": a noun of one thing is dated by the number before it and cannot be counted by it. */
function isDating(surroundings: Surroundings, at: number): boolean {
  const { sentence } = surroundings;
  if (at + 1 >= sentence.size || isCapital(sentence, at + 1)) return false;
  if (uncounted.has(wordAt(sentence, at + 1)) || sentence.xpos(at + 1) !== "NN") return false;
  const before = at > 0 ? sentence.upos(at - 1) : "";
  return before === "" || before === "VERB" || before === "ADP" || before === "PUNCT";
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
