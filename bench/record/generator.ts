import {
  type Attribution,
  type Claim,
  type DateRange,
  identityOf,
  type Participant,
  type Report,
  type Statement,
} from "../../src/model/index.js";
import type { Addition } from "../../src/record/index.js";
import { additionOf } from "../../src/recording.js";
import { createRandom, pick, type Random } from "./random.js";
import { padding, personOf, phraseOf } from "./words.js";
import { type Deed, days, firstDay, type World } from "./world.js";

/** Statements of a report, and tellings of a deed, on average. */
export const statementsEach = 10;
export const tellings = 4;
/** Days after a deed within which most of its tellings fall. */
const fresh = 3;
/** The share of statements that tell of something long past. */
const backgroundShare = 0.15;
/** The share of reports that are another outlet's copy of a report shortly before. */
const copyShare = 0.08;

const outlets = (
  "Reuters|Associated Press|Agence France-Presse|BBC|CNN|Al Jazeera|TASS|Xinhua|Kyodo|Yonhap|" +
  "Interfax|The Moscow Times|South China Morning Post|Daily Courier|Evening Post|Harbour Gazette"
).split("|");

/**
 * Reports of the generated world in the order of their publication, with what they state and claim, as the reader would
 * give them. The same seed gives the same reports.
 */
export function* reportsOf(world: World, seed: number, count: number): Generator<Addition> {
  const random = createRandom(seed);
  const recent: Draft[] = [];
  for (let index = 0; index < count; index += 1) {
    const copied = recent.length > 0 && random() < copyShare ? pick(recent, random) : null;
    const draft = copied === null ? draftOf(world, index / count, random) : copyOf(copied, random);
    recent.push(draft);
    if (recent.length > 40) recent.shift();
    yield additionOf(readingOf(draft, index, world), world.books, "report");
  }
}

/** A report before it has ids: what it tells, in order, and where the words of each telling stand. */
interface Draft {
  readonly title: string;
  readonly outlet: string;
  readonly published: string;
  readonly text: string;
  readonly told: readonly Told[];
}

interface Told {
  readonly deed: Deed;
  readonly number: number;
  readonly polarity: Statement["polarity"];
  readonly modality: Statement["modality"];
  readonly date: DateRange | null;
  readonly speaks: boolean;
  readonly start: number;
  readonly end: number;
}

function draftOf(world: World, moment: number, random: Random): Draft {
  const day = firstDay + Math.floor(moment * days);
  const published = dateOf(day);
  const outlet = pick(outlets, random);
  const count = Math.round(statementsEach * (0.4 + 1.2 * random()));
  const told: Told[] = [];
  const sentences: string[] = [];
  let at = 0;
  for (let index = 0; index < count; index += 1) {
    const number = numberOf(world, moment, random);
    const deed = world.deed(number);
    const date = rangeOf(deed.day, random);
    const on = date?.text === null || date === null ? "" : ` ${date.text}`;
    const names = [world.nameOf(deed.actor), phraseOf(deed.act), world.nameOf(deed.target)].join(" ");
    const sentence = `${names}${on} ${padding(5, random)}.`;
    told.push({
      ...{ deed, number, date, ...saidHow(random), speaks: random() < 0.4 },
      ...{ start: at, end: at + sentence.length },
    });
    sentences.push(sentence);
    at += sentence.length + 1;
  }
  const title = padding(7, random);
  return { title, outlet, published, text: sentences.join(" "), told };
}

/** The same text under another outlet's name. */
function copyOf(draft: Draft, random: Random): Draft {
  return { ...draft, outlet: pick(outlets, random) };
}

/** Which deed is told at a moment (0 to 1 of all days): mostly one of these days, else any before. */
function numberOf({ deedCount }: World, moment: number, random: Random): number {
  const now = Math.floor(moment * deedCount);
  if (random() < backgroundShare) return Math.floor(random() * (now + 1));
  const span = Math.max(8, (deedCount / days) * fresh);
  return Math.max(0, now - Math.floor(random() ** 2 * span));
}

function saidHow(random: Random): Pick<Statement, "polarity" | "modality"> {
  const die = random();
  if (die < 0.82) return { polarity: "positive", modality: "asserted" };
  if (die < 0.87) return { polarity: "negative", modality: "asserted" };
  const modality = pick(["intended", "requested", "hoped", "predicted", "conditional"] as const, random);
  return { polarity: random() < 0.2 ? "negative" : "positive", modality };
}

