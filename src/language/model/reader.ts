import { Chooser } from "./chooser.js";
import { type ModelFile, readModelFile } from "./container.js";
import { type Decoded, Decoder } from "./decoder.js";
import { createEmbedding, type Embedding } from "./embedding.js";
import { createKernel } from "./kernel.js";
import { Network, parameterSizes, sentenceLimit } from "./network.js";

/** Tags and names of a sentence, as numbers in the lists of the reader; one entry for each token. */
export interface TagNumbers {
  readonly upos: Uint8Array;
  readonly xpos: Uint8Array;
  /** Labels of names: 0 is outside, odd numbers begin a name, even ones continue it. */
  readonly names: Uint8Array;
}

/** The tree of a sentence: -1 for the root's head, of which there is exactly one. */
export interface TreeNumbers {
  readonly heads: Int16Array;
  readonly relations: Uint8Array;
}

/**
 * Reads tags, names and trees of sentences whose words are given; any words, and up to 32 thousand of them.
 * Results are the caller's to keep.
 */
export interface Reader {
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly relations: readonly string[];
  /** "O", then "B-person", "I-person" and so on. */
  readonly nameLabels: readonly string[];
  tag(forms: readonly string[]): TagNumbers;
  /** Does not need the tags. */
  parse(forms: readonly string[]): TreeNumbers;
}

const kernelMegabytes = 16;

/** Words whose vectors are kept; when the store is full it is emptied, so that a stream's memory stays flat. */
const storedWords = 8192;

/** Opens a model: `model` is the bytes of `models/english.bin`, `kernel` those of `dist/kernel.wasm`. */
export function openReader(model: Uint8Array, kernel: Uint8Array): Reader {
  const file = readModelFile(model);
  const network = new Network(file.shape, createKernel(kernel, kernelMegabytes));
  loadParameters(file, network);
  return createReader(network, createStore(createEmbedding(file), file.shape.width));
}

function loadParameters(file: ModelFile, network: Network): void {
  const dense = file.floats("dense");
  let at = 0;
  for (const [name, size] of parameterSizes(file.shape)) {
    network.block(name).data.set(dense.subarray(at, at + size));
    at += size;
  }
}

/** Keeps the vectors of recent words, which the hashing of their features would make anew each time. */
function createStore(embedding: Embedding, width: number): Embedding {
  const places = new Map<string, number>();
  const rows = new Float32Array(storedWords * width);
  return Object.freeze({
    write: (form: string, target: Float32Array, offset: number) => {
      let place = places.get(form);
      if (place === undefined) {
        if (places.size === storedWords) places.clear();
        place = places.size * width;
        places.set(form, place);
        embedding.write(form, rows, place);
      }
      for (let at = 0; at < width; at += 1) target[offset + at] = rows[place + at] as number;
    },
  });
}

/** A reader over a network whose parameters are in place; the trainer scores with it too. */
export function createReader(network: Network, embedding: Embedding): Reader {
  const { shape } = network;
  const decoder = new Decoder(network, new Chooser(network));
  const { decoded } = decoder;
  const layer = network.layers[0]?.data ?? new Float32Array(0);
  const last: string[] = [];
  // A sentence's tree is mostly asked for right after its tags: the layers still hold it then.
  const encode = (forms: readonly string[], from: number, size: number) => {
    if (isSame(last, forms, from, size)) return;
    last.length = 0;
    layer.fill(0, 0, shape.width);
    for (let token = 0; token < size; token += 1) {
      const form = forms[from + token] as string;
      last.push(form);
      embedding.write(form, layer, network.offset(token));
    }
    decoder.encode(size);
  };
  const joining = Math.max(0, shape.relations.indexOf("parataxis"));
  return Object.freeze({
    upos: shape.upos,
    xpos: shape.xpos,
    relations: shape.relations,
    nameLabels: shape.names,
    tag: (forms: readonly string[]) => {
      const n = forms.length;
      const target = { upos: new Uint8Array(n), xpos: new Uint8Array(n), names: new Uint8Array(n) };
      for (let from = 0; from < n; from += sentenceLimit) {
        const size = Math.min(sentenceLimit, n - from);
        encode(forms, from, size);
        decoder.tag(size);
        decoder.name(size);
        copyTags(decoded, from, size, target);
      }
      return target;
    },
    parse: (forms: readonly string[]) => {
      const n = forms.length;
      const target = { heads: new Int16Array(n), relations: new Uint8Array(n) };
      let root = -1;
      for (let from = 0; from < n; from += sentenceLimit) {
        const size = Math.min(sentenceLimit, n - from);
        encode(forms, from, size);
        decoder.parse(size);
        root = copyTree(decoded, from, size, target, root, joining);
      }
      return target;
    },
  });
}

function isSame(last: readonly string[], forms: readonly string[], from: number, size: number): boolean {
  if (last.length !== size) return false;
  for (let at = 0; at < size; at += 1) if (last[at] !== forms[from + at]) return false;
  return true;
}

function copyTags(decoded: Decoded, from: number, size: number, target: TagNumbers): void {
  target.upos.set(decoded.upos.subarray(0, size), from);
  target.xpos.set(decoded.xpos.subarray(0, size), from);
  target.names.set(decoded.names.subarray(0, size), from);
}

/**
 * Copies the tree of one piece. The root of the first piece is the sentence's; those of later ones, which only
 * sentences beyond the limit have, hang on it. Returns the sentence's root.
 */
function copyTree(
  decoded: Decoded,
  from: number,
  size: number,
  target: TreeNumbers,
  root: number,
  joining: number,
): number {
  let top = root;
  for (let token = 0; token < size; token += 1) {
    const head = decoded.heads[token] as number;
    target.relations[from + token] = decoded.relations[token] as number;
    target.heads[from + token] = head < 0 ? root : head + from;
    if (head >= 0) continue;
    if (root < 0) top = from + token;
    else target.relations[from + token] = joining;
  }
  return top;
}
