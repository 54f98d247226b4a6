// The tables of data/baseline/ come in; readings go out, one for each source, as if the source had been read as a report.
// This room adds nothing to the tables: what has no source is not there, and what sources disagree on stays apart.

export { type CoverageRow, readCoverage } from "./coverage.js";
export { type HistoryFiles, type HistoryNames, readHistory } from "./history.js";
