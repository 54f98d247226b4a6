import type { Modality, Polarity, RecognitionObject } from "../../model/index.js";
import { above, around, nearness, path, sentencesApart } from "./grammar.js";
import {
  type LearnedAct,
  learnedActs,
  learnedModalities,
  learnedObjects,
  learnedSides,
} from "./inventory.js";
import { type Candidate, candidateForms, type Passage, type TimeAt } from "./passage.js";
import type { Graph, Rows } from "./runtime.js";
import type { WordPieces } from "./wordPieces.js";

/** A party that plays a role in an act, and the words of the passage that name it best. */
export interface Filler {
  readonly party: string;
  readonly candidate: Candidate;
  /** Log-odds that it does. */
  readonly score: number;
}

/** An act that words of a passage state, with all that was chosen for it. */
export interface ChosenAct {
  readonly act: LearnedAct;
  /** The word of the passage that states it. */
  readonly word: number;
  /** Log-odds that it does. */
  readonly score: number;
  readonly actors: readonly Filler[];
  readonly targets: readonly Filler[];
  readonly polarity: Polarity;
  readonly modality: Modality;
  /** How far polarity and modality stand above their rivals, in log-odds. */
  readonly stanceScore: number;
  readonly date: TimeAt | null;
  readonly speaker: Candidate | null;
  readonly object: RecognitionObject | null;
  readonly side: "sending" | "receiving" | null;
}

/** The two halves of the model with its word pieces. */
export interface Model {
  readonly pieces: WordPieces;
  readonly encode: Graph;
  readonly choose: Graph;
  /**
   * Log-odds from which on words are weighed as an act and parties taken for a role's, the least of a role's only party, and
   * the confidence from which on a statement is told at all.
   */
  readonly thresholds: {
    readonly act: number;
    readonly role: number;
    readonly onlyRole: number;
    readonly confidence: number;
  };
}

const longest = 512;
const timeMark = candidateForms.length + 1;
const titleMark = candidateForms.length + 2;

/** What the words of a passage from `core[0]` up to, not including, `core[1]` state. */
export async function chooseActs(
  model: Model,
  passage: Passage,
  core: readonly [number, number],
  titled: number,
): Promise<readonly ChosenAct[]> {
  const { feeds, size } = encoding(model.pieces, passage, titled);
  const { words, acts } = (await model.encode.run(feeds)) as { words: Float32Array; acts: Float32Array };
  const wide = words.length / size;
  const found: { word: number; act: number; score: number }[] = [];
  for (let word = core[0]; word < Math.min(core[1], size); word += 1)
    for (let act = 0; act < learnedActs.length; act += 1) {
      const score = acts[word * learnedActs.length + act] as number;
      if (score > model.thresholds.act) found.push({ word, act, score });
    }
  if (found.length === 0) return [];
  const pairs = pairing(passage, found, size);
  const told = (await model.choose.run({
    words: { data: words, shape: [size, wide], whole: false },
    ...pairs.feeds,
  })) as Record<"roles" | "alone" | "dates" | "stance", Float32Array>;
  return found.map(({ word, act, score }, at) => {
    const stance = told.stance.subarray(
      (at * told.stance.length) / found.length,
      ((at + 1) * told.stance.length) / found.length,
    );
    const [polarity, modality, object, side] = parts(stance, [
      2,
      learnedModalities.length,
      learnedObjects.length,
      learnedSides.length,
    ]);
    const role = (which: number, candidate: number) =>
      told.roles[(at * pairs.candidates.length + candidate) * 3 + which] as number;
    const date = bestOf(
      pairs.times,
      told.alone[at * 2 + 1] as number,
      (one) => told.dates[at * pairs.times.length + one] as number,
    );
    const speaker = bestOf(pairs.candidates, told.alone[at * 2] as number, (one) => role(2, one));
    const fillers = (which: number) =>
      rolesOf(model, passage, pairs.candidates, word, (one) => role(which, one));
    const actors = fillers(0);
    const targets = fillers(1);
    return {
      act: learnedActs[act] as LearnedAct,
      word,
      score,
      ...apart(actors, targets),
      polarity: polarity.at === 1 ? "negative" : "positive",
      modality: learnedModalities[modality.at] as Modality,
      stanceScore: Math.min(polarity.margin, modality.margin),
      date,
      speaker,
      object: learnedObjects[object.at] ?? null,
      side: learnedSides[side.at] ?? null,
    };
  });
}

