import { createHash, timingSafeEqual } from "node:crypto";
import type { Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Desk } from "./desk.js";
import type { AnyEndpoint, Asked, At } from "./endpoint.js";
import { namesIn } from "./naming.js";
import { Refused, wrong } from "./problem.js";
import { parsed } from "./queries.js";
import { schemas } from "./schemas.js";

/** Bytes of a body at most, where an endpoint says nothing else. */
const usualBody = 64 * 1024;

/** Puts an endpoint under its address: checks what comes in, and gives what goes out its moment, names and entity tag. */
export function mount(app: Hono, endpoint: AnyEndpoint, desk: Desk): void {
  if (endpoint.method === "get") {
    app.get(endpoint.path, (context) => answered(context, endpoint, desk));
    return;
  }
  const maxSize = endpoint.bodyBytes ?? usualBody;
  const onError = () => {
    throw new Refused(
      413,
      "Too large",
      `the body may have ${Math.floor(maxSize / 1024).toLocaleString("en")} kB`,
    );
  };
  app.post(
    endpoint.path,
    async (context, next) => {
      if (endpoint.writes === true) admit(context, desk);
      const type = context.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
      // A page of another site can send other types without asking first.
      if (type !== "application/json")
        throw new Refused(415, "Unknown form", "send JSON, with the content type application/json");
      await next();
    },
    bodyLimit({ maxSize, onError }),
    async (context) => {
      const body = parsed(schemas[endpoint.body as keyof typeof schemas], await jsonOf(context), "the body");
      const answer = await endpoint.answerTo(askedOf(context, endpoint, desk, body));
      context.header("cache-control", "no-store");
      const status = endpoint.status?.(answer as never) ?? 200;
      return context.body(written(answer, desk), status, json);
    },
  );
}

const json = { "content-type": "application/json" };

/** An answer to a question; where the record is as it was when the same was last asked, from what is remembered. */
async function answered(context: Context, endpoint: AnyEndpoint, desk: Desk): Promise<Response> {
  const asked = askedOf(context, endpoint, desk, null);
  const tag = await entityTag(context, desk);
  const unchanged = notModified(context, tag);
  if (unchanged !== null) return unchanged;
  let body = desk.answers.get(tag);
  if (body === undefined) {
    body = written(await endpoint.answerTo(asked), desk);
    desk.answers.keep(tag, body);
  }
  return context.body(body, 200, json);
}

/** A weak tag: the same question to the same state of the record, on the same day, has the same answer. */
export async function entityTag(context: Context, desk: Desk): Promise<string> {
  const latest = await desk.latest();
  const { pathname, search, host } = new URL(context.req.url);
  const question = createHash("sha256")
    .update(JSON.stringify([latest?.at ?? null, desk.today(), desk.version, host, pathname, search]))
    .digest("base64url")
    .slice(0, 22);
  return `W/"${latest?.number ?? 0}-${question}"`;
}

/** Sets the tag on the answer; gives the empty answer where the client holds it already. */
export function notModified(context: Context, tag: string): Response | null {
  context.header("etag", tag);
  context.header("cache-control", "no-cache");
  const held = context.req.header("if-none-match")?.match(/"[^"]*"|\*/g) ?? [];
  const isHeld = held.some((one) => one === "*" || `W/${one}` === tag);
  return isHeld ? context.body(null, 304) : null;
}

function askedOf(context: Context, endpoint: AnyEndpoint, desk: Desk, body: unknown): Asked<never, never> {
  const query: Record<string, string> = {};
  for (const [name, values] of Object.entries(context.req.queries())) {
    if (values.length > 1)
      throw wrong(`${name}: it is given ${values.length} times`, [{ where: name, what: "give it once" }]);
    query[name] = values[0] ?? "";
  }
  const path = context.req.param() as Record<string, string>;
  // No text of the record holds it, and a database may not be asked for it.
  if ([...Object.values(path), ...Object.values(query)].some((one) => one.includes("\0")))
    throw wrong("the address holds a NUL character");
  return {
    desk,
    path,
    query: parsed(endpoint.query, query, "the query") as never,
    body: body as never,
    client: clientOf(context),
  };
}

/** The address of the client as the socket has it; all clients are one where there is no socket. */
function clientOf(context: Context): string {
  const bindings = context.env as {
    readonly incoming?: { readonly socket?: { readonly remoteAddress?: string } };
  };
  return bindings?.incoming?.socket?.remoteAddress ?? "";
}

/** An answer as it leaves: the moment that it is about, and the names of the parties that it mentions. */
function written(answer: unknown, desk: Desk): string {
  if (typeof answer !== "object" || answer === null || !("moment" in answer)) return JSON.stringify(answer);
  const { moment, ...rest } = answer as { readonly moment: At };
  const { asOf, knownAt } = moment;
  return JSON.stringify({ asOf, knownAt, ...rest, parties: namesIn(rest, desk.books) });
}

async function jsonOf(context: Context): Promise<unknown> {
  try {
    return await context.req.json();
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw wrong("the body is not JSON");
  }
}

/** Lets in who holds the token. Hashes of equal length are compared in constant time, so that no guess tells how near it was. */
function admit(context: Context, { token }: Desk): void {
  if (token === null)
    throw new Refused(
      403,
      "Read-only",
      "the server was started without a token and changes nothing; start it with --token or CREDENCE_TOKEN",
    );
  const given = /^Bearer +(\S+)$/i.exec(context.req.header("authorization") ?? "")?.[1];
  if (given === undefined)
    throw new Refused(401, "Token needed", "send the server's token as “Authorization: Bearer …”");
  const digest = (text: string) => createHash("sha256").update(text).digest();
  if (!timingSafeEqual(digest(given), digest(token)))
    throw new Refused(401, "Wrong token", "this is not the server's token");
}
