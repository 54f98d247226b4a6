import { describe, expect, it } from "vitest";
import { gist, reading } from "../reading.js";

describe("what is done to nothing is not done", () => {
  it.each([
    ["No sanctions were imposed on Mali by Peru.", "PER impose-sanctions MLI"],
    ["Peru has imposed no new sanctions on Mali.", "PER impose-sanctions MLI"],
    ["In the end, no embassy was opened by Chile in Lima.", "CHL open-mission PER"],
    ["Chile opened no embassy in Lima.", "CHL open-mission PER"],
    ["No Peruvian ambassador was appointed to Chad.", "PER appoint-envoy TCD"],
    ["Peru sent no ambassador to Chad.", "PER appoint-envoy TCD"],
    ["Chile expelled no Peruvian diplomats.", "CHL expel-envoy PER"],
    ["No recognition was granted to Kosovo by Peru.", "PER recognise XKX"],
    ["Peru granted no recognition to Kosovo.", "PER recognise XKX"],
  ])("%s", async (text, sides) => expect(gist(await reading(text))).toEqual([`${sides} negative asserted`]));

  it.each([
    // Known at last: the act that was long not done.
    [
      "No sanctions were imposed on Mali by Peru until May 2021.",
      "PER impose-sanctions MLI positive asserted",
    ],
    [
      "No fewer than three Peruvian diplomats were expelled by Chile.",
      "CHL expel-envoy PER positive asserted",
    ],
    ["Chile imposed no fewer than 30 sanctions on Peru.", "CHL impose-sanctions PER positive asserted"],
    ["Peru took no decision to recognise Kosovo.", "PER recognise XKX negative intended"],
    ["Peru would impose no sanctions on Mali.", "PER impose-sanctions MLI negative intended"],
  ])("but: %s", async (text, expected) => expect(gist(await reading(text))).toEqual([expected]));
});
