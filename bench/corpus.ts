import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { packageFile } from "../src/model/index.js";

/** Reports of the bench, and about how many words each has. */
const reportCount = 400;
const wordsEach = 400;

/** One paragraph in this many states or governs an act; the others are the rest of the news. */
const share = 5;

const openings = [
  "In the capital",
  "At the port",
  "Along the border",
  "In the northern provinces",
  "Across the country",
  "In the old town",
  "On the islands",
  "At the airport",
];
const subjects = [
  "officials",
  "farmers",
  "engineers",
  "the mayor",
  "shopkeepers",
  "the energy minister",
  "two economists",
  "the central bank",
  "local reporters",
  "teachers",
];
const verbs = [
  "said that the new budget would raise spending on roads",
  "warned that the harvest had fallen short for a third year",
  "described the talks as useful and short",
  "opened a bridge that had been closed since the floods",
  "called the plan to build a second terminal ambitious",
  "complained that prices of bread and fuel had doubled",
  "met a delegation of investors from Seoul and Jakarta",
  "published figures that showed unemployment at 7.2 percent",
];
const endings = [
  "after a winter of strikes.",
  "while rain delayed the ceremony by an hour.",
  "according to a report seen by two newspapers.",
  "although parliament has yet to vote on it.",
  "as the rainy season began.",
  "in a statement read out on Tuesday evening.",
  "before leaving for a summit in Nairobi.",
  "despite doubts about the cost.",
];

/**
 * News-like reports, the same on every machine: paragraphs about acts from the gold reports among paragraphs
 * put together from everyday news, in a share that is usual for political pages.
 */
export function newsTexts(): readonly string[] {
  const lines = readFileSync(packageFile("bench/gold/development.jsonl"), "utf8").trim().split("\n");
  const acts = lines.map((line) =>
    (JSON.parse(line) as { readonly text: string }).text.replaceAll("\n", " "),
  );
  let state = 7;
  const pick = <T>(from: readonly T[]): T => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return from[(state >>> 8) % from.length] as T;
  };
  return Array.from({ length: reportCount }, () => {
    const paragraphs: string[] = [];
    for (let words = 0; words < wordsEach; ) {
      const sentence = () => `${pick(openings)}, ${pick(subjects)} ${pick(verbs)} ${pick(endings)}`;
      const paragraph = paragraphs.length % share === 0 ? pick(acts) : `${sentence()} ${sentence()}`;
      paragraphs.push(paragraph);
      words += paragraph.split(" ").length;
    }
    return paragraphs.join("\n\n");
  });
}

/** As long as a dense text is, in words, at least. */
const denseWords = 60;

/** Short texts in which every sentence states an act or governs one. */
export function denseTexts(): readonly string[] {
  const lines = readFileSync(packageFile("bench/gold/acts-development.jsonl"), "utf8").trim().split("\n");
  const texts: string[] = [];
  let text = "";
  for (const line of lines) {
    text += `${(JSON.parse(line) as { readonly text: string }).text.replaceAll("\n", " ")} `;
    if (text.split(" ").length < denseWords) continue;
    texts.push(text.trim());
    text = "";
  }
  return texts;
}

/** News in which nobody changes the status of anybody. */
export function everydayTexts(): readonly string[] {
  return newsTexts().map((text) =>
    text
      .split("\n\n")
      .filter((_, at) => at % share !== 0)
      .join("\n\n"),
  );
}

/** The texts of a folder of the user's own. */
export function textsIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".txt"))
    .sort()
    .map((name) => readFileSync(join(folder, name), "utf8"));
}
