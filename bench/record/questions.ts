import { between, judgeClaim } from "../../src/record/index.js";
import type { BareRecord } from "./bareRecord.js";
import { claimOf, dateOf } from "./generator.js";
import type { Works } from "./plans.js";
import { createRandom, pick, type Random } from "./random.js";
import { days, firstDay, type World } from "./world.js";

/** Each kind of question, with what asks one of it; parties are asked about as often as the news tells of them. */
export type Questions = Readonly<Record<string, (random: Random) => Promise<unknown>>>;

/** Rows that a page shows at most. */
const page = 200;

export async function questionsOf({ library }: BareRecord, world: World): Promise<Questions> {
  const { ledger } = library;
  const changes = await ledger.changes(100_000);
  const material = await materialOf(library.ledger, world);
  const day = (random: Random) => dateOf(firstDay + Math.floor(random() * days));
  const { party, contested } = world;
  const open = { asOf: null, knownAt: null };
  return {
    "relations of a party as of D": (random) =>
      ledger.relations({ party: party(random), asOf: day(random), knownAt: null }),
    "who recognises X as of D, known at K": (random) =>
      ledger.relations({
        ...{ object: contested(random), kind: "recognition", asOf: day(random) },
        knownAt: pick(changes, random).at,
      }),
    "standing of a pair as of D": (random) => {
      const a = party(random);
      let b = party(random);
      while (b === a) b = party(random);
      return between(a, b, { asOf: day(random), knownAt: null }, library);
    },
    "events of a party in an interval, first 200": (random) => {
      const from = firstDay + Math.floor(random() * days);
      const interval = { from: dateOf(from), to: dateOf(from + 30 + Math.floor(random() * 700)) };
      return ledger.events({ ...open, ...interval, party: party(random), limit: page });
    },
    "prospects of a party": (random) => ledger.prospects({ ...open, party: party(random) }),
    "check of a claim": (random) => judgeClaim(pick(material.claims, random), day(random), null, library),
    "event by id": (random) => ledger.events({ ...open, id: pick(material.events, random) }),
    "statements behind an event": (random) => ledger.statements(pick(material.statements, random)),
    "alterations of a change": (random) => ledger.alterations(pick(changes, random).number),
    "reports with the words of a party and one more": (random) =>
      ledger.search(`"${world.nameOf(party(random))}" ${pick(material.words, random)}`, 20),
  };
}

/** One of each question, for their plans. */
export function works(questions: Questions, seed: number, of: number): Works {
  const random = createRandom(seed);
  return Object.fromEntries(
    Object.entries(questions).map(([name, ask]) => [
      name,
      async () => {
        for (let index = 0; index < of; index += 1) await ask(random);
      },
    ]),
  );
}

/** Ids, claims and words that the record holds, some of each, so that questions about them find something. */
async function materialOf(ledger: BareRecord["library"]["ledger"], world: World) {
  const random = createRandom(11);
  const events: string[] = [];
  const statements: (readonly string[])[] = [];
  for (let index = 0; index < 60; index += 1) {
    const from = dateOf(firstDay + Math.floor(random() * days));
    const found = await ledger.events({
      ...{ party: world.party(random), asOf: null, knownAt: null, from, limit: 50 },
    });
    for (const { value } of found) {
      events.push(value.id);
      statements.push(value.statements);
    }
  }
  const rows = await ledger.statements(statements.flat().slice(0, 1000));
  const claims = rows
    .map(({ statement }) => ({ ...statement, act: "recognise" }))
    .map((statement) => claimOf({ ...statement, target: partyOf(world.contested(random)) }));
  const words = rows.map(({ statement }) => /(\w+)\W*$/.exec(statement.evidence.quote)?.[1] ?? "");
  return { events, statements, claims, words };
}

function partyOf(party: string) {
  return { party, text: party, person: null, office: null, sector: null, basis: "stated" } as const;
}
