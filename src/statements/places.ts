import type { Sentence } from "../language/index.js";
import type { Place } from "../model/index.js";
import type { Mention, PartyBook } from "../parties/index.js";
import { child } from "./tree.js";

/** A place in a sentence, and the token on which it hangs. */
export interface PlaceAt {
  readonly place: Place;
  readonly head: number;
}

/** Capitals and known cities after "in" or "at": where something happened, and not who did it. */
export function placesIn(
  sentence: Sentence,
  text: string,
  mentions: readonly Mention[],
  book: PartyBook,
): readonly PlaceAt[] {
  const found: PlaceAt[] = [];
  for (let token = 1; token < sentence.size; token += 1) {
    if (!["in", "at"].includes(sentence.lower(token - 1))) continue;
    const mention = mentions.find((one) => one.first === token && one.form === "capital");
    if (mention !== undefined) {
      found.push({
        place: placeOf(text.slice(mention.start, mention.end), mention.party),
        head: sentence.head(headOf(sentence, mention)),
      });
      continue;
    }
    const name = cityAt(sentence, text, token, book);
    if (name !== null) found.push({ place: placeOf(name, book.cityState(name)), head: sentence.head(token) });
  }
  return found;
}

function placeOf(name: string, party: string | null): Place {
  return Object.freeze({ name, party });
}

/** The token of a mention that carries the preposition. */
function headOf(sentence: Sentence, mention: Mention): number {
  for (let token = mention.first; token <= mention.last; token += 1) {
    if (child(sentence, token, "case") >= 0) return token;
  }
  return mention.last;
}

/** The longest name of a city that begins at a token, up to four tokens. */
export function cityAt(sentence: Sentence, text: string, token: number, book: PartyBook): string | null {
  for (let last = Math.min(sentence.size - 1, token + 3); last >= token; last -= 1) {
    const name = text.slice(sentence.startOf(token), sentence.endOf(last));
    if (book.cityState(name) !== null) return name;
  }
  return null;
}
