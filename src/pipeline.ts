import type { Reading, Report } from "./model/index.js";

/** Reads reports into statements; holds the language model, the party book and the act book. */
export interface Reader {
  /** Pure: the same report gives the same reading. Never throws, whatever the text. */
  read(report: Report): Reading;
}
