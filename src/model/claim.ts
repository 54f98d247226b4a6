import type { Attribution, Evidence, Modality, Participant, Polarity } from "./statement.js";
import type { DateRange } from "./time.js";

/**
 * `rank`: "the first country to recognise …", "the 147th"; `only`: "the only state that recognises …";
 * `count`: "147 of 193 members recognise …"; `none`: "no country has recognised …".
 */
export type ClaimKind = "rank" | "only" | "count" | "none";

/** What a report says about the record itself; checked against the record, never turned into an event. */
export interface Claim {
  readonly id: string;
  readonly kind: ClaimKind;
  /** The act whose doers are ranked or counted. */
  readonly act: string;
  /** Who is said to be first, only, …; null for a count or for none. */
  readonly holder: Participant | null;
  readonly target: Participant | null;
  /** 1 for the first; null unless `kind` is `rank`. "The latest" has no rank. */
  readonly rank: number | null;
  /** "147" in "147 of 193 members"; null unless `kind` is `count`. */
  readonly count: number | null;
  /** "193" in "147 of 193 members"; null where no whole is given. */
  readonly total: number | null;
  /** What is ranged over, as written: "country", "EU member", "Arab state". */
  readonly over: string | null;
  /** The organisation whose members are ranged over, where the words name one: "UN", "EU". */
  readonly membersOf: string | null;
  /** The interval within which the claim is said to hold: "since August 2021". */
  readonly within: DateRange | null;
  readonly polarity: Polarity;
  readonly modality: Modality;
  readonly attribution: readonly Attribution[];
  readonly evidence: Evidence;
}
