import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { handbook } from "../../src/cli/acts/handbook.js";
import { packageFile } from "../../src/model/index.js";
import { actFiles, openActBook } from "../../src/pipeline.js";
import { runHere } from "./inProcess.js";

const folder = mkdtempSync(join(tmpdir(), "credence-acts-"));
const acts = readdirSync(packageFile("data/acts/"))
  .filter((name) => name.endsWith(".yml"))
  .map((name) => name.replace(/\.yml$/, ""));

afterAll(() => rmSync(folder, { recursive: true }));

/** An act that no package knows: one state sings to another. */
const serenade = `act: serenade
kind: contact
meaning: >
  A state sings to another.
excludes: >
  Singing at home.
codes: { cameo: "040", plover: "CONSULT" }
roles:
  actor: who sings
  target: who listens
frames:
  - verbs: [serenade]
    actor: [subject]
    target: [object]
    actorKinds: [state]
    targetKinds: [state]
examples:
  - text: Peru serenaded Fiji.
    states: { actor: PER, target: FJI }
  - text: Chile did not serenade Kenya.
    states: { actor: CHL, target: KEN, polarity: negative }
counterexamples:
  - text: Peru greeted Fiji.
    because: A greeting is no song.
  - text: The choir serenaded Fiji.
    because: A choir is no state.
`;

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** A folder of its own with one act file. */
function folderWith(name: string, content: string): string {
  const path = join(folder, name);
  mkdirSync(path);
  writeFileSync(join(path, "own.yml"), content);
  return path;
}

describe("credence acts", () => {
  it("lists every act of the book under the heading of its kind, with its codes", async () => {
    const { code, out, err } = await runHere("acts");
    expect([code, err]).toEqual([0, ""]);
    const lines = out.split("\n");
    for (const act of acts)
      expect(lines.filter((line) => line.trimStart().startsWith(`${act} `))).toHaveLength(1);
    expect(out).toMatch(/^ {2}recognise +054 +SUPPORT$/m);
    const headings = lines.filter((line) => line.startsWith("Acts of "));
    expect(headings).toEqual([
      "Acts of diplomatic status",
      "Acts of contact",
      "Acts of speech",
      "Acts of force",
    ]);
    const place = (start: string) => lines.findIndex((line) => line.startsWith(start));
    expect(place("  sever-relations ")).toBeLessThan(place("Acts of contact"));
    expect(place("  assault ")).toBeGreaterThan(place("Acts of force"));
  });

  it("lists the acts as JSON", async () => {
    const { code, out } = await runHere("acts", "--json");
    expect(code).toBe(0);
    const listed: { act: string }[] = JSON.parse(out);
    expect(listed.map(({ act }) => act).sort()).toEqual([...acts].sort());
  });

  it("explains one act: what it is and is not, its codes, and what is read of it", async () => {
    const { code, out, err } = await runHere("acts", "expel-envoy");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^expel-envoy\n/);
    expect(out).toMatch(/^not {5}/m);
    expect(out).toMatch(/^codes {3}CAMEO 161, PLOVER SANCTION/m);
    const { examples, counterexamples } = JSON.parse((await runHere("acts", "expel-envoy", "--json")).out);
    const flat = out.replaceAll(/\s+/g, " ");
    for (const { text } of examples) expect(flat).toContain(`+ ${text}`);
    for (const { text, because } of counterexamples) expect(flat).toContain(`− ${text} ${because}`);
  });

  it("explains one act as JSON in the contract's keys", async () => {
    const act = JSON.parse((await runHere("acts", "sever-relations", "--json")).out);
    expect(Object.keys(act)).toEqual([
      "act",
      "kind",
      "meaning",
      "excludes",
      "codes",
      "roles",
      "effect",
      "deeds",
      "examples",
      "counterexamples",
    ]);
    expect(act).toMatchObject({ act: "sever-relations", kind: "status", codes: { cameo: "161" } });
    expect(act.examples.length).toBeGreaterThanOrEqual(2);
    expect(act.counterexamples.length).toBeGreaterThanOrEqual(2);
  });

  it("finds an act by a deed under which its statements appear", async () => {
    const { code, out } = await runHere("acts", "visit", "--json");
    expect(code).toBe(0);
    const { act, deeds } = JSON.parse(out);
    expect(act).toBe("consult");
    expect(deeds).toContain("visit");
  });

  it.each([["betroth"], ["Recognise"], ["betroth", "--json"]])(
    "knows no act %s and says where they are listed",
    async (...words) => {
      const { code, out, err } = await runHere("acts", ...words);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toContain(`there is no act “${words[0]}”`);
      expect(err).toContain("credence acts");
    },
  );

  it("reports a folder of acts that is not there", async () => {
    const missing = join(folder, "missing");
    const { code, out, err } = await runHere("acts", "--acts", missing);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(`${missing}: it cannot be read`);
  });
});

