import type { Sentence } from "./types.js";

export type Role = "subject" | "object" | "possessor" | "oblique";

const prepositions: ReadonlySet<string> = new Set(
  "in on at of to for with by from about against between among after before since until under over into through during near than as like towards toward without within".split(
    " ",
  ),
);

/** A name right before one of these is a subject, wherever it stands in its sentence. */
const reporting: ReadonlySet<string> = new Set(
  "said says told added announced warned wrote declared called described".split(" "),
);

/** The role of a phrase by its tree. */
export function roleByTree(sentence: Sentence, head: number, first: number, last: number): Role {
  const top = topOf(sentence, head, first, last);
  const relation = sentence.relation(top);
  if (relation.startsWith("nsubj")) return "subject";
  if (relation === "nmod:poss") return "possessor";
  if (relation === "obj" || relation === "iobj" || relation === "root") return "object";
  // A conjunct or apposition has the role of its first member.
  if (relation === "conj" || relation === "appos") {
    const up = sentence.head(top);
    return up < 0 ? "oblique" : roleByTree(sentence, up, up, up);
  }
  return "oblique";
}

/** The token of a phrase whose head lies outside it. */
export function topOf(sentence: Sentence, head: number, first: number, last: number): number {
  let top = head;
  for (let steps = first; steps <= last; steps += 1) {
    const up = sentence.head(top);
    if (up < first || up > last) break;
    top = up;
  }
  return top;
}

/**
 * The role of a phrase by the words around it, for sentences whose trees nobody else needs: after a
 * preposition it is oblique, before "'s" a possessor; before "said", or as the first of its kind, the subject.
 */
export function roleByPlace(sentence: Sentence, first: number, last: number, isFirst: boolean): Role {
  const next = last + 1 < sentence.size ? sentence.lower(last + 1) : "";
  if (next === "'s" || next === "'") return "possessor";
  if (reporting.has(next)) return "subject";
  let before = first - 1;
  while (before >= 0 && ["the", "a", "an"].includes(sentence.lower(before))) before -= 1;
  if (before >= 0 && prepositions.has(sentence.lower(before))) return "oblique";
  return isFirst ? "subject" : "object";
}
