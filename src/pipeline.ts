import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Language, openLanguage } from "./language/index.js";
import { type Fault, type Outcome, packageFile, type Reading, type Report } from "./model/index.js";
import { loadPartyBook } from "./parties/index.js";
import {
  type ActBook,
  type ActReader,
  type Books,
  candidatesJson,
  headed,
  learnedActs,
  loadActBook,
  loadCodeTables,
  loadContexts,
  loadGovernors,
  loadOutlets,
  loadSectors,
  openActReader,
  readStatements,
  type SourceFile,
  verbStandIns,
  withoutHead,
} from "./statements/index.js";

/** Reads reports into statements; holds the language model, the party book and the act book. */
export interface Reader {
  readonly books: Books;
  /** Pure: the same report gives the same reading. Never throws, whatever the text. */
  read(report: Report): Promise<Reading>;
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
export function createReader(language: Language, books: Books, acts: ActReader): Reader {
  return Object.freeze({
    books,
    read: async (report: Report): Promise<Reading> => {
      // The title is read before the text, as a reader does; see statements/title.ts.
      const { report: whole, offset } = headed(report);
      const document = language.analyse(whole);
      const head = document.sentences.filter(({ start }) => start < offset).length;
      const read = await readStatements(document, books, acts, offset);
      const { statements, claims } = withoutHead(read.statements, read.claims, offset, head, books.parties);
      const sentences = document.sentences
        .slice(head)
        .map(({ start, end }) => ({ start: start - offset, end: end - offset }));
      return Object.freeze({ report, sentences, statements, claims, faults: [] });
    },
  });
}

/** Acts of the user's own: a folder of act files, or single files. One that bears the name of an act of the package replaces it. */
export interface OwnActs {
  readonly folder?: string | undefined;
  readonly files?: readonly string[] | undefined;
}

/**
 * Opens the reader with the model and the data of the package, and with acts of the user's own. Throws `DataError` where
 * the data or those acts are broken.
 */
export async function openReader(own: OwnActs = {}): Promise<Reader> {
  const books = openBooks(own);
  return createReader(openEnglish(books), books, await openActs());
}

/** Tells what the reader of acts chooses from in a report, as plain data to learn from; needs no reader of acts. */
export function openCandidates(): (report: Report) => object {
  const books = openBooks();
  const language = openEnglish(books);
  return (report) => {
    const { report: whole, offset } = headed(report);
    return candidatesJson(language.analyse(whole), books, offset);
  };
}

function openEnglish({ parties }: Books): Language {
  const model = readFileSync(packageFile("models/english.bin"));
  const kernel = readFileSync(packageFile("dist/kernel.wasm"));
  return openLanguage(model, kernel, new Map([...parties.standIns, ...verbStandIns]));
}

/** Opens the learned reader of acts of the package. */
export function openActs(): Promise<ActReader> {
  return openActReader((name) => readFileSync(packageFile(`models/reader/${name}`)));
}

/** Act files as they are: the package's first, then the user's own. Throws where one of the latter cannot be read. */
export function actFiles({ folder, files = [] }: OwnActs = {}): readonly SourceFile[] {
  const home = packageFile("data/acts/");
  const ours = namesIn(home).map((name) => ({
    name: `data/acts/${name}`,
    text: readFileSync(new URL(name, home), "utf8"),
  }));
  const own = ownFiles({ folder, files });
  const replaced = new Set(own.map(actOf));
  return [...ours.filter((file) => !replaced.has(actOf(file))), ...own];
}

function ownFiles({ folder, files = [] }: OwnActs): readonly SourceFile[] {
  const paths = [
    ...(folder === undefined ? [] : namesIn(folder).map((name) => join(folder, name))),
    ...files,
  ];
  return paths.map((name) => ({ name, text: readFileSync(name, "utf8") }));
}

/** The act that a file describes, as its first key says; empty where it says none. */
export function actOf({ text }: SourceFile): string {
  return /^act:\s*(\S+)/m.exec(text)?.[1] ?? "";
}

function namesIn(folder: string | URL): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".yml"))
    .sort();
}

/** Loads the act book from the texts of act files; see `actFiles`. */
export function openActBook(files: readonly SourceFile[]): Outcome<ActBook> {
  const codes = loadCodeTables(dataFile("data/codes/cameo.csv"), dataFile("data/codes/plover.csv"));
  return loadActBook(files, dataFile("data/things.yml"), codes);
}

function dataFile(name: string): SourceFile {
  return { name, text: readFileSync(packageFile(name), "utf8") };
}

export function openBooks(own: OwnActs = {}): Books {
  const file = dataFile;
  const acts = openActBook(actFiles(own));
  const replaced = new Set(ownFiles(own).map(actOf));
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
    shortForms: file("data/parties/short-forms.csv").text,
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
    learned: new Set(learnedActs.filter((act) => !replaced.has(act))),
  };
}
