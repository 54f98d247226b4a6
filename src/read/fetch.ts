import { type LookupAddress, lookup as systemLookup } from "node:dns";
import { isIP } from "node:net";
import { Agent, buildConnector, request } from "undici";
import { literalAddress } from "./address.js";
import { bounds } from "./bounds.js";
import type { Form } from "./bytes.js";
import { type Network, publicNetwork } from "./network.js";

/** What an address gave, or why it gave nothing. */
export type Fetched =
  | {
      readonly ok: true;
      readonly bytes: Uint8Array;
      readonly form: Form;
      readonly charset: string | null;
      readonly url: string;
    }
  | { readonly ok: false; readonly what: string; readonly mend: string };

const inside = "it leads inside the network, where nothing is fetched";
const insideMend = "save the page and give the file";

/** Named so that a refused address is told from a broken connection. */
class InsideError extends Error {}

/**
 * Fetches a page. Every address that a name resolves to is checked before the connection is made, and the
 * address of the connected socket again before anything is sent, for each redirect anew: a name that
 * changes its address between check and use gains nothing.
 */
export async function fetchPage(address: string, network: Network = publicNetwork): Promise<Fetched> {
  const agent = guardedAgent(network);
  const signal = AbortSignal.timeout(network.time);
  try {
    let url = new URL(address);
    for (let hops = 0; hops <= bounds.redirects; hops += 1) {
      const answer = await once(url, agent, signal, network);
      if (!("location" in answer)) return answer;
      url = answer.location;
    }
    return {
      ok: false,
      what: `it redirects more than ${bounds.redirects} times`,
      mend: "give the address of the article itself",
    };
  } catch (error) {
    return refusal(error, network);
  } finally {
    await agent.destroy();
  }
}

async function once(
  url: URL,
  agent: Agent,
  signal: AbortSignal,
  network: Network,
): Promise<Fetched | { readonly location: URL }> {
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return {
      ok: false,
      what: `${url.protocol} addresses are not fetched`,
      mend: "give an http or https address",
    };
  }
  const literal = literalAddress(url.hostname);
  if (literal !== null && !network.allows(literal)) throw new InsideError(url.hostname);
  const response = await request(url, {
    dispatcher: agent,
    signal,
    headers: {
      "user-agent": "Credence/0.1",
      accept: "text/html, text/plain;q=0.9, */*;q=0.1",
      "accept-encoding": "identity",
    },
  });
  const { statusCode, headers, body } = response;
  const location = single(headers["location"]);
  if (statusCode >= 300 && statusCode < 400 && location !== null) {
    await body.dump({ limit: 65_536 });
    return { location: new URL(location, url) };
  }
  if (statusCode !== 200) {
    await body.dump({ limit: 65_536 });
    return { ok: false, what: `the server answers ${statusCode}`, mend: "check the address" };
  }
  const kind = kindOf(single(headers["content-type"]));
  if (typeof kind === "string") {
    await body.dump({ limit: 65_536 });
    return { ok: false, what: kind, mend: "give the address of an article" };
  }
  const bytes = await collect(body);
  if (bytes === null) {
    const limit = bounds.fetchBytes / 1024 / 1024;
    return {
      ok: false,
      what: `the page is larger than ${limit} MB`,
      mend: "save the article's text and give the file",
    };
  }
  return { ok: true, bytes, ...kind, url: url.href };
}

/** Only whole bodies up to the bound; no compression is asked for, so none can burst. */
async function collect(body: AsyncIterable<Uint8Array> & { destroy(): void }): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > bounds.fetchBytes) {
      body.destroy();
      return null;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function kindOf(type: string | null): string | { readonly form: Form; readonly charset: string | null } {
  const media = type?.split(";")[0]?.trim().toLowerCase() ?? "";
  const charset = /charset\s*=\s*"?([\w-]{2,30})/i.exec(type ?? "")?.[1] ?? null;
  if (media === "" || media === "application/octet-stream") return { form: null, charset };
  if (media.includes("html")) return { form: "html", charset };
  if (/(?:rss|atom|rdf|feed)\+/.test(media)) return "this is a feed, not a report";
  if (media.startsWith("image/")) return `the address answers with an image (${media})`;
  if (media.startsWith("text/") || media.includes("xml")) return { form: null, charset };
  if (media.includes("json")) return { form: "json", charset };
  return `the address answers with ${media}, which is not read`;
}

function single(value: string | readonly string[] | undefined): string | null {
  return value === undefined ? null : typeof value === "string" ? value : (value[0] ?? null);
}

/** An agent that connects only to allowed addresses. */
function guardedAgent(network: Network): Agent {
  const connect = buildConnector({
    timeout: network.time,
    lookup: (hostname, options, callback) => {
      systemLookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
        if (error !== null) return callback(error, "", 0);
        if (addresses.length === 0 || !addresses.every((one) => network.allows(one.address))) {
          return callback(new InsideError(hostname) as NodeJS.ErrnoException, "", 0);
        }
        const [first] = addresses as [LookupAddress, ...LookupAddress[]];
        const answer = callback as unknown as (
          error: null,
          address: string | LookupAddress[],
          family?: number,
        ) => void;
        if (options.all === true) answer(null, addresses);
        else answer(null, first.address, first.family);
      });
    },
  });
  return new Agent({
    connect: (options, callback) => {
      connect(options, (error, socket) => {
        if (error !== null) return callback(error, null);
        const remote = socket?.remoteAddress ?? "";
        if (isIP(remote) === 0 || !network.allows(remote)) {
          socket?.destroy();
          return callback(new InsideError(remote), null);
        }
        callback(null, socket as never);
      });
    },
    headersTimeout: network.time,
    bodyTimeout: network.time,
    maxResponseSize: bounds.fetchBytes + 1,
  });
}

function refusal(error: unknown, network: Network): Fetched {
  for (let one = error; one instanceof Error; one = one.cause) {
    if (one instanceof InsideError) return { ok: false, what: inside, mend: insideMend };
    // A time-out is told by its name; its code is an old number.
    const code = one.name === "TimeoutError" ? one.name : ((one as NodeJS.ErrnoException).code ?? one.name);
    const seconds = Math.round(network.time / 1000);
    const known = reasons(seconds)[code];
    if (known !== undefined)
      return { ok: false, what: known, mend: "check the address and the connection, and try again" };
  }
  const message = error instanceof Error ? error.message.slice(0, 120) : "the connection failed";
  return {
    ok: false,
    what: `it cannot be fetched (${message})`,
    mend: "check the address and the connection, and try again",
  };
}

function reasons(seconds: number): Readonly<Record<string, string>> {
  return {
    TimeoutError: `no whole answer came within ${seconds} seconds`,
    UND_ERR_CONNECT_TIMEOUT: `no answer came within ${seconds} seconds`,
    UND_ERR_HEADERS_TIMEOUT: `no answer came within ${seconds} seconds`,
    UND_ERR_BODY_TIMEOUT: `no whole answer came within ${seconds} seconds`,
    UND_ERR_RES_EXCEEDED_MAX_SIZE: `the page is larger than ${bounds.fetchBytes / 1024 / 1024} MB`,
    ENOTFOUND: "there is no host of that name",
    EAI_AGAIN: "the host's name cannot be looked up now",
    ECONNREFUSED: "the host refuses the connection",
    ECONNRESET: "the host broke the connection off",
    ERR_INVALID_URL: "this is no address",
  };
}
