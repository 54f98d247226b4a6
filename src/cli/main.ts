import { Command, CommanderError } from "commander";
import { packageVersion } from "../model/index.js";
import { type ActsOptions, exitCodes, type PartiesOptions, type ReadOptions } from "./contract.js";
import { addRecordCommands } from "./recordCommands.js";
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
  addCandidates(program, async (sources) => {
    const { candidatesCommand } = await import("./candidates/command.js");
    code = await candidatesCommand(sources, surroundings);
  });
  addActs(program, {
    show: async (act, options) => {
      const { actsCommand } = await import("./acts/command.js");
      code = await actsCommand(act, options, surroundings);
    },
    test: async (files, options) => {
      const { actsTestCommand } = await import("./acts/command.js");
      code = await actsTestCommand(files, options, surroundings);
    },
  });
  addParties(program, async (name, options) => {
    const { partiesCommand } = await import("./parties/command.js");
    code = await partiesCommand(name, options, surroundings);
  });
  addRecordCommands(program, surroundings, (result) => {
    code = result;
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
    .version(packageVersion())
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
    .option("--acts <folder>", "a folder of act files of your own, read beside the act book")
    .addHelpText("after", examples)
    .action(async (sources: string[], options: ReadOptions) => {
      const mistake = mistakeIn(options, sources);
      if (mistake !== null) command.error(`error: ${mistake}\n\n${command.helpInformation()}`);
      await action(options, sources);
    });
}

/** For `training/` alone, and so not listed. */
function addCandidates(program: Command, action: (sources: readonly string[]) => Promise<void>): void {
  program
    .command("candidates", { hidden: true })
    .description("print what the reader of acts chooses from in each report: words, candidates, times")
    .argument("<sources...>", "JSON Lines of reports")
    .action((sources: string[]) => action(sources));
}

interface ActsActions {
  show(act: string | undefined, options: ActsOptions): Promise<void>;
  test(files: readonly string[], options: ActsOptions): Promise<void>;
}

function addActs(program: Command, actions: ActsActions): void {
  const command = program.command("acts");
  command
    .description("list the acts that the reader knows, explain one, or test the act book")
    .argument("[act]", "the act to explain")
    .option("--json", "print JSON")
    .option("--markdown", "print the whole book as a Markdown document")
    .option("--acts <folder>", "a folder of act files of your own, read beside the act book")
    .action((act: string | undefined, options: ActsOptions) => actions.show(act, options));
  command
    .command("test")
    .description("read the examples of the act book, or of act files, and tell what is read otherwise")
    .argument("[files...]", "act files (.yml) of your own")
    .action((files: string[], _: unknown, { parent }: Command) =>
      actions.test(files, parent?.opts<ActsOptions>() ?? {}),
    );
}

function addParties(
  program: Command,
  action: (name: string, options: PartiesOptions) => Promise<void>,
): void {
  program
    .command("parties")
    .description("show which party a name means, and why")
    .argument("<name>", 'a name, an id or a person, for example "Moscow" or "the Baltic states"')
    .option("--at <date>", "the day at which it is asked, YYYY-MM-DD; today if not given")
    .option("--json", "print JSON")
    .action(action);
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
