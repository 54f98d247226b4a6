import { createRandom, pick, type Random } from "../record/random.js";
import type { Question } from "./client.js";
import type { Material } from "./material.js";

/** Each kind of question, with what makes one of it. */
export type Questions = Readonly<Record<string, (random: Random) => Question>>;

/**
 * Questions as the page and others put them. Their days, moments and cursors are drawn so finely that hardly one is put
 * twice: the server remembers whole answers, and what is measured is how it finds them.
 */
export function questionsOf(material: Material): Questions {
  const { party, recognised, names } = material;
  const name = (random: Random) => names.get(party(random)) as string;
  const moment = (random: Random) => ({ asOf: day(random), ...known(random, material) });
  const pair = (random: Random) => {
    if (random() < 0.7) return pick(material.pairs, random);
    const a = party(random);
    let b = party(random);
    while (b === a) b = party(random);
    return [a, b] as const;
  };
  const pages = { order: "newest", limit: 30 } as const;
  return {
    "parties by words": (random) => get("/api/parties", { query: typed(name(random), random), limit: 12 }),
    party: (random) => get(`/api/parties/${party(random)}`, moment(random)),
    relations: (random) =>
      get(`/api/parties/${party(random)}/relations`, {
        ...moment(random),
        ...{ state: pick(["held", "ended", "all"], random), limit: pick([100, 1000], random) },
      }),
    prospects: (random) => get(`/api/parties/${party(random)}/prospects`, { ...moment(random), limit: 50 }),
    map: (random) => get(`/api/map/${random() < 0.7 ? recognised(random) : party(random)}`, moment(random)),
    pair: (random) => get(`/api/pairs/${pair(random).join("/")}`, moment(random)),
    "timeline of a pair": (random) =>
      get(`/api/pairs/${pair(random).join("/")}/events`, { ...moment(random), ...pages }),
    "timeline of a party": (random) =>
      get(`/api/parties/${party(random)}/events`, {
        ...moment(random),
        ...(random() < 0.5 ? pages : { all: "true" }),
      }),
    "timeline of all": (random) =>
      get("/api/timeline", {
        ...(random() < 0.5 ? { act: pick(material.acts, random) } : {}),
        ...(random() < 0.5 ? { from: day(random) } : moment(random)),
        ...(random() < 0.5 ? pages : {}),
      }),
    // Before its change an event is not there.
    event: (random) =>
      get(`/api/events/${pick(material.events, random)}`, {
        asOf: day(random),
        knownAt: later(random, material.changed.last),
      }),
    report: (random) => get(`/api/reports/${pick(material.reports, random)}`, moment(random)),
    search: (random) => get("/api/search", { q: words(random, name), limit: 20 }),
    news: (random) => get("/api/news", { limit: otherwise(1 + Math.floor(random() * 200), random) }),
    changes: (random) => get("/api/changes", { limit: otherwise(1 + Math.floor(random() * 200), random) }),
    claims: (random) =>
      get("/api/claims", { ...moment(random), ...(random() < 0.5 ? { party: recognised(random) } : {}) }),
    check: (random) => ({
      path: "/api/check",
      body: {
        sentence: sentence(random, name, (names.get(recognised(random)) ?? "Kosovo") as string),
        ...moment(random),
      },
    }),
  };
}

/** A stream of questions of all kinds in turn, each with the name of its kind. */
export function* mixed(questions: Questions, seed: number): Generator<readonly [string, Question], never> {
  const random = createRandom(seed);
  for (;;) for (const [kind, make] of Object.entries(questions)) yield [kind, make(random)];
}

function get(path: string, query: Readonly<Record<string, string | number>>): Question {
  const parts = Object.entries(query).map(
    ([key, value]) =>
      // What is escaped already stays so.
      `${key}=${/^(?:%\d\d|\d)+$/.test(String(value)) ? value : encodeURIComponent(value)}`,
  );
  return { path: `${path}?${parts.join("&")}` };
}

const firstDay = Date.UTC(1900, 0, 1);

/** The latter days are asked about more than the former: the square root of a chance lies nearer to one. */
function day(random: Random): string {
  const at = firstDay + Math.sqrt(random()) * (Date.now() - firstDay);
  return new Date(at).toISOString().slice(0, 10);
}

/** Of half the questions, a moment of the record: before its first change now and then, mostly after its latest. */
function known(random: Random, { changed }: Material): { readonly knownAt?: string } {
  return random() < 0.5 ? {} : { knownAt: later(random, changed.first - 60_000) };
}

/** A moment within the hour after another. */
function later(random: Random, moment: number): string {
  return new Date(moment + random() * 3_600_000).toISOString();
}

/** As much of a name as somebody has typed so far. */
function typed(name: string, random: Random): string {
  const until = 2 + Math.floor(random() * (name.length - 1));
  const some = name.slice(0, until).trim();
  return random() < 0.5 ? some.toLowerCase() : some;
}

/** A number written with some of its digits escaped: the same to every server, and another address. */
function otherwise(number: number, random: Random): string {
  return [...String(number)].map((digit) => (random() < 0.5 ? `%3${digit}` : digit)).join("");
}

function words(random: Random, name: (random: Random) => string): string {
  const act = pick(["recognised", "ambassador", "embassy", "relations", "severed", "visit"], random);
  switch (Math.floor(random() * 4)) {
    case 0:
      return typed(name(random), random);
    case 1:
      return `${name(random)} and ${name(random)}`;
    case 2:
      return `${name(random)} ${act}`;
    default:
      return `${act} "${name(random)}"`;
  }
}

function sentence(random: Random, name: (random: Random) => string, target: string): string {
  const number = 2 + Math.floor(random() * 150);
  return pick(
    [
      `${name(random)} became the first country to recognise ${target}.`,
      `${name(random)} is the ${number}th country to recognise ${target}.`,
      `${name(random)} is the only country that recognises ${target}.`,
      `No country has recognised ${target}.`,
      `${target} is recognised by ${number} countries.`,
      `${number} countries recognise ${target}.`,
    ],
    random,
  );
}
