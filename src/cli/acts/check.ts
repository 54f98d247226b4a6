import type { Statement } from "../../model/index.js";
import type { Reader } from "../../pipeline.js";
import { readText } from "../../read/index.js";
import type { ActEntry, ActExample } from "../../statements/index.js";

/** The day on which examples are read as if published, so that weekdays and "last month" are the same every day. */
const publishedOn = "2019-06-01";

/** What came of one example or counterexample of an act. */
export interface Checked {
  readonly text: string;
  readonly kind: "example" | "counterexample";
  /** Null where the reader did as the book says; else what it did instead, in plain words. */
  readonly wrong: string | null;
}

/** Reads every example and counterexample of an act with the reader and compares. */
export async function checkAct(reader: Reader, entry: ActEntry): Promise<readonly Checked[]> {
  const checked: Checked[] = [];
  for (const { text, states } of entry.file.examples) {
    const found = await statementsOf(reader, entry, text);
    checked.push({ text, kind: "example", wrong: differs(found, states) });
  }
  for (const { text, because } of entry.file.counterexamples) {
    const found = await statementsOf(reader, entry, text);
    const wrong =
      found.length === 0
        ? null
        : `nothing was to be read (${because}) but was: ${found.map(lineOf).join("; ")}`;
    checked.push({ text, kind: "counterexample", wrong });
  }
  return checked;
}

/** The statements of the act itself, or of one of the deeds that its file names. */
async function statementsOf(reader: Reader, entry: ActEntry, text: string): Promise<readonly Statement[]> {
  const item = readText(text, entry.act, { published: publishedOn });
  if ("fault" in item) return [];
  const names = new Set([entry.act, ...entry.file.frames.flatMap(({ deed }) => deed ?? [])]);
  const { statements } = await reader.read(item.report);
  return statements.filter(({ act }) => names.has(act));
}

function differs(found: readonly Statement[], states: ActExample["states"]): string | null {
  const wanted = states.both ? 2 : 1;
  if (found.length !== wanted)
    return `${wanted} ${wanted === 1 ? "statement was" : "statements were"} to be read, and there ${found.length === 1 ? "is" : "are"} ${found.length}${found.length === 0 ? "" : `: ${found.map(lineOf).join("; ")}`}`;
  const [statement] = found as readonly [Statement];
  const pairs: readonly (readonly [string, unknown, unknown])[] = [
    ["actor", states.actor, statement.actor?.party ?? null],
    ["target", states.target, statement.target?.party ?? null],
    ["polarity", states.polarity, statement.polarity],
    ["modality", states.modality, statement.modality],
    ["object", states.object, statement.object],
    ["mission", states.mission, statement.mission?.kind],
    ["envoy", states.envoy, statement.envoy?.rank],
    ["decidedBy", states.decidedBy, statement.decidedBy],
  ];
  const wrong = pairs.filter(([, expected, got]) => expected !== undefined && expected !== got);
  return wrong.length === 0
    ? null
    : wrong
        .map(([role, expected, got]) => `${role} is ${String(got)} and was to be ${String(expected)}`)
        .join(", ");
}

function lineOf({ actor, act, target, polarity, modality }: Statement): string {
  return [
    actor?.party ?? "somebody",
    act,
    target?.party ?? "somebody",
    ...(polarity === "negative" ? ["not"] : []),
    modality,
  ].join(" ");
}
