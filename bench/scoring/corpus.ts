import { z } from "zod";

const party = z.object({ party: z.string().nullable(), words: z.string() });

const act = z.object({
  act: z.string(),
  words: z.string(),
  actors: z.array(party),
  targets: z.array(party),
  object: z.string().nullish(),
  polarity: z.enum(["positive", "negative"]),
  modality: z.enum(["asserted", "intended", "requested", "hoped", "predicted", "conditional"]),
  date: z.object({ from: z.string(), to: z.string(), words: z.string().nullish() }).nullish(),
  speaker: z.object({ party: z.string().nullish(), words: z.string() }).nullish(),
});

const line = z.object({
  id: z.string(),
  published: z.string().nullable(),
  outlet: z.string().nullable(),
  title: z.string().nullable(),
  text: z.string(),
  acts: z.array(act),
});

/** One act that a text states between one actor and one target; empty sides are of nobody who is known. */
export interface MarkedStatement {
  readonly act: string;
  readonly actor: string | null;
  readonly target: string | null;
  readonly object: string | null;
  readonly polarity: string;
  readonly modality: string;
  readonly date: { readonly from: string; readonly to: string } | null;
  readonly speaker: { readonly party: string | null; readonly words: string } | null;
}

export interface MarkedText {
  readonly id: string;
  /** The report as a line of `credence read --jsonl` has it. */
  readonly report: object;
  readonly statements: readonly MarkedStatement[];
}

/** Parties that the corpus names otherwise than the book. */
const aliases: Readonly<Record<string, string>> = { "VEN-MADURO": "VEN", UNGA: "UN", UNSC: "UN", YAR: "YEM" };

/** Reads a file of the corpus. Throws where a line does not fit: the corpus is ours, and `training/check.py` checks it. */
export function marked(name: string, content: string): readonly MarkedText[] {
  return content
    .split("\n")
    .filter((one) => one.trim() !== "")
    .map((one, at) => {
      const read = line.safeParse(JSON.parse(one));
      if (!read.success) throw new Error(`${name}:${at + 1}: ${read.error.message}`);
      const { id, acts, ...report } = read.data;
      const statements = new Map<string, MarkedStatement>();
      for (const told of acts.flatMap(statementsOf)) {
        const { act: kind, actor, target, polarity, modality } = told;
        const key = JSON.stringify([kind, actor, target, polarity, modality]);
        if (!statements.has(key)) statements.set(key, told);
      }
      return { id, report, statements: [...statements.values()] };
    });
}

function statementsOf(one: z.infer<typeof act>): readonly MarkedStatement[] {
  const sides = (all: readonly { readonly party: string | null }[]) =>
    all.length === 0 ? [null] : all.map(({ party: id }) => (id === null ? null : (aliases[id] ?? id)));
  const words = one.speaker?.words.replaceAll("|", "") ?? "";
  return sides(one.actors).flatMap((actor) =>
    sides(one.targets).map((target) => ({
      act: one.act,
      actor,
      target,
      object: one.object ?? null,
      polarity: one.polarity,
      modality: one.modality,
      date: one.date ?? null,
      speaker: one.speaker == null ? null : { party: one.speaker.party ?? null, words },
    })),
  );
}
