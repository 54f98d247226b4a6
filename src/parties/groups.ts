import type { Sentence } from "../language/index.js";
import type { IsoDate } from "../model/index.js";
import type { GroupRow } from "./files.js";
import type { GroupAt } from "./types.js";

/** Finds names of groups of states in sentences and resolves them at a date. */
export interface GroupIndex {
  in(sentence: Sentence, text: string, at: IsoDate | null): readonly GroupAt[];
  /** The groups that bear a name, at a date. */
  resolve(name: string, at: IsoDate | null): GroupRow | null;
}

export function createGroupIndex(rows: readonly GroupRow[]): GroupIndex {
  const byName = new Map<string, GroupRow[]>();
  for (const row of rows) byName.set(row.name, [...(byName.get(row.name) ?? []), row]);
  const byStart = new Map<string, string[]>();
  for (const name of byName.keys()) {
    const key = name.slice(0, 2);
    byStart.set(key, [...(byStart.get(key) ?? []), name]);
  }
  for (const names of byStart.values()) names.sort((a, b) => b.length - a.length);
  const resolve = (name: string, at: IsoDate | null) =>
    byName.get(name)?.find((row) => holds(row, at)) ?? null;
  return Object.freeze({
    resolve,
    in: (sentence: Sentence, text: string, at: IsoDate | null) => {
      const found: GroupAt[] = [];
      for (let token = 0; token < sentence.size; token += 1) {
        const start = sentence.startOf(token);
        const name = (byStart.get(text.slice(start, start + 2)) ?? []).find((one) => isAt(text, start, one));
        const row = name === undefined ? null : resolve(name, at);
        if (name === undefined || row === null) continue;
        let last = token;
        while (last + 1 < sentence.size && sentence.endOf(last) < start + name.length) last += 1;
        found.push(
          Object.freeze({
            group: row.group,
            members: row.members,
            first: token,
            last,
            distributes: isPlural(name) && isDefinite(sentence, token, row.members.length),
          }),
        );
        token = last;
      }
      return found;
    },
  });
}

function holds(row: GroupRow, at: IsoDate | null): boolean {
  if (at === null) return row.to === "";
  return row.from <= at && (row.to === "" || at <= row.to);
}

function isAt(text: string, start: number, name: string): boolean {
  return text.startsWith(name, start) && !/[\p{L}\d]/u.test(text.charAt(start + name.length));
}

/** "Baltic states", "Nordics" are many who act; "the G7", "the Visegrad Group" is one body. */
function isPlural(name: string): boolean {
  return / [a-z]+s$/.test(name) || /^(?:Baltics|Nordics)$/.test(name);
}

const numbers: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const partly: ReadonlySet<string> = new Set([
  "some",
  "several",
  "most",
  "many",
  "few",
  "other",
  "half",
  "majority",
  "number",
  "none",
  "no",
  "certain",
  "individual",
  "fellow",
]);

/**
 * Whether the words speak of every member: "the Baltic states", "all EU members", "the three Baltic states"; not "some
 * EU members", "two of the Baltic states" or bare "EU members".
 */
function isDefinite(sentence: Sentence, first: number, size: number): boolean {
  let at = first - 1;
  let definite = false;
  for (; at >= 0 && first - at <= 4; at -= 1) {
    const word = sentence.lower(at);
    if (word === "the" || word === "all" || word === "both") definite = true;
    else if (word in numbers || /^\d+$/.test(word)) {
      if ((numbers[word] ?? Number(word)) !== size) return false;
    } else if (word !== "of") break;
    else if (!definite) break;
  }
  return definite && (at < 0 || !partly.has(sentence.lower(at)));
}
