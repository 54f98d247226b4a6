import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { packageFile } from "../../src/model/index.js";
import { loadActBook, loadGovernors } from "../../src/statements/index.js";
import { reading, theReader } from "../reading.js";

const files = readdirSync(packageFile("data/acts/"))
  .filter((name) => name.endsWith(".yml"))
  .map((name) => ({
    name: `data/acts/${name}`,
    text: readFileSync(packageFile(`data/acts/${name}`), "utf8"),
  }));
const codes = { cameo: new Set(["054", "160"]), plover: new Set(["SUPPORT", "SANCTION"]) };

describe("the act book", () => {
  const { acts } = theReader().books;
  for (const entry of acts.entries) {
    for (const example of entry.file.examples) {
      it(`${entry.act} reads: ${example.text}`, () => {
        const found = reading(example.text, "2019-06-01").statements.filter((one) => one.act === entry.act);
        expect(found).toHaveLength(1);
        const [statement] = found;
        const { actor, target, object, polarity, modality } = example.states;
        expect(statement?.actor?.party ?? null).toBe(actor);
        expect(statement?.target?.party ?? null).toBe(target);
        expect([statement?.polarity, statement?.modality]).toEqual([polarity, modality]);
        if (object !== undefined) expect(statement?.object).toBe(object);
      });
    }
    for (const { text, because } of entry.file.counterexamples) {
      it(`${entry.act} passes over: ${text} (${because})`, () => {
        expect(reading(text, "2019-06-01").statements.filter((one) => one.act === entry.act)).toEqual([]);
      });
    }
  }
});

describe("the loader", () => {
  const [recognise, withdraw] = files.map((file) => file.text) as [string, string];
  const load = (...texts: readonly string[]) =>
    loadActBook(
      texts.map((text, at) => ({ name: `acts/${at}.yml`, text })),
      codes,
    );

  it("takes the files as they are", () => expect(load(recognise, withdraw).ok).toBe(true));

  it.each([
    ["broken YAML", `${recognise}\n  - : [`, /acts\/0\.yml/],
    ["an unknown key", recognise.replace("meaning:", "sense:"), /meaning|sense/],
    ["a code without quotation marks", recognise.replace('"054"', "54"), /cameo/],
    ["a code that CAMEO has not", recognise.replace('"054"', '"999"'), /999/],
  ])("reports %s with its file and line", (_, text, what) => {
    const loaded = load(text);
    expect(loaded.ok).toBe(false);
    const lines = loaded.faults.map((fault) => `${fault.where}:${fault.line} ${fault.what}`);
    expect(lines.join("\n")).toMatch(what);
    expect(loaded.faults.every((fault) => fault.line !== null)).toBe(true);
  });

  it("names both acts that claim a verb", () => {
    const loaded = load(recognise, withdraw.replace("verbs: [derecognise", "verbs: [recognise, derecognise"));
    expect(loaded.faults.map((fault) => fault.what)).toContain(
      '"recognise" is claimed by recognise and by withdraw-recognition',
    );
  });

  it("reports every fault and does not stop at the first", () => {
    const loaded = load(recognise.replace('"054"', '"999"').replace('"SUPPORT"', '"PRAISE"'));
    expect(loaded.faults).toHaveLength(2);
  });

  it("refuses a governing word in two groups", () => {
    const text =
      "- group: a\n  doer: subject\n  words: [plan]\n- group: b\n  doer: object\n  words: [plan]\n";
    expect(loadGovernors({ name: "modality.yml", text }).faults[0]?.what).toBe(
      '"plan" stands in "a" and in "b"',
    );
  });
});
