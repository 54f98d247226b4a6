import type { Block } from "../model/index.js";
import type { Reader } from "./model/index.js";
import { segment } from "./segment.js";
import { namesOf } from "./train/entities.js";
import { readTreebank, type TreebankSentence } from "./treebank.js";

/** Shares in percent on the treebank's own tokens, punctuation included, with predicted tags. */
export interface TreeScores {
  readonly tokens: number;
  readonly upos: number;
  readonly xpos: number;
  readonly uas: number;
  /** Universal relations without subtype, as the scorer of the CoNLL 2018 shared task compares them. */
  readonly las: number;
  /** Relations with subtype. */
  readonly lasWithSubtypes: number;
}

/** F1 in percent. */
export interface SegmentationScores {
  readonly tokens: number;
  readonly sentences: number;
}

/** F1 in percent of persons, organisations and places with their kind, and of all names without. */
export interface NameScores {
  readonly kinds: number;
  readonly spans: number;
}

export interface TreebankScores {
  readonly trees: TreeScores;
  /** On the text alone. */
  readonly segmentation: SegmentationScores;
  /** Null where the treebank marks no entities. */
  readonly names: NameScores | null;
}

/** Scores a reader, and the tokens and sentences of `segment`, on a treebank in CoNLL-U. */
export function evaluateTreebank(conllu: string, reader: Reader): TreebankScores {
  const sentences = readTreebank(conllu);
  return {
    trees: scoreTrees(sentences, reader),
    segmentation: scoreSegmentation(sentences),
    names: scoreNames(sentences, reader),
  };
}

export function scoreTrees(sentences: readonly TreebankSentence[], reader: Reader): TreeScores {
  const right = { upos: 0, xpos: 0, uas: 0, las: 0, lasWithSubtypes: 0 };
  let tokens = 0;
  for (const sentence of sentences) {
    const tags = reader.tag(sentence.forms);
    const tree = reader.parse(sentence.forms);
    tokens += sentence.forms.length;
    for (const [token, head] of sentence.heads.entries()) {
      if (reader.upos[tags.upos[token] as number] === sentence.upos[token]) right.upos += 1;
      if (reader.xpos[tags.xpos[token] as number] === sentence.xpos[token]) right.xpos += 1;
      if (tree.heads[token] !== head) continue;
      right.uas += 1;
      const found = reader.relations[tree.relations[token] as number] as string;
      const gold = sentence.relations[token] as string;
      if (universal(found) === universal(gold)) right.las += 1;
      if (found === gold) right.lasWithSubtypes += 1;
    }
  }
  const share = (count: number) => percent(count, tokens);
  return {
    tokens,
    upos: share(right.upos),
    xpos: share(right.xpos),
    uas: share(right.uas),
    las: share(right.las),
    lasWithSubtypes: share(right.lasWithSubtypes),
  };
}

function universal(relation: string): string {
  const colon = relation.indexOf(":");
  return colon < 0 ? relation : relation.slice(0, colon);
}

interface Counts {
  gold: number;
  found: number;
  both: number;
}

export function scoreNames(sentences: readonly TreebankSentence[], reader: Reader): NameScores | null {
  if (!sentences.some(({ misc }) => misc.some((one) => one.includes("Entity=")))) return null;
  const kinds: Counts = { gold: 0, found: 0, both: 0 };
  const spans: Counts = { gold: 0, found: 0, both: 0 };
  for (const sentence of sentences) {
    const gold = namesOf(sentence).map(({ first, last, kind }) => `${first}-${last}-${kind}`);
    const found = labelledNames(reader.tag(sentence.forms).names, reader.nameLabels);
    count(gold.filter(isKept), found.filter(isKept), kinds);
    count(gold.map(withoutKind), found.map(withoutKind), spans);
  }
  return { kinds: f1(kinds), spans: f1(spans) };
}

/** Names among the labels of tokens, as "first-last-kind". */
function labelledNames(labels: Uint8Array, names: readonly string[]): readonly string[] {
  const found: string[] = [];
  for (let first = 0; first < labels.length; first += 1) {
    const label = labels[first] as number;
    if (label % 2 === 0) continue;
    let last = first;
    while (labels[last + 1] === label + 1) last += 1;
    found.push(`${first}-${last}-${names[label]?.slice("B-".length)}`);
  }
  return found;
}

function isKept(name: string): boolean {
  return !name.endsWith("-other");
}

function withoutKind(name: string): string {
  return name.slice(0, name.lastIndexOf("-"));
}

/** Puts the treebank's text together again, cuts it anew, and compares tokens and sentences by their offsets. */
export function scoreSegmentation(sentences: readonly TreebankSentence[]): SegmentationScores {
  const { text, blocks, tokens, bounds } = rawText(sentences);
  const { table, bounds: cuts } = segment(text, blocks);
  const found: string[] = [];
  for (let token = 0; token < table.size; token += 1)
    found.push(`${table.starts[token]}-${table.ends[token]}`);
  const foundBounds = Array.from(cuts.subarray(0, -1), (first, number) => {
    const last = (cuts[number + 1] as number) - 1;
    return `${table.starts[first]}-${table.ends[last]}`;
  });
  const byToken: Counts = { gold: 0, found: 0, both: 0 };
  const bySentence: Counts = { gold: 0, found: 0, both: 0 };
  count(tokens, found, byToken);
  count(bounds, foundBounds, bySentence);
  return { tokens: f1(byToken), sentences: f1(bySentence) };
}

interface RawText {
  readonly text: string;
  readonly blocks: readonly Block[];
  readonly tokens: readonly string[];
  readonly bounds: readonly string[];
}

/** Paragraphs are blocks; sentences within one stand a space apart unless the treebank says otherwise. */
function rawText(sentences: readonly TreebankSentence[]): RawText {
  let text = "";
  let gap = "";
  const starts: number[] = [];
  const tokens: string[] = [];
  const bounds: string[] = [];
  for (const sentence of sentences) {
    if (sentence.opens && text !== "") gap = "\n\n";
    if (sentence.opens || text === "") starts.push(text.length + gap.length);
    const start = text.length + gap.length;
    for (const [token, form] of sentence.forms.entries()) {
      text += gap + form;
      tokens.push(`${text.length - form.length}-${text.length}`);
      gap = sentence.glued[token] === true ? "" : " ";
    }
    bounds.push(`${start}-${text.length}`);
  }
  const blocks = starts.map((start, number): Block => {
    const next = starts[number + 1];
    return { kind: "paragraph", start, end: next === undefined ? text.length : next - 2 };
  });
  return { text, blocks, tokens, bounds };
}

function count(gold: readonly string[], found: readonly string[], counts: Counts): void {
  const known = new Set(gold);
  counts.gold += gold.length;
  counts.found += found.length;
  for (const one of found) if (known.has(one)) counts.both += 1;
}

function f1({ gold, found, both }: Counts): number {
  return percent(2 * both, gold + found);
}

/** To two decimals; 0 of nothing. */
function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.round((10_000 * part) / whole) / 100;
}
