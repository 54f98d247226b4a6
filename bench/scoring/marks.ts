import type { Reading, Statement } from "../../src/model/index.js";
import type { MarkedStatement, MarkedText } from "./corpus.js";

/** Precision, recall and F1 from what was right, told and asked for. */
export interface Ratio {
  right: number;
  readonly f1: number;
}

/** What the reader made of the texts of one author. */
export interface Score {
  readonly name: string;
  asked: number;
  told: number;
  readonly core: Ratio;
  readonly full: Ratio;
  /** Of what was found, how often date, speaker and object are right, where the text gives one. */
  readonly facets: Record<"date" | "speaker" | "object", { right: number; asked: number }>;
  /** By tenths of the confidence told: how many statements, and how many of them right in full. */
  readonly confidence: { told: number; right: number }[];
}

export function emptyScore(name: string): Score {
  const score: Score = {
    name,
    asked: 0,
    told: 0,
    core: ratio(() => score),
    full: ratio(() => score),
    facets: {
      date: { right: 0, asked: 0 },
      speaker: { right: 0, asked: 0 },
      object: { right: 0, asked: 0 },
    },
    confidence: Array.from({ length: 10 }, () => ({ told: 0, right: 0 })),
  };
  return score;
}

function ratio(of: () => Score): Ratio {
  return {
    right: 0,
    get f1() {
      const { told, asked } = of();
      return told + asked === 0 ? 0 : (2 * this.right) / (told + asked);
    },
  };
}

/** Acts between two, which the marks tell once whatever their direction. */
const isBetweenTwo = (act: string) => act.endsWith("-relations");

/** The rank of a mission and that of relations are told with the same words. */
const sameAct = (act: string) => act.replace(/^(up|down)grade-mission$/, "$1grade-relations");

/** Adds the reading of a text to a score; gives what was missed and made up, in words. */
export function addText(
  score: Score,
  { statements: asked }: MarkedText,
  { statements }: Reading,
): readonly string[] {
  const told = once(statements.filter(({ confidence }) => confidence !== null));
  score.asked += asked.length;
  score.told += told.length;
  const open = new Set(told);
  const misses: string[] = [];
  const best = (one: MarkedStatement) =>
    Math.max(-1, ...told.filter((other) => fits(one, other)).map((other) => likeness(one, other)));
  for (const one of [...asked].sort((a, b) => best(b) - best(a))) {
    const found = [...open]
      .filter((other) => fits(one, other))
      .sort((a, b) => likeness(one, b) - likeness(one, a))[0];
    if (found === undefined) {
      misses.push(`missed ${one.actor} ${one.act} ${one.target} ${one.polarity} ${one.modality}`);
      continue;
    }
    open.delete(found);
    score.core.right += 1;
    if (isSameStance(one, found)) {
      score.full.right += 1;
      bandOf(score, found).right += 1;
    } else
      misses.push(
        `stance of ${one.actor} ${one.act} ${one.target}: ${found.polarity} ${found.modality}, not ${one.polarity} ${one.modality}`,
      );
    weigh(score.facets.date, one.date, () => isDated(one, found));
    weigh(score.facets.speaker, one.speaker, () => isSpoken(one, found));
    weigh(score.facets.object, one.object, () => one.object === found.object);
  }
  for (const one of told) bandOf(score, one).told += 1;
  for (const one of open)
    misses.push(
      `made up ${one.actor?.party ?? null} ${one.act} ${one.target?.party ?? null} ${one.polarity} ${one.modality}: “${one.evidence.title ?? one.evidence.quote}”`,
    );
  return misses;
}

function weigh(facet: { right: number; asked: number }, asked: unknown, isRight: () => boolean): void {
  if (asked === null) return;
  facet.asked += 1;
  facet.right += Number(isRight());
}

function bandOf({ confidence }: Score, one: Statement): { told: number; right: number } {
  return confidence[Math.min(9, Math.floor(10 * (one.confidence ?? 0)))] as { told: number; right: number };
}

/** An act that binds both sides is told each way, and asked for once. */
function once(statements: readonly Statement[]): readonly Statement[] {
  const seen = new Set<string>();
  return statements.filter(({ act, actor, target, polarity, modality }) => {
    const sides = [actor?.party ?? "", target?.party ?? ""];
    const key = JSON.stringify([act, isBetweenTwo(act) ? sides.sort() : sides, polarity, modality]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Where the marks name nobody, anybody fits. */
function fits(one: MarkedStatement, found: Statement): boolean {
  if (sameAct(one.act) !== sameAct(found.act)) return false;
  const [a, b] = [found.actor?.party ?? null, found.target?.party ?? null];
  const agree = (wanted: string | null, got: string | null) => wanted === null || wanted === got;
  if (agree(one.actor, a) && agree(one.target, b)) return true;
  return isBetweenTwo(one.act) && agree(one.actor, b) && agree(one.target, a);
}

function isSameStance(one: MarkedStatement, found: Statement): boolean {
  return one.polarity === found.polarity && one.modality === found.modality;
}

function likeness(one: MarkedStatement, found: Statement): number {
  return 2 * Number(isSameStance(one, found)) + Number(isDated(one, found));
}

/** A day is right to the day, anything longer to its month or year. */
function isDated({ date }: MarkedStatement, found: Statement): boolean {
  if (date === null) return true;
  const { from, to } = found.date ?? { from: null, to: null };
  if (date.from === date.to) return from === date.from && (to === date.to || to === null);
  const shared = date.from.slice(0, 7) === date.to.slice(0, 7) ? 7 : 4;
  if (date.from.slice(0, shared) !== date.to.slice(0, shared)) return true;
  return (from ?? "").startsWith(date.from.slice(0, shared));
}

function isSpoken({ speaker }: MarkedStatement, { attribution }: Statement): boolean {
  if (speaker === null) return true;
  const wanted = [speaker.party, speaker.words].filter((one) => one !== null && one !== "");
  const names = attribution.flatMap(({ name, party }) => (party === null ? [name] : [name, party]));
  return wanted.some((one) =>
    names.some((name) => {
      const [a, b] = [(one as string).toLowerCase(), name.toLowerCase()];
      return a === b || a.includes(b) || b.includes(a);
    }),
  );
}

/** One row: precision, recall and F1 of act and parties, and with polarity and modality; then the facets. */
export function scoreLine(score: Score): string {
  const three = (right: number, all: number) => (all === 0 ? "–" : (right / all).toFixed(3)).padStart(5);
  const parts = ({ right, f1 }: Ratio) =>
    `P ${three(right, score.told)} R ${three(right, score.asked)} F1 ${f1.toFixed(3)}`;
  const { date, speaker, object } = score.facets;
  return [
    score.name.padEnd(12),
    `act and parties ${parts(score.core)}`,
    `with stance ${parts(score.full)}`,
    `date ${three(date.right, date.asked)}`,
    `speaker ${three(speaker.right, speaker.asked)}`,
    `object ${three(object.right, object.asked)}`,
    `${score.asked} statements`,
  ].join("  ");
}

/** Of those told with so much confidence, the share that is right: one line for each tenth. */
export function confidenceLines(scores: readonly Score[]): string {
  return Array.from({ length: 10 }, (_, band) => {
    const told = scores.reduce((sum, { confidence }) => sum + (confidence[band]?.told ?? 0), 0);
    const right = scores.reduce((sum, { confidence }) => sum + (confidence[band]?.right ?? 0), 0);
    return told === 0
      ? []
      : [`said ${band / 10} to ${(band + 1) / 10}: ${told} statements, ${(right / told).toFixed(3)} right`];
  })
    .flat()
    .join("\n");
}
