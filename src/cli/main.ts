import { readFileSync } from "node:fs";
import { Command, CommanderError } from "commander";
import { packageFile } from "../model/index.js";
import { exitCodes, type ReadOptions } from "./contract.js";
import type { Surroundings } from "./surroundings.js";

/**
 * Runs one command and gives the exit code. Only what the command needs is loaded, so that help, version
 * and mistakes are answered at once.
 */
export async function runCommandLine(words: readonly string[], surroundings: Surroundings): Promise<number> {
  const pending: Promise<void>[] = [];
  let code: number = exitCodes.done;
  const program = createProgram({
    out: (text) => void pending.push(surroundings.output.write(text)),
    err: (text) => void pending.push(surroundings.errors.write(text)),
  });
  addRead(program, async (options, sources) => {
    const { readCommand } = await import("./read/command.js");
    code = await readCommand(options, sources, surroundings);
  });
  try {
    await program.parseAsync(words, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    code = isAnswer(error) ? exitCodes.done : exitCodes.wrongUse;
  }
  await Promise.all(pending);
  return code;
}

/** Help and version are answers to a question, not mistakes. */
function isAnswer(error: CommanderError): boolean {
  return (
    error.code === "commander.helpDisplayed" || error.code === "commander.version" || error.exitCode === 0
  );
}

interface Writers {
  out(text: string): void;
  err(text: string): void;
}

function createProgram({ out, err }: Writers): Command {
  return new Command("credence")
    .description(
      "Reads the news and keeps the diplomatic record: who recognises whom, since when, on whose word.",
    )
    .version(version())
    .helpCommand(false)
    .exitOverride()
    .configureOutput({ writeOut: out, writeErr: err })
    .showSuggestionAfterError()
    .addHelpText("after", "\nExit codes: 0 done, 1 something could not be read or done, 2 wrong use.");
}

function addRead(
  program: Command,
  action: (options: ReadOptions, sources: readonly string[]) => Promise<void>,
): void {
  const command = program.command("read");
  command
    .description("print what reports state")
    .argument("[sources...]", 'files, folders, http(s) addresses, or "-" for standard input')
    .option("--json", "print JSON: one object for each report, on one line each if there are several")
    .option("--jsonl", "a stream: JSON Lines of reports in, one line out for each, in order, on all cores")
    .option("--published <date>", "the day of publication, YYYY-MM-DD, for reports read in this run")
    .option("--outlet <name>", "who published the reports")
    .option("--title <title>", "the title of the report")
    .option("--url <address>", "the address of the report")
    .addHelpText("after", examples)
    .action(async (sources: string[], options: ReadOptions) => {
      const mistake = mistakeIn(options, sources);
      if (mistake !== null) command.error(`error: ${mistake}\n\n${command.helpInformation()}`);
      await action(options, sources);
    });
}

const examples = `
Examples:
  credence read report.txt --published 2025-07-04 --outlet Reuters
  credence read --json https://example.org/news/article.html
  credence read --jsonl reports.jsonl > statements.jsonl`;

function mistakeIn({ json, jsonl }: ReadOptions, sources: readonly string[]): string | null {
  if (json === true && jsonl === true) return "--json and --jsonl exclude each other; give one of them";
  if (jsonl !== true && sources.length === 0)
    return 'nothing to read; give a file, a folder, an address or "-"';
  return null;
}

function version(): string {
  const { version } = JSON.parse(readFileSync(packageFile("package.json"), "utf8")) as {
    readonly version: string;
  };
  return version;
}
