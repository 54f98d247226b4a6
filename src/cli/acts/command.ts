import { type Fault, faultLine } from "../../model/index.js";
import { actFiles, actOf, openActBook } from "../../pipeline.js";
import type { ActEntry } from "../../statements/index.js";
import { type ActsOptions, exitCodes } from "../contract.js";
import { safe } from "../page/safe.js";
import { createStyle, isStyled, type Style } from "../page/style.js";
import type { Surroundings } from "../surroundings.js";
import { type Checked, checkAct } from "./check.js";
import { deedsOf } from "./deeds.js";
import { explained } from "./explain.js";
import { toldOfActs } from "./faults.js";
import { handbook } from "./handbook.js";

/** `credence acts [ACT]`: the acts that the reader knows, or one of them in full; gives the exit code. */
export async function actsCommand(
  act: string | undefined,
  options: ActsOptions,
  surroundings: Surroundings,
): Promise<number> {
  const entries = await entriesOf(options, surroundings);
  if (entries === null) return exitCodes.undone;
  const { output, errors, environment } = surroundings;
  const style = createStyle(isStyled(output.isTerminal, environment), output.columns);
  if (options.markdown === true) {
    await output.write(handbook(entries));
    return exitCodes.done;
  }
  if (act === undefined) {
    await output.write(
      options.json === true ? `${JSON.stringify(entries.map(entryJson), null, 2)}\n` : listed(entries, style),
    );
    return exitCodes.done;
  }
  const entry =
    entries.find((one) => one.act === act) ??
    entries.find((one) => one.file.frames.some(({ deed }) => deed === act));
  if (entry === undefined) {
    await errors.write(`error: there is no act “${safe(act)}”; “credence acts” lists them\n`);
    return exitCodes.wrongUse;
  }
  await output.write(
    options.json === true ? `${JSON.stringify(entryJson(entry), null, 2)}\n` : explained(entry, style),
  );
  return exitCodes.done;
}

async function entriesOf(
  { acts }: ActsOptions,
  surroundings: Surroundings,
): Promise<readonly ActEntry[] | null> {
  try {
    const book = openActBook(actFiles({ folder: acts }));
    if (book.ok) return book.value.entries;
    await tell(book.faults, surroundings);
  } catch (error) {
    if (!(await toldOfActs(error, acts ?? "", surroundings))) throw error;
  }
  return null;
}

async function tell(faults: readonly Fault[], { errors }: Surroundings): Promise<void> {
  for (const fault of faults) await errors.write(`${safe(faultLine(fault))}\n`);
}

function entryJson({ act, file }: ActEntry): object {
  const { kind, meaning, excludes, codes, roles, effect } = file;
  return {
    act,
    kind,
    meaning: meaning.trim(),
    excludes: excludes.trim(),
    codes: { cameo: codes.cameo, plover: codes.plover, mode: codes.mode ?? null },
    roles,
    effect,
    deeds: deedsOf(file),
    examples: file.examples,
    counterexamples: file.counterexamples,
  };
}

function listed(entries: readonly ActEntry[], style: Style): string {
  const width = Math.max(...entries.map(({ act }) => act.length));
  const headings = {
    status: "Acts of diplomatic status",
    contact: "Acts of contact",
    speech: "Acts of speech",
    force: "Acts of force",
  };
  const parts = Object.entries(headings).map(([kind, heading]) => {
    const lines = entries
      .filter(({ file }) => file.kind === kind)
      .map(({ act, file }) => {
        const deeds = deedsOf(file).filter((deed) => deed !== act);
        const codes = `${file.codes.cameo.padEnd(4)} ${file.codes.plover}`;
        return `  ${act.padEnd(width)}  ${codes}${deeds.length === 0 ? "" : style.dim(`  ${deeds.join(", ")}`)}`;
      });
    return lines.length === 0 ? [] : [style.bold(heading), ...lines, ""];
  });
  return `${parts.flat().join("\n")}\n“credence acts NAME” explains one; “credence acts test” reads the examples of all.\n`;
}

/** `credence acts test [FILE…]`: reads the examples of the whole book, or of the files given; gives the exit code. */
export async function actsTestCommand(
  files: readonly string[],
  { acts }: ActsOptions,
  surroundings: Surroundings,
): Promise<number> {
  const own = { folder: acts, files };
  try {
    const reader = await surroundings.openReader(own);
    const named = new Set(
      actFiles(own)
        .filter(({ name }) => files.includes(name))
        .map(actOf),
    );
    const entries = reader.books.acts.entries.filter(({ act }) => files.length === 0 || named.has(act));
    const checked: [string, readonly Checked[]][] = [];
    for (const entry of entries) checked.push([entry.act, await checkAct(reader, entry)]);
    return await report(checked, surroundings);
  } catch (error) {
    if (await toldOfActs(error, acts ?? files[0] ?? "", surroundings)) return exitCodes.undone;
    throw error;
  }
}

async function report(
  checked: readonly (readonly [string, readonly Checked[]])[],
  { output }: Surroundings,
): Promise<number> {
  let count = 0;
  let wrong = 0;
  for (const [act, results] of checked) {
    for (const one of results) {
      count += 1;
      if (one.wrong === null) continue;
      wrong += 1;
      await output.write(`${act}: ${one.kind} “${safe(one.text)}”: ${safe(one.wrong)}\n`);
    }
  }
  const done =
    wrong === 0
      ? `all ${count} examples are read as the book says`
      : `${wrong} of ${count} examples are read otherwise than the book says`;
  await output.write(`${done}\n`);
  return wrong === 0 ? exitCodes.done : exitCodes.undone;
}
