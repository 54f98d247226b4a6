import { readdirSync, readFileSync } from "node:fs";
import { type Language, openLanguage } from "./language/index.js";
import { type Fault, packageFile, type Reading, type Report } from "./model/index.js";
import { loadPartyBook } from "./parties/index.js";
import {
  type Books,
  loadActBook,
  loadCodeTables,
  loadContexts,
  loadGovernors,
  loadOutlets,
  loadSectors,
  readStatements,
} from "./statements/index.js";

/** Reads reports into statements; holds the language model, the party book and the act book. */
export interface Reader {
  readonly books: Books;
  /** Pure: the same report gives the same reading. Never throws, whatever the text. */
  read(report: Report): Reading;
}

/** The data that ships with the package is broken; the faults say where. */
export class DataError extends Error {
  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super("the data of the package is broken");
    this.faults = faults;
  }
}

/**
 * The stages in order: a report (read/) is cut into sentences (language/); names become parties (parties/);
 * sentences become statements and claims (statements/). Events and relations (record/) come after.
 */
export function createReader(language: Language, books: Books): Reader {
  return Object.freeze({
    books,
    read: (report: Report): Reading => {
      const document = language.analyse(report);
      const { statements, claims } = readStatements(document, books);
      const sentences = document.sentences.map(({ start, end }) => ({ start, end }));
      return Object.freeze({ report, sentences, statements, claims, faults: [] });
    },
  });
}

/** Opens the reader with the model and the data of the package. Throws `DataError` where the data are broken. */
export function openReader(): Reader {
  const books = openBooks();
  const model = readFileSync(packageFile("models/english.bin"));
  const kernel = readFileSync(packageFile("dist/kernel.wasm"));
  return createReader(openLanguage(model, kernel, books.parties.standIns), books);
}

export function openBooks(): Books {
  const file = (name: string) => ({ name, text: readFileSync(packageFile(name), "utf8") });
  const codes = loadCodeTables(file("data/codes/cameo.csv"), file("data/codes/plover.csv"));
  const acts = loadActBook(
    readdirSync(packageFile("data/acts/"))
      .filter((name) => name.endsWith(".yml"))
      .sort()
      .map((name) => file(`data/acts/${name}`)),
    file("data/things.yml"),
    codes,
  );
  const governors = loadGovernors(file("data/modality.yml"));
  const outlets = loadOutlets(file("data/outlets.csv"));
  const sectors = loadSectors(file("data/sectors.yml"));
  const contexts = loadContexts(file("data/contexts.yml"));
  const parties = loadPartyBook({
    parties: file("data/parties/parties.csv").text,
    names: file("data/parties/names.csv").text,
    governments: file("data/parties/governments.csv").text,
    cities: file("data/parties/cities.csv").text,
    groups: file("data/parties/groups.csv").text,
    holders: () => file("data/parties/office-holders.csv").text,
  });
  if (!acts.ok || !governors.ok || !outlets.ok || !parties.ok || !sectors.ok || !contexts.ok) {
    throw new DataError([acts, governors, outlets, parties, sectors, contexts].flatMap((one) => one.faults));
  }
  return {
    acts: acts.value,
    governors: governors.value,
    outlets: outlets.value,
    parties: parties.value,
    sectors: sectors.value,
    contexts: contexts.value,
  };
}
