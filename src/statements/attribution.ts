import type { Sentence } from "../language/index.js";
import type { Attribution, Span } from "../model/index.js";
import { speakerBeside } from "./beside.js";
import { mentionAt } from "./coordination.js";
import type { Discourse } from "./discourse.js";
import type { GovernorBook } from "./governors.js";
import type { OutletBook } from "./outlets.js";
import { participantAt } from "./participants.js";
import { doerOf, ownerOf } from "./subject.js";
import { child, childrenBy, extent, hasRelation, isVerb } from "./tree.js";

/**
 * The chain of who says so, outermost first: the outlet, the sources it cites, the speakers. `cues` are the
 * speech verbs and nouns above the act, innermost first.
 */
export function attributionOf(
  discourse: Discourse,
  sentence: Sentence,
  anchor: number,
  cues: readonly number[],
  governors: GovernorBook,
  outlets: OutletBook,
): readonly Attribution[] {
  const chain = outletLinks(discourse);
  const inner: Attribution[] = [];
  const add = (link: Attribution | null) => {
    if (link === null) return;
    if (!inner.some((one) => one.kind === link.kind && one.name === link.name)) inner.push(link);
  };
  for (const cue of cues) {
    const link = linkOf(discourse, sentence, speakerOf(sentence, cue, governors), outlets);
    if (link !== null && isVow(sentence, cue, anchor, governors) && !isPerson(discourse, sentence, link.name))
      continue;
    add(link);
  }
  for (const token of reportingTokens(sentence, anchor)) add(linkOf(discourse, sentence, token, outlets));
  if (inner.length === 0) {
    const beside = speakerBeside(discourse, sentence, anchor, governors);
    if (beside >= 0) add(linkOf(discourse, sentence, beside, outlets));
  }
  if (inner.every((one) => one.kind !== "speaker")) add(quotedSpeaker(discourse, sentence, anchor, outlets));
  const sources = inner.filter((one) => one.kind === "source");
  const speakers = inner.filter((one) => one.kind === "speaker").reverse();
  return Object.freeze([...chain, ...sources, ...speakers].filter(distinct));
}

/** A vow or forecast of one's own act names a speaker only where a person makes it: "Macron vowed to recognise". */
function isVow(sentence: Sentence, cue: number, anchor: number, governors: GovernorBook): boolean {
  const governor = governors.find(sentence, cue, cue);
  // "Analysts expect Peru to recognise it" is about another.
  if (governor?.group === "forecast" && child(sentence, cue, "obj") >= 0) return false;
  return (
    ["intention", "forecast"].includes(governor?.group ?? "") && hasRelation(sentence, anchor, "xcomp", "obj")
  );
}

function isPerson(discourse: Discourse, sentence: Sentence, name: string): boolean {
  return discourse.mentions(sentence.index).some((one) => one.person === name);
}

function distinct(link: Attribution, at: number, chain: readonly Attribution[]): boolean {
  return (
    chain.findIndex((one) => one.name === link.name && one.kind !== "speaker") === at ||
    link.kind === "speaker"
  );
}

/** The outlet, and the agency of the dateline where it is another. */
function outletLinks(discourse: Discourse): Attribution[] {
  const { outlet, dateline } = discourse.report;
  const links: Attribution[] = [];
  if (outlet !== null) links.push({ kind: "outlet", name: outlet, party: null });
  const agency = dateline?.agency ?? null;
  if (agency !== null && agency !== outlet) links.push({ kind: "source", name: agency, party: null });
  return links;
}

/** The subject of a speech verb, the agent of its passive, or the author of a speech noun. */
function speakerOf(sentence: Sentence, cue: number, governors: GovernorBook): number {
  if (!isVerb(sentence, cue)) {
    const owner = ownerOf(sentence, cue);
    const head = sentence.head(cue);
    // "expressed his hope": the pronoun is the subject's.
    if (owner >= 0 && (sentence.upos(owner) !== "PRON" || head < 0)) return owner;
    return head >= 0 && isVerb(sentence, head) ? doerOf(sentence, head, governors) : owner;
  }
  const agent = childrenBy(sentence, cue, "obl:agent")[0];
  if (agent !== undefined) return agent;
  if (child(sentence, cue, "nsubj:pass") >= 0) return -1;
  return doerOf(sentence, cue, governors);
}

/**
 * Speakers that stand beside the clause and not above it: "according to X", "citing X", and "…, X said",
 * which trees hang below the quoted clause as parataxis.
 */
