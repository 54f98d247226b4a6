/**
 * The features of a word by itself, hashed into tables (Weinberger et al. 2009): lower form, prefix of
 * three, suffixes of two and three, shape. Typographic quotation marks and dashes count as plain ones, and
 * digits as 9, so that a year never seen is like the others.
 */
export const featureCount = 5;

/** Default rows of the tables, in the order of the features. */
export const defaultTables: readonly number[] = [32_768, 6144, 2048, 10_240, 1024];

const offset = 0x811c9dc5;
const prime = 0x01000193;

/** FNV-1a over UTF-16 units. */
export function hashWord(word: string, salt: number, from = 0, to = word.length): number {
  let hash = (offset ^ salt) >>> 0;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ word.charCodeAt(at), prime);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The form under which static vectors are kept. */
export function vectorKey(form: string): string {
  return plain(form.toLowerCase());
}

/** Writes the row of each feature within its own table into `rows`. */
export function wordFeatures(form: string, tables: readonly number[], rows: Int32Array): void {
  const key = vectorKey(form).replace(/[0-9]/g, "9");
  const { length } = key;
  rows[0] = hashWord(key, 1) % (tables[0] as number);
  rows[1] = hashWord(key, 2, 0, Math.min(3, length)) % (tables[1] as number);
  rows[2] = hashWord(key, 3, Math.max(0, length - 2)) % (tables[2] as number);
  rows[3] = hashWord(key, 4, Math.max(0, length - 3)) % (tables[3] as number);
  rows[4] = hashWord(shapeOf(form), 5) % (tables[4] as number);
}

function plain(word: string): string {
  return word
    .replace(/[‘’`´]/g, "'")
    .replace(/[“”„«»]|''/g, '"')
    .replace(/[–—‒―]|--+/g, "-");
}

/** "Kosovo" → "Xx", "U.S." → "X.X.", "2008" → "9999": runs of one class are cut to four. */
function shapeOf(form: string): string {
  let shape = "";
  let previous = "";
  let run = 0;
  for (const character of form) {
    const kind = classOf(character);
    run = kind === previous ? run + 1 : 0;
    previous = kind;
    const limit = kind === "9" ? 4 : kind === "x" ? 2 : 3;
    if (run < limit) shape += kind;
  }
  return shape;
}

function classOf(character: string): string {
  if (character >= "0" && character <= "9") return "9";
  const lower = character.toLowerCase();
  const upper = character.toUpperCase();
  if (lower === upper) return plain(character);
  return character === upper ? "X" : "x";
}
