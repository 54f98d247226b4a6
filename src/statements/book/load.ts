import { isMap, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import type { Fault, Outcome } from "../../model/index.js";
import { type ActBook, createActBook } from "./book.js";
import { type ActFile, actFile, thingFile as thingFileSchema } from "./schema.js";
import { createThings, type Thing } from "./things.js";

/** A file as the caller read it: the loader itself touches no disk. */
export interface SourceFile {
  readonly name: string;
  readonly text: string;
}

/** Codes that an act may carry, from the pinned tables in `data/codes/`. */
export interface CodeTables {
  readonly cameo: ReadonlySet<string>;
  readonly plover: ReadonlySet<string>;
}

/**
 * Reads YAML into a typed value. Every fault of the file is reported with its line; none is thrown.
 */
export function readYaml<T>(file: SourceFile, schema: z.ZodType<T>): Outcome<T> {
  const lines = new LineCounter();
  const document = parseDocument(file.text, { lineCounter: lines, prettyErrors: false });
  const syntax = document.errors.map((error): Fault => {
    return fault(file, lines.linePos(error.pos[0]).line, error.message, "mend the YAML");
  });
  if (syntax.length > 0) return { ok: false, faults: syntax };
  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 100 }));
  if (parsed.success) return { ok: true, value: parsed.data, faults: [] };
  const faults = parsed.error.issues.map((issue): Fault => {
    const line = lineOf(document.contents, issue.path, lines);
    const where = issue.path.length > 0 ? `${issue.path.join(".")}: ` : "";
    return fault(file, line, `${where}${issue.message}`, "see data/acts/recognise.yml for the form");
  });
  return { ok: false, faults };
}

/** Loads all act files; each fault of each file is reported, and a book is made only of sound files. */
export function loadActBook(
  files: readonly SourceFile[],
  thingsFile: SourceFile,
  codes: CodeTables,
): Outcome<ActBook> {
  const faults: Fault[] = [];
  const readThings = readYaml(thingsFile, thingFileSchema);
  faults.push(...readThings.faults);
  const things = createThings(readThings.ok ? readThings.value : {});
  const sound: ActFile[] = [];
  for (const file of files) {
    const read = readYaml(file, actFile);
    faults.push(...read.faults);
    if (!read.ok) continue;
    faults.push(...codeFaults(file, read.value, codes));
    if (readThings.ok) faults.push(...thingFaults(file, read.value, things));
    sound.push(read.value);
  }
  faults.push(...clashes(files, sound));
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, value: createActBook(sound, things), faults: [] };
}

function codeFaults(file: SourceFile, entry: ActFile, codes: CodeTables): readonly Fault[] {
  const faults: Fault[] = [];
  const line = lineContaining(file, "codes:");
  if (!codes.cameo.has(entry.codes.cameo)) {
    faults.push(
      fault(file, line, `CAMEO has no code "${entry.codes.cameo}"`, "use one of data/codes/cameo.csv"),
    );
  }
  if (!codes.plover.has(entry.codes.plover)) {
    faults.push(
      fault(file, line, `PLOVER has no type "${entry.codes.plover}"`, "use one of data/codes/plover.csv"),
    );
  }
  return faults;
}

/** A frame that names a thing of which things.yml knows nothing. */
function thingFaults(file: SourceFile, entry: ActFile, things: ReadonlyMap<string, Thing>): readonly Fault[] {
  return entry.frames.flatMap(({ thing }) => {
    if (thing === undefined || things.has(thing)) return [];
    const what = `there is no thing "${thing}"`;
    return [
      fault(
        file,
        lineContaining(file, `thing: ${thing}`),
        what,
        "add it to data/things.yml or mend its name",
      ),
    ];
  });
}

/** Two acts that claim the same verb or noun, or the same name, are a fault that names both. */
function clashes(files: readonly SourceFile[], entries: readonly ActFile[]): readonly Fault[] {
  const claimed = new Map<string, ActFile>();
  const faults: Fault[] = [];
  for (const entry of entries) {
    const file = files.find((one) => one.text.includes(`act: ${entry.act}`)) ?? { name: entry.act, text: "" };
    const claims = [entry.act, ...entry.wording.verbs, ...entry.wording.nouns].map((word) => word);
    for (const word of new Set(claims)) {
      const earlier = claimed.get(word);
      if (earlier !== undefined && earlier !== entry) {
        const what = `"${word}" is claimed by ${earlier.act} and by ${entry.act}`;
        faults.push(fault(file, lineContaining(file, word), what, "leave it to one of them"));
      }
      claimed.set(word, entry);
    }
  }
  return faults;
}

function fault(file: SourceFile, line: number | null, what: string, mend: string): Fault {
  return { where: file.name, line, what, mend };
}

function lineContaining(file: SourceFile, words: string): number | null {
  const at = file.text.indexOf(words);
  return at < 0 ? null : file.text.slice(0, at).split("\n").length;
}

/** The line of the innermost node on the path that exists. */
function lineOf(root: Node | null, path: readonly PropertyKey[], lines: LineCounter): number | null {
  let node: unknown = root;
  let line: number | null = 1;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => String(item.key) === String(key));
      if (pair === undefined) break;
      line = positionOf(pair.key, lines) ?? line;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(key)];
      line = positionOf(node, lines) ?? line;
    } else break;
  }
  return line;
}

function positionOf(node: unknown, lines: LineCounter): number | null {
  const range = (node as Node | null | undefined)?.range;
  return range ? lines.linePos(range[0]).line : null;
}
