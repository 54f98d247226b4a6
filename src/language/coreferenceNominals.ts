/** What an anaphor may refer to, and what the caller's candidates are. */
export type ReferentKind =
  | "person"
  | "state"
  | "government"
  | "movement"
  | "organisation"
  | "place"
  | "event";

/** A noun that refers back when it is definite and has no name of its own. */
export interface Nominal {
  readonly kinds: readonly ReferentKind[];
  readonly plural: boolean;
  /** For persons: whether any person fits ("the diplomat"), or only one introduced with this word ("the minister"). */
  readonly generic: boolean;
}

function entries(
  words: string,
  kinds: readonly ReferentKind[],
  plural: boolean,
  generic: boolean,
): [string, Nominal][] {
  const nominal = Object.freeze({ kinds: Object.freeze(kinds), plural, generic });
  return words.split(" ").map((word) => [word, nominal]);
}

/** Kinds stand in the order of preference. */
export const nominals: ReadonlyMap<string, Nominal> = new Map([
  ...entries(
    "country nation republic kingdom state sultanate monarchy archipelago statelet federation",
    ["state"],
    false,
    true,
  ),
  ...entries("island territory region province enclave exclave", ["state", "place"], false, true),
  ...entries("islands", ["state", "place"], true, true),
  ...entries(
    "government regime administration leadership cabinet junta",
    ["government", "movement", "state"],
    false,
    true,
  ),
  ...entries("authorities rulers", ["government", "movement", "state"], true, true),
  ...entries("group movement militia faction", ["movement", "organisation", "government"], false, true),
  ...entries(
    "militants insurgents rebels fighters islamists hardliners extremists separatists guerrillas",
    ["movement", "government"],
    true,
    true,
  ),
  ...entries(
    "organisation organization bloc alliance body union grouping institution association",
    ["organisation", "movement"],
    false,
    true,
  ),
  ...entries("capital", ["place"], false, true),
  ...entries("diplomat official politician leader statesman", ["person"], false, true),
  ...entries(
    "minister president premier ambassador envoy spokesman spokeswoman spokesperson chancellor king queen prince emir sultan secretary senator general chairman commissioner lawmaker monarch",
    ["person"],
    false,
    false,
  ),
  ...entries(
    "decision move announcement step recognition gesture declaration agreement ruling development measure breakthrough decree",
    ["event"],
    false,
    true,
  ),
]);

/** "Both countries", "the two sides". */
export const pairNouns: ReadonlyMap<string, readonly ReferentKind[]> = new Map<
  string,
  readonly ReferentKind[]
>([
  ...[
    "countries",
    "states",
    "nations",
    "sides",
    "neighbours",
    "neighbors",
    "capitals",
    "governments",
    "republics",
    "allies",
  ].map(
    (word) =>
      [word, ["state", "government", "movement", "organisation"]] as [string, readonly ReferentKind[]],
  ),
  ...["men", "leaders", "ministers", "presidents", "diplomats"].map(
    (word) => [word, ["person"]] as [string, readonly ReferentKind[]],
  ),
]);

/** Words before the noun that make it one among others, or new: no anaphor. */
export const distinguishing: ReadonlySet<string> = new Set(
  (
    "first second third fourth fifth last latest only other another next any every each no most same new few many several " +
    "previous former future neighbouring neighboring host sending receiving own single sole biggest largest smallest"
  ).split(" "),
);

/** Names of regions and creeds that describe a party without naming it: "the Balkan nation". */
export const describing: ReadonlySet<string> = new Set(
  (
    "balkan baltic african asian european gulf arab caribbean pacific nordic scandinavian central south north east west western " +
    "eastern southern northern southeast southwest northeast northwest latin american middle muslim islamic islamist himalayan adriatic mediterranean " +
    "andean melanesian polynesian micronesian saharan soviet communist catholic orthodox christian jewish sunni shia shiite " +
    "horn black sea indian ocean atlantic arctic alpine caucasus oceanian eurasian"
  ).split(" "),
);
