/**
 * The model file: the magic word, the length of a JSON header, the header, then sections of bytes, each on
 * a 16-byte boundary so that typed arrays can be laid over them without copying.
 */
export interface ModelFile {
  /** Sizes, names of tags and relations, and whatever else is not an array of numbers. */
  readonly shape: ModelShape;
  bytes(section: string): Uint8Array;
  floats(section: string): Float32Array;
}

/** A window of three tokens, or a gated recurrence over all tokens before and after. */
export type LayerKind = "convolution" | "recurrence";

/** The sizes and names that fix the network's form. */
export interface ModelShape {
  /** Width of a token's vector; a multiple of 4. */
  readonly width: number;
  /** The layers over the words' vectors, from the lowest: what each token takes from its neighbours. */
  readonly layers: readonly LayerKind[];
  /** Width of the parser's hidden layer; a multiple of 4. */
  readonly hidden: number;
  /** Rows of each table of hashed features, in the order of `features.ts`. */
  readonly tables: readonly number[];
  readonly xpos: readonly string[];
  readonly upos: readonly string[];
  /** "O" first, then B- and I- of each kind. */
  readonly names: readonly string[];
  readonly relations: readonly string[];
}

const magic = "CREDENCE";
const alignment = 16;

interface Header {
  readonly shape: ModelShape;
  readonly sections: Readonly<Record<string, readonly [offset: number, length: number]>>;
}

export function writeModelFile(shape: ModelShape, sections: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const places: Record<string, readonly [number, number]> = {};
  let offset = 0;
  for (const [name, bytes] of sections) {
    places[name] = [offset, bytes.length];
    offset = aligned(offset + bytes.length);
  }
  const header = new TextEncoder().encode(JSON.stringify({ shape, sections: places } satisfies Header));
  const start = aligned(magic.length + 4 + header.length);
  const file = new Uint8Array(start + offset);
  file.set(new TextEncoder().encode(magic));
  new DataView(file.buffer).setUint32(magic.length, header.length, true);
  file.set(header, magic.length + 4);
  for (const [name, bytes] of sections) file.set(bytes, start + (places[name]?.[0] ?? 0));
  return file;
}

/** Lays the sections over the file's bytes. A file that is no model is a fault of the installation: throws. */
export function readModelFile(file: Uint8Array): ModelFile {
  const head = new TextDecoder().decode(file.subarray(0, magic.length));
  if (head !== magic) throw new Error("models/english.bin is not a model file; install the package again");
  // A view at an odd offset cannot carry floats: such bytes (from a pooled buffer) are copied once.
  const bytes = file.byteOffset % alignment === 0 ? file : file.slice();
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(magic.length, true);
  const text = new TextDecoder().decode(bytes.subarray(magic.length + 4, magic.length + 4 + length));
  const header = JSON.parse(text) as Header;
  const start = aligned(magic.length + 4 + length);
  const section = (name: string): Uint8Array => {
    const place = header.sections[name];
    if (place === undefined) throw new Error(`the model has no section "${name}"; train it again`);
    return bytes.subarray(start + place[0], start + place[0] + place[1]);
  };
  return Object.freeze({
    shape: header.shape,
    bytes: section,
    floats: (name: string) => {
      const found = section(name);
      return new Float32Array(found.buffer, found.byteOffset, found.length / 4);
    },
  });
}

function aligned(offset: number): number {
  return Math.ceil(offset / alignment) * alignment;
}
