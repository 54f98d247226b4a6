import type { Sentence } from "../language/index.js";
import type { Discourse } from "./discourse.js";
import type { Found } from "./participants.js";
import { childrenBy, extent, hasRelation, withCase } from "./tree.js";

const collectives: ReadonlySet<string> = new Set([
  "country",
  "state",
  "nation",
  "government",
  "member",
  "power",
  "republic",
  "capital",
  "other",
  "neighbour",
  "neighbor",
  "ally",
  "one",
  "world",
  "community",
]);

const quantifiers: ReadonlySet<string> = new Set([
  "no",
  "other",
  "another",
  "any",
  "every",
  "each",
  "more",
  "many",
  "some",
  "most",
  "several",
  "few",
  "all",
]);

/** "Other countries", "147 states", "147 of the 193 members", "no government": doers whom the words do not name. */
export function generic(discourse: Discourse, sentence: Sentence, token: number): Found | null {
  const lemma = sentence.lemma(token).toLowerCase();
  const number = sentence.upos(token) === "NUM";
  if (!collectives.has(lemma) && lemma !== "none" && !number) return null;
  if (number && withCase(sentence, token, "of").length === 0 && !hasRelation(sentence, token, "nsubj", "obl"))
    return null;
  const whole = lemma === "world" || lemma === "community";
  const plural = sentence.xpos(token) === "NNS" || lemma === "none" || whole;
  const modifiers = childrenBy(sentence, token, "det", "nummod", "amod");
  const counted =
    number ||
    lemma === "none" ||
    modifiers.some((one) => sentence.upos(one) === "NUM" || isNone(sentence, one));
  if (!plural && !counted && !modifiers.some((one) => quantifiers.has(sentence.lower(one)))) return null;
  if (hasRelation(sentence, token, "compound")) return null;
  const own = sentence
    .children(token)
    .filter((one) => hasRelation(sentence, one, "nummod", "amod", "det", "flat", "compound", "advmod"));
  const text = discourse.report.text.slice(
    sentence.startOf(Math.min(token, ...own.map((one) => extent(sentence, one)[0]))),
    sentence.endOf(Math.max(token, ...own)),
  );
  const participant = Object.freeze({
    party: null,
    text,
    person: null,
    office: null,
    sector: null,
    basis: "stated" as const,
  });
  return { participant, token, mention: null, generic: true, counted };
}

/** "no", and "any" after "hardly", "scarcely" or "barely". */
export function isNone(sentence: Sentence, token: number): boolean {
  const lower = sentence.lower(token);
  if (lower === "no") return true;
  const before = token > 0 ? sentence.lower(token - 1) : "";
  if (
    (lower === "one" || lower === "single") &&
    (before === "not" || (before === "a" && token > 1 && sentence.lower(token - 2) === "not"))
  )
    return true;
  return lower === "any" && token > 0 && ["hardly", "scarcely", "barely"].includes(sentence.lower(token - 1));
}
