// Arguments come in; what the reports state goes out to the terminal, a pipe or a stream, with an exit code.
// This room decides how things are shown, never what they mean.
export { runCommandLine } from "./main.js";
export { processSurroundings, type Surroundings } from "./surroundings.js";
