/** Turns words into the numbers of word pieces (Wu et al. 2016) of an uncased BERT vocabulary. */
export interface WordPieces {
  readonly first: number;
  readonly last: number;
  /** Never empty; twelve pieces at the most. */
  of(word: string): readonly number[];
}

const mostPieces = 12;
/** Words remembered; news has few that are rarer. */
const mostKnown = 50_000;
const longestWord = 100;

/** `vocabulary` has one piece a line; its number is the line's. */
export function createWordPieces(vocabulary: string): WordPieces {
  const numbers = new Map(vocabulary.split("\n").map((piece, number) => [piece, number]));
  const number = (piece: string): number => {
    const found = numbers.get(piece);
    if (found === undefined) throw new Error(`the vocabulary lacks ${piece}`);
    return found;
  };
  const [first, last, unknown] = [number("[CLS]"), number("[SEP]"), number("[UNK]")];
  const known = new Map<string, readonly number[]>();
  const cut = (word: string): readonly number[] => {
    const pieces = plain(word).flatMap((part) => piecesOf(part, numbers) ?? [unknown]);
    return pieces.length === 0 ? [unknown] : pieces.slice(0, mostPieces);
  };
  return Object.freeze({
    first,
    last,
    of: (word: string) => {
      const before = known.get(word);
      if (before !== undefined) return before;
      const pieces = cut(word);
      if (known.size >= mostKnown) known.clear();
      known.set(word, pieces);
      return pieces;
    },
  });
}

/** Lower case without accents and controls, parted at spaces, punctuation and ideographs. */
function plain(word: string): readonly string[] {
  const bare = word
    .slice(0, 4 * longestWord)
    .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, "")
    .normalize("NFD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase();
  return bare.match(/[!-/:-@[-`{-~]|\p{P}|\p{Script=Han}|[^\s!-/:-@[-`{-~\p{P}\p{Script=Han}]+/gu) ?? [];
}

/** The longest pieces from the left; null where a rest is no piece. */
function piecesOf(part: string, numbers: ReadonlyMap<string, number>): readonly number[] | null {
  const letters = [...part];
  if (letters.length > longestWord) return null;
  const pieces: number[] = [];
  let at = 0;
  while (at < letters.length) {
    let end = letters.length;
    let found: number | undefined;
    for (; end > at; end -= 1) {
      found = numbers.get((at > 0 ? "##" : "") + letters.slice(at, end).join(""));
      if (found !== undefined) break;
    }
    if (found === undefined) return null;
    pieces.push(found);
    at = end;
  }
  return pieces;
}
