const titles: ReadonlySet<string> = new Set(
  (
    "mr mrs ms miss dr prof sir lord lady dame president vice prime foreign minister premier chancellor king queen prince " +
    "princess emir sultan sheikh shaikh mullah maulvi mawlawi maulana ayatollah imam pope father reverend rev gen general lt col " +
    "colonel maj major capt captain adm admiral sen senator rep representative gov governor secretary ambassador envoy " +
    "spokesman spokeswoman spokesperson speaker acting interim caretaker deputy the late former justice judge hon excellency"
  ).split(" "),
);

/** Family names of languages that put them first: "Xi" is Xi Jinping. */
const leadingFamilyNames: ReadonlySet<string> = new Set(
  (
    "xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo liang song zheng xie han tang feng " +
    "deng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei lu ding qin mao wen tsai lai kim lee park moon " +
    "yoon choi jung kang cho chung ban ri pak nguyen tran pham le to vo phan truong hun hor orban"
  ).split(" "),
);

const passedOver: ReadonlySet<string> = new Set([
  "of",
  "the",
  "and",
  "for",
  "in",
  "on",
  "de",
  "la",
  "des",
  "du",
]);

/**
 * Whether a short name can stand for a full one that was given before: the family name, initials, parts left
 * out between, titles and possessive marks on either side, and the acronym of an organisation. Case counts only
 * for acronyms; accents never do.
 */
export function sameName(short: string, full: string): boolean {
  const one = partsOf(short);
  const other = partsOf(full);
  if (one.length === 0 || other.length === 0) return false;
  return isPartOf(one, other) || isFamilyFirst(one, other) || isAcronym(short, full);
}

/** Every part of the short name stands in the full one, in order, whole or as its initial; the last ones agree. */
function isPartOf(short: readonly string[], full: readonly string[]): boolean {
  if (short.length > full.length || short[short.length - 1] !== full[full.length - 1]) return false;
  let at = 0;
  for (const part of short) {
    while (at < full.length && !agrees(part, full[at] as string)) at += 1;
    if (at === full.length) return false;
    at += 1;
  }
  return true;
}

function agrees(part: string, whole: string): boolean {
  return (
    part === whole ||
    (part.length === 1 && whole.startsWith(part)) ||
    (whole.length === 1 && part.startsWith(whole))
  );
}

function isFamilyFirst(short: readonly string[], full: readonly string[]): boolean {
  const family = full[0] as string;
  return (
    short.length === 1 &&
    short[0] === family &&
    full.length >= 2 &&
    full.length <= 3 &&
    leadingFamilyNames.has(family)
  );
}

/** "OIC" for "Organisation of Islamic Cooperation"; small words may count or not. */
function isAcronym(short: string, full: string): boolean {
  const letters = short
    .replace(/^[Tt]he\s+/, "")
    .replace(/['’]s?$/, "")
    .replace(/\./g, "");
  if (!/^\p{Lu}{2,8}$/u.test(letters)) return false;
  const words = full.split(/[\s-]+/).filter((word) => word !== "" && word.toLowerCase() !== "the");
  const all = initials(words);
  const main = initials(words.filter((word) => !passedOver.has(word.toLowerCase())));
  return words.length > 1 && (letters === all || letters === main);
}

function initials(words: readonly string[]): string {
  return words.map((word) => word.charAt(0).toUpperCase()).join("");
}

/** The parts of a name without titles, accents and marks, in lower case. */
function partsOf(name: string): readonly string[] {
  const plain = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const parts = plain
    .replace(/['’]s?(?=\s|$)/g, "")
    .split(/[\s.,]+/)
    .filter((part) => part !== "");
  const named = parts.filter((part) => !titles.has(part));
  return named.length > 0 ? named : parts;
}
