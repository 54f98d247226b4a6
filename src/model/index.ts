// The records that travel between rooms: readonly values, intervals, faults.
// Nothing comes in; every other room takes its words from here. It never does any work of its own.
export type { Claim, ClaimKind } from "./claim.js";
export { contractClaim, contractStatement } from "./contract.js";
export { type Fault, faultLine, type Outcome } from "./fault.js";
export { identityOf } from "./identity.js";
export type { Reading } from "./reading.js";
export type { Block, BlockKind, Dateline, Report, Span } from "./report.js";
export { packageFile, packageVersion } from "./resources.js";
export type {
  Attribution,
  Codes,
  Envoy,
  Evidence,
  Mission,
  Modality,
  Participant,
  Place,
  Polarity,
  RecognitionObject,
  Statement,
} from "./statement.js";
export { type Basis, type DateRange, daysOf, type IsoDate, localDay } from "./time.js";
