import type { Codes } from "../../src/model/index.js";
import { openBooks } from "../../src/pipeline.js";
import { createRandom, createWeighted, createZipf, pick, type Random } from "./random.js";

type Books = ReturnType<typeof openBooks>;

/** The first day of the generated history, and how many years of 365.25 days it spans. */
export const firstDay = Date.parse("1996-01-01T00:00:00Z") / 86_400_000;
export const days = 30 * 365.25;

/** A deed of the generated world: reports tell of deeds, most of them several times. */
export interface Deed {
  readonly act: string;
  readonly actor: string;
  readonly target: string;
  /** Days since 1970. */
  readonly day: number;
}

/** Who acts in the generated world, and what they have done, in the order of days. */
export interface World {
  readonly books: Books;
  readonly deedCount: number;
  deed(index: number): Deed;
  nameOf(party: string): string;
  codesOf(act: string): Codes;
  /** A party as the news names them: a few often, most of them seldom. */
  party(random: Random): string;
  /** One whose recognition is at issue. */
  contested(random: Random): string;
}

/** Acts of contact, speech and force with how often each is told; about 60 % of all. */
const passing: Readonly<Record<string, number>> = {
  ...{ consult: 30, cooperate: 8, agree: 8, support: 8, aid: 5, request: 8, accuse: 8, reject: 6 },
  ...{ threaten: 4, protest: 3, coerce: 3, assault: 5, mobilise: 2, concede: 1, retreat: 1 },
};

/** Acts of status, about 40 % of all. */
const status: Readonly<Record<string, number>> = {
  ...{ recognise: 10, "withdraw-recognition": 1, "establish-relations": 9, "restore-relations": 2 },
  ...{ "suspend-relations": 1, "sever-relations": 2, "upgrade-relations": 3, "downgrade-relations": 1 },
  ...{ "open-mission": 9, "reopen-mission": 2, "close-mission": 2, "suspend-mission": 1 },
  ...{ "upgrade-mission": 1, "downgrade-mission": 0.5, "move-mission": 1, "appoint-envoy": 11 },
  ...{ "accept-envoy": 6, "present-credentials": 11, "recall-envoy": 4, "expel-envoy": 4 },
  ...{ "summon-envoy": 7, "impose-sanctions": 9, "lift-sanctions": 2, "list-terrorist": 2 },
  ...{
    "delist-terrorist": 0.5,
    "join-organisation": 3,
    "leave-organisation": 0.5,
    "suspend-membership": 0.3,
  },
};
const statusShare = 0.4;

/** Of whom the news speaks most; all others follow in an order that the seed gives. */
const prominent = (
  "USA RUS CHN ISR UKR GBR FRA IRN DEU IND TUR PAK SYR IRQ PRK SAU KOR JPN AFG EGY PSE VEN EU UN POL ITA SRB " +
  "CUB LBY LBN TWN XKX AFG-IEA"
).split(" ");

/** Whose recognition is or was at issue. */
const contestedParties =
  "XKX PSE TWN AFG-IEA ABK OST ESH NCY SSD TLS LBY-NTC SYR-SNC VEN-IG MMR-NUG MMR-SAC SML PMR MNE HAMAS".split(
    " ",
  );

const organisations = "UN EU AU NATO OIC LAS ASEAN ECOWAS SCO BRICS CSTO GCC OAS COE IMF ICC".split(" ");

/** The world's parties and deeds; the same seed gives the same world. Deeds are kept as numbers, 7 bytes each. */
export function createWorld(seed: number, deedCount: number, books: Books = openBooks()): World {
  const random = createRandom(seed);
  const parties = partiesOf(books, random);
  const contested = contestedParties.filter((id) => books.parties.party(id) !== undefined);
  const acts = [...Object.keys(passing), ...Object.keys(status)];
  const unknown = acts.filter((act) => books.acts.entry(act) === undefined);
  if (unknown.length > 0) throw new Error(`the act book has no ${unknown.join(", ")}`);
  const sum = (weights: typeof status) => Object.values(weights).reduce((total, one) => total + one, 0);
  const actOf = createWeighted([
    ...Object.values(passing).map((one) => ((1 - statusShare) * one) / sum(passing)),
    ...Object.values(status).map((one) => (statusShare * one) / sum(status)),
  ]);
  const ids = [...new Set([...parties, ...contested, ...organisations])];
  const numbers = new Map(ids.map((id, index) => [id, index]));
  const rank = createZipf(parties.length);
  const columns = {
    act: new Uint8Array(deedCount),
    actor: new Uint16Array(deedCount),
    target: new Uint16Array(deedCount),
  };
  const targetOf = (act: string, actor: string): string => {
    for (;;) {
      const target = /recogni/.test(act)
        ? pick(contested, random)
        : /organisation|membership/.test(act)
          ? pick(organisations, random)
          : (parties[rank(random)] as string);
      if (target !== actor) return target;
    }
  };
  for (let index = 0; index < deedCount; index += 1) {
    const act = actOf(random);
    const actor = parties[rank(random)] as string;
    columns.act[index] = act;
    columns.actor[index] = numbers.get(actor) as number;
    columns.target[index] = numbers.get(targetOf(acts[act] as string, actor)) as number;
  }
  return {
    books,
    deedCount,
    deed: (index) => ({
      act: acts[columns.act[index] as number] as string,
      actor: ids[columns.actor[index] as number] as string,
      target: ids[columns.target[index] as number] as string,
      day: firstDay + Math.floor((index / deedCount) * days),
    }),
    nameOf: (party) => books.parties.party(party)?.name ?? party,
    codesOf: (act) => {
      const { cameo = "010", plover = "AGREE" } = books.acts.entry(act)?.file.codes ?? {};
      return { cameo, plover, mode: null, contexts: ["diplomatic"] };
    },
    party: (among) => parties[rank(among)] as string,
    contested: (among) => pick(contested, among),
  };
}

/** About 200 states with the governments and movements that the party book knows, by prominence. */
function partiesOf({ parties }: Books, random: Random): readonly string[] {
  const known = new Set(prominent.filter((id) => parties.party(id) !== undefined));
  const others = parties
    .all()
    .filter(
      ({ id, kind, to, unMemberSince }) =>
        !known.has(id) &&
        (to === null || to >= "1996") &&
        ((kind === "state" && unMemberSince !== null) || kind === "government" || kind === "movement"),
    )
    .map(({ id, kind }) => ({ id, key: random() * (kind === "state" ? 1 : 2) }))
    .sort((a, b) => a.key - b.key);
  return [...known, ...others.slice(0, 230 - known.size).map(({ id }) => id)];
}