/** The deed's day as a report gives it: to the day, month or year, as a span, or not at all; some are wrong by a day. */
function rangeOf(day: number, random: Random): DateRange | null {
  const die = random();
  const date = dateOf(day + (random() < 0.03 ? 1 : 0));
  const basis = "stated";
  if (die < 0.3) return { from: date, to: date, text: date, basis };
  if (die < 0.58) return { from: date, to: date, text: "on the day", basis: "inferred" };
  const month = date.slice(0, 7);
  if (die < 0.72) return { from: `${month}-01`, to: lastOf(month), text: month, basis };
  const year = date.slice(0, 4);
  if (die < 0.79) return { from: `${year}-01-01`, to: `${year}-12-31`, text: year, basis };
  if (die < 0.81) return { from: date, to: null, text: `since ${date}`, basis };
  if (die < 0.83) return { from: null, to: date, text: `before ${date}`, basis };
  return null;
}

function readingOf(draft: Draft, index: number, world: World): Parameters<typeof additionOf>[0] {
  const id = identityOf("bench", index);
  const { title, outlet, published, text, told } = draft;
  const report: Report = {
    ...{ id, givenId: null, title, published, outlet, url: `https://news.example/${id}`, byline: null },
    ...{ language: "en", text, blocks: [{ kind: "paragraph", start: 0, end: text.length }], dateline: null },
  };
  const statements = told.map((one, place) => statementOf(one, place, report, world));
  const first = statements.find(({ act }) => act === "recognise");
  return { report, statements, claims: first === undefined ? [] : [claimOf(first)] };
}

function statementOf(
  told: Told,
  place: number,
  { id: report, text, outlet }: Report,
  world: World,
): Statement {
  const { deed, number, polarity, modality, date, start, end } = told;
  const isMission = /mission/.test(deed.act);
  const isEnvoy = /envoy|credentials/.test(deed.act);
  return {
    id: identityOf("bench", report, place),
    act: deed.act,
    actor: participant(deed.actor, world),
    target: participant(deed.target, world),
    object: null,
    form: deed.act === "recognise" ? "express" : null,
    mission: isMission ? { kind: number % 5 === 0 ? "consulate" : "embassy", city: cityOf(deed) } : null,
    envoy: isEnvoy ? { rank: "ambassador", person: personOf(number) } : null,
    decidedBy: isMission ? "sending" : null,
    ...{ polarity, modality, date },
    place: number % 3 === 0 ? { name: cityOf(deed), party: deed.target } : null,
    attribution: attributionOf(told, outlet, world),
    codes: world.codesOf(deed.act),
    confidence: null,
    evidence: {
      sentence: place,
      start,
      end,
      quote: text.slice(start, end),
      title: null,
      rule: `${deed.act}/verb`,
    },
  };
}

function participant(party: string, world: World): Participant {
  return { party, text: world.nameOf(party), person: null, office: null, sector: null, basis: "stated" };
}

/** A city for each target, so that a mission is always in the same one. */
function cityOf({ target }: Deed): string {
  return `Port ${target}`;
}

function attributionOf({ deed, number, speaks }: Told, outlet: string | null, world: World): Attribution[] {
  const links: Attribution[] = [];
  if (outlet !== null) links.push({ kind: "outlet", name: outlet, party: null });
  if (number % 4 === 0)
    links.push({ kind: "source", name: outlets[number % outlets.length] as string, party: null });
  if (speaks)
    links.push({ kind: "speaker", name: `a minister of ${world.nameOf(deed.actor)}`, party: deed.actor });
  return links;
}

/** "The first country to recognise …", about what a statement tells. */
export function claimOf(statement: Statement): Claim {
  const { act, actor, target, polarity, modality, attribution, evidence } = statement;
  return {
    ...{ id: identityOf("claim", statement.id), kind: "rank", act, holder: actor, target, rank: 1 },
    ...{ count: null, total: null, over: "country", membersOf: null, within: null },
    ...{ polarity, modality, attribution, evidence },
  };
}

export function dateOf(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

function lastOf(month: string): string {
  const [year = 0, number = 0] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
}
