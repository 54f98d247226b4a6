import type { TreebankSentence } from "../treebank.js";

/** A proper name in a treebank sentence, tokens inclusive. */
export interface NamedSpan {
  readonly first: number;
  readonly last: number;
  readonly kind: "person" | "organisation" | "place" | "other";
}

interface EntityMention {
  readonly first: number;
  last: number;
  readonly type: string;
  /** Token within the mention that heads it, from 0. */
  readonly head: number;
}

/**
 * Proper names from GUM's `Entity=` (Zeldes 2017): of each mention that a proper noun heads, the run of proper
 * nouns around the head, with "of" and the like between them for organisations and places; titles in front
 * of a person are left out. Of nested names the outer one counts. Null where the treebank has no entities.
 */
export function namesOf(sentence: TreebankSentence): readonly NamedSpan[] {
  const mentions = mentionsOf(sentence);
  const spans = mentions.flatMap((mention) => nameIn(sentence, mention) ?? []);
  spans.sort((a, b) => b.last - b.first - (a.last - a.first) || a.first - b.first);
  const kept: NamedSpan[] = [];
  for (const span of spans) {
    if (!kept.some((one) => one.first <= span.last && span.first <= one.last)) kept.push(span);
  }
  return kept.sort((a, b) => a.first - b.first);
}

function mentionsOf(sentence: TreebankSentence): readonly EntityMention[] {
  const open: (EntityMention & { readonly id: string })[] = [];
  const closed: EntityMention[] = [];
  for (const [token, misc] of sentence.misc.entries()) {
    const value =
      misc
        .split("|")
        .find((one) => one.startsWith("Entity="))
        ?.slice("Entity=".length) ?? "";
    for (const piece of value.match(/\([^()]*\)?|[^()]+\)/g) ?? []) {
      const id = /^\(?(\d+)/.exec(piece)?.[1] ?? "";
      if (piece.startsWith("(")) {
        const fields = piece.replace(/[()]/g, "").split("-");
        const head = Number((fields[5] ?? "1").split(",")[0]) - 1;
        open.push({
          id,
          first: token,
          last: token,
          type: fields[1] ?? "",
          head: Number.isNaN(head) ? 0 : head,
        });
      }
      if (piece.endsWith(")")) {
        const at = open.findLastIndex((one) => one.id === id);
        if (at < 0) continue;
        const [mention] = open.splice(at, 1);
        if (mention !== undefined) closed.push({ ...mention, last: token });
      }
    }
  }
  return closed;
}

const kinds: Readonly<Record<string, NamedSpan["kind"]>> = {
  person: "person",
  organization: "organisation",
  place: "place",
};

const linkers: ReadonlySet<string> = new Set([
  "of",
  "the",
  "for",
  "and",
  "&",
  "'s",
  "’s",
  "de",
  "del",
  "la",
  "al",
]);

const titles: ReadonlySet<string> = new Set(
  (
    "mr mrs ms miss dr prof professor president minister prime foreign senator sen rep representative governor gov mayor king queen prince " +
    "princess pope sir lord lady general gen colonel col captain capt lt lieutenant sergeant judge justice secretary ambassador director " +
    "chancellor chairman sheikh imam reverend rev saint st sultan emperor vice"
  ).split(" "),
);

function nameIn(sentence: TreebankSentence, mention: EntityMention): NamedSpan | null {
  const head = mention.first + mention.head;
  if (head > mention.last || sentence.upos[head] !== "PROPN") return null;
  const kind = kinds[mention.type] ?? "other";
  const proper = (token: number) => sentence.upos[token] === "PROPN";
  const joins = (token: number) =>
    kind !== "person" && linkers.has((sentence.forms[token] ?? "").toLowerCase());
  let first = head;
  let last = head;
  for (let at = head + 1; at <= mention.last; at += 1) {
    if (proper(at)) last = at;
    else if (!joins(at) || at - last > 2) break;
  }
  for (let at = head - 1; at >= mention.first; at -= 1) {
    if (proper(at)) first = at;
    else if (!joins(at) || first - at > 2) break;
  }
  while (
    kind === "person" &&
    first < last &&
    titles.has((sentence.forms[first] ?? "").toLowerCase().replace(".", ""))
  ) {
    first += 1;
  }
  return { first, last, kind };
}
