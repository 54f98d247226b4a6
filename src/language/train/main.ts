import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { packageFile } from "../../model/index.js";
import type { ModelShape } from "../model/container.js";
import { Decoder } from "../model/decoder.js";
import { defaultTables } from "../model/features.js";
import { createKernel } from "../model/kernel.js";
import { Network } from "../model/network.js";
import { readTreebank } from "../treebank.js";
import { recased } from "./augment.js";
import { labelsOf, nameLabels, numbered, type TrainingSentence } from "./corpus.js";
import { Learner } from "./learner.js";
import { packModel } from "./pack.js";
import { createRandom, shuffle } from "./random.js";
import { type Scores, score } from "./score.js";
import { readVectors } from "./vectors.js";

const kernelMegabytes = 64;
const vectorWords = 60_000;
const batch = 8;
const seed = 20_250_703;

const { values: options } = parseArgs({
  options: {
    treebanks: { type: "string" },
    vectors: { type: "string" },
    out: { type: "string", default: "models" },
    epochs: { type: "string", default: "10" },
    width: { type: "string", default: "96" },
    depth: { type: "string", default: "3" },
    hidden: { type: "string", default: "160" },
    rate: { type: "string", default: "0.002" },
  },
});

if (options.treebanks === undefined || options.vectors === undefined) {
  process.stderr.write("usage: npm run train -- --treebanks DIR --vectors FILE [--out DIR] [--epochs N]\n");
  process.exit(2);
}

const read = (name: string) => readTreebank(readFileSync(join(options.treebanks as string, name), "utf8"));
const ewt = read("ewt-train.conllu");
const gum = read("gum-train.conllu");
const shape: ModelShape = {
  width: Number(options.width),
  depth: Number(options.depth),
  hidden: Number(options.hidden),
  tables: defaultTables,
  names: nameLabels,
  ...labelsOf([...ewt, ...gum]),
};
const training = [...numbered(ewt, shape, false), ...numbered(gum, shape, true)];
const development = {
  ewt: numbered(read("ewt-dev.conllu"), shape, false),
  gum: numbered(read("gum-dev.conllu"), shape, true),
};

const random = createRandom(seed);
const kernel = createKernel(readFileSync(packageFile("dist/kernel.wasm")), kernelMegabytes);
const network = new Network(shape, kernel).link();
const learner = new Learner(
  network,
  kernel,
  readVectors(readFileSync(options.vectors, "utf8"), vectorWords),
  random,
);
const decoder = new Decoder(network);

const epochs = Number(options.epochs);
const order = Int32Array.from(training.keys());
const steps = Math.ceil(training.length / batch) * epochs;
let step = 0;
for (let epoch = 0; epoch < epochs; epoch += 1) {
  const started = Date.now();
  shuffle(order, random);
  for (let from = 0; from < order.length; from += batch) {
    for (let at = from; at < Math.min(order.length, from + batch); at += 1) {
      learner.learn(
        recased(training[order[at] as number] as TrainingSentence, random),
        epoch === 0 ? 0 : 0.9,
      );
    }
    step += 1;
    learner.apply(rateAt(step));
  }
  report(`epoch ${epoch + 1} in ${Math.round((Date.now() - started) / 1000)} s`);
}
writeFileSync(join(options.out, "english.bin"), packModel(shape, learner, new Map()));

/** Warms up over the first hundredth, then falls in a straight line to zero. */
function rateAt(now: number): number {
  const warm = steps / 100;
  return Number(options.rate) * Math.min(1, now / warm) * (1 - (now - 1) / steps);
}

function report(heading: string): void {
  const line = (name: string, scores: Scores) =>
    `${name} UPOS ${scores.upos} XPOS ${scores.xpos} UAS ${scores.uas} LAS ${scores.las} (${scores.lasFull}) names ${scores.names ?? "-"} (${scores.nameSpans ?? "-"})`;
  const embed = (forms: readonly string[]) => learner.embed(forms, false);
  const ewtScores = score(development.ewt, shape, decoder, embed);
  const gumScores = score(development.gum, shape, decoder, embed);
  process.stdout.write(`${heading}: ${line("EWT dev", ewtScores)}; ${line("GUM dev", gumScores)}\n`);
}
