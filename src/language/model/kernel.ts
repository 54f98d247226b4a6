/**
 * The matrix kernels of `kernel/assembly.ts` and the memory on which they work. Addresses are in bytes.
 */
export interface Kernel {
  /** A block of zeroed floats in the kernel's memory; it stays where it is until the process ends. */
  allocate(floats: number): Block;
  /** Y[n, m] += X[n, k] · W[k, m]; rows of X lie `stride` floats apart. */
  multiply(x: number, stride: number, w: number, y: number, n: number, k: number, m: number): void;
  multiplyTransposed(
    dy: number,
    w: number,
    dx: number,
    stride: number,
    n: number,
    k: number,
    m: number,
  ): void;
  outer(x: number, stride: number, dy: number, dw: number, n: number, k: number, m: number): void;
  /** Y[m] = the rectified sum of the rows whose addresses stand at `rows`. */
  gather(rows: number, count: number, y: number, m: number): void;
  /** Y = X + max(S, 0). */
  rectifyOnto(x: number, s: number, y: number, size: number): void;
  /** The gated recurrence over sums S[n, 2m]: states C[n, m], and Y = X + C. */
  recur(s: number, x: number, c: number, y: number, n: number, m: number): void;
  /** One step of Adam. */
  adapt(values: number, gradient: number, first: number, second: number, size: number, rate: number): void;
}

export interface Block {
  readonly address: number;
  readonly data: Float32Array;
}

const pageBytes = 65_536;
const firstFree = 4096;

/** Builds the kernel with a fixed memory of `megabytes`, so that views on it never go stale. */
export function createKernel(wasm: Uint8Array, megabytes: number): Kernel {
  const pages = Math.ceil((megabytes * 1024 * 1024) / pageBytes);
  const memory = new WebAssembly.Memory({ initial: pages, maximum: pages });
  const abort = () => {
    throw new Error("the matrix kernel stopped");
  };
  const module = new WebAssembly.Module(wasm as Uint8Array<ArrayBuffer>);
  const instance = new WebAssembly.Instance(module, { env: { memory, abort } });
  const exported = instance.exports as unknown as Omit<Kernel, "allocate">;
  let next = firstFree;
  const allocate = (floats: number): Block => {
    const address = next;
    next += Math.ceil(floats / 4) * 16;
    if (next > memory.buffer.byteLength) throw new Error("the matrix kernel's memory is used up");
    return { address, data: new Float32Array(memory.buffer, address, floats) };
  };
  return Object.freeze({
    allocate,
    multiply: exported.multiply,
    multiplyTransposed: exported.multiplyTransposed,
    outer: exported.outer,
    gather: exported.gather,
    rectifyOnto: exported.rectifyOnto,
    recur: exported.recur,
    adapt: exported.adapt,
  });
}
