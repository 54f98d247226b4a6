import type { AddressInfo } from "node:net";
import { type ServerType, serve } from "@hono/node-server";
import type { Fault, Outcome } from "../model/index.js";
import type { ServerApp } from "./app.js";

/** A server that listens. */
export interface Listening {
  /** "http://127.0.0.1:8473" */
  readonly address: string;
  /** Ends open streams, lets answers that are under way be finished, then closes; resolves when all is closed. */
  close(): Promise<void>;
}

/** Milliseconds that answers under way are given when the server ends. */
const grace = 3_000;

/** Listens on a port of a host (0: any free one); a port that is taken comes back as a fault. */
export function listen(server: ServerApp, host: string, port: number): Promise<Outcome<Listening>> {
  return new Promise((resolve, reject) => {
    const socket = serve({ fetch: server.app.fetch, hostname: host, port }, (info) =>
      resolve({
        ok: true,
        value: { address: addressOf(host, info), close: () => closed(socket, server) },
        faults: [],
      }),
    );
    socket.on("error", (error: NodeJS.ErrnoException) => {
      const fault = faultOf(error, host, port);
      if (fault === null) reject(error);
      else resolve({ ok: false, faults: [fault] });
    });
  });
}

function closed(socket: ServerType, server: ServerApp): Promise<void> {
  server.close();
  return new Promise((resolve) => {
    const kill = setTimeout(() => {
      if ("closeAllConnections" in socket) socket.closeAllConnections();
    }, grace);
    socket.close(() => {
      clearTimeout(kill);
      resolve();
    });
    if ("closeIdleConnections" in socket) socket.closeIdleConnections();
  });
}

function addressOf(host: string, { port }: AddressInfo): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function faultOf({ code }: NodeJS.ErrnoException, host: string, port: number): Fault | null {
  const where = `${host}:${port}`;
  if (code === "EADDRINUSE")
    return {
      where,
      line: null,
      what: "another program listens there already",
      mend: "give another port with --port",
    };
  if (code === "EACCES")
    return {
      where,
      line: null,
      what: "this port may not be used",
      mend: "give a port above 1023 with --port",
    };
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return { where, line: null, what: "this machine has no such address", mend: "give another with --host" };
  return null;
}