describe("the handbook", () => {
  const book = openActBook(actFiles());
  const entries = book.ok ? book.value.entries : [];
  const kept = readFileSync(packageFile("docs/acts.md"), "utf8");

  it("is kept in docs/acts.md as the act book now stands (npm run docs)", () => {
    expect(entries).toHaveLength(acts.length);
    expect(kept).toBe(handbook(entries));
  });

  it("is what credence acts --markdown prints", async () => {
    const { code, out } = await runHere("acts", "--markdown");
    expect(code).toBe(0);
    expect(out).toBe(handbook(entries));
  });

  it("has a row and a chapter for each act", () => {
    const written = handbook(entries);
    const chapters = [...written.matchAll(/^### (\S+)$/gm)].map(([, act]) => act).sort();
    const rows = [...written.matchAll(/^\| \[(\S+)\]\(#\S+\) \|/gm)].map(([, act]) => act).sort();
    expect(chapters).toEqual([...acts].sort());
    expect(rows).toEqual([...acts].sort());
  });
});

describe("credence acts test", () => {
  it("passes a file whose examples are read as it says", async () => {
    const { code, out, err } = await runHere("acts", "test", file("good.yml", serenade));
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe("all 4 examples are read as the book says\n");
  });

  it("names a counterexample that is read, why it was not to be, and what was read", async () => {
    const path = file("read.yml", serenade.replace("The choir serenaded Fiji", "Kenya serenaded Fiji"));
    const { code, out } = await runHere("acts", "test", path);
    expect(code).toBe(1);
    const [wrong, total, ...rest] = out.trim().split("\n");
    expect(wrong).toContain("serenade: counterexample “Kenya serenaded Fiji.”");
    expect(wrong).toContain("A choir is no state.");
    expect(wrong).toContain("KEN serenade FJI asserted");
    expect(total).toBe("1 of 4 examples are read otherwise than the book says");
    expect(rest).toEqual([]);
  });

  it("names an example that is read otherwise, by what differs", async () => {
    const path = file(
      "otherwise.yml",
      serenade.replace("actor: PER, target: FJI", "actor: PER, target: TON"),
    );
    const { code, out } = await runHere("acts", "test", path);
    expect(code).toBe(1);
    expect(out).toContain("serenade: example “Peru serenaded Fiji.”: target is FJI and was to be TON");
    expect(out).toContain("1 of 4");
  });

  it("names an example of which nothing is read", async () => {
    const path = file("unread.yml", serenade.replace("text: Peru serenaded", "text: Peru greeted"));
    const { code, out } = await runHere("acts", "test", path);
    expect(code).toBe(1);
    expect(out).toMatch(/example “Peru greeted Fiji.”: 1 statement was to be read, and there are 0/);
  });

  it.each([
    ["a word that no key takes", "kind: contact", "kind: song", 2],
    ["codes of no ontology", 'cameo: "040"', 'cameo: "999"', 7],
    ["verbs that are no list", "verbs: [serenade]", "verbs: 3", 12],
    ["broken YAML", "actor: who sings", "actor: who: sings", 9],
  ])("reports %s with file and line, and reads nothing", async (_, sound, broken, line) => {
    const path = file(`broken-${line}.yml`, serenade.replace(sound, broken));
    const { code, out, err } = await runHere("acts", "test", path);
    expect([code, out]).toEqual([1, ""]);
    const places = err
      .trim()
      .split("\n")
      .map((fault) => /^(.*?):(\d+): /.exec(fault)?.slice(1));
    expect(places.map((place) => place?.[0])).toEqual(places.map(() => path));
    expect(places.map((place) => Number(place?.[1]))).toContain(line);
  });

  it("reports a file that is not there", async () => {
    const missing = join(folder, "missing.yml");
    const { code, out, err } = await runHere("acts", "test", missing);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(`${missing}: it cannot be read`);
  });

  it("reads the files it is given and no others", async () => {
    const first = file("first.yml", serenade);
    const second = file("second.yml", serenade.replaceAll("serenade", "salute"));
    expect((await runHere("acts", "test", first, second)).out).toBe(
      "all 8 examples are read as the book says\n",
    );
  });
});

describe("acts of the user's own", () => {
  const own = folderWith("beside", serenade);
  // It takes the name of an act of the package and words it otherwise.
  const instead = folderWith(
    "instead",
    serenade.replace("act: serenade", "act: expel-envoy").replace("kind: contact", "kind: status"),
  );
  const report = file("report.txt", "Peru serenaded Fiji. Chile expelled the Kenyan ambassador.\n");

  async function read(...words: readonly string[]): Promise<readonly string[]> {
    const { out } = await runHere("read", "--json", ...words, report);
    const { statements } = JSON.parse(out) as {
      statements: { act: string; actor: { party: string } | null; target: { party: string } | null }[];
    };
    return statements.map(({ act, actor, target }) => `${actor?.party} ${act} ${target?.party}`);
  }

  it("are listed beside those of the package", async () => {
    const { code, out } = await runHere("acts", "--acts", own, "--json");
    expect(code).toBe(0);
    const listed: { act: string }[] = JSON.parse(out);
    expect(listed.map(({ act }) => act).sort()).toEqual([...acts, "serenade"].sort());
    expect((await runHere("acts", "serenade", "--acts", own)).out).toContain("A state sings to another.");
    expect((await runHere("acts", "serenade")).code).toBe(2);
  });

  it("are read in reports beside those of the package", async () => {
    expect(await read()).toEqual(["CHL expel-envoy KEN"]);
    expect(await read("--acts", own)).toEqual(["PER serenade FJI", "CHL expel-envoy KEN"]);
  });

  it("take the place of an act of the package whose name they bear", async () => {
    const { out } = await runHere("acts", "--acts", instead, "--json");
    const listed: { act: string; meaning: string }[] = JSON.parse(out);
    expect(listed).toHaveLength(acts.length);
    expect(listed.find(({ act }) => act === "expel-envoy")?.meaning).toBe("A state sings to another.");
    expect(await read("--acts", instead)).toEqual(["PER expel-envoy FJI"]);
  });

  it("keep a report from being read where they are broken", async () => {
    const broken = folderWith("broken", serenade.replace("kind: contact", "kind: song"));
    const { code, out, err } = await runHere("read", "--acts", broken, report);
    expect([code, out]).toEqual([1, ""]);
    expect(err).toContain(`${join(broken, "own.yml")}:2: `);
  });
});
