import type { Sentence } from "../language/index.js";
import type { RecognitionObject } from "../model/index.js";
import type { ActEntry } from "./book/book.js";
import type { Discourse } from "./discourse.js";
import { type Found, participantAt, participantsAt } from "./participants.js";
import { child, withCase } from "./tree.js";

/** Who is recognised, and as what. */
export interface Recognised {
  readonly found: Found;
  readonly object: RecognitionObject | null;
}

/**
 * Reads the targets of an act of recognition and as what they are recognised: from what follows "as"
 * ("as the legitimate government"), from the noun that carries the target ("the independence of Kosovo"),
 * and from the kind of the party. Empty where the words name nothing that can be recognised.
 */
export function recognisedAt(
  discourse: Discourse,
  sentence: Sentence,
  entry: ActEntry,
  targets: readonly number[],
  as: readonly number[],
): readonly Recognised[] {
  const title = as.length > 0 ? objectOfTitle(sentence, entry, as) : null;
  if (as.length > 0 && title === null) return [];
  const territory = title === "sovereignty" ? owners(discourse, sentence, as) : [];
  if (title === "sovereignty") return territory.map((found) => ({ found, object: "sovereignty" as const }));
  return targets.flatMap((token) => {
    const head = headNoun(sentence, token);
    const object = title ?? objectOfHead(sentence, entry, head);
    const found = participantsAt(discourse, sentence, head === token ? [token] : [head]);
    const personal = as.some((one) => personalTitles.has(sentence.lemma(one).toLowerCase()));
    return found
      .filter((one) =>
        title !== null
          ? !(personal && one.mention?.kind === "state" && one.mention.person === null)
          : canBeRecognised(one),
      )
      .map((one) => ({ found: one, object: object ?? objectOfParty(one, discourse) }));
  });
}

/** "a declaration of independence" is about the independence. */
function headNoun(sentence: Sentence, token: number): number {
  if (!["declaration", "proclamation", "restoration"].includes(sentence.lemma(token))) return token;
  return withCase(sentence, token, "of")[0] ?? token;
}

/** Titles that only persons and bodies bear: "South Korea is recognised as a leader in shipbuilding" is no act. */
const personalTitles: ReadonlySet<string> = new Set([
  "leader",
  "ruler",
  "president",
  "premier",
  "king",
  "emperor",
  "power",
  "champion",
  "voice",
]);

/** A person is recognised only in an office; merits are not the record's business. */
function canBeRecognised(found: Found): boolean {
  const form = found.mention?.form;
  return form !== "person" && form !== "office" ? true : found.mention?.kind === "government";
}

function objectOfHead(sentence: Sentence, entry: ActEntry, head: number): RecognitionObject | null {
  const kinds = entry.objects.get(sentence.lemma(head).toLowerCase());
  if (kinds === undefined) return null;
  const next = head + 1 < sentence.size ? sentence.lower(head + 1) : "";
  const over = next === "over" || withCase(sentence, head, "over").length > 0;
  if (over && kinds.includes("sovereignty")) return "sovereignty";
  return kinds[0] ?? null;
}

/** The object that the words after "as" name; null where they name none ("as a terrorist organisation"). */
function objectOfTitle(sentence: Sentence, entry: ActEntry, as: readonly number[]): RecognitionObject | null {
  for (const token of as) {
    const lemma = sentence.lemma(token).toLowerCase();
    if (["independent", "sovereign"].includes(lemma)) return "state";
    if (lemma === "legitimate") return "government";
    const kinds = entry.objects.get(lemma) ?? entry.objects.get(lemma.split("-")[0] ?? "");
    if (kinds !== undefined) return kinds[0] ?? null;
    if (lemma === "part" || lemma === "territory") return "sovereignty";
    const titled = sentence
      .children(token)
      .find((one) => entry.objects.has(sentence.lemma(one).toLowerCase()));
    if (titled !== undefined) return entry.objects.get(sentence.lemma(titled).toLowerCase())?.[0] ?? null;
  }
  return null;
}

/** "as part of Morocco", "as Israel's capital": the party whose sovereignty is recognised. */
function owners(discourse: Discourse, sentence: Sentence, as: readonly number[]): readonly Found[] {
  for (const token of as) {
    const owner = child(sentence, token, "nmod:poss");
    const candidates =
      owner >= 0 ? [owner] : [...withCase(sentence, token, "of"), ...sentence.children(token)];
    for (const one of candidates) {
      const found = participantAt(discourse, sentence, one, 1);
      if (found !== null && !found.generic) return [found];
    }
  }
  return [];
}

function isMember({ participant, generic }: Found): boolean {
  return participant.basis === "inferred" && participant.text !== null && !generic;
}

function objectOfParty(found: Found, { book, document }: Discourse): RecognitionObject | null {
  const mention = found.mention;
  // A member of a group that the words name as a whole: "the Baltic states".
  if (mention === null)
    return isMember(found) && book.party(found.participant.party ?? "")?.kind === "state" ? "state" : null;
  if (mention.form === "institution" && mention.kind !== "organisation") {
    // What "it" takes up stands in a sentence of its own.
    const named = document.sentences[mention.sentence]?.form(mention.head) ?? "";
    return /government|administration|regime|authorit|council/i.test(named) ? "government" : null;
  }
  switch (mention.kind) {
    case "state":
      return "state";
    case "government":
      return "government";
    case "movement":
      return null;
    default:
      return null;
  }
}
