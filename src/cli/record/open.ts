import { type Fault, faultLine, localDay } from "../../model/index.js";
import { openBooks } from "../../pipeline.js";
import { isoDate } from "../../read/index.js";
import type { AsOf, Change, Ledger, Library } from "../../record/index.js";
import { additionOf, openCoverage, openHistory, registersOf } from "../../recording.js";
import { recordAddress, shownAddress, storeFault } from "../../store/index.js";
import { exitCodes, type RecordOptions } from "../contract.js";
import { noDate } from "../mistakes.js";
import type { NameOf } from "../page/names.js";
import { safe } from "../page/safe.js";
import { createStyle, isStyled, type Style } from "../page/style.js";
import type { Surroundings } from "../surroundings.js";

type Books = ReturnType<typeof openBooks>;

/** An open record, with what its commands share. */
export interface OpenRecord extends Library {
  readonly books: Books;
  readonly nameOf: NameOf;
  readonly style: Style;
  /** The moment that the options ask about. */
  readonly when: AsOf;
  /** Today in the machine's own time zone, YYYY-MM-DD. */
  readonly today: string;
}

/** A mistake of the user's in what a command was asked; told on standard error with exit code 2. */
export class WrongUse extends Error {}

/** Something that could not be done, with faults that say why; exit code 1. */
export class Undone extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(faultLine).join("\n"));
    this.faults = faults;
  }
}

/**
 * Opens the record that the options name, runs a command on it and closes it. A record that is not there yet is made,
 * with the history on board unless `--bare` is given.
 */
export async function withRecord(
  options: RecordOptions,
  surroundings: Surroundings,
  work: (record: OpenRecord) => Promise<number>,
): Promise<number> {
  const { errors, environment } = surroundings;
  const address = recordAddress(options.record, environment);
  try {
    const when = momentOf(options, surroundings);
    const books = openBooks();
    const registers = registersOf(books);
    const coverage = openCoverage();
    if (!coverage.ok) throw new Undone(coverage.faults);
    const opened = await surroundings.openLedger(
      address,
      registers,
      surroundings.clock,
      options.bare === true,
    );
    if (!opened.ok) throw new Undone(opened.faults);
    const { ledger, isNew, wantsHistory } = opened.value;
    try {
      if (isNew) {
        const held = options.bare === true ? "empty" : "with the history on board";
        await errors.write(`credence: made a new record in ${safe(shownAddress(address))}, ${held}\n`);
      }
      if (wantsHistory) await renewHistory(ledger, books);
      const { output } = surroundings;
      return await work({
        ledger,
        books,
        registers,
        coverage: coverage.value,
        nameOf: (party) => books.parties.party(party)?.name,
        style: createStyle(isStyled(output.isTerminal, environment), output.columns),
        when,
        today: localDay(surroundings.clock()),
      });
    } finally {
      await ledger.close();
    }
  } catch (error) {
    return await told(error, shownAddress(address), surroundings);
  }
}

/** Makes the history on board that of this version; null where it is so already. */
export async function renewHistory(ledger: Ledger, books: Books): Promise<Change | null> {
  const history = openHistory(books);
  if (!history.ok) throw new Undone(history.faults);
  return ledger.renewHistory(history.value.map((reading) => additionOf(reading, books, "history")));
}

async function told(error: unknown, where: string, { errors }: Surroundings): Promise<number> {
  if (error instanceof WrongUse) {
    await errors.write(`error: ${safe(error.message)}\n`);
    return exitCodes.wrongUse;
  }
  const fault = error instanceof Undone ? null : storeFault(error, where);
  if (!(error instanceof Undone) && fault === null) throw error;
  const faults = error instanceof Undone ? error.faults : [fault as Fault];
  for (const one of faults) await errors.write(`${safe(faultLine(one))}\n`);
  return exitCodes.undone;
}

/** The moment of `--as-of` and `--known-at`. A day as `--known-at` means the end of that day. */
function momentOf({ asOf, knownAt }: RecordOptions, { clock }: Surroundings): AsOf {
  const day = asOf === undefined ? null : isoDate(asOf);
  if (asOf !== undefined && day === null) throw new WrongUse(noDate("--as-of", asOf, "2025-07-04"));
  return { asOf: day, knownAt: knownAt === undefined ? null : instantOf(knownAt, clock()) };
}

function instantOf(written: string, now: number): string {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(written) && isoDate(written) !== null;
  const at = Date.parse(isDay ? `${written}T23:59:59.999` : written);
  if (Number.isNaN(at))
    throw new WrongUse(
      `--known-at: “${written}” is no moment; write a day or a time, for example ${new Date(now).toISOString()}`,
    );
  return new Date(at).toISOString();
}

/** The party that words name: an id, or a name at a date. */
export function partyNamed(words: string, { books, when, today }: OpenRecord): string {
  const found = books.parties.named(words, when.asOf ?? today);
  if (found !== null) return found;
  throw new WrongUse(
    `“${words}” names no one party; give its id or full name (credence parties "${words}" tells more)`,
  );
}