function reportingTokens(sentence: Sentence, anchor: number): readonly number[] {
  const found: number[] = [];
  for (let at = anchor, steps = 0; at >= 0 && steps <= sentence.size; at = sentence.head(at), steps += 1) {
    for (const one of sentence.children(at)) {
      if (hasRelation(sentence, one, "obl", "nmod", "advcl") && isAccordingTo(sentence, one)) found.push(one);
      if (hasRelation(sentence, one, "parataxis") && isSpeech(sentence, one)) {
        const subject = child(sentence, one, "nsubj");
        if (subject >= 0) found.push(subject);
      }
      if (hasRelation(sentence, one, "advcl", "acl") && ["citing", "quoting"].includes(sentence.lower(one))) {
        const object = child(sentence, one, "obj");
        // "citing the killings" gives a reason and names nobody who says so.
        if (object >= 0 && sentence.upos(object) === "PROPN") found.push(object);
      }
    }
  }
  return found;
}

function isAccordingTo(sentence: Sentence, token: number): boolean {
  return sentence
    .children(token)
    .some((one) => hasRelation(sentence, one, "case") && sentence.lower(one) === "according");
}

const speechVerbs: ReadonlySet<string> = new Set([
  "say",
  "add",
  "tell",
  "write",
  "report",
  "announce",
  "note",
  "explain",
  "insist",
  "claim",
  "state",
  "warn",
  "argue",
  "declare",
  "stress",
  "confirm",
  "tweet",
]);

function isSpeech(sentence: Sentence, token: number): boolean {
  return speechVerbs.has(sentence.lemma(token));
}

/** The speaker of the quotation in which the act stands. */
function quotedSpeaker(
  discourse: Discourse,
  sentence: Sentence,
  anchor: number,
  outlets: OutletBook,
): Attribution | null {
  const at = sentence.startOf(anchor);
  const quotation = discourse.quotations().find((one: Span) => one.start <= at && at < one.end);
  const speaker =
    (quotation as { speaker?: { sentence: number; token: number } | null } | undefined)?.speaker ?? null;
  if (speaker === null) return null;
  const host = discourse.document.sentences[speaker.sentence];
  return host === undefined ? null : linkOf(discourse, host, speaker.token, outlets);
}

function linkOf(
  discourse: Discourse,
  sentence: Sentence,
  token: number,
  outlets: OutletBook,
): Attribution | null {
  if (token < 0) return null;
  const words = phrase(discourse, sentence, token);
  if (words === "") return null;
  const outlet = outlets.find(words);
  if (outlet !== null) return { kind: "source", name: outlet, party: null };
  const found = participantAt(discourse, sentence, token, 0);
  const here = mentionAt(discourse, sentence, token);
  // "two officials in Ankara": the party is only where they sit or whose they are.
  const mention =
    here ??
    (found !== null && found.token === token && found.participant.text !== null ? found.mention : null);
  const person = found?.participant.person ?? mention?.person ?? null;
  if (person !== null)
    return { kind: "speaker", name: person, party: found?.participant.party ?? mention?.party ?? null };
  const name = sentence
    .names()
    .find((one) => one.kind === "person" && one.first <= token + 6 && token <= one.last);
  if (name !== undefined && extent(sentence, token)[1] >= name.first) {
    const full = discourse.report.text.slice(sentence.startOf(name.first), sentence.endOf(name.last));
    return { kind: "speaker", name: full, party: found?.participant.party ?? null };
  }
  if (mention !== null && mention.form === "office" && mention.office !== null) {
    return { kind: "speaker", name: mention.office, party: mention.party };
  }
  if (mention !== null && mention.form !== "demonym") {
    const name = discourse.report.text.slice(mention.start, mention.end);
    const bare = mention.form === "institution" ? name.replace(/^.{0,80}['’]s /s, "") : name;
    return { kind: "speaker", name: bare.replace(/^(?:the|a|an) /i, ""), party: mention.party };
  }
  if (sentence.upos(token) === "PRON") return null;
  return { kind: "speaker", name: words, party: found?.participant.party ?? null };
}

/** The noun phrase without its article, relative clauses and appositions. */
function phrase(discourse: Discourse, sentence: Sentence, token: number): string {
  let first = token;
  let last = token;
  for (const one of sentence.children(token)) {
    if (
      hasRelation(
        sentence,
        one,
        "acl",
        "appos",
        "det",
        "case",
        "punct",
        "parataxis",
        "conj",
        "cc",
        "mark",
        "cop",
        "nsubj",
        "advcl",
        "nmod",
        "nummod",
      )
    )
      continue;
    const [from, to] = extent(sentence, one);
    first = Math.min(first, from);
    last = Math.max(last, to);
  }
  if (["the", "a", "an"].includes(sentence.lower(first))) first += 1;
  return discourse.report.text.slice(sentence.startOf(Math.min(first, last)), sentence.endOf(last));
}
