import { z } from "zod";
import type { Sentence } from "../language/index.js";
import type { Outcome } from "../model/index.js";
import { inflections } from "./book/inflect.js";
import { readYaml, type SourceFile } from "./book/load.js";

/** Reads PLOVER sectors from the nouns of `data/sectors.yml`. */
export interface SectorBook {
  /** The sector that the noun at a token names, with the word before it where they go together; null for any other word. */
  sectorAt(sentence: Sentence, token: number): string | null;
}

export function loadSectors(file: SourceFile): Outcome<SectorBook> {
  const read = readYaml(file, z.record(z.string().regex(/^[A-Z]{3}$/), z.array(z.string())));
  if (!read.ok) return read;
  const sectors = new Map<string, string>();
  for (const [code, nouns] of Object.entries(read.value)) {
    for (const noun of nouns) {
      const words = noun.split(" ");
      const before = words.slice(0, -1).join(" ");
      for (const form of inflections(words.at(-1) as string, "noun"))
        sectors.set(before === "" ? form : `${before} ${form}`, code);
    }
  }
  const sectorAt = (sentence: Sentence, token: number) => {
    const noun = sentence.lower(token);
    for (const size of [2, 1]) {
      if (token < size) continue;
      const before = Array.from({ length: size }, (_, at) => sentence.lower(token - size + at)).join(" ");
      const found = sectors.get(`${before} ${noun}`);
      if (found !== undefined) return found;
    }
    return sectors.get(noun) ?? null;
  };
  return { ok: true, value: Object.freeze({ sectorAt }), faults: [] };
}
