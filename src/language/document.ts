import type { Report } from "../model/index.js";
import { lemmaOf } from "./lemmas.js";
import { Lexicon, type Word } from "./lexicon.js";
import { type LabelledWords, namesIn } from "./names.js";
import { type Segmentation, segment } from "./segment.js";
import type { Document, Name, Sentence, SentenceKind } from "./types.js";
import type { WordSet } from "./words.js";

/** Numbers of the tags of one sentence, by token. */
export interface SentenceTags {
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  /** Numbers in `nameLabels`. */
  readonly names: Uint8Array;
}

/** -1 for the root's head. */
export interface SentenceTree {
  readonly heads: Int16Array;
  readonly relations: Uint8Array;
}

/** What has learned to read sentences. Results are the caller's to keep. */
export interface SentenceModel {
  /** The names of the numbers in `SentenceTags` and `SentenceTree`. */
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly relations: readonly string[];
  /** "O", and "B-" and "I-" of each kind of name. */
  readonly nameLabels: readonly string[];
  tag(forms: readonly string[]): SentenceTags;
  parse(forms: readonly string[]): SentenceTree;
}

/** Reads the English of reports. */
export interface Language {
  /** Cuts a report into sentences and tokens; everything else is made when it is asked for. */
  analyse(report: Report): Document;
}

export function createLanguage(
  model: SentenceModel,
  standIns: ReadonlyMap<string, string> = new Map(),
): Language {
  const lexicon = new Lexicon(standIns);
  return Object.freeze({ analyse: (report: Report) => new TextDocument(report, model, lexicon) });
}

class TextDocument implements Document {
  readonly report: Report;
  readonly sentences: readonly Sentence[];
  readonly tokenCount: number;
  readonly model: SentenceModel;
  readonly lexicon: Lexicon;
  readonly segmentation: Segmentation;

  constructor(report: Report, model: SentenceModel, lexicon: Lexicon) {
    this.report = report;
    this.model = model;
    this.lexicon = lexicon;
    this.segmentation = segment(report.text, report.blocks, report.dateline);
    this.tokenCount = this.segmentation.table.size;
    const sentences: Sentence[] = [];
    for (let index = 0; index < this.segmentation.sentenceCount; index += 1) {
      sentences.push(new TextSentence(this, index));
    }
    this.sentences = Object.freeze(sentences);
  }

  sentenceAt(offset: number): Sentence | null {
    let low = 0;
    let high = this.sentences.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sentences[middle] as Sentence).end > offset) high = middle;
      else low = middle + 1;
    }
    return this.sentences[low] ?? null;
  }
}

class TextSentence implements Sentence, LabelledWords {
  readonly index: number;
  readonly kind: SentenceKind;
  readonly size: number;
  readonly start: number;
  readonly end: number;
  private readonly document: TextDocument;
  private readonly first: number;
  private words: readonly Word[] | null = null;
  private tags: SentenceTags | null = null;
  private tree: SentenceTree | null = null;
  private named: readonly Name[] | null = null;
  private lemmas: (string | undefined)[] | null = null;
  private dependents: readonly (readonly number[])[] | null = null;

  constructor(document: TextDocument, index: number) {
    const { bounds, blockOf, table } = document.segmentation;
    this.document = document;
    this.index = index;
    this.first = bounds[index] as number;
    this.size = (bounds[index + 1] as number) - this.first;
    this.start = table.starts[this.first] as number;
    this.end = table.ends[this.first + this.size - 1] as number;
    const kind = document.report.blocks[blockOf[index] as number]?.kind;
    this.kind = kind === "heading" || kind === "item" ? kind : "prose";
  }

  startOf(token: number): number {
    return this.document.segmentation.table.starts[this.checked(token)] as number;
  }

  endOf(token: number): number {
    return this.document.segmentation.table.ends[this.checked(token)] as number;
  }

  form(token: number): string {
    return this.allWords()[token]?.form ?? "";
  }

  lower(token: number): string {
    return this.allWords()[token]?.lower ?? "";
  }

  find(words: WordSet, from = 0): number {
    const { table } = this.document.segmentation;
    const { text } = this.document.report;
    for (let at = this.first + Math.max(0, from); at < this.first + this.size; at += 1) {
      const key = table.keys[at] as number;
      if (words.hasKey(key, text, table.starts[at] as number, table.ends[at] as number))
        return at - this.first;
    }
    return -1;
  }

  lemma(token: number): string {
    if (!this.has(token)) return "";
    this.lemmas ??= new Array<string | undefined>(this.size).fill(undefined);
    const made =
      this.lemmas[token] ?? lemmaOf(this.form(token), this.lower(token), this.upos(token), this.xpos(token));
    this.lemmas[token] = made;
    return made;
  }

  upos(token: number): string {
    if (!this.has(token)) return "";
    return this.document.model.upos[this.tagged().upos[token] as number] as string;
  }

  xpos(token: number): string {
    if (!this.has(token)) return "";
    return this.document.model.xpos[this.tagged().xpos[token] as number] as string;
  }

  head(token: number): number {
    this.checked(token);
    return this.parsed().heads[token] as number;
  }

  relation(token: number): string {
    this.checked(token);
    return this.document.model.relations[this.parsed().relations[token] as number] as string;
  }

  children(token: number): readonly number[] {
    this.checked(token);
    this.dependents ??= childrenOf(this.parsed().heads);
    return this.dependents[token] as readonly number[];
  }

  root(): number {
    return this.parsed().heads.indexOf(-1);
  }

  names(): readonly Name[] {
    this.named ??= namesIn(this);
    return this.named;
  }

  label(token: number): string {
    return this.document.model.nameLabels[this.tagged().names[token] as number] as string;
  }

  private has(token: number): boolean {
    return token >= 0 && token < this.size;
  }

  private checked(token: number): number {
    if (!this.has(token)) throw new RangeError(`no token ${token} in a sentence of ${this.size}`);
    return this.first + token;
  }

  private allWords(): readonly Word[] {
    if (this.words !== null) return this.words;
    const { table } = this.document.segmentation;
    const { text } = this.document.report;
    const words: Word[] = [];
    for (let at = this.first; at < this.first + this.size; at += 1) {
      const [start, end] = [table.starts[at] as number, table.ends[at] as number];
      words.push(this.document.lexicon.word(text, start, end, table.keys[at] as number));
    }
    this.words = words;
    return words;
  }

  private forms(): readonly string[] {
    return this.allWords().map((word) => word.readAs);
  }

  private tagged(): SentenceTags {
    this.tags ??= this.document.model.tag(this.forms());
    return this.tags;
  }

  private parsed(): SentenceTree {
    this.tree ??= this.document.model.parse(this.forms());
    return this.tree;
  }
}

function childrenOf(heads: Int16Array): readonly (readonly number[])[] {
  const children: number[][] = Array.from(heads, () => []);
  for (const [token, head] of heads.entries()) if (head >= 0) children[head]?.push(token);
  return children;
}
