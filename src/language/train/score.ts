import type { ModelShape } from "../model/container.js";
import type { Decoder } from "../model/decoder.js";
import { isInside } from "../model/decoder.js";
import type { TrainingSentence } from "./corpus.js";

/** Shares in percent; `las` compares universal relations without subtype, as the CoNLL 2018 scorer does. */
export interface Scores {
  readonly tokens: number;
  readonly upos: number;
  readonly xpos: number;
  readonly uas: number;
  readonly las: number;
  /** With subtypes. */
  readonly lasFull: number;
  /** F1 of names with their kinds (person, organisation, place); null where the treebank has none. */
  readonly names: number | null;
  readonly nameSpans: number | null;
}

/** Scores tags, trees and names on gold tokens. `embed` fills layer 0 for the forms. */
export function score(
  sentences: readonly TrainingSentence[],
  shape: ModelShape,
  decoder: Decoder,
  embed: (forms: readonly string[]) => void,
): Scores {
  const universal = shape.relations.map((relation) => relation.split(":")[0]);
  let tokens = 0;
  const right = { upos: 0, xpos: 0, uas: 0, las: 0, full: 0 };
  const kinds = { gold: 0, found: 0, both: 0 };
  const spans = { gold: 0, found: 0, both: 0 };
  let named = false;
  for (const sentence of sentences) {
    const n = sentence.forms.length;
    embed(sentence.forms);
    decoder.encode(n);
    decoder.tag(n);
    decoder.parse(n);
    const { decoded } = decoder;
    tokens += n;
    for (let token = 0; token < n; token += 1) {
      if (decoded.upos[token] === sentence.upos[token]) right.upos += 1;
      if (decoded.xpos[token] === sentence.xpos[token]) right.xpos += 1;
      const head = decoded.heads[token] === -1 ? n : decoded.heads[token];
      if (head !== sentence.heads[token]) continue;
      right.uas += 1;
      const found = decoded.relations[token] as number;
      const gold = sentence.relations[token] as number;
      if (universal[found] === universal[gold]) right.las += 1;
      if (found === gold) right.full += 1;
    }
    if (sentence.names === null) continue;
    named = true;
    decoder.name(n);
    count(spansOf(sentence.names, n, shape, true), spansOf(decoded.names, n, shape, true), kinds);
    count(spansOf(sentence.names, n, shape, false), spansOf(decoded.names, n, shape, false), spans);
  }
  const share = (value: number) => round((100 * value) / tokens);
  return {
    tokens,
    upos: share(right.upos),
    xpos: share(right.xpos),
    uas: share(right.uas),
    las: share(right.las),
    lasFull: share(right.full),
    names: named ? f1(kinds) : null,
    nameSpans: named ? f1(spans) : null,
  };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

interface Counts {
  gold: number;
  found: number;
  both: number;
}

function f1({ gold, found, both }: Counts): number {
  return gold + found === 0 ? 0 : round((200 * both) / (gold + found));
}

function count(gold: ReadonlySet<string>, found: ReadonlySet<string>, counts: Counts): void {
  counts.gold += gold.size;
  counts.found += found.size;
  for (const one of found) if (gold.has(one)) counts.both += 1;
}

/** With kinds, only persons, organisations and places; without, the spans of all names. */
function spansOf(
  labels: { readonly [token: number]: number },
  n: number,
  shape: ModelShape,
  withKinds: boolean,
): ReadonlySet<string> {
  const spans = new Set<string>();
  for (let first = 0; first < n; first += 1) {
    const label = labels[first] as number;
    if (label === 0 || isInside(label)) continue;
    let last = first;
    while (last + 1 < n && labels[last + 1] === label + 1) last += 1;
    const kind = (shape.names[label] as string).slice(2);
    if (withKinds && kind === "other") continue;
    spans.add(withKinds ? `${first}-${last}-${kind}` : `${first}-${last}`);
  }
  return spans;
}
