import { faultLine, packageFile, packageVersion } from "../../model/index.js";
import { createServerApp, type Given, listen } from "../../server/index.js";
import { exitCodes } from "../contract.js";
import { safe } from "../page/safe.js";
import { type OpenRecord, WrongUse, withRecord } from "../record/open.js";
import type { Surroundings } from "../surroundings.js";
import { type ServeOptions, serveOptions } from "./options.js";
import { openReadingRoom } from "./readingRoom.js";

/** Resolves when the user or the system asks the process to end. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
}

/** `credence serve`: answers over HTTP until it is told to stop; gives the exit code. */
export async function serveCommand(
  options: ServeOptions,
  surroundings: Surroundings,
  stop: () => Promise<void> = stopSignal,
): Promise<number> {
  return withRecord(options, surroundings, async (record) => {
    const asked = serveOptions(options, surroundings.environment);
    if ("mistake" in asked) throw new WrongUse(asked.mistake);
    const { errors, output } = surroundings;
    const tell = (what: string) => void errors.write(`credence: ${safe(what)}\n`);
    const room = openReadingRoom(surroundings, tell);
    const { host, port, token, origins, isLoopback } = asked;
    const given: Given = {
      ...libraryOf(record),
      read: room.read,
      network: await surroundings.network(),
      clock: surroundings.clock,
      version: packageVersion(),
      token,
      origins,
      isLoopback,
      page: packageFile("dist/web/"),
    };
    const server = createServerApp(given, (error) => tell(stackOf(error)));
    try {
      // Stopping is listened for before anything can be asked, so that no signal is lost.
      const stopped = stop();
      await server.warm();
      const listening = await listen(server, host, port);
      if (!listening.ok) {
        for (const fault of listening.faults) await errors.write(`${safe(faultLine(fault))}\n`);
        return exitCodes.undone;
      }
      const { address, close } = listening.value;
      const mode =
        token === null ? "read-only; --token lets who holds it write" : "who holds the token may write";
      await output.write(`${address}\n`);
      await errors.write(`credence: the record is served at ${address} (${mode}); Ctrl+C ends it\n`);
      if (!isLoopback) tell("everyone who reaches this machine can read the record, unencrypted");
      await stopped;
      await close();
      return exitCodes.done;
    } finally {
      await room.close();
    }
  });
}

function libraryOf({ ledger, registers, coverage, books }: OpenRecord) {
  return { ledger, registers, coverage, books };
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
