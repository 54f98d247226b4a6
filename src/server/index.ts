// Questions come in over HTTP; answers of the record go out as JSON, feeds and a stream, and the page as its files. This room
// is given a `Ledger` and a reader, opens neither store nor file for a request, and decides nothing about what is true.
export { createServerApp, type ServerApp } from "./app.js";
export type { Given, Readings } from "./given.js";
export { type Listening, listen } from "./listen.js";
