import { z } from "zod";
import type { Sentence } from "../language/index.js";
import type { Outcome } from "../model/index.js";
import { inflections } from "./book/inflect.js";
import { readYaml, type SourceFile } from "./book/load.js";

/** Reads PLOVER contexts from the words of `data/contexts.yml`. */
export interface ContextBook {
  /** The contexts that words of the sentence give, in the order of the file. */
  in(sentence: Sentence): readonly string[];
}

export function loadContexts(file: SourceFile): Outcome<ContextBook> {
  const read = readYaml(file, z.record(z.string(), z.array(z.string())));
  if (!read.ok) return read;
  const names = Object.keys(read.value);
  const byWord = new Map<string, { readonly before: string; readonly context: number }[]>();
  for (const [context, name] of names.entries()) {
    for (const phrase of read.value[name] ?? []) {
      const words = phrase.split(" ");
      const before = words.slice(0, -1).join(" ");
      for (const form of inflections(words.at(-1) as string, "noun")) {
        byWord.set(form, [...(byWord.get(form) ?? []), { before, context }]);
      }
    }
  }
  const contextsIn = (sentence: Sentence) => {
    const found = new Set<number>();
    for (let token = 0; token < sentence.size; token += 1) {
      for (const { before, context } of byWord.get(sentence.lower(token)) ?? [])
        if (before === "" || (token > 0 && sentence.lower(token - 1) === before)) found.add(context);
    }
    return [...found].sort((a, b) => a - b).map((at) => names[at] as string);
  };
  return { ok: true, value: Object.freeze({ in: contextsIn }), faults: [] };
}
