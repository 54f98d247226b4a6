import { isoDate } from "../../read/index.js";
import { exitCodes, type PartiesOptions } from "../contract.js";
import { noDate } from "../mistakes.js";
import { day } from "../page/days.js";
import { safe } from "../page/safe.js";
import { createStyle, isStyled, type Style } from "../page/style.js";
import type { Surroundings } from "../surroundings.js";

/** `credence parties NAME`: what a name means at a date, and why; gives the exit code. */
export async function partiesCommand(
  name: string,
  options: PartiesOptions,
  surroundings: Surroundings,
): Promise<number> {
  const { output, errors, environment } = surroundings;
  const at = options.at === undefined ? null : isoDate(options.at);
  if (options.at !== undefined && at === null) {
    await errors.write(`error: ${safe(noDate("--at", options.at, "1998-05-01"))}\n`);
    return exitCodes.wrongUse;
  }
  const { openBooks } = await import("../../pipeline.js");
  const { parties } = openBooks();
  const resolution = parties.explain(name, at);
  if (options.json === true) await output.write(`${JSON.stringify({ name, at, ...resolution }, null, 2)}\n`);
  else {
    const style = createStyle(isStyled(output.isTerminal, environment), output.columns);
    await output.write(page(name, at, resolution, (id) => parties.party(id)?.name ?? id, style));
  }
  return resolution.party === null && resolution.members === null ? exitCodes.undone : exitCodes.done;
}

type Resolution = ReturnType<ReturnType<typeof import("../../pipeline.js").openBooks>["parties"]["explain"]>;

function page(
  name: string,
  at: string | null,
  { party, members, candidates, reasons }: Resolution,
  nameOf: (id: string) => string,
  style: Style,
): string {
  const when = at === null ? "today" : `on ${day(at)}`;
  const lines = [
    style.bold(
      party === null
        ? `“${safe(name)}” names no one party ${when}`
        : `“${safe(name)}” is ${safe(nameOf(party))} (${party}) ${when}`,
    ),
    ...(members === null
      ? []
      : [`members: ${members.map((id) => `${safe(nameOf(id))} (${id})`).join(", ")}`]),
    ...reasons.map((reason) => `· ${safe(reason)}`),
    ...candidates.map(
      ({ id, kind, form, from, to, source }) =>
        `  ${id.padEnd(14)} ${safe(nameOf(id))}: ${kind}, as ${form}${from === null && to === null ? "" : `, ${from ?? "…"} to ${to ?? "today"}`}${style.dim(` (${safe(source)})`)}`,
    ),
  ];
  return `${lines.join("\n")}\n`;
}
