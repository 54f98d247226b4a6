import type { Sentence } from "../../language/index.js";
import type { Envoy, Mission } from "../../model/index.js";
import type { ThingAt } from "../book/things.js";
import { mentionAt } from "../coordination.js";
import type { Discourse } from "../discourse.js";

/** What a statement about a mission or an envoy says beside its parties. */
export interface Details {
  readonly mission: Mission | null;
  readonly envoy: Envoy | null;
  readonly decidedBy: "sending" | "receiving" | null;
}

/** What an act is about, as a sentence has it: the word that states the act, and the thing with the list that it is on. */
export interface About {
  readonly sentence: Sentence;
  readonly trigger: number;
  readonly act: string;
  readonly thing: ThingAt | null;
  readonly list: string | null;
}

export const noDetails: Details = Object.freeze({ mission: null, envoy: null, decidedBy: null });

/** The words of things.yml by the kind of mission that they name. */
const kinds: Readonly<Record<string, string>> = {
  "consulate general": "consulate-general",
  "high commission": "high-commission",
  "liaison office": "liaison-office",
  "interest section": "interests-section",
  "interests section": "interests-section",
  "trade office": "trade-office",
  "commercial office": "trade-office",
  "economic office": "trade-office",
  "cultural office": "office",
  "commission office": "office",
  "representative office": "office",
  "representation office": "office",
  "diplomatic office": "office",
  "delegation office": "office",
  "vice consulate": "vice-consulate",
  "diplomatic mission": "mission",
  "permanent mission": "mission",
  "diplomatic post": "mission",
  "diplomatic presence": "mission",
  "diplomatic representation": "mission",
  representation: "mission",
  "consular post": "consulate",
  "consular office": "consulate",
  "consular agency": "consular-agency",
  "consular section": "consulate",
  chancery: "embassy",
};

const changing: ReadonlySet<string> = new Set(["upgrade-mission", "downgrade-mission"]);

export function missionOf(discourse: Discourse, about: About): Mission | null {
  const { thing, list, sentence, act } = about;
  if (thing === null || (list !== "mission" && list !== "post")) return null;
  const after = changing.has(act)
    ? discourse.missionsIn(sentence).find((one) => one.first > thing.last && follows(about, one.first))
    : undefined;
  const own = thing.kind === "" ? (lastMission(discourse, sentence.index)?.kind ?? null) : thing.kind;
  const kind = changing.has(act) ? (after?.kind ?? null) : own;
  const city =
    act === "move-mission"
      ? cityBehind(discourse, about, ["to"])
      : cityBehind(discourse, about, ["in", "at"]);
  return Object.freeze({ kind: kind === null ? null : (kinds[kind] ?? kind), city });
}

/** What a pronoun stands for that names no kind. */
function lastMission(discourse: Discourse, index: number): ThingAt | undefined {
  const before = discourse.document.sentences[index - 1];
  return before === undefined ? undefined : discourse.missionsIn(before).at(-1);
}

/** "to the rank of embassy", "into a full embassy": what it becomes stands behind "to" or "into". */
function follows({ sentence, trigger }: About, first: number): boolean {
  for (let at = first - 1; at > Math.max(trigger, first - 8); at -= 1)
    if (["to", "into", "as"].includes(sentence.lower(at))) return true;
  return sentence.lemma(trigger) === "become";
}

/** The city as written behind a preposition, after the thing or the verb, whichever comes first. */
function cityBehind(
  discourse: Discourse,
  { sentence, thing, trigger }: About,
  prepositions: readonly string[],
): string | null {
  const from = prepositions[0] === "to" ? trigger : (thing?.last ?? trigger);
  for (let at = from + 1; at < Math.min(sentence.size - 1, from + 14); at += 1) {
    if (!prepositions.includes(sentence.lower(at))) continue;
    const name = cityName(discourse, sentence.index, at + 1);
    if (name !== null) return name;
  }
  return null;
}

function cityName(discourse: Discourse, index: number, token: number): string | null {
  const sentence = discourse.document.sentences[index];
  if (sentence === undefined || token >= sentence.size) return null;
  const first = sentence.lower(token) === "the" && token + 1 < sentence.size ? token + 1 : token;
  const mention = mentionAt(discourse, sentence, first);
  if (mention !== null)
    return mention.form === "capital" ? discourse.report.text.slice(mention.start, mention.end) : null;
  const city = discourse.cityAt(sentence, first);
  if (city !== null) return city.name;
  if (
    sentence.upos(first) !== "PROPN" ||
    !/^\p{Lu}/u.test(sentence.form(first)) ||
    months.test(sentence.form(first))
  )
    return null;
  let last = first;
  while (
    last + 1 < sentence.size &&
    sentence.upos(last + 1) === "PROPN" &&
    /^\p{Lu}/u.test(sentence.form(last + 1))
  )
    last += 1;
  return discourse.report.text.slice(sentence.startOf(first), sentence.endOf(last));
}

