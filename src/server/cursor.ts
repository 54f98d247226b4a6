import { z } from "zod";
import type { SystemTime } from "../record/index.js";
import { wrong } from "./problem.js";

/** Where a page of a list begins, and the moment of the record at which the list was first asked for. */
export interface Cursor {
  readonly knownAt: SystemTime;
  readonly offset: number;
}

const form = z.tuple([z.iso.datetime(), z.int().min(0).max(10_000_000)]);

/** A cursor as clients hand it back; what it holds is none of their concern and may change. */
export function writtenCursor({ knownAt, offset }: Cursor): string {
  return Buffer.from(JSON.stringify([knownAt, offset])).toString("base64url");
}

export function cursorOf(written: string): Cursor {
  try {
    const [knownAt, offset] = form.parse(JSON.parse(Buffer.from(written, "base64url").toString("utf8")));
    return { knownAt, offset };
  } catch {
    throw wrong("cursor: it is none of this server's; ask for the list anew", [
      { where: "cursor", what: "it is none of this server's" },
    ]);
  }
}
