import { describe, expect, it } from "vitest";
import { gist, reading } from "../reading.js";

/**
 * What the learned reader is known to read wrongly, with what is right. A case fails here when a better model reads it
 * rightly, so that it is moved to where what is right is held.
 */
describe("known misreadings", () => {
  it.fails.each([
    [
      "Armenia called on Cyprus to recall its ambassador to Azerbaijan.",
      ["CYP recall-envoy AZE positive requested"],
    ],
    ["Bangladesh has yet to open an embassy in Kigali.", ["BGD open-mission RWA negative asserted"]],
    ["Kosovo received no recognition from Peru.", ["PER recognise XKX negative asserted"]],
    ["Peru closed no embassy but that in Oslo.", ["PER close-mission NOR positive asserted"]],
    [
      "Peru opened no embassy in Mali but recalled its ambassador from Chad.",
      ["PER open-mission MLI negative asserted", "PER recall-envoy TCD positive asserted"],
    ],
    ["Togo surprised Belgrade by recognising Kosovo.", ["TGO recognise XKX positive asserted"]],
    ["Recognition of Bangladesh by India changed the war.", ["IND recognise BGD positive asserted"]],
    ["Eritrea won recognition from Italy.", ["ITA recognise ERI positive asserted"]],
    ["Panama stopped recognising Taiwan in 2017.", ["PAN withdraw-recognition TWN positive asserted"]],
    [
      "Jordan recognised Palestine, as did Kuwait.",
      ["JOR recognise PSE positive asserted", "KWT recognise PSE positive asserted"],
    ],
    [
      "Gambia switched recognition from Taipei to Beijing.",
      ["GMB withdraw-recognition TWN positive asserted", "GMB recognise CHN positive asserted"],
    ],
    ["Latvia recognises diplomas from Estonia.", []],
    [
      "In New York, Peru and Chad established diplomatic relations.",
      ["PER establish-relations TCD positive asserted", "TCD establish-relations PER positive asserted"],
    ],
    [
      "China opened an embassy in Santiago on Monday. Chile severed relations with the country on Friday.",
      ["CHN open-mission CHL positive asserted", "CHL sever-relations CHN positive asserted"],
    ],
  ])("%s", async (text, expected) => expect(gist(await reading(text))).toEqual(expected));
});
