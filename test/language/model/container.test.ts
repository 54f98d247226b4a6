import { describe, expect, it } from "vitest";
import { type ModelShape, readModelFile, writeModelFile } from "../../../src/language/model/index.js";

const shape: ModelShape = {
  width: 8,
  layers: ["convolution", "recurrence"],
  hidden: 12,
  tables: [16, 8, 8, 8, 8],
  xpos: ["NN", "VBZ"],
  upos: ["NOUN", "VERB"],
  names: ["O", "B-person", "I-person"],
  relations: ["nsubj", "root"],
};

const sections = new Map([
  ["dense", new Uint8Array(Float32Array.from([1.5, -2, 0.25]).buffer)],
  ["rows", Uint8Array.from([1, 2, 3, 4, 5])],
]);

describe("the model file", () => {
  it("gives back its shape and the bytes of each section", () => {
    const file = readModelFile(writeModelFile(shape, sections));
    expect(file.shape).toEqual(shape);
    expect([...file.floats("dense")]).toEqual([1.5, -2, 0.25]);
    expect([...file.bytes("rows")]).toEqual([1, 2, 3, 4, 5]);
  });

  it("lays floats over bytes that begin at an odd offset", () => {
    const bytes = writeModelFile(shape, sections);
    const shifted = new Uint8Array(bytes.length + 1);
    shifted.set(bytes, 1);
    expect([...readModelFile(shifted.subarray(1)).floats("dense")]).toEqual([1.5, -2, 0.25]);
  });

  it("refuses bytes that are no model, and sections that are not there", () => {
    expect(() => readModelFile(new TextEncoder().encode("{}, a JSON file"))).toThrow(/not a model file/);
    expect(() => readModelFile(writeModelFile(shape, sections)).bytes("trees")).toThrow(/no section "trees"/);
  });
});
