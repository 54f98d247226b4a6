import {
  type Anaphor,
  anaphorsIn,
  type Candidate,
  createTimes,
  type Document,
  type Quotation,
  readQuotations,
  resolveAnaphor,
  type Sentence,
  type TimeExpression,
} from "../language/index.js";
import type { Place, Report } from "../model/index.js";
import type { DocumentParties, GroupAt, Mention, NamedKind, PartyBook } from "../parties/index.js";
import type { ActBook } from "./book/book.js";
import type { ThingAt } from "./book/things.js";
import type { Found } from "./participants.js";
import { cityAt, type PlaceAt, placesIn } from "./places.js";

/**
 * What the reader knows of the report around a sentence: mentions of parties, time expressions, quotations,
 * and what anaphors refer to. Everything is read when first asked for, and once.
 */
export interface Discourse {
  readonly report: Report;
  readonly document: Document;
  readonly book: PartyBook;
  mentions(sentence: number): readonly Mention[];
  groups(sentence: number): readonly GroupAt[];
  /** The names of parties in a sentence; asked before any tag is made. */
  namedIn(sentence: number): readonly NamedKind[];
  times(sentence: number): readonly TimeExpression[];
  quotations(): readonly Quotation[];
  /** Where the act at a token happened, if the sentence hangs a place on it. */
  placeOf(sentence: number, anchor: number): Place | null;
  /** A city that begins at a token and is no capital, with its state. */
  cityAt(sentence: Sentence, token: number): { readonly name: string; readonly party: string } | null;
  /** Ranks of envoys in a sentence ("ambassador", "chargé d'affaires"). */
  envoysIn(sentence: Sentence): readonly ThingAt[];
  /** Missions and posts in a sentence. */
  missionsIn(sentence: Sentence): readonly ThingAt[];
  /** The parties that the title names, in its order; empty where there is no title. */
  titleParties(): readonly string[];
  /** The first place that the sentence names. */
  placeIn(sentence: number): Place | null;
  /** The party that a pronoun or a definite noun phrase refers to; null where it is no anaphor or nothing fits. */
  resolve(sentence: Sentence, token: number): Found | null;
  /** Does something while no anaphor may mean a party: nobody recognises itself. */
  barring<T>(party: string, act: () => T): T;
  /** Whether the token is a pronoun or a nominal that refers back, whatever it refers to. */
  isAnaphor(sentence: Sentence, token: number): boolean;
}

/** How many sentences back an anaphor may reach. */
const window = 6;

export function createDiscourse(document: Document, book: PartyBook, acts: ActBook): Discourse {
  const { report } = document;
  const parties = book.read(document, report.published);
  const times = createTimes(document);
  const anaphors = new Map<number, readonly Anaphor[]>();
  let quotations: readonly Quotation[] | null = null;

  let titled: readonly string[] | null = null;
  let barred: string | null = null;

  const anaphorAt = (sentence: Sentence, token: number): Anaphor | null => {
    let found = anaphors.get(sentence.index);
    if (found === undefined) {
      found = anaphorsIn(sentence);
      anaphors.set(sentence.index, found);
    }
    return found.find((one) => one.head === token) ?? null;
  };

  const placesAt = (index: number): readonly PlaceAt[] =>
    placesIn(document.sentences[index] as Sentence, report.text, parties.in(index), book);

  return Object.freeze({
    report,
    document,
    book,
    mentions: (sentence: number) => parties.in(sentence),
    groups: (sentence: number) => parties.groups(sentence),
    namedIn: (sentence: number) => parties.namedIn(sentence),
    times: (index: number) =>
      times.in(index).filter((one) => one.range.from !== null || one.range.to !== null),
    quotations: () => {
      quotations ??= readQuotations(document);
      return quotations;
    },
    placeOf: (index: number, anchor: number) =>
      placesAt(index).find((one) => one.head === anchor)?.place ?? null,
    placeIn: (index: number) => placesAt(index)[0]?.place ?? null,
    cityAt: (sentence: Sentence, token: number) => {
      const name = cityAt(sentence, report.text, token, book);
      const party = name === null ? null : book.cityState(name);
      return name === null || party === null ? null : { name, party };
    },
    envoysIn: (sentence: Sentence) => acts.thing("envoy")?.in(sentence) ?? [],
    missionsIn: (sentence: Sentence) => acts.thing("mission")?.in(sentence) ?? [],
    titleParties: () => {
      titled ??= report.title === null ? [] : book.namedIn(report.title, report.published);
      return titled;
    },
    isAnaphor: (sentence: Sentence, token: number) => anaphorAt(sentence, token) !== null,
    barring: <T>(party: string, act: () => T): T => {
      barred = party;
      try {
        return act();
      } finally {
        barred = null;
      }
    },
    resolve: (sentence: Sentence, token: number) => {
      const anaphor = anaphorAt(sentence, token);
      const contested = anaphor !== null && isContested(sentence, anaphor);
      const suits = ({ party }: Mention) => {
        if (barred !== null && party === barred) return false;
        // A member of the United Nations is no breakaway region.
        return !contested || party === null || (book.party(party)?.unMemberSince ?? null) === null;
      };
      return anaphor === null ? null : antecedent(document, parties, sentence, anaphor, token, suits);
    },
  });
}

