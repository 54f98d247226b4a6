import { irregularNouns } from "./irregularNouns.js";
import { irregularVerbs } from "./irregularVerbs.js";
import { baseOfStem } from "./stems.js";

/**
 * The base form of a word with its universal and Penn tags: irregular forms by table, regular ones by rule. Lower
 * case but for proper nouns, which keep their form, and for words that are always written with capitals.
 * `lower` has plain apostrophes.
 */
export function lemmaOf(form: string, lower: string, upos: string, xpos: string): string {
  switch (upos) {
    case "PROPN":
    case "X":
      return form;
    case "VERB":
      return verbLemma(lower, xpos);
    case "AUX":
      return auxiliaryLemma(lower, xpos);
    case "NOUN":
      return nounLemma(form, lower, xpos);
    case "ADJ":
      return adjectiveLemma(form, lower, xpos);
    case "ADV":
      return adverbs.get(lower) ?? comparedLemma(lower, xpos);
    case "PRON":
    case "DET":
      return xpos === "PRP" && lower === "her" ? "she" : (pronouns.get(lower) ?? lower);
    case "NUM":
      return (/^[IVXLC]+$/.test(form) ? form : lower).replaceAll(",", "");
    case "PART":
      return lower === "'" || lower === "s" ? "'s" : (particles.get(lower) ?? lower);
    default:
      return particles.get(lower) ?? lower;
  }
}

const table = (pairs: string): ReadonlyMap<string, string> =>
  new Map(pairs.split(",").map((pair) => pair.trim().split(" ") as [string, string]));

const pronouns = table(
  "me I, i I, him he, us we, them they, 'em they, these this, those that, an a, mine my, yours your, hers her, ours our, theirs their",
);

const particles = table(`n't not, nt not, na to, ta to, “ ", ” ", „ ", « ", » ", \`\` ", – -, w/ with`);

const adverbs = table("better well, best well, worse badly, farther far, n't not");

const auxiliaries = table(
  "'s be, s be, 're be, re be, 'm be, m be, 've have, ve have, 'll will, ll will, wo will, ca can, sha shall, ai be, ' be",
);

/** "would" and its like are words of their own in the treebanks, not forms of "will". */
const modals: ReadonlySet<string> = new Set(["would", "could", "should", "might"]);

function auxiliaryLemma(lower: string, xpos: string): string {
  if (modals.has(lower)) return lower;
  if (lower === "'d" || lower === "d") return xpos === "MD" ? "would" : "have";
  return auxiliaries.get(lower) ?? irregularVerbs.get(lower) ?? verbLemma(lower, xpos);
}

function verbLemma(lower: string, xpos: string): string {
  // "Lay", "saw" and "found" in the base form are verbs of their own.
  if (xpos === "VB") return lower;
  const known = irregularVerbs.get(lower) ?? auxiliaries.get(lower);
  if (known !== undefined) return known;
  switch (xpos) {
    case "VBZ":
      return withoutS(lower);
    case "VBG":
      return participleLemma(lower);
    case "VBD":
    case "VBN":
      return pastLemma(lower);
    default:
      return lower;
  }
}

function participleLemma(lower: string): string {
  if (lower === "going" || lower === "doing") return lower.slice(0, -3);
  return lower.endsWith("ing") && lower.length > 5 ? baseOfStem(lower.slice(0, -3)) : lower;
}

function pastLemma(lower: string): string {
  if (lower.endsWith("ied") && lower.length > 4) return `${lower.slice(0, -3)}y`;
  return lower.endsWith("ed") && lower.length > 4 ? baseOfStem(lower.slice(0, -2)) : lower;
}

function withoutS(lower: string): string {
  if (lower.endsWith("ies") && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz|o|focus)es$/.test(lower)) return lower.slice(0, -2);
  return lower.endsWith("s") && !lower.endsWith("ss") ? lower.slice(0, -1) : lower;
}

/** Nouns that have no singular in their sense. */
const pluralOnly: ReadonlySet<string> = new Set(
  `clothes goods contents glasses jeans pants manners proceedings savings surroundings whereabouts troops
   headquarters premises thanks regards congratulations`.split(/\s+/),
);

const furtherNouns = table(
  "mice mouse, stimuli stimulus, shelves shelf, calories calorie, movies movie, cookies cookie, zombies zombie, ties tie, pies pie, lies lie, dies die, selfies selfie, data data, media media",
);

function nounLemma(form: string, lower: string, xpos: string): string {
  if (xpos !== "NNS" && xpos !== "NNPS") return isAcronym(form) ? form : lower;
  if (pluralOnly.has(lower) || /^'?[0-9]+'?s$/.test(lower)) return lower;
  const known = furtherNouns.get(lower) ?? irregularNouns.get(lower);
  if (known !== undefined) return known;
  if (/^[A-Z0-9]{2,}s$/.test(form)) return form.slice(0, -1);
  if (lower.endsWith("men") || lower.endsWith("children"))
    return lower.replace(/men$/, "man").replace(/ren$/, "");
  if (lower.endsWith("ies") && lower.length > 4) return `${lower.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh|zz|us)es$/.test(lower)) return lower.slice(0, -2);
  return lower.endsWith("s") && !lower.endsWith("ss") && lower.length > 2 ? lower.slice(0, -1) : lower;
}

/** Capitals that no word has: with a digit or without a vowel; a whole heading may stand in capitals. */
function isAcronym(form: string): boolean {
  return form.length > 1 && /^[B-DF-HJ-NP-TV-Z0-9]+$/.test(form) && /[A-Z]/.test(form);
}

const irregularAdjectives = table(
  "better good, best good, worse bad, worst bad, farther far, further further, latter latter, more more, most most, less less, least least, inner inner, outer outer",
);

function adjectiveLemma(form: string, lower: string, xpos: string): string {
  if (form !== lower && (xpos === "NNP" || isOfPeople(lower))) return form;
  return irregularAdjectives.get(lower) ?? comparedLemma(lower, xpos);
}

/** Adjectives of peoples and faiths without one of the usual endings. */
const peoples: ReadonlySet<string> = new Set(
  `arab french greek dutch swiss german sunni shiite jewish moslem muslim tamil hindu kurdish british irish english
   spanish polish danish swedish finnish turkish scottish welsh czech thai afghan islamic catholic arabic baltic nordic
   slavic hispanic icelandic islamist afro iraqi israeli pakistani saudi kuwaiti yemeni bangladeshi omani qatari emirati
   bahraini kazakh uzbek tajik turkmen kyrgyz serb slovak slovene croat kashmiri nepali punjabi somali swahili filipino`.split(
    /\s+/,
  ),
);

/** Common adjectives that end like those of peoples. */
const ordinary: ReadonlySet<string> = new Set(
  "human urban civilian median mean clean suburban pedestrian utopian draconian artisan veteran authoritarian humanitarian egalitarian vegetarian totalitarian partisan bipartisan ean".split(
    " ",
  ),
);

function isOfPeople(lower: string): boolean {
  return peoples.has(lower) || (/(?:[aeiouy]an|can|ese)$/.test(lower) && !ordinary.has(lower));
}

function comparedLemma(lower: string, xpos: string): string {
  if (xpos.length !== 3 || !/^(?:JJ|RB)[RS]$/.test(xpos)) return lower;
  const stem = lower.replace(/(?:er|est)$/, "");
  if (stem === lower || stem.length < 3) return lower;
  return stem.endsWith("i") ? `${stem.slice(0, -1)}y` : baseOfStem(stem);
}
