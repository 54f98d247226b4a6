/**
 * How many of the parties that marked texts name are found and resolved: for each actor and target of the files given
 * (a text a line, as training/ describes), whether a mention or a group that overlaps its words carries its party.
 * `--misses` prints, for each that does not, the words, the party wanted, what was read there, and the text around.
 */
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { type Document, openLanguage } from "../src/language/index.js";
import { packageFile } from "../src/model/index.js";
import type { DocumentParties } from "../src/parties/index.js";
import { openBooks } from "../src/pipeline.js";
import { readText } from "../src/read/index.js";
import { headed, verbStandIns } from "../src/statements/index.js";

interface MarkedParty {
  readonly party: string | null;
  readonly words: string;
}

interface MarkedText {
  readonly id: string;
  readonly published?: string | null;
  readonly outlet?: string | null;
  readonly title?: string | null;
  readonly text: string;
  readonly acts: readonly {
    readonly actors: readonly MarkedParty[];
    readonly targets: readonly MarkedParty[];
  }[];
}

interface Place {
  readonly party: string;
  readonly start: number;
  readonly end: number;
}

/** Where bars mark the words meant, only those between them; null where the words are not in the text. */
function placeOf({ party, words }: MarkedParty, text: string): Place | null {
  const [before = "", marked = "", ...after] = words.split("|");
  const isMarked = after.length > 0;
  const at = text.indexOf(isMarked ? before + marked + after.join("") : words);
  if (party === null || at < 0) return null;
  const start = isMarked ? at + before.length : at;
  return { party, start, end: start + (isMarked ? marked : words).length };
}

/** The parties read in words that overlap a place, those of groups and of accreditations among them. */
function readAt(document: Document, parties: DocumentParties, { start, end }: Place): readonly string[] {
  const found = new Set<string>();
  const { dateline } = parties;
  if (dateline !== null && dateline.end > start && dateline.start < end) found.add(dateline.party);
  for (const sentence of document.sentences) {
    if (sentence.end <= start || sentence.start >= end) continue;
    for (const mention of parties.in(sentence.index)) {
      if (mention.end <= start || mention.start >= end) continue;
      for (const party of [mention.party, mention.accreditedTo]) if (party !== null) found.add(party);
    }
    for (const group of parties.groups(sentence.index)) {
      if (sentence.endOf(group.last) <= start || sentence.startOf(group.first) >= end) continue;
      for (const member of group.members) found.add(member);
    }
  }
  return [...found];
}

const books = openBooks();
const standIns = new Map([...books.parties.standIns, ...verbStandIns]);
const language = openLanguage(
  readFileSync(packageFile("models/english.bin")),
  readFileSync(packageFile("dist/kernel.wasm")),
  standIns,
);

interface Counts {
  right: number;
  other: number;
  none: number;
}

function readFile(file: string, printsMisses: boolean): Counts {
  const counts: Counts = { right: 0, other: 0, none: 0 };
  for (const line of readFileSync(file, "utf8").split("\n")) {
    if (line.trim() === "") continue;
    const marked = JSON.parse(line) as MarkedText;
    const { published, outlet, title } = marked;
    const item = readText(marked.text, marked.id, {
      published: published ?? undefined,
      outlet: outlet ?? undefined,
      title: title ?? undefined,
    });
    if ("fault" in item) continue;
    const { report } = headed(item.report);
    const document = language.analyse(report);
    const parties = books.parties.read(document, report.published);
    const said = `${title ?? ""}\n\n${marked.text}`;
    const shift = report.text.length - said.length;
    const seen = new Set<string>();
    for (const one of marked.acts.flatMap(({ actors, targets }) => [...actors, ...targets])) {
      const raw = placeOf(one, said);
      const place = raw === null ? null : placedIn(raw, said, report.text, shift);
      if (place === null || seen.has(`${place.start} ${place.party}`)) continue;
      seen.add(`${place.start} ${place.party}`);
      const found = readAt(document, parties, place);
      const outcome = found.includes(place.party) ? "right" : found.length > 0 ? "other" : "none";
      counts[outcome] += 1;
      if (printsMisses && outcome !== "right") printMiss(marked.id, place, found, report.text);
    }
  }
  return counts;
}

/** The same words in the report's text, whose title may have been closed with a full stop. */
function placedIn(place: Place, said: string, text: string, shift: number): Place | null {
  const words = said.slice(place.start, place.end);
  for (const by of [0, shift, shift + 2]) {
    if (text.slice(place.start + by, place.end + by) === words)
      return { party: place.party, start: place.start + by, end: place.end + by };
  }
  const at = text.indexOf(words);
  return at < 0 ? null : { party: place.party, start: at, end: at + words.length };
}

function printMiss(id: string, place: Place, found: readonly string[], text: string): void {
  const around = text.slice(Math.max(0, place.start - 90), place.end + 50).replaceAll("\n", "¶");
  const words = text.slice(place.start, place.end).replaceAll("\n", "¶");
  console.log(`${id}\t${words}\t${place.party}\t${found.join(" ") || "-"}\t${around}`);
}

const files = process.argv.slice(2).filter((one) => !one.startsWith("--"));
if (files.length === 0) {
  console.error("usage: mentions [--misses] FILE.jsonl…");
  process.exit(2);
}
const printsMisses = process.argv.includes("--misses");
const all: Counts = { right: 0, other: 0, none: 0 };
const rows: string[] = [];
const row = (name: string, { right, other, none }: Counts) => {
  const total = right + other + none;
  const share = (count: number) => (total === 0 ? "-" : (count / total).toFixed(3)).padStart(9);
  return `${name.padEnd(20)}${String(total).padStart(8)}${share(right)}${share(other)}${share(none)}`;
};
for (const file of files) {
  const counts = readFile(file, printsMisses);
  for (const outcome of ["right", "other", "none"] as const) all[outcome] += counts[outcome];
  rows.push(row(basename(file), counts));
}
console.log(`${"file".padEnd(20)}   named    right    other     none`);
for (const one of rows) console.log(one);
if (files.length > 1) console.log(row("together", all));
