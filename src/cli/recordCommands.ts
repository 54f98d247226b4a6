import type { Command } from "commander";
import type {
  AddOptions,
  CheckOptions,
  ExportOptions,
  LogOptions,
  RebuildOptions,
  ReviewOptions,
  ShowOptions,
  TimelineOptions,
} from "./contract.js";
import type { ServeOptions } from "./serve/options.js";
import type { Surroundings } from "./surroundings.js";

/** Adds the commands on the record; each is loaded when it is run, and gives its exit code to `done`. */
export function addRecordCommands(
  program: Command,
  surroundings: Surroundings,
  done: (code: number) => void,
): void {
  recordCommand(program, "add", "read reports into the record, and tell what changed")
    .argument("<sources...>", 'files, folders, http(s) addresses, or "-" for standard input')
    .option("--dry-run", "tell what would change, and add nothing")
    .option("--published <date>", "the day of publication, YYYY-MM-DD, for reports read in this run")
    .option("--outlet <name>", "who published the reports")
    .option("--title <title>", "the title of the report")
    .option("--url <address>", "the address of the report")
    .action(async (sources: string[], options: AddOptions) => {
      const { addCommand } = await import("./record/add.js");
      done(await addCommand(options, sources, surroundings));
    });
  momentCommand(program, "show", "show what the record holds of a party, or between two")
    .argument("<party>", "a name or an id")
    .argument("[counterpart]", "the other party")
    .option("--evidence", "quote the words behind each line")
    .action(async (party: string, counterpart: string | undefined, options: ShowOptions) => {
      const { showCommand } = await import("./record/show.js");
      done(await showCommand(named(party, counterpart), options, surroundings));
    });
  momentCommand(program, "timeline", "list events in time, of a party or between two")
    .argument("<party>", "a name or an id")
    .argument("[counterpart]", "the other party")
    .option("--from <date>", "from this day or year on")
    .option("--to <date>", "up to this day")
    .option("--act <act>", "only this act")
    .option("--all", "acts of contact, speech and force too")
    .option("--evidence", "quote the words behind each event")
    .action(async (party: string, counterpart: string | undefined, options: TimelineOptions) => {
      const { timelineCommand } = await import("./record/timeline.js");
      done(await timelineCommand(named(party, counterpart), options, surroundings));
    });
  momentCommand(program, "check", "judge claims such as “the first country to recognise” by the record")
    .argument("[sentence]", "a sentence with a claim")
    .option("--report <id>", 'the claims of a report on record, or of "all"')
    .action(async (sentence: string | undefined, options: CheckOptions) => {
      const { checkCommand } = await import("./record/check.js");
      done(await checkCommand(sentence, options, surroundings));
    });
  recordCommand(program, "log", "list the changes of the record, or show one")
    .argument("[change]", "the number of a change")
    .option("--limit <number>", "changes listed at most; 20 if not given")
    .action(async (change: string | undefined, options: LogOptions) => {
      const { logCommand } = await import("./record/log.js");
      done(await logCommand(change, options, surroundings));
    });
  recordCommand(program, "review", "decide on what was read: accept, reject, correct, merge, split, …")
    .argument("<decision>", "accept, reject, correct, merge, split, retract, rate, undo; or queue, or list")
    .argument("[things...]", "what it is about; see below")
    .option("--why <reason>", "why, for those who read the record later")
    .option("--who <name>", "who decides; CREDENCE_WHO or the user's name if not given")
    .addHelpText("after", decisions)
    .action(async (kind: string, things: string[], options: ReviewOptions) => {
      const { reviewCommand } = await import("./record/review.js");
      done(await reviewCommand(kind, things, options, surroundings));
    });
  recordCommand(program, "rebuild", "derive the record anew from its reports and decisions")
    .option("--history", "take over the history on board of this version first")
    .action(async (options: RebuildOptions) => {
      const { rebuildCommand } = await import("./record/rebuild.js");
      done(await rebuildCommand(options, surroundings));
    });
  recordCommand(
    program,
    "serve",
    "answer questions about the record over HTTP, and show its page in a browser",
  )
    .option("--host <address>", "where to listen; 127.0.0.1, which only this machine reaches, if not given")
    .option("--port <number>", "the port; 8473 if not given, 0 for any free one")
    .option("--token <token>", "lets who holds it add and decide; CREDENCE_TOKEN if not given, else nobody")
    .option("--cors <origins...>", "origins whose pages may ask, for example https://example.org")
    .action(async (options: ServeOptions) => {
      const { serveCommand } = await import("./serve/command.js");
      done(await serveCommand(options, surroundings));
    });
  momentCommand(program, "export", "write the record for other programs")
    .option(
      "--format <format>",
      "jsonl (JSON Lines), csv, or plover (event records as CSV); jsonl if not given",
    )
    .option("--what <what>", "events, relations, prospects or statements; relations if not given")
    .action(async (options: ExportOptions) => {
      const { exportCommand } = await import("./record/export.js");
      done(await exportCommand(options, surroundings));
    });
}

/** A command on the record, with what all of them are given. */
function recordCommand(program: Command, name: string, description: string): Command {
  return program
    .command(name)
    .description(description)
    .option("--record <where>", "a folder or a postgres:// address; CREDENCE_RECORD if not given")
    .option("--bare", "make a new record without the history on board")
    .option("--json", "print JSON");
}

/** A command that asks the record about a moment. */
function momentCommand(program: Command, name: string, description: string): Command {
  return recordCommand(program, name, description)
    .option("--as-of <date>", "the day that is asked about, YYYY-MM-DD")
    .option("--known-at <moment>", "as the record knew it then: a day (its end) or a time, ISO 8601");
}

function named(party: string, counterpart: string | undefined): readonly string[] {
  return counterpart === undefined ? [party] : [party, counterpart];
}

const decisions = `
Decisions:
  accept STATEMENT                 the reading is right
  reject STATEMENT                 the reading is wrong; nothing follows from it from now on
  correct STATEMENT FIELD=VALUE…   act, actor, target, object, form, date, mission, city, person, polarity, modality
  merge EVENT EVENT…               they are one occurrence
  split EVENT STATEMENT…           these statements tell of another occurrence
  retract REPORT                   the report does not count
  rate OUTLET A|B|C|D|E|F          the reliability of an outlet
  undo DECISION                    takes a decision back
  list                             all decisions`;