function antecedent(
  document: Document,
  parties: DocumentParties,
  sentence: Sentence,
  anaphor: Anaphor,
  token: number,
  suits: (mention: Mention) => boolean,
): Found | null {
  const mentions: Mention[] = [];
  for (let index = Math.max(0, sentence.index - window); index <= sentence.index; index += 1) {
    for (const mention of parties.in(index)) {
      if (index === sentence.index && mention.last >= token) continue;
      if (isPlace(document, mention)) continue;
      // "the Taliban government of Afghanistan" names one party once, though two names overlap in it.
      const before = mentions.at(-1);
      if (before?.sentence === index && before.party === mention.party && mention.first <= before.last)
        continue;
      if (mention.form !== "demonym" && suits(mention)) mentions.push(mention);
    }
  }
  const candidates = mentions.map(candidate);
  const chosen = resolveAnaphor(document, anaphor, candidates);
  if (chosen === null) return null;
  const mention = mentions[candidates.indexOf(chosen)];
  if (mention === undefined) return null;
  return {
    participant: Object.freeze({
      party: mention.party,
      text: document.report.text.slice(sentence.startOf(anaphor.first), sentence.endOf(anaphor.last)),
      person: mention.person,
      office: mention.office,
      sector: null,
      basis: "inferred" as const,
    }),
    token,
    mention,
    generic: false,
    counted: false,
  };
}

const contestedWords: ReadonlySet<string> = new Set([
  "breakaway",
  "separatist",
  "secessionist",
  "self-declared",
  "self-proclaimed",
  "unrecognised",
  "unrecognized",
]);

/** "the breakaway region", "the self-declared republic" */
function isContested(sentence: Sentence, { first, last }: Anaphor): boolean {
  for (let at = first; at <= last; at += 1) if (contestedWords.has(sentence.lower(at))) return true;
  return false;
}

/** "in Brussels": a capital that is only where something happens is nothing that a pronoun takes up. */
function isPlace(document: Document, mention: Mention): boolean {
  if (mention.form !== "capital" || mention.first === 0) return false;
  const before = document.sentences[mention.sentence]?.lower(mention.first - 1) ?? "";
  return ["in", "at", "near", "outside"].includes(before);
}

function candidate(mention: Mention): Candidate {
  return {
    sentence: mention.sentence,
    first: mention.first,
    last: mention.last,
    head: mention.head,
    kind: kindOf(mention),
    number: "singular",
    gender: null,
    key: mention.person ?? mention.party ?? "",
  };
}

function kindOf(mention: Mention): Candidate["kind"] {
  if (mention.form === "office" || mention.form === "person") return "person";
  switch (mention.kind) {
    case "state":
      return mention.form === "institution" ? "government" : "state";
    case "territory":
      return "place";
    case null:
      return "place";
    default:
      return mention.kind;
  }
}
