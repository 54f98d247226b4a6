import { gunzipSync } from "node:zlib";
import { Pool } from "undici";

/** A question as it is sent. */
export interface Question {
  readonly path: string;
  /** What is posted, where it is not a GET. */
  readonly body?: unknown;
}

/** What came back: bytes as they were sent, compressed as to a browser, or what was wrong, in few words. */
export type Answer = { readonly bytes: number } | { readonly wrong: string };

export interface Client {
  ask(question: Question): Promise<Answer>;
  close(): Promise<void>;
}

/** Milliseconds after which an answer is not waited for any more. */
const patience = 10_000;

/** Asks over so many connections, kept open as a browser keeps them; what is asked beyond waits here until one is free. */
export function createClient(address: string, connections: number): Client {
  const pool = new Pool(address, {
    connections,
    pipelining: 1,
    headersTimeout: patience,
    bodyTimeout: patience,
  });
  return {
    ask: async ({ path, body }) => {
      try {
        const response = await pool.request({
          path,
          method: body === undefined ? "GET" : "POST",
          headers: {
            "accept-encoding": "gzip",
            ...(body === undefined ? {} : { "content-type": "application/json" }),
          },
          body: body === undefined ? null : JSON.stringify(body),
        });
        const pieces: Buffer[] = [];
        for await (const piece of response.body) pieces.push(piece as Buffer);
        if (response.statusCode === 200)
          return { bytes: pieces.reduce((sum, { length }) => sum + length, 0) };
        const told = Buffer.concat(pieces);
        const isPacked = response.headers["content-encoding"] === "gzip";
        const problem = (isPacked ? gunzipSync(told) : told).toString();
        return { wrong: `status ${response.statusCode}: ${titleOf(problem)}` };
      } catch (error) {
        const { code, message } = error as NodeJS.ErrnoException;
        return { wrong: code ?? message };
      }
    },
    close: () => pool.close(),
  };
}

/** The title of a problem; errors of one kind are counted together. */
function titleOf(body: string): string {
  return /"title":"([^"]*)"/.exec(body)?.[1] ?? body.slice(0, 60);
}

/** An answer that the bench needs to know what to ask about. */
export async function fetched<T>(address: string, path: string): Promise<T> {
  const response = await fetch(`${address}${path}`);
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}
