import { WordSet } from "../../language/index.js";
import type { RecognitionObject } from "../../model/index.js";
import { type CompiledFrame, createFrameIndex, type FrameIndex } from "./frames.js";
import { inflections } from "./inflect.js";
import type { ActFile, Frame } from "./schema.js";
import type { Thing } from "./things.js";

/** What a light verb does with the noun of an act ("grant", "win", "seek", "withdraw recognition"). */
export type LightRole = "gives" | "gets" | "seeks" | "performs" | "undoes" | "switches";

/** One act as the reader uses it: wordings as sets of base forms in British spelling. */
export interface ActEntry {
  readonly file: ActFile;
  readonly act: string;
  readonly light: Readonly<Record<LightRole | "undoing" | "stops", ReadonlySet<string>>>;
  /** Base form of a noun → what is recognised, in the order of the file. */
  readonly objects: ReadonlyMap<string, readonly RecognitionObject[]>;
}

/**
 * The act book, indexed by wording. Triggers are looked up, never tried one after the other, so the
 * number of acts does not set the speed.
 */
export interface ActBook {
  readonly entries: readonly ActEntry[];
  entry(act: string): ActEntry | undefined;
  /** Every act that a statement may bear: those of the entries, and the deeds that their frames name. */
  readonly names: ReadonlySet<string>;
  verb(lemma: string): ActEntry | undefined;
  noun(lemma: string): ActEntry | undefined;
  /** The act that takes back what this act gives: withdraw-recognition for recognise. */
  reverse(entry: ActEntry): ActEntry | undefined;
  /** Every inflected form, lower case, both spellings, of a verb or noun that states an act. */
  readonly triggers: WordSet;
  /** The base form of an inflected trigger in lower case. */
  baseOf(form: string): string | undefined;
  thing(name: string): Thing | undefined;
  /** The frames of all acts, by their words. */
  readonly frames: FrameIndex;
}

export function createActBook(files: readonly ActFile[], things: ReadonlyMap<string, Thing>): ActBook {
  const entries = files.map(createEntry);
  const acts = new Map(entries.map((entry) => [entry.act, entry]));
  const verbs = index(entries, (entry) => entry.file.wording.verbs);
  const nouns = index(entries, (entry) => entry.file.wording.nouns);
  const bases = new Map<string, string>();
  for (const verb of verbs.keys()) for (const form of inflections(verb, "verb")) bases.set(form, verb);
  for (const noun of nouns.keys()) for (const form of inflections(noun, "noun")) bases.set(form, noun);
  const reverse = (entry: ActEntry) =>
    entries.find(
      (one) => entry.file.effect.opens !== undefined && one.file.effect.closes === entry.file.effect.opens,
    );
  return Object.freeze({
    entries,
    entry: (act: string) => acts.get(act),
    names: new Set(
      entries.flatMap(({ act, file }) => [act, ...file.frames.flatMap(({ deed }) => deed ?? [])]),
    ),
    verb: (lemma: string) => verbs.get(lemma),
    noun: (lemma: string) => nouns.get(lemma),
    reverse,
    baseOf: (form: string) => bases.get(form),
    triggers: new WordSet(bases.keys()),
    thing: (name: string) => things.get(name),
    frames: createFrameIndex(
      entries.flatMap((entry) => entry.file.frames.map((frame) => compile(entry, frame, things))),
    ),
  });
}

function compile(entry: ActEntry, frame: Frame, things: ReadonlyMap<string, Thing>): CompiledFrame {
  const thing = frame.thing === undefined ? null : (things.get(frame.thing) ?? null);
  const { deed, cameo, mode } = frame;
  const own = {
    cameo: cameo ?? entry.file.codes.cameo,
    plover: entry.file.codes.plover,
    mode: mode ?? entry.file.codes.mode,
  };
  const named =
    deed === undefined && cameo === undefined && mode === undefined
      ? entry
      : { ...entry, act: deed ?? entry.act, file: { ...entry.file, codes: own } };
  return Object.freeze({
    entry: named,
    frame,
    thing,
    needs: new Set(frame.needs),
    unless: new Set(frame.unless),
  });
}

function createEntry(file: ActFile): ActEntry {
  const objects = new Map<string, RecognitionObject[]>();
  for (const [object, words] of Object.entries(file.objects)) {
    for (const word of words) {
      objects.set(word, [...(objects.get(word) ?? []), object as RecognitionObject]);
    }
  }
  const { gives, gets, seeks, performs, undoes, undoing, stops, switches } = file.wording;
  const light = {
    gives: new Set(gives),
    gets: new Set(gets),
    seeks: new Set(seeks),
    performs: new Set(performs),
    undoes: new Set(undoes),
    undoing: new Set(undoing),
    stops: new Set(stops),
    switches: new Set(switches),
  };
  return Object.freeze({ file, act: file.act, light, objects });
}

function index(
  entries: readonly ActEntry[],
  wording: (entry: ActEntry) => readonly string[],
): ReadonlyMap<string, ActEntry> {
  const found = new Map<string, ActEntry>();
  for (const entry of entries) for (const word of wording(entry)) found.set(word, entry);
  return found;
}
