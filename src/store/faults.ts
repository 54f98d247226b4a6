import { statfsSync } from "node:fs";
import type { Fault } from "../model/index.js";
import { RecordLocked } from "./engine.js";

/** What a user can do about an error of the database or the disk; null for an error of our own. */
export function storeFault(error: unknown, where: string): Fault | null {
  const fault = (what: string, mend: string): Fault => ({ where, line: null, what, mend });
  if (error instanceof RecordLocked)
    return fault(
      `the record is in use by another Credence (process ${error.pid})`,
      "let it finish, or keep the record on a Postgres server, which several may use at once",
    );
  const { code = "", message = "" } = (error ?? {}) as { code?: string; message?: string };
  if (code === "53100" || code === "ENOSPC" || /no space left|file too large/i.test(message))
    return diskFull(where);
  // The server within PGlite ends as a whole where it cannot write its log, and says no more than that it has ended.
  if (/^Aborted\(|PGlite failed to initialize/.test(message))
    return isCramped(where)
      ? diskFull(where)
      : fault(
          "the embedded database gave up",
          "see whether the disk is full or broken, and run the command again; what was added before is kept",
        );
  if (code === "EACCES" || code === "EROFS" || code === "EPERM")
    return fault("the folder cannot be written to", "name another with --record, or mend its permissions");
  if (code === "ENOTDIR" || code === "EEXIST")
    return fault("this is no folder", "name a folder with --record");
  if (/^(?:ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EHOSTUNREACH|EAI_AGAIN|ECONNRESET)$/.test(code))
    return fault(`the Postgres server does not answer (${code})`, "start it, or mend the address");
  if (/timeout exceeded when trying to connect|connection timeout/.test(message))
    return fault("the Postgres server does not answer in 10 seconds", "start it, or mend the address");
  if (code === "ERR_INVALID_URL" || code === "ERR_SOCKET_BAD_PORT" || error instanceof URIError)
    return fault(
      "this is no address of a Postgres server",
      "write it as postgres://USER:PASSWORD@HOST:PORT/DATABASE, with special characters percent-encoded",
    );
  if (code === "57P01" || /Connection terminated|connection error and is not queryable/.test(message))
    return fault("the Postgres server broke off the connection", "run the command again when it is back");
  if (code === "28P01" || code === "28000")
    return fault("the Postgres server refuses this user", "mend the name or the password in the address");
  if (code === "3D000") return fault("the server has no such database", "create it first, with createdb");
  if (code === "42501")
    return fault(
      `the user may not do this: ${message}`,
      "let an administrator grant it, or run “create extension btree_gist” in the database",
    );
  return null;
}

/** Room for two segments of the write-ahead log, 16 MiB each. */
const roomNeeded = 32 * 1024 * 1024;

function isCramped(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize < roomNeeded;
  } catch {
    return false;
  }
}

function diskFull(where: string): Fault {
  return {
    where,
    line: null,
    what: "the disk is full",
    mend: "make room and run the command again; what was added before is kept",
  };
}
