import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Surroundings } from "../../src/cli/index.js";
import { serveCommand } from "../../src/cli/serve/command.js";
import { type ServeOptions, serveOptions } from "../../src/cli/serve/options.js";
import { publicNetwork } from "../../src/read/index.js";
import { openLedger } from "../../src/store/index.js";
import { answerOf } from "./serving.js";

// `credence serve`: what it is asked, and that it comes up and goes down.

const strong = "a-token-of-some-length";

describe("the options", () => {
  it.each([
    ["none", {}, {}, { host: "127.0.0.1", port: 8473, token: null, origins: [], isLoopback: true }],
    ["a token of the environment", {}, { CREDENCE_TOKEN: strong }, { token: strong }],
    ["an empty token of the environment", {}, { CREDENCE_TOKEN: "" }, { token: null }],
    [
      "a token that outranks it",
      { token: strong },
      { CREDENCE_TOKEN: "another-token-of-length" },
      { token: strong },
    ],
    ["a host of others", { host: "0.0.0.0" }, {}, { isLoopback: false }],
    ["any free port", { port: "0" }, {}, { port: 0 }],
    ["origins", { cors: ["https://example.org"] }, {}, { origins: ["https://example.org"] }],
  ] as const)("%s", (_, options: ServeOptions, environment, serving) => {
    expect(serveOptions(options, environment)).toMatchObject(serving);
  });

  it.each([
    ["a port that is none", { port: "80a" }, "--port"],
    ["a port too high", { port: "65536" }, "--port"],
    ["a token too short", { token: "short" }, "--token"],
    ["a token with a space", { token: "a token of some length" }, "--token"],
    ["an origin with a path", { cors: ["https://example.org/page"] }, "--cors"],
    ["every origin", { cors: ["*"] }, "--cors"],
  ] as const)("%s is wrong", (_, options: ServeOptions, told) => {
    expect(serveOptions(options, {})).toMatchObject({ mistake: expect.stringContaining(told) });
  });
});

describe("serving", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "credence-serve-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("prints its address once it listens, answers, and gives the record back at the end", async () => {
    let stop = () => {};
    const stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const { written, surroundings, printed } = surroundingsOfTest();
    const options = { record: join(folder, "record"), bare: true, port: "0" } as const;
    const code = serveCommand(options, surroundings, () => stopped);
    const address = (await printed).trim();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    const app = { request: (path: string) => fetch(`${address}${path}`) };
    const meta = await answerOf({ app } as never, "MetaAnswer", "/api/meta");
    expect(meta).toMatchObject({ readOnly: true, counts: { reports: 0 } });
    stop();
    expect(await code).toBe(0);
    expect(written.err).toContain("read-only");
    // The record's lock is free again.
    const again = surroundingsOfTest();
    expect(await serveCommand({ ...options, port: "x" }, again.surroundings, () => stopped)).toBe(2);
    expect(again.written.err).toContain("--port");
  }, 120_000);
});

function surroundingsOfTest() {
  const written = { out: "", err: "" };
  let print = (_: string) => {};
  const printed = new Promise<string>((resolve) => {
    print = resolve;
  });
  const sink = (name: keyof typeof written) => ({
    isTerminal: false,
    columns: null,
    write: async (text: string) => {
      written[name] += text;
      if (name === "out") print(text);
    },
  });
  const surroundings: Surroundings = {
    input: (async function* () {})(),
    output: sink("out"),
    errors: sink("err"),
    environment: {},
    cores: 1,
    openReader: () => Promise.reject(new Error("nothing is read here")),
    network: async () => publicNetwork,
    startThread: () => {
      throw new Error("nothing is read here");
    },
    openLedger,
    clock: Date.now,
    wait: async () => undefined,
  };
  return { written, surroundings, printed };
}
