import type { Envoy, Mission } from "../../model/index.js";
import { mentionAt } from "../coordination.js";
import type { Discourse } from "../discourse.js";
import type { Match } from "./match.js";

/** What a statement about a mission or an envoy says beside its parties. */
export interface Details {
  readonly mission: Mission | null;
  readonly envoy: Envoy | null;
  readonly decidedBy: "sending" | "receiving" | null;
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

export function missionOf(discourse: Discourse, match: Match): Mission | null {
  const { thing, frame, sentence } = match;
  if (thing === null || frame.thing?.name !== "mission") return null;
  const { act } = frame.entry;
  const after = changing.has(act)
    ? frame.thing.in(sentence).find((one) => one.first > thing.last && follows(match, one.first))
    : undefined;
  const kind = changing.has(act) ? (after?.kind ?? null) : thing.kind;
  const city =
    act === "move-mission"
      ? cityBehind(discourse, match, ["to"])
      : cityBehind(discourse, match, ["in", "at"]);
  return Object.freeze({ kind: kind === null ? null : (kinds[kind] ?? kind), city });
}

/** "to the rank of embassy", "into a full embassy": what it becomes stands behind "to" or "into". */
function follows({ sentence, trigger }: Match, first: number): boolean {
  for (let at = first - 1; at > Math.max(trigger, first - 8); at -= 1)
    if (["to", "into", "as"].includes(sentence.lower(at))) return true;
  return false;
}

/** The city as written behind a preposition, after the thing or the verb, whichever comes first. */
function cityBehind(
  discourse: Discourse,
  { sentence, thing, trigger }: Match,
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

export function envoyOf(discourse: Discourse, match: Match): Envoy | null {
  const { thing, frame, sentence } = match;
  if (thing === null) return null;
  const { name } = frame.thing as { readonly name: string };
  if (name !== "envoy" && name !== "credentials" && name !== "persona" && name !== "agrement") return null;
  const envoy = name === "envoy" ? thing : (discourse.envoysIn(sentence)[0] ?? null);
  const rank = envoy === null ? null : (ranks[envoy.kind] ?? envoy.kind).replaceAll("’", "'");
  const mention = envoy === null ? null : mentionAt(discourse, sentence, envoy.head);
  const person = mention?.person ?? nameBeside(discourse, match, envoy?.last ?? match.trigger);
  if (rank === null && person === null) return null;
  return Object.freeze({ rank, person });
}

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

/** A person's name right behind the rank, or the object that is named to it: "named Ruth Diaz ambassador to Peru". */
function nameBeside(discourse: Discourse, { sentence, trigger }: Match, rank: number): string | null {
  const { text } = discourse.report;
  const names = sentence
    .names()
    .filter((one) => one.kind === "person")
    .filter(
      (one) =>
        mentionAt(discourse, sentence, one.first)?.form !== "name" &&
        mentionAt(discourse, sentence, one.first)?.form !== "capital",
    );
  const near =
    names.find((one) => one.first > rank && one.first - rank <= 2) ??
    names.find((one) => Math.abs(one.first - trigger) <= 3);
  return near === undefined ? null : text.slice(sentence.startOf(near.first), sentence.endOf(near.last));
}
