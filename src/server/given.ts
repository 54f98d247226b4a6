import type { Fault, Reading, Report } from "../model/index.js";
import type { Reader } from "../pipeline.js";
import type { Outside } from "../read/index.js";
import type { Library } from "../record/index.js";

/** What the server is given: it opens no store, no file of data and no model by itself. */
export interface Given extends Library {
  readonly books: Reader["books"];
  /** Reads reports away from the thread that answers questions; never rejects for what a report says. */
  read(reports: readonly { readonly report: Report; readonly where: string }[]): Promise<Readings>;
  /** The way to addresses that readers give; it lets nobody into the machine's own network. */
  readonly network: Outside["network"];
  /** Milliseconds since 1970. */
  clock(): number;
  readonly version: string;
  /** Who holds it may write; null where nobody may. */
  readonly token: string | null;
  /** Other origins whose pages may ask: "https://example.org". Usually none. */
  readonly origins: readonly string[];
  /** Whether only this machine reaches the server; then requests for other host names are refused. */
  readonly isLoopback: boolean;
  /** The folder of the built page; null where there is none. */
  readonly page: URL | null;
}

export interface Readings {
  readonly readings: readonly Reading[];
  readonly faults: readonly Fault[];
}
