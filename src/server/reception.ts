import type { Fault } from "../model/index.js";
import { type Item, readJson, readSource, readText } from "../read/index.js";
import type { Desk } from "./desk.js";
import type { Readings } from "./given.js";
import { Refused, wrong } from "./problem.js";
import type { ReadRequest } from "./wire.js";

/** Reports of one request at most. */
const mostReports = 50;
/** Milliseconds that reading them may take. */
const patience = 60_000;
/** Requests read at the same time, whoever sends them. */
const mostAtOnce = 8;

/** Takes reports in, one request at a time for each client. */
export interface Reception {
  read(request: ReadRequest, client: string, desk: Desk): Promise<Readings>;
}

export function createReception(): Reception {
  const busy = new Set<string>();
  return {
    read: async (request, client, desk) => {
      if (busy.has(client))
        throw new Refused(429, "One at a time", "another report of yours is being read; try again after it");
      if (busy.size >= mostAtOnce)
        throw new Refused(503, "Busy", "others' reports are being read; try again in a few seconds");
      busy.add(client);
      try {
        const { items, faults } = await itemsOf(request, desk);
        const readings =
          items.length === 0 ? { readings: [], faults: [] } : await patiently(desk.read(items));
        return { readings: readings.readings, faults: [...faults, ...readings.faults] };
      } finally {
        busy.delete(client);
      }
    },
  };
}

async function patiently<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    const detail = `reading took longer than ${patience / 1000} seconds; send the report in parts`;
    timer = setTimeout(() => reject(new Refused(503, "Took too long", detail)), patience);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

interface Items {
  readonly items: readonly Extract<Item, { readonly report: unknown }>[];
  readonly faults: readonly Fault[];
}

/** What was sent, as reports. Nothing of the machine's own files is opened, whatever the request says. */
async function itemsOf(request: ReadRequest, { network }: Desk): Promise<Items> {
  const items: Extract<Item, { readonly report: unknown }>[] = [];
  const faults: Fault[] = [];
  for await (const item of sourceOf(request, network)) {
    if ("fault" in item) faults.push(item.fault);
    else if (items.length < mostReports) items.push(item);
    else {
      const what = `there are more than ${mostReports} reports in it`;
      faults.push({ where: item.where, line: null, what, mend: "send the others by themselves" });
      break;
    }
  }
  return { items, faults };
}

async function* sourceOf(request: ReadRequest, network: Desk["network"]): AsyncGenerator<Item> {
  const { text, html, file, address, title, outlet, published, url } = request;
  const given = { title, outlet, published, url };
  const kinds = [text, html, file, address].filter((one) => one !== undefined).length;
  if (kinds !== 1) throw wrong("give exactly one of text, html, file and address");
  if (text !== undefined) yield readText(text, "the text", given);
  else if (html !== undefined) yield readJson({ html }, "the page", null, given);
  else if (address !== undefined) {
    // What is no http address would be taken for a path; the schema lets none through, and neither does this.
    if (!/^https?:\/\//i.test(address)) throw wrong("address: only http and https addresses are fetched");
    yield* readSource(address, given, { input: noBytes(), network });
  } else {
    const bytes = Buffer.from(file ?? "", "base64");
    for await (const item of readSource("-", given, { input: oneChunk(bytes), network })) yield named(item);
  }
}

async function* noBytes(): AsyncGenerator<Uint8Array> {}

async function* oneChunk(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** Bytes that were sent are read as a stream is, and are called by what they are for the one who sent them. */
function named(item: Item): Item {
  const where = "the file";
  return "fault" in item ? { fault: { ...item.fault, where } } : { ...item, where };
}
