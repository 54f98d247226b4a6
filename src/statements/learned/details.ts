import type { Sentence } from "../../language/index.js";
import type { Envoy, Mission } from "../../model/index.js";
import type { ThingAt } from "../book/things.js";
import type { Discourse } from "../discourse.js";
import { type About, envoyOf, missionOf } from "../frames/details.js";

/** The kind and city of a mission, or the rank and person of an envoy, that an act at a token is about. */
export function detailsBeside(
  discourse: Discourse,
  sentence: Sentence,
  token: number,
  act: string,
): { readonly mission: Mission | null; readonly envoy: Envoy | null } {
  const ofMission = act.endsWith("-mission");
  const things = ofMission ? discourse.missionsIn(sentence) : discourse.envoysIn(sentence);
  // Of a legation that becomes an embassy the legation is what the act is about.
  const thing =
    act === "upgrade-mission" || act === "downgrade-mission" ? (things[0] ?? null) : nearest(things, token);
  const about: About = { sentence, trigger: token, act, thing, list: ofMission ? "mission" : "envoy" };
  return ofMission
    ? { mission: missionOf(discourse, about), envoy: null }
    : { mission: null, envoy: envoyOf(discourse, about) };
}

/** What a verb is about stands behind it more often than before. */
function nearest(things: readonly ThingAt[], token: number): ThingAt | null {
  const way = ({ head }: ThingAt) => (head >= token ? head - token : 2 * (token - head));
  return things.reduce<ThingAt | null>(
    (best, one) => (best === null || way(one) < way(best) ? one : best),
    null,
  );
}