const months =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/;

export function envoyOf(discourse: Discourse, about: About): Envoy | null {
  const { thing, list, sentence, trigger } = about;
  if (thing === null || list === null || !ofEnvoys.has(list)) return null;
  const envoy = list === "envoy" ? thing : (discourse.envoysIn(sentence)[0] ?? null);
  const rank = envoy === null ? null : (ranks[envoy.kind] ?? envoy.kind).replaceAll("’", "'");
  const mention = envoy === null ? null : mentionAt(discourse, sentence, envoy.head);
  const person =
    mention?.person ?? personOf(discourse, about, envoy?.first ?? trigger + 1, envoy?.last ?? trigger);
  if (rank === null && person === null) return null;
  return Object.freeze({ rank, person });
}

const ofEnvoys: ReadonlySet<string> = new Set(["envoy", "credentials", "persona", "agrement"]);

const ranks: Readonly<Record<string, string>> = {
  charge: "chargé d'affaires",
  chargé: "chargé d'affaires",
  "charge d'affaires": "chargé d'affaires",
  "charge d’affaires": "chargé d'affaires",
  "minister to": "minister",
  "minister in": "minister",
  "minister at": "minister",
  attache: "attaché",
  "military attache": "military attaché",
};

/**
 * The person of a rank: "Ambassador Ruth Diaz", "the ambassador, Ruth Diaz", "named Ruth Diaz ambassador", "Ruth Diaz was
 * appointed ambassador", "Ruth Diaz presented her credentials".
 */
function personOf(
  discourse: Discourse,
  { sentence, trigger, act }: About,
  first: number,
  last: number,
): string | null {
  const { text } = discourse.report;
  const slice = ([from, to]: readonly [number, number]) =>
    text.slice(sentence.startOf(from), sentence.endOf(to));
  const isPerson = ([from, to]: readonly [number, number]) =>
    to >= from &&
    discourse.book.resolve(slice([from, to]), null) === null &&
    mentionAt(discourse, sentence, from)?.form !== "capital";
  const after = last + 1 < sentence.size && sentence.lower(last + 1) === "," ? last + 2 : last + 1;
  const behind = nameFrom(discourse, sentence.index, after);
  if (behind !== null && isPerson(behind) && (after === last + 1 || behind[1] > behind[0]))
    return slice(behind);
  if (!naming.has(act)) return null;
  const between = nameUpTo(discourse, sentence.index, first - 1, trigger);
  if (between !== null && isPerson(between)) return slice(between);
  const before = nameUpTo(discourse, sentence.index, beforeVerb(sentence, trigger), -1);
  return before !== null && isPerson(before) && before[1] > before[0] ? slice(before) : null;
}

/** Acts whose verb has the person as its subject or object. */
const naming: ReadonlySet<string> = new Set(["appoint-envoy", "present-credentials"]);

function beforeVerb(sentence: Sentence, verb: number): number {
  let at = verb - 1;
  while (at >= 0 && ["AUX", "ADV"].includes(sentence.upos(at))) at -= 1;
  return at;
}

/** A run of name-like words from a token on; null where none begins there. */
function nameFrom(discourse: Discourse, index: number, first: number): readonly [number, number] | null {
  const sentence = discourse.document.sentences[index];
  if (sentence === undefined || first >= sentence.size || !isNameLike(sentence, first)) return null;
  let last = first;
  while (last + 1 < sentence.size && isNameLike(sentence, last + 1)) last += 1;
  return [first, last];
}

/** A run of name-like words that ends at a token and begins behind `floor`. */
function nameUpTo(
  discourse: Discourse,
  index: number,
  last: number,
  floor: number,
): readonly [number, number] | null {
  const sentence = discourse.document.sentences[index];
  if (sentence === undefined || last <= floor || !isNameLike(sentence, last)) return null;
  let first = last;
  while (first - 1 > floor && isNameLike(sentence, first - 1)) first -= 1;
  while (first < last && titles.has(sentence.lower(first))) first += 1;
  return [first, last];
}

const titles: ReadonlySet<string> = new Set([
  "mr",
  "mrs",
  "ms",
  "dr",
  "general",
  "ambassador",
  "minister",
  "consul",
  "envoy",
  "president",
  "u.s.",
  "prince",
]);

/** Words that belong to a rank and not to a name: "Envoy Extraordinary and Minister Plenipotentiary". */
const ofTitle =
  /^(?:Extraordinary|Plenipotentiary|Resident|General|Chargé|Charge|Minister|Ambassador|Consul|Envoy|Commissioner|Agent)$/;

function isNameLike(sentence: Sentence, token: number): boolean {
  const form = sentence.form(token);
  return (
    /^\p{Lu}/u.test(form) && sentence.upos(token) === "PROPN" && !months.test(form) && !ofTitle.test(form)
  );
}
