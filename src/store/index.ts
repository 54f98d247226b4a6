// Statements and decisions go into a database; what the record holds comes out, as the `Ledger` that record/ declares.
// The only SQL of the house is here. This room decides nothing about what a statement means.
export { type RecordAddress, recordAddress, shownAddress } from "./address.js";
export { storeFault } from "./faults.js";
export { type Opened, openLedger } from "./open.js";
