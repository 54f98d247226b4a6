// Sentences come in with their parties; statements and claims go out, each with its evidence. This room reads
// what the text says and never what the record makes of it: it holds no memory between reports.
export { type ActBook, type ActEntry, createActBook } from "./book/book.js";
export { loadCodeTables } from "./book/codes.js";
export { type CodeTables, loadActBook, type SourceFile } from "./book/load.js";
export type { ActExample, ActFile, Frame } from "./book/schema.js";
export { type ContextBook, loadContexts } from "./contexts.js";
export type { Books } from "./drafts.js";
export { type GovernorBook, loadGovernors } from "./governors.js";
export { candidatesJson } from "./learned/candidatesJson.js";
export { learnedActs } from "./learned/inventory.js";
export { openActReader, type ReaderFiles } from "./learned/open.js";
export type { ActReader } from "./learned/readActs.js";
export { ordinalFor } from "./numbers.js";
export { loadOutlets, type Outlet, type OutletBook } from "./outlets.js";
export { verbStandIns } from "./rareVerbs.js";
export { type Read, readStatements } from "./reader.js";
export { loadSectors, type SectorBook } from "./sectors.js";
export { headed, withoutHead } from "./title.js";
