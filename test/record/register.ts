import type { ActEffect, PartyFacts, Registers } from "../../src/record/index.js";

const plain = { state: null, governedBy: null, from: null, to: null, unMemberSince: null } as const;

/** A few parties of the kinds that the record treats differently; those without `from` are as old as anything told of them. */
const parties: Readonly<Record<string, PartyFacts>> = {
  PER: { ...plain, kind: "state", name: "Peru", from: "1821-07-28", unMemberSince: "1945-10-31" },
  GHA: { ...plain, kind: "state", name: "Ghana", from: "1957-03-06", unMemberSince: "1957-03-08" },
  NOR: { ...plain, kind: "state", name: "Norway", from: "1905-06-07", unMemberSince: "1945-11-27" },
  FJI: { ...plain, kind: "state", name: "Fiji", from: "1970-10-10", unMemberSince: "1970-10-13" },
  FRA: { ...plain, kind: "state", name: "France", unMemberSince: "1945-10-24" },
  IRN: { ...plain, kind: "state", name: "Iran", unMemberSince: "1945-10-24" },
  RUS: { ...plain, kind: "state", name: "Russia" },
  XKX: { ...plain, kind: "state", name: "Kosovo", from: "2008-02-17" },
  PSE: { ...plain, kind: "state", name: "Palestine", from: "1988-11-15" },
  // A former state, and a movement that governs from a day.
  DDR: { ...plain, kind: "state", name: "East Germany", from: "1949-10-07", to: "1990-10-02" },
  AFG: { ...plain, kind: "state", name: "Afghanistan", from: "1919-08-19" },
  "AFG-IEA": {
    ...plain,
    kind: "government",
    name: "Islamic Emirate of Afghanistan",
    state: "AFG",
    governedBy: "TALIBAN",
    from: "2021-08-15",
  },
  TALIBAN: { ...plain, kind: "movement", name: "Taliban", state: "AFG", from: "1994-01-01" },
  PLO: { ...plain, kind: "movement", name: "Palestine Liberation Organisation", from: "1964-06-02" },
  OAS: { ...plain, kind: "organisation", name: "Organisation of American States", from: "1948-04-30" },
};

const effects: Readonly<Record<string, readonly [ActEffect["does"], ActEffect["kind"], ActEffect["of"]?]>> = {
  recognise: ["opens", "recognition"],
  "withdraw-recognition": ["closes", "recognition"],
  "establish-relations": ["opens", "relations"],
  "restore-relations": ["opens", "relations"],
  "suspend-relations": ["suspends", "relations"],
  "sever-relations": ["closes", "relations"],
  "upgrade-relations": ["changes", "relations"],
  "downgrade-relations": ["changes", "relations"],
  "open-mission": ["opens", "mission"],
  "reopen-mission": ["opens", "mission"],
  "close-mission": ["closes", "mission"],
  "suspend-mission": ["suspends", "mission"],
  "upgrade-mission": ["changes", "mission"],
  "move-mission": ["changes", "mission"],
  "accept-envoy": ["opens", "accreditation", "target"],
  "present-credentials": ["opens", "accreditation"],
  "recall-envoy": ["closes", "accreditation"],
  "expel-envoy": ["closes", "accreditation", "target"],
  "impose-sanctions": ["opens", "sanctions"],
  "lift-sanctions": ["closes", "sanctions"],
  "list-terrorist": ["opens", "listing"],
  "delist-terrorist": ["closes", "listing"],
  "join-organisation": ["opens", "membership"],
  "leave-organisation": ["closes", "membership"],
  "suspend-membership": ["suspends", "membership"],
};

/** Acts of status that change no relation. */
const withoutEffect = new Set(["appoint-envoy", "summon-envoy"]);
const mutual = new Set(["establish-relations", "restore-relations"]);

/** Small registers, made by hand, so that what a test says does not depend on the package's books. */
export const registers: Registers = Object.freeze<Registers>({
  parties: {
    party: (id) => parties[id],
    states: () => Object.keys(parties).filter((id) => parties[id]?.kind === "state"),
    governmentsOf: (state) =>
      Object.keys(parties).filter((id) => parties[id]?.kind === "government" && parties[id].state === state),
    governmentBy: (movement, at) =>
      movement === "TALIBAN" && at !== null && at >= "2021-08-15" ? "AFG-IEA" : null,
    membersOf: () => null,
  },
  acts: {
    effectOf: (act) => {
      const effect = effects[act];
      if (effect === undefined) return null;
      const [does, kind, of = "actor"] = effect;
      return { does, kind, of };
    },
    like: (act) => {
      const effect = effects[act];
      const same = Object.keys(effects).filter((other) => String(effects[other]) === String(effect));
      return same.length === 0 ? [act] : same;
    },
    isStatus: (act) => act in effects || withoutEffect.has(act),
    isMutual: (act) => mutual.has(act),
  },
});
