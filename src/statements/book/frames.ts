import { WordSet } from "../../language/index.js";
import type { ActEntry } from "./book.js";
import { inflections } from "./inflect.js";
import type { Frame } from "./schema.js";
import type { Thing } from "./things.js";

/** A frame of an act, ready for the reader. */
export interface CompiledFrame {
  readonly entry: ActEntry;
  readonly frame: Frame;
  readonly thing: Thing | null;
  readonly needs: ReadonlySet<string>;
  readonly unless: ReadonlySet<string>;
}

/** A word that may begin an occurrence of a frame. */
export interface Wording {
  readonly frame: CompiledFrame;
  readonly base: string;
  /** Particles behind the verb: "off" of "break off". */
  readonly rest: readonly string[];
  readonly part: "verb" | "noun";
}

/**
 * All frames of the book by the inflected forms of their verbs and nouns: a sentence is asked once for its
 * triggers, whatever the number of acts.
 */
export interface FrameIndex {
  readonly triggers: WordSet;
  /** The wordings to which a form in lower case may belong, the more telling first: with particles, with a thing, with further words. */
  wordings(form: string): readonly Wording[];
}

export function createFrameIndex(frames: readonly CompiledFrame[]): FrameIndex {
  const byForm = new Map<string, Wording[]>();
  const put = (form: string, wording: Wording) => {
    const list = byForm.get(form);
    if (list === undefined) byForm.set(form, [wording]);
    else list.push(wording);
  };
  for (const frame of frames) {
    for (const verb of frame.frame.verbs) {
      const [base = "", ...rest] = verb.split(" ");
      for (const form of inflections(base, "verb")) put(form, { frame, base, rest, part: "verb" });
    }
    for (const noun of frame.frame.nouns)
      for (const form of inflections(noun, "noun")) put(form, { frame, base: noun, rest: [], part: "noun" });
  }
  const rank = ({ rest, frame }: Wording) =>
    4 * rest.length + 2 * Number(frame.thing !== null) + Number(frame.needs.size > 0);
  for (const list of byForm.values()) list.sort((a, b) => rank(b) - rank(a));
  return Object.freeze({
    triggers: new WordSet(byForm.keys()),
    wordings: (form: string) => byForm.get(form) ?? [],
  });
}
