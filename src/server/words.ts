import { type Event, inSentence, phrase } from "../record/index.js";
import type { Given } from "./given.js";

/** "Russia recognised the Islamic Emirate of Afghanistan as a government", for the titles of feeds. */
export function eventWords({ act, actor, target, object, form }: Event, { parties }: Given["books"]): string {
  const named = (id: string) => {
    const name = parties.party(id)?.name;
    return name === undefined ? id : inSentence(name);
  };
  const { past, link } = phrase(act) ?? { past: "did", link: `“${act}” to ` };
  const as = object === null || object === "state" ? "" : ` as ${objects[object] ?? object}`;
  const how = form === "implied" ? " (by implication)" : "";
  const words = `${named(actor)} ${past} ${link}${named(target)}${as}${how}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const objects: Readonly<Record<string, string>> = {
  government: "a government",
  representative: "a representative",
  sovereignty: "sovereign over a territory",
  belligerency: "a belligerent",
};

/** "2025-07-03", "by 2025-07-04", "2008-02-17 to 2008-02-18"; "undated". */
export function dateWords({ date: { from, to } }: Event): string {
  if (from === null) return to === null ? "undated" : `by ${to}`;
  return to === null || to === from ? from : `${from} to ${to}`;
}
