import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openLanguage } from "../../../src/language/index.js";
import { packageFile } from "../../../src/model/index.js";
import { createReader, openBooks } from "../../../src/pipeline.js";
import { readText } from "../../../src/read/index.js";
import { openActReader } from "../../../src/statements/learned/open.js";
import { nativeRuntime, webRuntime } from "../../../src/statements/learned/runtime.js";

const file = (name: string) => readFileSync(packageFile(name));
const books = openBooks();
const language = openLanguage(file("models/english.bin"), file("dist/kernel.wasm"), books.parties.standIns);
const texts = [
  "Peru, which had recognised Kosovo in 2008, said on Monday that it would not reopen its embassy in Pristina.",
  "Togo expelled two Nepalese diplomats on Friday. Kathmandu recalled its ambassador a day later and urged India to follow.",
  "The African Union lifted its sanctions on Mali, but Niger remained suspended.",
];

describe("the two runtimes", () => {
  it("read the same", async () => {
    const readings = [];
    for (const runtime of [nativeRuntime(), webRuntime()]) {
      const acts = await openActReader((name) => file(`models/reader/${name}`), runtime);
      expect(acts.runtime).toBe(runtime.kind);
      const reader = createReader(language, books, acts);
      const told = [];
      for (const text of texts) {
        const item = readText(text, "test", { published: "2025-07-04" });
        if ("fault" in item) throw new Error(item.fault.what);
        const { statements } = await reader.read(item.report);
        told.push(statements.map(({ confidence: _, ...rest }) => rest));
      }
      readings.push(told);
    }
    expect(readings[0]?.flat().length).toBeGreaterThan(3);
    expect(readings[1]).toEqual(readings[0]);
  });

  it("read the same text the same way every time", async () => {
    const acts = await openActReader((name) => file(`models/reader/${name}`));
    const reader = createReader(language, books, acts);
    const item = readText(texts.join(" "), "test", { published: "2025-07-04" });
    if ("fault" in item) throw new Error(item.fault.what);
    expect(await reader.read(item.report)).toEqual(await reader.read(item.report));
  });
});
