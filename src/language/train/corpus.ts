import type { ModelShape } from "../model/container.js";
import type { TreebankSentence } from "../treebank.js";
import { namesOf } from "./entities.js";

/** A treebank sentence as numbers. */
export interface TrainingSentence {
  readonly forms: readonly string[];
  readonly xpos: Int16Array;
  readonly upos: Int16Array;
  readonly heads: Int16Array;
  readonly relations: Int16Array;
  /** Label of each token in `shape.names`; null where the treebank has no entities. */
  readonly names: Int16Array | null;
}

/** Longer sentences are lists and tables; they cost time and teach nothing. */
const longest = 120;

/** Relations seen less often than this are learned without their subtype. */
const rareRelation = 20;

export const nameLabels: readonly string[] = [
  "O",
  ...["person", "organisation", "place", "other"].flatMap((kind) => [`B-${kind}`, `I-${kind}`]),
];

export function labelsOf(
  sentences: readonly TreebankSentence[],
): Pick<ModelShape, "xpos" | "upos" | "relations"> {
  const counts = new Map<string, number>();
  for (const { relations } of sentences) {
    for (const relation of relations) counts.set(relation, (counts.get(relation) ?? 0) + 1);
  }
  const relations = new Set<string>();
  for (const [relation, count] of counts) {
    relations.add(count >= rareRelation ? relation : (relation.split(":")[0] as string));
  }
  return {
    xpos: sorted(sentences.flatMap((one) => one.xpos)),
    upos: sorted(sentences.flatMap((one) => one.upos)),
    relations: [...relations].sort(),
  };
}

function sorted(labels: readonly string[]): readonly string[] {
  return [...new Set(labels)].sort();
}

/** `entities` tells whether the treebank has them; a label that is not in the shape becomes 0. */
export function numbered(
  sentences: readonly TreebankSentence[],
  shape: ModelShape,
  entities: boolean,
): readonly TrainingSentence[] {
  const relationNumbers = numbersOf(shape.relations);
  const relation = (name: string) =>
    relationNumbers.get(name) ?? relationNumbers.get(name.split(":")[0] as string) ?? 0;
  const xpos = numbersOf(shape.xpos);
  const upos = numbersOf(shape.upos);
  return sentences
    .filter((one) => one.forms.length <= longest)
    .map((one) => ({
      forms: one.forms,
      xpos: Int16Array.from(one.xpos, (tag) => xpos.get(tag) ?? 0),
      upos: Int16Array.from(one.upos, (tag) => upos.get(tag) ?? 0),
      heads: Int16Array.from(one.heads, (head) => (head < 0 ? one.forms.length : head)),
      relations: Int16Array.from(one.relations, relation),
      names: entities ? nameNumbers(one) : null,
    }));
}

function nameNumbers(sentence: TreebankSentence): Int16Array {
  const labels = new Int16Array(sentence.forms.length);
  for (const { first, last, kind } of namesOf(sentence)) {
    labels.fill(nameLabels.indexOf(`I-${kind}`), first, last + 1);
    labels[first] = nameLabels.indexOf(`B-${kind}`);
  }
  return labels;
}

function numbersOf(names: readonly string[]): ReadonlyMap<string, number> {
  return new Map(names.map((name, number) => [name, number]));
}
