import type { Event } from "../../record/index.js";

/** The line of the table of docs/record.md by which an event has its credibility, in words. */
export function whyCredible({ rating }: Event): string {
  const { credibility, origins, deniedBy, official, contradiction } = rating;
  switch (credibility) {
    case 1:
      return origins.length > 1
        ? `Confirmed: ${origins.length} independent origins state it.`
        : "Confirmed: it is the actor's own word, by way of outlets that do not copy each other.";
    case 2:
      return "Probably true: it is the actor's own word, by way of one outlet.";
    case 3:
      return "Possibly true: one origin states it.";
    case 4:
      return `Doubtful: ${counted(deniedBy.length, "independent origin denies", "independent origins deny")} it, and ${origins.length} state it.`;
    case 5:
      if (contradiction !== null) return `Improbable: the record contradicts it, since ${contradiction}.`;
      return deniedBy.length >= origins.length
        ? `Improbable: as many independent origins deny it (${deniedBy.length}) as state it (${origins.length}), or more.`
        : "Improbable: the actor itself denies it.";
    case 6:
      return official
        ? "Cannot be judged."
        : "Cannot be judged: one report states it that names neither outlet, address nor source.";
  }
}

const letters = {
  A: "completely reliable",
  B: "usually reliable",
  C: "fairly reliable",
  D: "not usually reliable",
  E: "unreliable",
  F: "of a reliability that cannot be judged",
} as const;

/** What the letter rests on. */
export function whyReliable({ rating: { reliability } }: Event): string {
  return `The best of the sources that state it is ${letters[reliability]} (${reliability}).`;
}

function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}
