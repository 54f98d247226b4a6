import type { Sentence } from "../language/index.js";

/** Whether "each other" or "one another" begins at one of the tokens from `from` up to, not including, `to`. */
export function saysEachOther(sentence: Sentence, from: number, to: number): boolean {
  for (let at = from; at < Math.min(sentence.size - 1, to); at += 1) {
    const [here, next] = [sentence.lower(at), sentence.lower(at + 1)];
    if ((here === "each" && next === "other") || (here === "one" && next === "another")) return true;
  }
  return false;
}
