import type { ActEntry, Frame } from "../../statements/index.js";
import { safe } from "../page/safe.js";
import type { Style } from "../page/style.js";
import { wrap } from "../page/wrap.js";

/** One act in full, as a page for people. */
export function explained({ act, file }: ActEntry, style: Style): string {
  const { meaning, excludes, codes, roles, effect } = file;
  const effects = Object.entries(effect).map(([what, relation]) => `${what} ${relation}`);
  const parts = [
    style.bold(act),
    wrap(safe(meaning.trim()), style, ""),
    part("not", excludes.trim(), style),
    part("actor", roles.actor, style),
    part("target", roles.target, style),
    part(
      "codes",
      `CAMEO ${codes.cameo}, PLOVER ${codes.plover}${codes.mode === undefined ? "" : ` (${codes.mode})`}`,
      style,
    ),
    ...(effects.length === 0 ? [] : [part("record", effects.join(", "), style)]),
    style.bold("Wording"),
    ...wordings(file).map((line) => wrap(safe(line), style, "    ", "  · ")),
    style.bold("Read"),
    ...file.examples.map(({ text }) => wrap(safe(text), style, "    ", "  + ")),
    style.bold("Passed over"),
    ...file.counterexamples.map(({ text, because }) =>
      wrap(safe(`${text} ${because}`), style, "    ", "  − "),
    ),
  ];
  return `${parts.join("\n")}\n`;
}

function part(label: string, text: string, style: Style): string {
  return wrap(safe(text), style, " ".repeat(8), `${label.padEnd(7)} `);
}

/** How a text may word the act, a line for each way. */
export function wordings({ wording, frames }: ActEntry["file"]): readonly string[] {
  const own = [...wording.verbs, ...wording.nouns];
  const light = [...wording.gives, ...wording.gets, ...wording.seeks, ...wording.performs, ...wording.undoes];
  return [
    ...(own.length === 0 ? [] : [own.join(", ")]),
    ...(light.length === 0 ? [] : [`with its noun: ${light.join(", ")}`]),
    ...frames.map(frameLine),
  ];
}

function frameLine({ verbs, nouns, thing, thingBehind, happens, needs, deed }: Frame): string {
  const words = [...verbs, ...nouns].join(", ");
  const behind = thingBehind.length === 0 ? "" : `${thingBehind.join("/")} `;
  const about =
    thing === undefined ? "" : ` + ${behind}${thing}${happens ? " (or the thing as subject)" : ""}`;
  const further = needs.length === 0 ? "" : `, beside one of: ${needs.join(", ")}`;
  return `${deed === undefined ? "" : `${deed}: `}${words}${about}${further}`;
}
