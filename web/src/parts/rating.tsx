import type { ReactNode } from "react";
import type { Event } from "../../../src/server/wire.js";

const reliability: Readonly<Record<string, string>> = {
  A: "completely reliable source",
  B: "usually reliable source",
  C: "fairly reliable source",
  D: "source not usually reliable",
  E: "unreliable source",
  F: "reliability cannot be judged",
};

const credibility: Readonly<Record<number, string>> = {
  1: "confirmed",
  2: "probably true",
  3: "possibly true",
  4: "doubtful",
  5: "improbable",
  6: "truth cannot be judged",
};

/** The NATO Admiralty code of an event: source and information, each judged by itself. */
export function Rating({ rating }: { readonly rating: Event["rating"] }): ReactNode {
  const words = `${reliability[rating.reliability] ?? ""}; ${credibility[rating.credibility] ?? ""}`;
  return (
    <abbr className="rating" data-credibility={rating.credibility} title={words}>
      <span aria-hidden="true">
        {rating.reliability}
        {rating.credibility}
      </span>
      <span className="unseen">{words}</span>
    </abbr>
  );
}

export function ratingWords({ rating }: Pick<Event, "rating">): string {
  return `${reliability[rating.reliability] ?? ""}, ${credibility[rating.credibility] ?? ""}`;
}
