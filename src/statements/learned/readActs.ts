import type { Document } from "../../language/index.js";
import type { Discourse } from "../discourse.js";
import { type ChosenAct, chooseActs, type Model } from "./choose.js";
import type { Calibration } from "./confidence.js";
import type { Gate } from "./gate.js";
import { type Passage, passageOf } from "./passage.js";
import { stretchesOf } from "./passages.js";

/** An act that a sentence states, with the passage in which it was chosen. */
export interface StatedAct {
  readonly chosen: ChosenAct;
  readonly passage: Passage;
  /** The token of the sentence that states it. */
  readonly token: number;
}

/** The learned reader of acts: what it needs to tell what a document states. */
export interface ActReader {
  readonly gate: Gate;
  readonly model: Model;
  readonly calibration: Calibration;
  /** What runs the model; the readings are the same, and WebAssembly is several times slower. */
  readonly runtime: "native" | "WebAssembly";
}

/**
 * The acts of status that a document states, by sentence, in the order of the text. `headEnd` is where the title ends that
 * was put before the text, in UTF-16 units; 0 where none was.
 */
export async function readActs(
  document: Document,
  discourse: Discourse,
  { gate, model }: ActReader,
  headEnd: number,
): Promise<ReadonlyMap<number, readonly StatedAct[]>> {
  const bySentence = new Map<number, StatedAct[]>();
  for (const { sentences, from, to } of stretchesOf(document, discourse, gate)) {
    const passage = passageOf(discourse, sentences);
    const start = passage.starts[from] as number;
    const end = passage.starts[to] ?? passage.size;
    for (const chosen of await chooseActs(model, passage, [start, end], titled(passage, headEnd))) {
      const sentence = sentences[passage.sentenceOf[chosen.word] as number] as Passage["sentences"][number];
      const token = passage.tokenOf[chosen.word] as number;
      const told = bySentence.get(sentence.index) ?? [];
      told.push({ chosen, passage, token });
      bySentence.set(sentence.index, told);
    }
  }
  return bySentence;
}

/** How many words of a passage stand in the title. */
function titled({ sentences, starts, size }: Passage, headEnd: number): number {
  const first = sentences.findIndex(({ start }) => start >= headEnd);
  return first < 0 ? size : (starts[first] ?? size);
}