/** Word pieces and marks of a passage as far as the model reads at once. */
function encoding(
  pieces: WordPieces,
  { sentences, sentenceOf, tokenOf, size, candidates, times }: Passage,
  titled: number,
): { readonly feeds: Readonly<Record<string, Rows>>; readonly size: number } {
  const marks = new Uint8Array(size);
  marks.fill(titleMark, 0, titled);
  for (const { first, last } of times) marks.fill(timeMark, first, last + 1);
  for (const { first, last, form } of candidates.toReversed())
    marks.fill(candidateForms.indexOf(form) + 1, first, last + 1);
  const ids = [pieces.first];
  const markOf = [0];
  const first: number[] = [];
  const last: number[] = [];
  for (let word = 0; word < size; word += 1) {
    const sentence = sentences[sentenceOf[word] as number];
    const own = pieces.of(sentence?.form(tokenOf[word] as number) ?? "");
    if (ids.length + own.length > longest - 2) break;
    first.push(ids.length);
    for (const one of own) {
      ids.push(one);
      markOf.push(marks[word] as number);
    }
    last.push(ids.length - 1);
  }
  ids.push(pieces.last);
  markOf.push(0);
  return {
    feeds: { ids: whole(ids), marks: whole(markOf), first: whole(first), last: whole(last) },
    size: first.length,
  };
}

function whole(data: readonly number[], shape: readonly number[] = [data.length]): Rows {
  return { data, shape, whole: true };
}

/** Every act held against every candidate and every time. */
function pairing(
  passage: Passage,
  found: readonly { readonly word: number; readonly act: number }[],
  size: number,
) {
  const candidates = passage.candidates.filter(({ last }) => last < size);
  const times = passage.times.filter(({ last }) => last < size);
  const pair: Record<"trigger" | "candidate" | "near" | "sentences" | "form" | "path", number[]> = {
    trigger: [],
    candidate: [],
    near: [],
    sentences: [],
    form: [],
    path: [],
  };
  const time: Record<"trigger" | "pair" | "near" | "sentences", number[]> = {
    trigger: [],
    pair: [],
    near: [],
    sentences: [],
  };
  const up: (readonly number[])[] = [];
  const side: (readonly number[])[] = [];
  found.forEach(({ word }, at) => {
    const host = passage.sentenceOf[word] as number;
    const sentence = passage.sentences[host] as Passage["sentences"][number];
    const token = passage.tokenOf[word] as number;
    const start = passage.starts[host] as number;
    const climbed = above(sentence, token);
    candidates.forEach((one, number) => {
      const elsewhere = passage.sentenceOf[one.first] as number;
      pair.trigger.push(at);
      pair.candidate.push(number);
      pair.near.push(nearness(word, one.first));
      pair.sentences.push(sentencesApart(host, elsewhere));
      pair.form.push(candidateForms.indexOf(one.form));
      const head = Math.min(Math.max(one.head, one.first), one.last);
      pair.path.push(elsewhere === host ? path(sentence, climbed, head - start) : 0);
    });
    times.forEach((one, number) => {
      time.trigger.push(at);
      time.pair.push(number);
      time.near.push(nearness(word, one.first));
      time.sentences.push(sentencesApart(host, passage.sentenceOf[one.first] as number));
    });
    const grammar = around(sentence, token);
    up.push(grammar.up.map((one) => one + start).filter((one) => one < size));
    side.push(grammar.side.map((one) => one + start).filter((one) => one < size));
  });
  const feeds: Record<string, Rows> = {
    trigger: whole(found.map(({ word }) => word)),
    act: whole(found.map(({ act }) => act)),
    candidate_first: whole(candidates.map(({ first }) => first)),
    candidate_last: whole(candidates.map(({ last }) => last)),
    candidate_head: whole(candidates.map(({ head, first, last }) => Math.min(Math.max(head, first), last))),
    pair_trigger: whole(pair.trigger),
    pair_candidate: whole(pair.candidate),
    near: whole(pair.near),
    sentences: whole(pair.sentences),
    form: whole(pair.form),
    path: whole(pair.path),
    time_first: whole(times.map(({ first }) => first)),
    time_last: whole(times.map(({ last }) => last)),
    time_trigger: whole(time.trigger),
    time_pair: whole(time.pair),
    time_near: whole(time.near),
    time_sentences: whole(time.sentences),
    up: filled(up, found),
    side: filled(side, found),
  };
  return { candidates, times, feeds };
}

