import { createRequire } from "node:module";

type Detector = (text: string) => string;

/** Frequent words that no other language of wide use shares. */
const english: ReadonlySet<string> = new Set([
  "the",
  "of",
  "and",
  "to",
  "that",
  "for",
  "was",
  "with",
  "by",
  "has",
  "its",
  "from",
  "be",
  "are",
  "this",
  "have",
  "not",
  "which",
  "will",
  "would",
  "been",
  "their",
  "said",
  "it",
  "is",
]);

/** Below this a text in Latin letters may be a headline of names, whatever the detector takes it for. */
const shortestLatin = 100;

/** In so short a text a single one of them tells English better than the detector does. */
const shortLetters = 300;

/** Fewer letters than this tell no language. */
const fewestLetters = 40;
/** Of this much of a text the language is told. */
const sampleUnits = 4000;
/** A share of function words at which a text is English beyond doubt. */
const plainShare = 0.18;

/** Below this share a text that the detector takes for another language is one. */
const doubtfulShare = 0.1;

let detector: Detector | null = null;

/**
 * "not English (Russian): skipped", or null where the text is English or too short to tell. Most texts are
 * told by their function words; the detector is loaded only for the others. A language that a page
 * declares is no proof, so it is not asked.
 */
export function languageFault(text: string): string | null {
  const sample = text.slice(0, sampleUnits);
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const letters = words.reduce((sum, word) => sum + word.length, 0);
  if (letters < fewestLetters) return null;
  const frequent = words.filter((word) => english.has(word)).length;
  if (frequent >= words.length * plainShare) return null;
  if (letters < shortLetters && (frequent > 0 || (letters < shortestLatin && isLatin(sample)))) return null;
  detector ??= (createRequire(import.meta.url)("franc-min") as { readonly franc: Detector }).franc;
  const found = detector(sample);
  if (found === "eng" || found === "sco") return null;
  if (found === "und") return scriptFault(sample);
  // Headlines and lists of names have few function words and mislead the detector.
  if (frequent >= words.length * doubtfulShare) return null;
  return `not English (${nameOf(found)}): skipped`;
}

function isLatin(sample: string): boolean {
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return latin * 2 >= (sample.match(/\p{L}/gu)?.length ?? 0);
}

/** Letters that are mostly not Latin are no English, whatever they are. */
function scriptFault(sample: string): string | null {
  return !isLatin(sample) ? "not English (language unknown): skipped" : null;
}

function nameOf(tag: string): string {
  return new Intl.DisplayNames(["en"], { type: "language" }).of(tag) ?? tag;
}
