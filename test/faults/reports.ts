const parties = [
  "Peru",
  "Fiji",
  "Chile",
  "Kenya",
  "Ghana",
  "Malta",
  "Norway",
  "Japan",
  "Cuba",
  "Nepal",
  "Oman",
];

const deeds: readonly ((actor: string, target: string) => string)[] = [
  (actor, target) => `${actor} recognised ${target}`,
  (actor, target) => `${actor} opened an embassy in ${target}`,
  (actor, target) => `${actor} and ${target} established diplomatic relations`,
  (actor, target) => `${actor} severed diplomatic relations with ${target}`,
  (actor, target) => `${actor} expelled the ambassador of ${target}`,
  (actor, target) => `${actor} will recognise ${target}`,
];

/** The `at`th of endlessly many short reports, no two of them alike; many are about the same pairs of parties. */
export function reportLine(at: number): string {
  const actor = parties[at % parties.length] as string;
  // Never the actor itself, since the step is less than the number of parties.
  const step = 1 + (Math.floor(at / parties.length) % (parties.length - 1));
  const target = parties[(at + step) % parties.length] as string;
  const deed = deeds[at % deeds.length] as (typeof deeds)[number];
  const [year, day] = [1980 + (at % 37), 1 + (at % 28)];
  const text = `${deed(actor, target)} on ${day} March ${year}.`;
  const outlet = `Gazette ${at % 5}`;
  return JSON.stringify({
    id: String(at),
    outlet,
    published: `${year}-04-${1 + (at % 30)}`.replace(/-(\d)$/, "-0$1"),
    text,
  });
}

/** Reports from one number up to and without another, as JSON Lines. */
export function reportLines(from: number, to: number): string {
  return Array.from({ length: to - from }, (_, at) => `${reportLine(from + at)}\n`).join("");
}
