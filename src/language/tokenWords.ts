import { classOf, digit, isApostrophe, isUpper, letter, lowerOf } from "./characters.js";
import { type TokenTable, tokenKinds } from "./tokenTable.js";
import { keyOf, WordSet } from "./words.js";

const clitics = new WordSet("s m d re ve ll".split(" "));

/** Words written as one that are two, with the length of the first. */
const fused = new Map<string, number>(
  (
    "cannot:3 gonna:3 wanna:3 gotta:3 gimme:3 lemme:3 dont:2 didnt:3 doesnt:4 isnt:2 wasnt:3 werent:4 arent:3 havent:4 " +
    "hasnt:3 hadnt:3 wouldnt:5 couldnt:5 shouldnt:6 wont:2 cant:2 aint:2"
  )
    .split(" ")
    .map((entry) => [entry.split(":")[0] as string, Number(entry.split(":")[1])]),
);

const fusedWords = new WordSet(fused.keys());

const units = new WordSet(
  "am pm km kg mm cm ft mph kph kmh k mb gb kb lb lbs hrs hr min mw kw gw bn m".split(" "),
);

/** Pushes the word in `text.slice(at, stop)`, cut where a clitic or unit begins. */
export function pushWord(text: string, at: number, stop: number, table: TokenTable): void {
  const cut = cutOf(text, at, stop);
  if (cut <= at || cut >= stop) {
    table.push(text, at, stop, kindOf(text, at));
    return;
  }
  // "shouldn't've": what stands before a clitic may end in one itself.
  if (isApostrophe(text.charCodeAt(cut))) pushWord(text, at, cut, table);
  else table.push(text, at, cut, kindOf(text, at));
  table.push(text, cut, stop, tokenKinds.word);
}

function kindOf(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (classOf(unit) === digit) return tokenKinds.number;
  return isUpper(unit) ? tokenKinds.capital : tokenKinds.word;
}

/** Where the second part of the word begins; `stop` for a word of one part. */
function cutOf(text: string, at: number, stop: number): number {
  const first = classOf(text.charCodeAt(at));
  if (first === digit) return unitStart(text, at, stop);
  if (first !== letter) return stop;
  const negated = negationStart(text, at, stop);
  if (negated > at) return negated;
  for (let back = stop - 2; back >= stop - 3 && back > at; back -= 1) {
    if (isApostrophe(text.charCodeAt(back))) return clitics.has(text, back + 1, stop) ? back : stop;
  }
  const length = stop - at;
  if (length < 4 || length > 8) return stop;
  const key = keyOf(text, at, stop);
  if (!fusedWords.hasKey(key, text, at, stop)) return stop;
  return at + (fused.get(text.slice(at, stop).toLowerCase()) ?? length);
}

/** "n't", with any apostrophe; -1 where the word does not end in it. */
function negationStart(text: string, at: number, stop: number): number {
  const cut = stop - 3;
  if (cut <= at || lowerOf(text.charCodeAt(stop - 1)) !== 0x74 || lowerOf(text.charCodeAt(cut)) !== 0x6e)
    return -1;
  return isApostrophe(text.charCodeAt(stop - 2)) ? cut : -1;
}

/** "5pm" is "5 pm", "30km" is "30 km"; "20th" and "1970s" are one. */
function unitStart(text: string, at: number, stop: number): number {
  let cut = stop;
  while (cut > at && classOf(text.charCodeAt(cut - 1)) === letter) cut -= 1;
  return cut > at && stop - cut <= 3 && units.has(text, cut, stop) ? cut : stop;
}
