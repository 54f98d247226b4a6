import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { packageFile } from "../../src/model/index.js";

const folder = mkdtempSync(join(tmpdir(), "credence-"));
const command = fileURLToPath(packageFile("bin/credence.js"));

afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the command as built, without colours. */
function run(words: readonly string[], input = "") {
  const done = spawnSync(process.execPath, [command, ...words], {
    cwd: folder,
    input,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { code: done.status, out: done.stdout, err: done.stderr };
}

function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return name;
}

describe("credence read", () => {
  it("prints a page that names parties, date and words", () => {
    const { code, out, err } = run(
      ["read", "--published", "2008-02-23", "-"],
      "Peru recognised Kosovo on Friday.",
    );
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("Peru recognised Kosovo as a state");
    expect(out).toContain("22 February 2008");
    expect(out).toContain("«Peru recognised Kosovo»");
  });

  it("prints JSON in the contract's keys, unknown parts null", () => {
    const { out } = run(["read", "--json", "-"], "Peru recognised Kosovo.");
    const { report, statements, claims, faults } = JSON.parse(out);
    expect(Object.keys(report)).toEqual([
      "id",
      "given",
      "title",
      "published",
      "outlet",
      "url",
      "language",
      "sentences",
    ]);
    expect([claims, faults]).toEqual([[], []]);
    expect(Object.keys(statements[0])).toEqual([
      "id",
      "act",
      "actor",
      "target",
      "object",
      "form",
      "mission",
      "envoy",
      "decidedBy",
      "polarity",
      "modality",
      "date",
      "place",
      "attribution",
      "codes",
      "confidence",
      "evidence",
    ]);
    expect(statements[0].date).toBeNull();
  });

  it("says so where nothing is found", () => {
    expect(
      run(["read", "-"], "The weather in Peru is fine today, said everybody who was asked about it.").out,
    ).toMatch(/nothing|no statement/i);
  });

  it("lets one broken input stop no other", () => {
    const sources = [
      "missing.txt",
      file("empty.txt", ""),
      file("picture.txt", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3])),
      file("feed.xml.txt", '<?xml version="1.0"?><rss version="2.0"></rss>'),
      file(
        "russian.txt",
        "Россия официально признала Исламский Эмират Афганистан, сообщили в министерстве иностранных дел.",
      ),
      "http://127.0.0.1/",
      file("good.txt", "Peru recognised Kosovo."),
    ];
    const { code, out, err } = run(["read", ...sources]);
    expect(code).toBe(1);
    expect(out).toContain("Peru recognised Kosovo");
    const faults = err.trim().split("\n");
    expect(faults).toHaveLength(6);
    expect(faults.map((line) => line.split(":")[0])).toEqual([
      "missing.txt",
      "empty.txt",
      "picture.txt",
      "feed.xml.txt",
      "russian.txt",
      "http",
    ]);
    expect(err).toContain("not English (Russian): skipped");
  });

  it.each([
    [["read"], /nothing to read/],
    [["read", "--published", "2025-13-40", "-"], /no date/],
    [["reed"], /unknown command/],
  ])("%j is wrong use", (words, message) => {
    const { code, err } = run(words);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it("shows control characters of a report harmlessly", () => {
    const { out } = run(["read", "-"], "Peru recognised Kosovo \u001b[31mred\u001b[0m and \u202eback.");
    expect(out).not.toContain("\u001b");
    expect(out).not.toContain("\u202e");
  });
});

describe("credence read --jsonl", () => {
  const texts = ["Peru recognised Kosovo.", "Chile recognised Montenegro.", "It rained in Lima."];

  it("gives one line for each line, in order, on however many cores", () => {
    const lines = Array.from({ length: 3000 }, (_, at) =>
      JSON.stringify({ id: at, text: texts[at % texts.length] }),
    );
    const { code, out } = run(["read", "--jsonl"], `${lines.join("\n")}\n`);
    expect(code).toBe(0);
    const read = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(read).toHaveLength(lines.length);
    expect(read.map((one) => one.statements.length)).toEqual(
      lines.map((_, at) => (at % texts.length === 2 ? 0 : 1)),
    );
    expect(read[1].statements[0].actor.party).toBe("CHL");
  });

  it("keeps the place of a broken line", () => {
    const { code, out, err } = run(
      ["read", "--jsonl"],
      '{"text":"Peru recognised Kosovo."}\n{broken\n{"text":"Chile recognised Montenegro."}\n',
    );
    expect(code).toBe(1);
    const read = out
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(read.map((one) => one.faults.length)).toEqual([0, 1, 0]);
    expect(read[1].report).toBeNull();
    expect(err).toMatch(/:2: this is not JSON/);
  });
});
