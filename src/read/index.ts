// Bytes come in, from files, folders, addresses and streams; reports go out, each with the layout that leads
// back to its text, or a fault in its place. This room never looks at what a report says.
export { bounds } from "./bounds.js";
export { isoDate } from "./dates.js";
export type { Given, Item } from "./item.js";
export { readJson, readJsonLine } from "./jsonl.js";
export type { Network } from "./network.js";
export { readText } from "./report.js";
export { linesOf, type Outside, publicNetwork, readSource } from "./sources.js";
