import { describe, expect, it } from "vitest";
import { fileAll, isConsular } from "../../src/record/slots.js";
import { pairKey, pairOf, unitOf } from "../../src/record/units.js";
import { type Said, testimony } from "./material.js";
import { registers } from "./register.js";

describe("the unit in which a statement is weighed", () => {
  it.each<[string, Said, string | null]>([
    [
      "acts of status: the two parties",
      { says: "PER recognise XKX", on: "2008-02-22" },
      "recognition PER XKX",
    ],
    ["in either direction", { says: "XKX open-mission PER", on: "2010" }, "relations PER XKX"],
    [
      "without effect on relations, too",
      { says: "PER summon-envoy GHA", on: "2010-05-04" },
      "summon-envoy GHA PER",
    ],
    [
      "other deeds: with their month",
      { says: "PER consult GHA", on: "2010-05-04" },
      "consult PER GHA 2010-05",
    ],
    [
      "by publication where undated",
      { says: "PER consult GHA", published: "2010-06-01" },
      "consult PER GHA 2010-06",
    ],
    ["undated altogether", { says: "PER consult GHA", published: null }, "consult PER GHA undated"],
    ["an assertion with an open side makes no event", { says: "PER recognise ?" }, null],
    ["nor one without a doer", { says: "? recognise XKX" }, null],
    [
      "a plan with an open side is kept",
      { says: "PER recognise ?", modality: "intended" },
      "recognise PER ?",
    ],
    [
      "as is a request to nobody in particular",
      { says: "? recognise PSE", modality: "requested" },
      "recognise ? PSE",
    ],
    ["of nobody by nobody: no unit", { says: "? recognise ?", modality: "hoped" }, null],
    ["nobody recognises itself", { says: "PER recognise PER" }, null],
    [
      "a governing movement: its government",
      { says: "RUS recognise TALIBAN", on: "2025-07-03" },
      "recognition AFG-IEA RUS",
    ],
    [
      "before it governed: itself",
      { says: "RUS recognise TALIBAN", on: "2001-03-01" },
      "recognition RUS TALIBAN",
    ],
    [
      "by publication where undated",
      { says: "RUS recognise TALIBAN", published: "2025-07-03" },
      "recognition AFG-IEA RUS",
    ],
    [
      "listed as terrorist: the movement itself",
      { says: "RUS list-terrorist TALIBAN", on: "2022" },
      "listing RUS TALIBAN",
    ],
    [
      "sanctioned: the movement itself",
      { says: "NOR impose-sanctions TALIBAN", on: "2022" },
      "sanctions NOR TALIBAN",
    ],
    [
      "met with: the movement itself",
      { says: "NOR consult TALIBAN", on: "2022-01-24" },
      "consult NOR TALIBAN 2022-01",
    ],
    [
      "a movement is not told from its own government",
      { says: "TALIBAN recognise AFG-IEA", on: "2022" },
      null,
    ],
  ])("%s", (_, said, unit) => {
    expect(unitOf(testimony(said), registers)).toBe(unit);
  });

  it("is named alike from both sides", () => {
    expect(pairKey("GHA", "PER")).toBe(pairKey("PER", "GHA"));
    expect(pairOf(testimony({ says: "TALIBAN open-mission NOR", on: "2024" }), registers)).toEqual({
      actor: "AFG-IEA",
      target: "NOR",
    });
  });
});

describe("the slot on which a statement bears", () => {
  it.each<[string, Said, string]>([
    ["recognition of a state", { says: "PER recognise XKX" }, "recognition PER XKX state"],
    ["of a government", { says: "PER recognise AFG-IEA", on: "2022" }, "recognition PER AFG-IEA government"],
    ["of a movement", { says: "PER recognise PLO" }, "recognition PER PLO representative"],
    [
      "as what the words say",
      { says: "PER recognise PLO", object: "belligerency" },
      "recognition PER PLO belligerency",
    ],
    ["withdrawn: the same slot", { says: "PER withdraw-recognition XKX" }, "recognition PER XKX state"],
    ["relations, from either side", { says: "PER sever-relations GHA" }, "relations GHA PER"],
    ["established together", { says: "PER establish-relations GHA" }, "relations GHA PER"],
    ["an embassy", { says: "PER open-mission GHA", mission: "embassy" }, "mission PER GHA diplomatic"],
    [
      "a legation is the same mission",
      { says: "PER open-mission GHA", mission: "legation" },
      "mission PER GHA diplomatic",
    ],
    ["a mission without a kind", { says: "PER open-mission GHA" }, "mission PER GHA diplomatic"],
    [
      "a consulate by its city",
      { says: "PER open-mission GHA", mission: "consulate", city: "Kumasi" },
      "mission PER GHA consular Kumasi",
    ],
    [
      "a consulate-general without one",
      { says: "PER open-mission GHA", mission: "consulate-general" },
      "mission PER GHA consular ?",
    ],
    [
      "credentials presented",
      { says: "PER present-credentials GHA", rank: "ambassador" },
      "accreditation PER GHA",
    ],
    [
      "credentials received: the sender's",
      { says: "GHA accept-envoy PER", rank: "ambassador" },
      "accreditation PER GHA",
    ],
    ["expelled: the sender's", { says: "GHA expel-envoy PER", rank: "ambassador" }, "accreditation PER GHA"],
    [
      "a chargé is head of a mission",
      { says: "GHA expel-envoy PER", rank: "chargé d'affaires" },
      "accreditation PER GHA",
    ],
    ["diplomats come and go", { says: "GHA expel-envoy PER", rank: "diplomat" }, "expel-envoy GHA PER"],
    ["membership", { says: "PER join-organisation OAS" }, "membership PER OAS"],
    ["a meeting", { says: "PER consult GHA" }, "consult PER GHA"],
  ])("%s", (_, said, slot) => {
    expect(fileAll([testimony(said)], registers).map((one) => one.slot)).toEqual([slot]);
  });

  it("takes what is recognised from what others say of the same two, where the words leave it open", () => {
    const open = testimony({ says: "PER recognise PLO", id: "a" });
    const clear = testimony({ says: "PER recognise PLO", object: "government", id: "b" });
    expect(fileAll([open, clear], registers).map(({ as }) => as)).toEqual(["government", "government"]);
  });

  it("keeps what the party is, where others say that as well", () => {
    const open = testimony({ says: "PER recognise PSE", id: "a" });
    const others = ["state", "government"] as const;
    const said = others.map((object) => testimony({ says: "PER recognise PSE", object }));
    expect(fileAll([open, ...said], registers).map(({ as }) => as)).toEqual(["state", "state", "government"]);
  });

  it.each([
    ["consulate", true],
    ["consulate-general", true],
    ["vice-consulate", true],
    ["honorary consulate", true],
    ["embassy", false],
    ["representative office", false],
  ])("%s is consular: %s", (kind, consular) => {
    expect(isConsular(kind)).toBe(consular);
  });
});
