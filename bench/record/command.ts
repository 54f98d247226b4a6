import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { packageFile } from "../../src/model/index.js";
import { newsTexts } from "../corpus.js";
import type { Places } from "./places.js";

/** Runs over all reports, each into a new record; the median counts. */
const rounds = 3;

/** Seconds that `credence add` takes for so many reports that must be read, from its start to its end. */
export interface CommandTime {
  readonly reports: number;
  readonly seconds: number;
  /** Seconds for one report: mostly the start of the command, the reader and the database. */
  readonly one: number;
}

export async function commandTime(places: Places): Promise<CommandTime> {
  const folder = mkdtempSync(join(tmpdir(), "credence-bench-reports-"));
  try {
    const texts = newsTexts();
    const [all, one] = [texts, texts.slice(0, 1)].map((some, index) => {
      const path = join(folder, `${index}.jsonl`);
      const lines = some.map((text, number) =>
        JSON.stringify({ title: `Report ${number}`, published: "2025-07-04", outlet: "Reuters", text }),
      );
      writeFileSync(path, `${lines.join("\n")}\n`);
      return path;
    }) as [string, string];
    return { reports: texts.length, seconds: await median(places, all), one: await median(places, one) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function median(places: Places, file: string): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) times.push(await once(places, file));
  return times.sort((a, b) => a - b)[rounds >> 1] as number;
}

async function once(places: Places, file: string): Promise<number> {
  const address = await places.fresh();
  const where = address.kind === "folder" ? address.path : address.url;
  const began = performance.now();
  const { status, stderr } = spawnSync(
    process.execPath,
    [fileURLToPath(packageFile("bin/credence.js")), "add", "--bare", "--record", where, file],
    { encoding: "utf8" },
  );
  const seconds = (performance.now() - began) / 1000;
  if (status !== 0) throw new Error(`credence add ended with ${status}: ${stderr}`);
  await places.leave(address);
  return seconds;
}
