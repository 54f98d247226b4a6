import { exitCodes, type RebuildOptions } from "../contract.js";
import { jsonText } from "../page/safe.js";
import type { Surroundings } from "../surroundings.js";
import { counted } from "./add.js";
import { renewHistory, withRecord } from "./open.js";

/**
 * `credence rebuild`: derives everything anew from what was added, with `--history` after taking over the history on
 * board of this version; gives the exit code.
 */
export async function rebuildCommand(options: RebuildOptions, surroundings: Surroundings): Promise<number> {
  return withRecord(options, surroundings, async ({ ledger, books }) => {
    const renewed = options.history === true ? await renewHistory(ledger, books) : null;
    const { errors, output } = surroundings;
    const { changed } = await ledger.rebuild((done, all) => {
      if (errors.isTerminal)
        void errors.write(`\rchange ${done} of ${all}\u001b[K${done === all ? "\r\u001b[K" : ""}`);
    });
    const counts = await ledger.counts();
    if (options.json === true)
      await output.write(`${jsonText({ changed, history: renewed?.number ?? null, ...counts })}\n`);
    else {
      const differs =
        changed === 0
          ? "every row is as it was"
          : `${counted(changed, "row")} differ from before, since the rules or the data of Credence have changed`;
      if (options.history === true)
        await output.write(
          renewed === null
            ? "The history on board is that of this version.\n"
            : `The history on board of this version was taken over as change ${renewed.number}.\n`,
        );
      await output.write(
        `Rebuilt ${counted(counts.events, "event")}, ${counted(counts.relations, "relation")} and ${counted(counts.prospects, "prospect")} from ${counted(counts.reports, "report")}: ${differs}\n`,
      );
    }
    return exitCodes.done;
  });
}
