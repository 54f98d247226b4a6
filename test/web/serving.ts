import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const token = "a-token-for-the-tests-of-the-page";

/** A server of its own with the history on board and some reports, as `credence serve` starts it. */
export interface Served {
  readonly address: string;
  close(): Promise<void>;
}

const command = new URL("../../bin/credence.js", import.meta.url).pathname;

/** A report that tries whatever markup could do, beside a sentence that is read. */
export const hostile = `Title: <img src=x onerror="window.hurt=1">Tonga <script>window.hurt=1</script>
Published: 3 March 2026
Outlet: <b onmouseover="window.hurt=1">The Bold Courier</b>

Tonga recognised Abkhazia on 2 March 2026, <script>window.hurt = 1</script> said <img src=x onerror="window.hurt=1"> a diplomat.
<a href="javascript:window.hurt=1">javascript:window.hurt=1</a> {{constructor.constructor('window.hurt=1')()}}
`;

export async function serve(): Promise<Served> {
  const home = mkdtempSync(join(tmpdir(), "credence-page-"));
  const record = join(home, "record");
  const path = join(home, "hostile.txt");
  writeFileSync(path, hostile);
  const environment = { ...process.env, CREDENCE_RECORD: record };
  const examples = new URL("../../examples/", import.meta.url).pathname;
  const adding = spawn(process.execPath, [command, "add", examples, path], {
    env: environment,
    stdio: "ignore",
  });
  await once(adding, "exit");
  const server = spawn(process.execPath, [command, "serve", "--port", "0", "--token", token], {
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = await addressOf(server.stdout);
  return {
    address,
    close: async () => {
      const ended = once(server, "exit");
      server.kill("SIGTERM");
      await ended;
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function addressOf(output: NodeJS.ReadableStream): Promise<string> {
  let told = "";
  for await (const piece of output) {
    told += String(piece);
    const found = /http:\/\/[\w.:[\]]+/.exec(told);
    if (found !== null) return found[0];
  }
  throw new Error(`the server ended before it told its address: ${told}`);
}
