import type { ActEntry } from "../../statements/index.js";
import { deedsOf } from "./deeds.js";
import { wordings } from "./explain.js";

const headings: Readonly<Record<ActEntry["file"]["kind"], string>> = {
  status: "Acts of diplomatic status",
  contact: "Acts of contact",
  speech: "Acts of speech",
  force: "Acts of force",
};

/** The whole act book as a Markdown document; `docs/acts.md` is made of it. */
export function handbook(entries: readonly ActEntry[]): string {
  const parts = Object.entries(headings).flatMap(([kind, heading]) => {
    const own = entries.filter(({ file }) => file.kind === kind);
    return own.length === 0 ? [] : [`## ${heading}`, table(own), ...own.map(chapter)];
  });
  return `${[
    "# The act book",
    "Made from `data/acts/` by `npm run docs`; change the files there and not this page. An act of status changes the record (its effect says how); acts of contact, speech and force are events of the PLOVER ontology, one file for each of its types. CAMEO codes are those of the CAMEO Manual 1.1b3, types and modes those of the PLOVER Manual (Draft 0.8, 2021).",
    ...parts,
  ].join("\n\n")}\n`;
}

function table(entries: readonly ActEntry[]): string {
  const rows = entries.map(({ act, file: { roles, codes, effect } }) => {
    const effects = Object.entries(effect).map(([what, relation]) => `${what} ${relation}`);
    return `| [${act}](#${act}) | ${roles.actor} → ${roles.target} | ${effects.join(", ")} | ${codes.cameo} | ${codes.plover} |`;
  });
  return [
    "| act | actor → target | effect | CAMEO | PLOVER |",
    "| --- | --- | --- | --- | --- |",
    ...rows,
  ].join("\n");
}

function chapter({ act, file }: ActEntry): string {
  const { meaning, excludes, codes } = file;
  const deeds = deedsOf(file).filter((deed) => deed !== act);
  return [
    `### ${act}`,
    plain(meaning),
    `*Not:* ${plain(excludes)}`,
    ...(deeds.length === 0 ? [] : [`*Deeds:* ${deeds.join(", ")}`]),
    ...(codes.mode === undefined ? [] : [`*PLOVER mode:* ${codes.mode}`]),
    list("Worded", wordings(file)),
    list(
      "Read",
      file.examples.map(({ text }) => text),
    ),
    list(
      "Passed over",
      file.counterexamples.map(({ text, because }) => `${text} *${because}*`),
    ),
  ].join("\n\n");
}

function list(heading: string, lines: readonly string[]): string {
  return [`${heading}:`, "", ...lines.map((line) => `- ${line}`)].join("\n");
}

function plain(text: string): string {
  return text.trim().replaceAll(/\s+/g, " ");
}
