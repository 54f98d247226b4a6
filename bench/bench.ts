import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { arch, cpus, platform } from "node:os";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { openLanguage, type Sentence } from "../src/language/index.js";
import { packageFile, type Report } from "../src/model/index.js";
import { createReader, openActs, openBooks } from "../src/pipeline.js";
import { readText } from "../src/read/index.js";
import { denseTexts, everydayTexts, newsTexts, textsIn } from "./corpus.js";
import { neighbours } from "./neighbours.js";

/** Rounds over all texts; the median counts, so that a disturbed round does not. */
const rounds = 5;

const { values: options } = parseArgs({ options: { texts: { type: "string" } } });
const texts = options.texts === undefined ? newsTexts() : textsIn(options.texts);
const reports = texts.map((text) => reportOf(text));
const books = openBooks();
const modelBytes = readFileSync(packageFile("models/english.bin"));
const kernelBytes = readFileSync(packageFile("dist/kernel.wasm"));
const openings = Array.from({ length: rounds }, () => timed(() => openLanguage(modelBytes, kernelBytes)));
const language = openLanguage(modelBytes, kernelBytes, books.parties.standIns);
const reader = createReader(language, books, await openActs());
const tokens = reports.reduce((sum, report) => sum + language.analyse(report).tokenCount, 0);

process.stdout.write(
  `${cpus()[0]?.model ?? "unknown processor"}, ${platform()} ${arch()}, Node ${process.version}, one core\n`,
);
process.stdout.write(
  `${reports.length} reports, ${tokens} tokens (${Math.round(tokens / reports.length)} a report); median of ${rounds} rounds\n\n`,
);
process.stdout.write(`${"stage".padEnd(34)}${"reports/s".padStart(12)}${"tokens/s".padStart(12)}\n`);

line("read: text to report", () => texts.forEach((text) => void readText(text, "bench", {})));
line("language: tokens, sentences", () => reports.forEach((report) => void language.analyse(report)));
line("  … and tags, names", () => eachSentence((sentence) => void sentence.upos(0)));
line("  … and tags, trees", () =>
  eachSentence((sentence) => void (sentence.upos(0) + String(sentence.head(0)))),
);
line("parties: mentions of all sentences", () => {
  for (const report of reports) {
    const document = language.analyse(report);
    const parties = books.parties.read(document, report.published);
    for (const sentence of document.sentences) parties.in(sentence.index);
  }
});
await slowLine("whole path: report to statements", async () => {
  for (const report of reports) await reader.read(report);
});
await slowLine("whole path: text to statements", async () => {
  for (const text of texts) await reader.read(reportOf(text));
});
await otherTexts("everyday news: whole path", everydayTexts());
await otherTexts("dense texts of 60 words: whole path", denseTexts());
for (const { name, run } of neighbours()) line(name, () => texts.forEach(run));

const memory = process.resourceUsage().maxRSS / 1024;
process.stdout.write(
  `\nmodel opened in ${median(openings).toFixed(0)} ms; peak memory of this run ${memory.toFixed(0)} MB, neighbours included\n`,
);
process.stdout.write(
  `command: --version in ${started(["--version"]).toFixed(0)} ms, first report in ${started(["read", "--json", "-"]).toFixed(0)} ms\n`,
);

function reportOf(text: string): Report {
  const item = readText(text, "bench", { published: "2025-07-04" });
  if ("fault" in item) throw new Error(`a text of the bench cannot be read: ${item.fault.what}`);
  return item.report;
}

function eachSentence(act: (sentence: Sentence) => void): void {
  for (const report of reports) for (const sentence of language.analyse(report).sentences) act(sentence);
}

/** Runs once to warm up, then `rounds` times. */
function line(name: string, run: () => void): void {
  run();
  print(
    name,
    Array.from({ length: rounds }, () => timed(run)),
  );
}

/** The whole path over other texts. */
async function otherTexts(name: string, own: readonly string[]): Promise<void> {
  const all = own.map((text) => reportOf(text));
  const words = all.reduce((sum, report) => sum + language.analyse(report).tokenCount, 0);
  await slowLine(
    name,
    async () => {
      for (const report of all) await reader.read(report);
    },
    all.length,
    words,
  );
}

/** The same for what waits. */
async function slowLine(
  name: string,
  run: () => Promise<void>,
  count = reports.length,
  words = tokens,
): Promise<void> {
  await run();
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const from = performance.now();
    await run();
    times.push(performance.now() - from);
  }
  print(name, times, count, words);
}

function print(name: string, times: readonly number[], count = reports.length, words = tokens): void {
  const seconds = median(times) / 1000;
  const perSecond = (number: number) =>
    Math.round(number / seconds)
      .toLocaleString("en")
      .padStart(12);
  process.stdout.write(`${name.padEnd(34)}${perSecond(count)}${perSecond(words)}\n`);
}

function timed(run: () => void): number {
  const from = performance.now();
  run();
  return performance.now() - from;
}

/** The command from its start to its end, median of five, in milliseconds. */
function started(args: readonly string[]): number {
  const command = fileURLToPath(packageFile("bin/credence.js"));
  const times = Array.from({ length: rounds }, () =>
    timed(
      () =>
        void spawnSync(process.execPath, [command, ...args], {
          input: "Peru recognised Kosovo on 22 February 2008.",
        }),
    ),
  );
  return median(times);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
