// Sentences come in; mentions of parties go out, resolved at the date of the report. This room never decides
// whether a party acts, nor whether a report is right about it.
export { loadPartyBook } from "./book.js";
export type { PartyFiles } from "./files.js";
export type {
  Candidate,
  DocumentParties,
  GroupAt,
  Mention,
  MentionForm,
  NamedKind,
  Party,
  PartyBook,
  PartyKind,
  Resolution,
} from "./types.js";
