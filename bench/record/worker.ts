import { ask } from "./ask.js";
import { fill } from "./fill.js";
import type { Job, Message, Result } from "./jobs.js";
import { rebuildAll } from "./rebuild.js";

/** Runs one job of the bench in a process of its own, and tells the parent how it goes and what came out. */
const job = JSON.parse(process.argv[2] ?? "") as Job;
const send = (message: Message) =>
  new Promise<void>((resolve) => process.send?.(message, undefined, undefined, () => resolve()));

await send({ result: await run(job) });
process.disconnect();

function run(one: Job): Promise<Result> {
  const tell = (progress: string) => void send({ progress });
  switch (one.kind) {
    case "fill":
      return fill(one, tell);
    case "ask":
      return ask(one, tell);
    case "rebuild":
      return rebuildAll(one, tell);
  }
}
