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
}

/**
 * Proper names from GUM's `Entity=` (Zeldes 2017). Of a mention that a proper noun heads: for a person, the head
 * with what is flat behind it, so that titles in front are left out; for others, the run of proper nouns around
 * the head, with "of" and the like between them. Days and months are no names. Of nested names the outer one
 * counts.
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
        open.push({ id, first: token, last: token, type: piece.replace(/[()]/g, "").split("-")[1] ?? "" });
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
  const head = headOf(sentence, mention);
  if (mention.type === "time" || !isProper(sentence, head)) return null;
  const kind = kinds[mention.type] ?? "other";
  return kind === "person" ? personIn(sentence, mention, head) : runAround(sentence, mention, head, kind);
}

/** The token of the mention whose own head lies outside it. */
function headOf(sentence: TreebankSentence, { first, last }: EntityMention): number {
  for (let token = first; token <= last; token += 1) {
    const head = sentence.heads[token] as number;
    if (head < first || head > last) return token;
  }
  return last;
}

/** By the Penn tag: "United" in a name is an adjective or a verb by its universal one. */
function isProper(sentence: TreebankSentence, token: number): boolean {
  return sentence.xpos[token]?.startsWith("NNP") === true;
}

/** Null for a title alone, such as "the President". */
function personIn(sentence: TreebankSentence, mention: EntityMention, head: number): NamedSpan | null {
  let last = head;
  while (last < mention.last && sentence.heads[last + 1] === head && isFlat(sentence, last + 1)) last += 1;
  const isTitle = last === head && titles.has((sentence.forms[head] ?? "").toLowerCase().replace(".", ""));
  return isTitle ? null : { first: head, last, kind: "person" };
}

function isFlat(sentence: TreebankSentence, token: number): boolean {
  return sentence.relations[token]?.startsWith("flat") === true;
}

function runAround(
  sentence: TreebankSentence,
  mention: EntityMention,
  head: number,
  kind: NamedSpan["kind"],
): NamedSpan {
  const joins = (token: number) => linkers.has((sentence.forms[token] ?? "").toLowerCase());
  let first = head;
  let last = head;
  for (let at = head + 1; at <= mention.last; at += 1) {
    if (isProper(sentence, at)) last = at;
    else if (!joins(at) || at - last > 2) break;
  }
  for (let at = head - 1; at >= mention.first; at -= 1) {
    if (isProper(sentence, at)) first = at;
    else if (!joins(at) || first - at > 2) break;
  }
  return { first, last, kind };
}
