import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { type Batch, type BatchResult, lostBatch } from "../../src/cli/stream/batch.js";
import { inOrder } from "../../src/cli/stream/ordered.js";
import { createPool } from "../../src/cli/stream/pool.js";

/** A thread that answers each batch with its first line, and exits on the line "die". */
const echo = `
  const { parentPort } = require("node:worker_threads");
  parentPort.on("message", ({ lines }) => {
    if (lines[0].text === "die") process.exit(3);
    if (lines[0].text === "throw") throw new Error("broken");
    parentPort.postMessage({ output: lines[0].text + "\\n", faults: [] });
  });`;

function batchOf(text: string) {
  return { lines: [{ where: "stream", number: 7, text, fault: null }], given: {} };
}

async function* counted(until: number): AsyncGenerator<number> {
  for (let item = 0; item < until; item += 1) yield item;
}

describe("the pool of reading threads", () => {
  it("gives a thread one batch after another", async () => {
    let started = 0;
    const start = () => {
      started += 1;
      return new Worker(echo, { eval: true });
    };
    const pool = createPool<Batch, BatchResult>(2, start, () => undefined, lostBatch);
    const texts = Array.from({ length: 40 }, (_, index) => `line ${index}`);
    const results = await Promise.all(texts.map((text) => pool.read(batchOf(text))));
    await pool.close();
    expect(results.map((result) => result.output)).toEqual(texts.map((text) => `${text}\n`));
    expect(started).toBe(2);
  });

  for (const [text, reason] of [
    ["die", "exit code 3"],
    ["throw", "broken"],
  ] as const) {
    it(`gives up a batch that kills two threads (${reason}), and reads the others`, async () => {
      const told: string[] = [];
      const pool = createPool<Batch, BatchResult>(
        1,
        () => new Worker(echo, { eval: true }),
        (what) => told.push(what),
        lostBatch,
      );
      const [before, lost, after] = await Promise.all(["a", text, "b"].map((one) => pool.read(batchOf(one))));
      await pool.close();
      expect(before?.output).toBe("a\n");
      expect(after?.output).toBe("b\n");
      expect(lost?.faults.map(({ where, line }) => [where, line])).toEqual([["stream", 7]]);
      expect(lost?.output.trim().split("\n")).toHaveLength(1);
      expect(told).toHaveLength(2);
      expect(told[0]).toContain(reason);
    });
  }

  it("reads a batch again whose thread died of something else", async () => {
    let first = true;
    const start = () => {
      const code = first ? "process.exit(1);" : echo;
      first = false;
      return new Worker(code, { eval: true });
    };
    const pool = createPool<Batch, BatchResult>(1, start, () => undefined, lostBatch);
    const result = await pool.read(batchOf("a"));
    await pool.close();
    expect(result).toEqual({ output: "a\n", faults: [] });
  });
});

describe("order and bounds of a stream", () => {
  it("keeps the order of the items whichever is done first", async () => {
    const delays = [30, 0, 20, 10, 0];
    const work = (item: number) =>
      new Promise<number>((done) => setTimeout(() => done(item), delays[item % 5]));
    const results: number[] = [];
    for await (const result of inOrder(counted(25), 4, work)) results.push(result);
    expect(results).toEqual(Array.from({ length: 25 }, (_, item) => item));
  });

  it("takes no more items than the window while nobody uses the results", async () => {
    let taken = 0;
    let used = 0;
    let most = 0;
    const work = async (item: number) => {
      taken += 1;
      most = Math.max(most, taken - used);
      return item;
    };
    for await (const _ of inOrder(counted(500), 6, work)) {
      await Promise.resolve();
      used += 1;
    }
    expect(taken).toBe(500);
    expect(most).toBeLessThanOrEqual(7);
  });

  it("gives what is done while the source keeps the next item waiting", async () => {
    let release: () => void = () => undefined;
    const released = new Promise<void>((done) => {
      release = done;
    });
    async function* slow(): AsyncGenerator<number> {
      yield 1;
      await released;
      yield 2;
    }
    const results: number[] = [];
    for await (const result of inOrder(slow(), 8, async (item) => item)) {
      results.push(result);
      release();
    }
    expect(results).toEqual([1, 2]);
  });
});
