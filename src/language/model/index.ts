// Words of a sentence come in; tags, names and a tree go out, read from the trained model file.
// It never looks at characters between the words, and never at another sentence.
export { type ModelFile, type ModelShape, readModelFile, writeModelFile } from "./container.js";
export { openReader, type Reader, type TagNumbers, type TreeNumbers } from "./reader.js";
