import { type Fault, faultLine } from "../../model/index.js";
import type { OwnActs, Reader } from "../../pipeline.js";
import { type Given, isoDate, readSource } from "../../read/index.js";
import { toldOfActs } from "../acts/faults.js";
import { exitCodes, type ReadOptions } from "../contract.js";
import { noDate } from "../mistakes.js";
import { pageOf } from "../page/page.js";
import { safe } from "../page/safe.js";
import { createStyle, isStyled } from "../page/style.js";
import { streamCommand } from "../stream/command.js";
import type { Surroundings } from "../surroundings.js";
import { readingJson } from "./json.js";
import { type Result, readOne } from "./reading.js";

/** `credence read`: what reports state, as pages or as JSON; gives the exit code. */
export async function readCommand(
  options: ReadOptions,
  sources: readonly string[],
  surroundings: Surroundings,
): Promise<number> {
  const published = options.published === undefined ? undefined : isoDate(options.published);
  if (published === null) {
    await surroundings.errors.write(
      `error: ${safe(noDate("--published", options.published ?? "", "2025-07-04"))}\n`,
    );
    return exitCodes.wrongUse;
  }
  const given: Given = { title: options.title, published, outlet: options.outlet, url: options.url };
  const own = { folder: options.acts };
  const openReader = opener(surroundings, own);
  try {
    // The acts of the user's own are looked at before the first report: a slip in them concerns every report.
    if (options.acts !== undefined) await openReader();
  } catch (error) {
    if (await toldOfActs(error, options.acts ?? "", surroundings)) return exitCodes.undone;
    throw error;
  }
  const faults =
    options.jsonl === true
      ? await streamCommand(sources, given, openReader, own, surroundings)
      : await printAll(results(sources, given, openReader, surroundings), options, openReader, surroundings);
  return faults === 0 ? exitCodes.done : exitCodes.undone;
}

/** Opens the reader when the first report asks for it, and once only. */
function opener({ openReader }: Surroundings, own: OwnActs): () => Promise<Reader> {
  let reader: Promise<Reader> | null = null;
  return () => (reader ??= openReader(own));
}

interface Located {
  readonly where: string;
}

async function* results(
  sources: readonly string[],
  given: Given,
  openReader: () => Promise<Reader>,
  surroundings: Surroundings,
): AsyncGenerator<Result & Located> {
  const outside = { input: surroundings.input, network: await surroundings.network() };
  for (const source of sources) {
    for await (const item of readSource(source, given, outside)) {
      if ("fault" in item) yield { fault: item.fault, where: item.fault.where };
      else yield { ...(await readOne(await openReader(), item.report, item.where, null)), where: item.where };
    }
  }
}

/** Prints what was read as it comes, the faults at the end; gives the number of faults. */
async function printAll(
  all: AsyncIterable<Result & Located>,
  { json }: ReadOptions,
  openReader: () => Promise<Reader>,
  surroundings: Surroundings,
): Promise<number> {
  const { output, errors, environment } = surroundings;
  const style = createStyle(isStyled(output.isTerminal, environment), output.columns);
  const faults: Fault[] = [];
  const printer = json === true ? jsonPrinter() : pagePrinter();
  for await (const result of all) {
    if ("fault" in result) faults.push(result.fault);
    else {
      faults.push(...result.reading.faults);
      const { parties } = (await openReader()).books;
      const nameOf = (party: string) => parties.party(party)?.name;
      await output.write(
        printer.next(result.reading, () => pageOf(result.reading, result.where, nameOf, style)),
      );
    }
  }
  await output.write(printer.end());
  for (const fault of faults) await errors.write(`${safe(faultLine(fault))}\n`);
  return faults.length;
}

interface Printer {
  next(reading: Parameters<typeof readingJson>[0], page: () => string): string;
  end(): string;
}

/** Pages stand an empty line apart. */
function pagePrinter(): Printer {
  let first = true;
  return {
    next: (_, page) => {
      const gap = first ? "" : "\n\n";
      first = false;
      return gap + page();
    },
    end: () => "",
  };
}

/** One report is laid out to be read; several stand on one line each, so that tools can take them apart. */
function jsonPrinter(): Printer {
  let held: object | null = null;
  let several = false;
  return {
    next: (reading) => {
      const before = held === null ? "" : `${JSON.stringify(held)}\n`;
      several ||= held !== null;
      held = readingJson(reading);
      return before;
    },
    end: () => (held === null ? "" : `${JSON.stringify(held, null, several ? undefined : 2)}\n`),
  };
}
