import type { Sentence } from "../../language/index.js";

// The grammar around an act in numbers. `training/data.py` has the same; a test holds both equal.

const paths = 4096;

/** FNV-1a in 32 bits (Fowler, Noll and Vo) over ASCII text. */
export function fnv(text: string): number {
  let value = 2166136261;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 16777619) >>> 0;
  return value;
}

function plain(relation: string): string {
  const colon = relation.indexOf(":");
  return colon < 0 ? relation : relation.slice(0, colon);
}

/** The words above a token, itself first. */
export function above(sentence: Sentence, token: number): readonly number[] {
  const up = [token];
  for (let at = sentence.head(token); at >= 0 && up.length < 20; at = sentence.head(at)) up.push(at);
  return up;
}

/** The way in the tree from `other` to where it meets what is `up` from a token, hashed; 0 where there is none. */
export function path(sentence: Sentence, up: readonly number[], other: number): number {
  const steps: string[] = [];
  for (let at = other; at >= 0 && steps.length < 20; at = sentence.head(at)) {
    const meet = up.indexOf(at);
    if (meet >= 0) {
      const below = up.slice(0, Math.min(meet, 2)).map((one) => plain(sentence.relation(one)));
      return (fnv(`${steps.slice(-4).join(">")}|${Math.min(meet, 3)}|${below.join(">")}`) % (paths - 1)) + 1;
    }
    const relation = sentence.relation(at);
    steps.push(relation === "nsubj:pass" ? relation : plain(relation));
  }
  return 0;
}

const small: ReadonlySet<string> = new Set([
  "aux",
  "advmod",
  "mark",
  "det",
  "cop",
  "cc",
  "nsubj",
  "xcomp",
  "obj",
  "advcl",
]);

/** What governs a token (six at the most, itself first), and the small words that hang on these. */
export function around(
  sentence: Sentence,
  token: number,
): { readonly up: readonly number[]; readonly side: readonly number[] } {
  const up = above(sentence, token).slice(0, 6);
  const side = up.flatMap((one) =>
    sentence
      .children(one)
      .filter((child) => small.has(plain(sentence.relation(child))) && !up.includes(child)),
  );
  return { up, side: side.length > 0 ? side : up.slice(0, 1) };
}

/** Bucket of a distance in words, 0 to 19. */
export function nearness(word: number, first: number): number {
  const way = first - word;
  return Math.min(9, Math.trunc(Math.log2(Math.abs(way) + 1) * 1.3)) + (way > 0 ? 10 : 0);
}

/** Bucket of a distance in sentences, 0 to 7. */
export function sentencesApart(sentence: number, other: number): number {
  return Math.max(-3, Math.min(4, sentence - other)) + 3;
}
