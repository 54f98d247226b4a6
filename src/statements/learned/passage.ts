import type { Name, Sentence, TimeExpression } from "../../language/index.js";
import type { GroupAt, Mention, MentionForm } from "../../parties/index.js";
import type { Discourse } from "../discourse.js";

/** What kind of words a candidate for a role is; the order is part of the model. */
export const candidateForms = [
  "name",
  "demonym",
  "capital",
  "seat",
  "institution",
  "office",
  "person",
  "group",
  "accreditation",
  "stranger",
] as const;
export type CandidateForm = (typeof candidateForms)[number];

/**
 * Words of a passage that may fill a role or say so; words of the passage, both inclusive. `parties` is empty for somebody
 * whose party is not known ("stranger"), who can only be a speaker.
 */
export interface Candidate {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  readonly form: CandidateForm;
  readonly parties: readonly string[];
  readonly mention: Mention | null;
  readonly group: GroupAt | null;
  readonly name: Name | null;
}

/** A time expression of a passage; `first` and `last` are words of it, both inclusive. */
export interface TimeAt {
  readonly first: number;
  readonly last: number;
  readonly time: TimeExpression;
}

/**
 * Consecutive sentences as the model sees them: their words in one row, with all that is found in them and could be chosen.
 * `sentenceOf` and `tokenOf` lead back to the sentences.
 */
export interface Passage {
  readonly sentences: readonly Sentence[];
  readonly size: number;
  readonly sentenceOf: Int32Array;
  readonly tokenOf: Int32Array;
  /** Where each of `sentences` begins. */
  readonly starts: readonly number[];
  readonly candidates: readonly Candidate[];
  readonly times: readonly TimeAt[];
}

/** More candidates than any passage of news has; what lies behind them is not chosen from. */
const mostCandidates = 400;

export function passageOf(discourse: Discourse, sentences: readonly Sentence[]): Passage {
  const size = sentences.reduce((sum, one) => sum + one.size, 0);
  const sentenceOf = new Int32Array(size);
  const tokenOf = new Int32Array(size);
  const starts: number[] = [];
  const candidates: Candidate[] = [];
  const times: TimeAt[] = [];
  let start = 0;
  sentences.forEach((sentence, at) => {
    starts.push(start);
    for (let token = 0; token < sentence.size; token += 1) {
      sentenceOf[start + token] = at;
      tokenOf[start + token] = token;
    }
    candidates.push(...candidatesIn(discourse, sentence, start));
    for (const time of discourse.times(sentence.index))
      times.push({ first: start + time.first, last: start + time.last, time });
    start += sentence.size;
  });
  return {
    sentences,
    size,
    sentenceOf,
    tokenOf,
    starts,
    candidates: candidates.slice(0, mostCandidates),
    times,
  };
}

function candidatesIn(discourse: Discourse, sentence: Sentence, start: number): readonly Candidate[] {
  const found: Candidate[] = [];
  const mentions = discourse.mentions(sentence.index);
  for (const mention of mentions) {
    const { party, accreditedTo } = mention;
    const at = { first: start + mention.first, last: start + mention.last, head: start + mention.head };
    const rest = { ...at, mention, group: null, name: null };
    found.push(
      party === null
        ? { ...rest, form: "stranger", parties: [] }
        : { ...rest, form: mention.form satisfies MentionForm, parties: [party] },
    );
    if (accreditedTo !== null) found.push({ ...rest, form: "accreditation", parties: [accreditedTo] });
  }
  for (const group of discourse.groups(sentence.index)) {
    const at = { first: start + group.first, last: start + group.last, head: start + group.last };
    found.push({ ...at, form: "group", parties: group.members, mention: null, group, name: null });
  }
  for (const name of sentence.names()) {
    if (name.kind !== "person" && name.kind !== "organisation") continue;
    if (mentions.some((one) => one.first <= name.last && name.first <= one.last)) continue;
    const at = { first: start + name.first, last: start + name.last, head: start + name.last };
    found.push({ ...at, form: "stranger", parties: [], mention: null, group: null, name });
  }
  return found;
}

/** The words of a candidate as the text has them. */
export function wordsOf(
  text: string,
  { sentences, sentenceOf, tokenOf }: Passage,
  { first, last }: Candidate,
): string {
  const sentence = sentences[sentenceOf[first] as number] as Sentence;
  return text.slice(sentence.startOf(tokenOf[first] as number), sentence.endOf(tokenOf[last] as number));
}
