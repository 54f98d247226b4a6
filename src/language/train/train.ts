import type { ModelShape } from "../model/container.js";
import { defaultTables } from "../model/features.js";
import { createKernel } from "../model/kernel.js";
import { Network } from "../model/network.js";
import type { TreebankSentence } from "../treebank.js";
import { disguised, spareWords } from "./augment.js";
import { labelsOf, nameLabels, numbered, type TrainingSentence } from "./corpus.js";
import { Learner } from "./learner.js";
import { packModel } from "./pack.js";
import { createRandom, shuffle } from "./random.js";
import type { StaticVectors } from "./vectors.js";

/** What is learned from. The same material and settings give the same bytes. */
export interface Material {
  /** Treebanks with entities teach names as well. */
  readonly treebanks: readonly {
    readonly sentences: readonly TreebankSentence[];
    readonly entities: boolean;
  }[];
  readonly vectors: StaticVectors;
  /** The bytes of the kernel. */
  readonly kernel: Uint8Array;
}

export type Settings = Pick<ModelShape, "width" | "layers" | "hidden"> & {
  readonly epochs: number;
  /** Highest step of the optimiser. */
  readonly rate: number;
  readonly seed: number;
};

const kernelMegabytes = 192;
const sentencesPerStep = 8;

/** Chance to follow the parser's own choice rather than the right one, after the first epoch. */
const exploring = 0.9;

/** Learns a model; `report` gets a way to pack the model after each epoch. Returns the model file. */
export function trainModel(
  material: Material,
  settings: Settings,
  report: (epoch: number, pack: () => Uint8Array) => void,
): Uint8Array {
  const shape: ModelShape = {
    width: settings.width,
    layers: settings.layers,
    hidden: settings.hidden,
    tables: defaultTables,
    names: nameLabels,
    ...labelsOf(material.treebanks.flatMap(({ sentences }) => sentences)),
  };
  const training = material.treebanks.flatMap(({ sentences, entities }) =>
    numbered(sentences, shape, entities),
  );
  const random = createRandom(settings.seed);
  const kernel = createKernel(material.kernel, kernelMegabytes);
  const learner = new Learner(new Network(shape, kernel), kernel, material.vectors, random);
  for (const { forms } of training) for (const form of forms) learner.words.count(form);
  const order = Int32Array.from(training.keys());
  const steps = Math.ceil(order.length / sentencesPerStep) * settings.epochs;
  const isSpare = spareWords(shape.relations);
  let step = 0;
  for (let epoch = 0; epoch < settings.epochs; epoch += 1) {
    shuffle(order, random);
    for (let from = 0; from < order.length; from += sentencesPerStep) {
      for (const number of order.subarray(from, from + sentencesPerStep)) {
        const sentence = disguised(training[number] as TrainingSentence, isSpare, random);
        learner.learn(sentence, epoch === 0 ? 0 : exploring);
      }
      step += 1;
      learner.apply(rateAt(step, steps, settings.rate));
    }
    report(epoch, () => packModel(shape, learner));
  }
  return packModel(shape, learner);
}

/** Warms up over the first hundredth of the steps, then falls in a straight line to zero. */
function rateAt(step: number, steps: number, highest: number): number {
  return highest * Math.min(1, (100 * step) / steps) * (1 - (step - 1) / steps);
}
