import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { Command } from "commander";
import { openReader } from "../src/pipeline.js";
import { readJson } from "../src/read/index.js";
import { type MarkedText, marked } from "./scoring/corpus.js";
import { addText, confidenceLines, emptyScore, type Score, scoreLine } from "./scoring/marks.js";

// Scores the reader on files of the corpus of diplomatic acts (`training/corpus/`), an author a row. A figure says
// something only on authors whom the shipped model has not seen; its manifest names them.

const command = new Command("authors")
  .description("Scores the reader on files of the corpus of diplomatic acts, a row for each.")
  .argument("<files...>", "files in the format of training/corpus/")
  .option("--misses", "print what was missed and what was made up")
  .parse();

const { misses } = command.opts<{ readonly misses?: true }>();
const reader = await openReader();
const scores: Score[] = [];
for (const file of command.args) {
  const score = emptyScore(basename(file, ".jsonl"));
  for (const text of marked(file, readFileSync(file, "utf8"))) await scoreText(text, score);
  scores.push(score);
  console.log(scoreLine(score));
}
const mean = (of: (score: Score) => number) =>
  (scores.reduce((sum, one) => sum + of(one), 0) / scores.length).toFixed(3);
if (scores.length > 1)
  console.log(
    `mean F1: act and parties ${mean((one) => one.core.f1)}, with stance ${mean((one) => one.full.f1)}`,
  );
console.log(confidenceLines(scores));

async function scoreText(text: MarkedText, score: Score): Promise<void> {
  const item = readJson(text.report, text.id, null, {});
  if ("fault" in item) {
    console.error(`${text.id}: ${item.fault.what}`);
    return;
  }
  const told = addText(score, text, await reader.read(item.report));
  if (misses === true) for (const one of told) console.log(`  ${text.id}  ${one}`);
}
