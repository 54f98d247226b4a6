import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, createKernel } from "../../../src/language/model/kernel.js";
import { unrollRecurrence } from "../../../src/language/train/recurrence.js";
import { packageFile } from "../../../src/model/index.js";

const wasm = readFileSync(packageFile("dist/kernel.wasm"));

/** Numbers between -1 and 1 without a pattern that a wrong row or column could share. */
function fill(block: Block, salt: number): Float32Array {
  for (let at = 0; at < block.data.length; at += 1) block.data[at] = Math.sin(at * 12.9898 + salt * 78.233);
  return block.data;
}

const sizes = fc.record({
  n: fc.integer({ min: 0, max: 11 }),
  k: fc.integer({ min: 1, max: 6 }).map((fours) => 4 * fours),
  m: fc.integer({ min: 1, max: 21 }).map((fours) => 4 * fours),
});

/** Sum over `count` of what `term` gives. */
function total(count: number, term: (at: number) => number): number {
  let sum = 0;
  for (let at = 0; at < count; at += 1) sum += term(at);
  return sum;
}

describe("the matrix kernels", () => {
  it("agree with sums written out, whatever the sizes", () => {
    fc.assert(
      fc.property(sizes, ({ n, k, m }) => {
        const kernel = createKernel(wasm, 1);
        const [x, w, y] = [kernel.allocate(n * k), kernel.allocate(k * m), kernel.allocate(n * m)];
        const [dx, dw] = [kernel.allocate(n * k), kernel.allocate(k * m)];
        const [xs, ws] = [fill(x, 1), fill(w, 2)];
        const at = (data: Float32Array, place: number) => data[place] as number;
        kernel.multiply(x.address, k, w.address, y.address, n, k, m);
        for (let i = 0; i < n; i += 1)
          for (let j = 0; j < m; j += 1)
            expect(y.data[i * m + j]).toBeCloseTo(
              total(k, (one) => at(xs, i * k + one) * at(ws, one * m + j)),
              4,
            );
        const ys = fill(y, 3);
        kernel.multiplyTransposed(y.address, w.address, dx.address, k, n, k, m);
        kernel.outer(x.address, k, y.address, dw.address, n, k, m);
        for (let i = 0; i < n; i += 1)
          for (let one = 0; one < k; one += 1)
            expect(dx.data[i * k + one]).toBeCloseTo(
              total(m, (j) => at(ys, i * m + j) * at(ws, one * m + j)),
              4,
            );
        for (let one = 0; one < k; one += 1)
          for (let j = 0; j < m; j += 1)
            expect(dw.data[one * m + j]).toBeCloseTo(
              total(n, (i) => at(xs, i * k + one) * at(ys, i * m + j)),
              4,
            );
      }),
      { numRuns: 40 },
    );
  });

  it("add up and rectify rows that stand anywhere", () => {
    const kernel = createKernel(wasm, 1);
    const [rows, sum] = [kernel.allocate(12), kernel.allocate(4)];
    rows.data.set([1, 2, 3, 4, 9, 9, 9, 9, -2, -2, -2, -2]);
    const places = kernel.allocate(2);
    new Int32Array(places.data.buffer, places.address, 2).set([rows.address, rows.address + 32]);
    kernel.gather(places.address, 2, sum.address, 4);
    expect([...sum.data]).toEqual([0, 0, 1, 2]);
  });

  it("carry a state forwards in the first half of the columns and backwards in the second", () => {
    const kernel = createKernel(wasm, 1);
    const [n, m] = [3, 8];
    const sums = kernel.allocate(n * 2 * m);
    const [x, states, y] = [kernel.allocate(n * m), kernel.allocate(n * m), kernel.allocate(n * m)];
    // Candidates are 1 at the first token in column 0 and at the last in column 7; gates stand half open.
    sums.data[0] = 1;
    sums.data[2 * 2 * m + 7] = 1;
    kernel.recur(sums.address, x.address, states.address, y.address, n, m);
    expect([0, 1, 2].map((row) => states.data[row * m])).toEqual([0.5, 0.25, 0.125]);
    expect([0, 1, 2].map((row) => states.data[row * m + 7])).toEqual([0.125, 0.25, 0.5]);
  });

  it("have a gradient of the recurrence that agrees with small differences", () => {
    const kernel = createKernel(wasm, 1);
    const [n, m] = [5, 8];
    const sums = kernel.allocate(n * 2 * m);
    const [x, states, y] = [kernel.allocate(n * m), kernel.allocate(n * m), kernel.allocate(n * m)];
    fill(sums, 4);
    const flow = Float32Array.from({ length: n * m }, (_, at) => Math.cos(at * 3.7));
    const loss = () => {
      kernel.recur(sums.address, x.address, states.address, y.address, n, m);
      return total(n * m, (at) => (y.data[at] as number) * (flow[at] as number));
    };
    loss();
    const gradient = new Float32Array(n * 2 * m);
    unrollRecurrence(sums.data, states.data, flow, gradient, n, m);
    for (let at = 0; at < sums.data.length; at += 1) {
      const kept = sums.data[at] as number;
      sums.data[at] = kept + 0.01;
      const above = loss();
      sums.data[at] = kept - 0.01;
      const below = loss();
      sums.data[at] = kept;
      expect((above - below) / 0.02).toBeCloseTo(gradient[at] as number, 2);
    }
  });

  it("say when their memory is used up", () => {
    expect(() => createKernel(wasm, 1).allocate(1_000_000)).toThrow(/memory/);
  });
});
