import { parentPort, workerData } from "node:worker_threads";
import { type OwnActs, openReader } from "../../pipeline.js";
import { type ReportBatch, readReports } from "./crew.js";

// A thread with a reader of its own: reports come in, their readings go back, one batch at a time.
const reader = await openReader((workerData ?? {}) as OwnActs);
parentPort?.on("message", async (batch: ReportBatch) =>
  parentPort?.postMessage(await readReports(reader, batch)),
);
