import { parentPort } from "node:worker_threads";
import { openReader } from "../../pipeline.js";
import { type Batch, readBatch } from "./batch.js";

// A thread with a reader of its own: a batch comes in, its result goes back, one at a time.
const reader = openReader();
parentPort?.on("message", (batch: Batch) => parentPort?.postMessage(readBatch(reader, batch)));
