import { runCommandLine, type Surroundings } from "../../src/cli/index.js";
import { openReader } from "../../src/pipeline.js";
import { publicNetwork } from "../../src/read/index.js";
import { openLedger } from "../../src/store/index.js";

/** What a run of the command line left behind. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line within the test, as if its output went to a pipe; it fetches nothing and starts no threads. */
export async function runHere(...words: readonly string[]): Promise<Ran> {
  return runWith({}, words);
}

/** The same, with what differs from the usual surroundings. */
export async function runWith(own: Partial<Surroundings>, words: readonly string[]): Promise<Ran> {
  const written = { out: "", err: "" };
  const sink = (name: keyof typeof written) => ({
    isTerminal: false,
    columns: null,
    write: async (text: string) => {
      written[name] += text;
    },
  });
  const surroundings: Surroundings = {
    input: (async function* () {})(),
    output: sink("out"),
    errors: sink("err"),
    environment: {},
    cores: 1,
    openReader: async (own) => openReader(own),
    network: async () => ({ ...publicNetwork, allows: () => false }),
    startThread: () => {
      throw new Error("nothing here is read in threads");
    },
    openLedger,
    clock: Date.now,
    wait: async () => undefined,
    ...own,
  };
  const code = await runCommandLine(words, surroundings);
  return { code, ...written };
}
