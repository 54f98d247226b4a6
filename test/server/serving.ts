import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openReader, type Reader } from "../../src/pipeline.js";
import { publicNetwork, readText } from "../../src/read/index.js";
import type { Ledger } from "../../src/record/index.js";
import { additionOf, openCoverage, openHistory, registersOf } from "../../src/recording.js";
import { createServerApp, type Given, type ServerApp } from "../../src/server/index.js";
import { type SchemaName, type Shape, schemas } from "../../src/server/schemas.js";
import type { Pace } from "../../src/server/stream.js";
import { openLedger } from "../../src/store/index.js";

/** Noon, so that the day is the same in every time zone that matters here. */
export const now = Date.parse("2026-11-24T12:00:00.000Z");
export const token = "a-token-for-the-tests";

/** An embedded record that a server of the tests stands on. */
export interface Ground {
  readonly reader: Reader;
  readonly ledger: Ledger;
  /** A server on it; each has memories of its own. */
  serve(own?: Partial<Given>, pace?: Pace): ServerApp & { readonly bugs: unknown[] };
  /** Reads a text into the record, past the server. */
  add(text: string): Promise<void>;
  leave(): Promise<void>;
}

export async function openGround(isBare: boolean): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), "credence-server-"));
  const reader = await openReader();
  const { books } = reader;
  const registers = registersOf(books);
  // A clock that moves: two changes never have one moment.
  let tick = now;
  const clock = () => tick++;
  const opened = await openLedger({ kind: "folder", path: folder }, registers, clock, isBare);
  const coverage = openCoverage();
  if (!opened.ok || !coverage.ok) throw new Error("the record of the tests does not open");
  const { ledger } = opened.value;
  if (!isBare) {
    const history = openHistory(books);
    if (!history.ok) throw new Error("the history on board does not open");
    await ledger.add(history.value.map((one) => additionOf(one, books, "history")));
  }
  const given: Given = {
    ledger,
    registers,
    books,
    coverage: coverage.value,
    read: async (items) => ({
      readings: await Promise.all(items.map(({ report }) => reader.read(report))),
      faults: [],
    }),
    network: publicNetwork,
    clock: () => now,
    version: "0.0.0",
    token: null,
    origins: [],
    isLoopback: true,
    page: null,
  };
  return {
    reader,
    ledger,
    serve: (own = {}, pace) => {
      const bugs: unknown[] = [];
      const server = createServerApp({ ...given, ...own }, (error) => bugs.push(error), pace);
      return { ...server, bugs };
    },
    add: async (text) => {
      const item = readText(text, "a text", {});
      if ("fault" in item) throw new Error(item.fault.what);
      await ledger.add([additionOf(await reader.read(item.report), books, "report")]);
    },
    leave: async () => {
      await ledger.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

export function seedText(): Promise<string> {
  return readFile(new URL("../../examples/2025-russia-islamic-emirate.txt", import.meta.url), "utf8");
}

/** An answer that is as its schema says, to the last key. */
export async function answerOf<K extends SchemaName>(
  { app }: Pick<ServerApp, "app">,
  name: K,
  path: string,
  request?: RequestInit,
): Promise<Shape<K>> {
  const response = await app.request(path, request);
  const body: unknown = await response.json();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(body)}`);
  return schemas[name].parse(body) as Shape<K>;
}

export function posted(body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit {
  return {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: typeof body === "string" ? body : JSON.stringify(body),
  };
}

export const withToken = { authorization: `Bearer ${token}` };
