import { parentPort, workerData } from "node:worker_threads";
import { type OwnActs, openReader } from "../../pipeline.js";
import { type Batch, readBatch } from "./batch.js";

// A thread with a reader of its own: a batch comes in, its result goes back, one at a time.
const reader = await openReader((workerData ?? {}) as OwnActs);
parentPort?.on("message", async (batch: Batch) => parentPort?.postMessage(await readBatch(reader, batch)));
