import { readdirSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { type Fault, faultLine, packageFile } from "../src/model/index.js";
import { openReader, type Reader } from "../src/pipeline.js";
import { readJson } from "../src/read/index.js";
import { pairClaims, pairStatements } from "./scoring/compare.js";
import { type GoldFile, type GoldReport, readGold } from "./scoring/gold.js";
import { scoreHistories } from "./scoring/histories.js";
import { missesOf } from "./scoring/misses.js";
import type { Pairing } from "./scoring/pairing.js";
import { scorePlover } from "./scoring/plover.js";
import { claimTable, statementTable } from "./scoring/tables.js";
import { addReport, emptyTally, type Tally } from "./scoring/tally.js";
import { scoreTreebank } from "./scoring/treebank.js";

interface Options {
  readonly file?: readonly string[];
  readonly treebank?: string;
  readonly histories?: string;
  readonly plover?: string;
  /** The number of misses to print; true for all. */
  readonly errors?: number | true;
}

const command = new Command("evaluate")
  .description(
    "Scores the reader on the gold reports, on histories or event records, or its tags and trees on a treebank.",
  )
  .option("--file <files...>", "gold files to score instead of all of bench/gold")
  .option("--errors [number]", "print what was missed, made up or wrong, at most so many", wholeNumber)
  .option("--treebank <file>", "score tags, trees, tokens and sentences on a treebank in CoNLL-U instead")
  .option("--histories <file>", "score sections of diplomatic histories in JSON Lines instead")
  .option("--plover <file>", "score PLOVER gold records in JSON instead")
  .parse();

const options = command.opts<Options>();
if (options.treebank !== undefined) console.log(scoreTreebank(readFileSync(options.treebank, "utf8")));
else if (options.histories !== undefined)
  console.log(await scoreHistories(await openReader(), readFileSync(options.histories, "utf8")));
else if (options.plover !== undefined)
  console.log(await scorePlover(await openReader(), readFileSync(options.plover, "utf8")));
else await evaluateGold(options);

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError("give a whole number.");
  return Number(value);
}

async function evaluateGold({ file, errors }: Options): Promise<void> {
  const gold = packageFile("bench/gold/");
  const paths =
    file ??
    readdirSync(gold)
      .filter((name) => name.endsWith(".jsonl"))
      .sort()
      .map((name) => new URL(name, gold));
  const files = paths.map((path) => readGold(basename(String(path)), readFileSync(path, "utf8")));
  const reader = await openReader();
  const scores: Scores = {
    files: new Map(),
    topics: new Map(),
    acts: new Map(),
    misses: [],
    faults: files.flatMap((one) => one.faults),
  };
  for (const one of files) await scoreFile(reader, one, scores);
  print(scores, errors);
  process.exitCode = scores.faults.length === 0 ? 0 : 1;
}

interface Scores {
  readonly files: Map<string, Tally>;
  readonly topics: Map<string, Tally>;
  readonly acts: Map<string, Tally>;
  readonly misses: string[];
  readonly faults: Fault[];
}

async function scoreFile(reader: Reader, file: GoldFile, scores: Scores): Promise<void> {
  for (const gold of file.reports) {
    const item = readJson(jsonOf(gold), `${file.name} (${gold.id})`, null, {});
    if ("fault" in item) {
      scores.faults.push(item.fault);
      continue;
    }
    const reading = await reader.read(item.report);
    const judged = reading.statements.filter(({ act }) => isAnnotated(reader, gold, act));
    const statements = pairStatements(gold, judged);
    const claims = pairClaims(gold, reading.claims);
    for (const act of new Set([...gold.statements, ...judged].map((one) => one.act)))
      addReport(at(scores.acts, act), ofAct(statements, act), { pairs: [], missed: [], extra: [] });
    for (const tally of [
      at(scores.files, file.name),
      at(scores.files, "all"),
      at(scores.topics, gold.topic),
    ]) {
      addReport(tally, statements, claims);
    }
    scores.misses.push(...missesOf(gold, reading, statements, claims));
  }
}

/** Only acts that the annotator was asked for are judged: acts of contact, speech and force have a gold of their own. */
function isAnnotated(reader: Reader, { scope }: GoldReport, act: string): boolean {
  if (scope === "recognition") return act === "recognise" || act === "withdraw-recognition";
  return reader.books.acts.entry(act)?.file.kind === "status";
}

function ofAct<G extends { readonly act: string }, F extends { readonly act: string }>(
  { pairs, missed, extra }: Pairing<G, F>,
  act: string,
): Pairing<G, F> {
  return {
    pairs: pairs.filter(([gold]) => gold.act === act),
    missed: missed.filter((one) => one.act === act),
    extra: extra.filter((one) => one.act === act),
  };
}

function jsonOf({ id, title, published, outlet, text }: GoldReport): unknown {
  return { id, title, published, outlet, text };
}

function at(tallies: Map<string, Tally>, name: string): Tally {
  const tally = tallies.get(name) ?? emptyTally();
  tallies.set(name, tally);
  return tally;
}

function print({ files, topics, acts, misses, faults }: Scores, errors: number | true | undefined): void {
  const byName = (tallies: Map<string, Tally>) =>
    new Map([...tallies].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1)));
  const shown = errors === undefined ? [] : errors === true ? misses : misses.slice(0, errors);
  for (const miss of shown) console.log(`${miss}\n`);
  console.log(statementTable("statements by topic", byName(topics)));
  console.log(`\n${statementTable("statements by act", byName(acts))}`);
  console.log(`\n${statementTable("statements by file", byName(files))}`);
  console.log(`\n${claimTable("claims by file", byName(files))}`);
  for (const fault of faults) console.error(faultLine(fault));
}

/** The sum of all comes last. */
function rank(name: string): number {
  return name === "all" ? 1 : 0;
}