/** Rows of one width: short ones repeat their first word. */
function filled(rows: readonly (readonly number[])[], found: readonly { readonly word: number }[]): Rows {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const data = rows.flatMap((row, at) => {
    const first = row[0] ?? (found[at]?.word as number);
    return Array.from({ length: width }, (_, column) => row[column] ?? first);
  });
  return whole(data, [rows.length, width]);
}

/** The best of each stretch of scores, and how far it stands above the next. */
function parts(
  scores: Float32Array,
  sizes: readonly [number, number, number, number],
): readonly [Best, Best, Best, Best] {
  let start = 0;
  return sizes.map((size) => {
    const own = Array.from(scores.subarray(start, start + size));
    start += size;
    const at = own.indexOf(Math.max(...own));
    const rest = own.filter((_, one) => one !== at);
    return { at, margin: (own[at] as number) - Math.log(rest.reduce((sum, one) => sum + Math.exp(one), 0)) };
  }) as unknown as readonly [Best, Best, Best, Best];
}

interface Best {
  readonly at: number;
  readonly margin: number;
}

/** The best of several, or nothing where that scores higher. */
function bestOf<T>(options: readonly T[], nothing: number, score: (option: number) => number): T | null {
  let best: T | null = null;
  let high = nothing;
  options.forEach((option, at) => {
    if (score(at) > high) {
      best = option;
      high = score(at);
    }
  });
  return best;
}

/** The parties that play a role: every one that is more likely to than not; else the likeliest, if it is not unlikely. */
function rolesOf(
  { thresholds }: Model,
  passage: Passage,
  candidates: readonly Candidate[],
  word: number,
  score: (candidate: number) => number,
): readonly Filler[] {
  const byParty = new Map<string, { score: number; best: number; candidate: Candidate }>();
  const host = passage.sentenceOf[word];
  candidates.forEach((candidate, at) => {
    const own = score(at);
    // Words in the act's own sentence are the better evidence where both name the party.
    const rank = own + (passage.sentenceOf[candidate.first] === host ? 3 : 0);
    for (const party of candidate.parties) {
      const before = byParty.get(party);
      if (before === undefined) byParty.set(party, { score: own, best: rank, candidate });
      else {
        before.score = joined(before.score, own);
        if (rank > before.best) {
          before.best = rank;
          before.candidate = candidate;
        }
      }
    }
  });
  const all = [...byParty].map(([party, { score, candidate }]) => ({ party, score, candidate }));
  const sure = all.filter((one) => one.score > thresholds.role);
  if (sure.length > 0) return sure;
  const best = all.reduce<Filler | null>(
    (top, one) => (top === null || one.score > top.score ? one : top),
    null,
  );
  if (best === null || best.score <= thresholds.onlyRole) return [];
  // The members of a group stand or fall together.
  return all.filter(
    (one) => one === best || (best.candidate.group !== null && one.candidate === best.candidate),
  );
}

/** log(exp(a) + exp(b)) */
function joined(a: number, b: number): number {
  return Math.max(a, b) + Math.log1p(Math.exp(-Math.abs(a - b)));
}

/** Nobody is his own counterpart where another is named: a doubtful target that is the only actor is none. */
function apart(actors: readonly Filler[], targets: readonly Filler[]): Pick<ChosenAct, "actors" | "targets"> {
  const doers = new Set(actors.map(({ party }) => party));
  return { actors, targets: targets.filter(({ party, score }) => score > 0 || !doers.has(party)) };
}
