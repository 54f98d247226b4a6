import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { Given } from "./given.js";
import { Refused } from "./problem.js";

/** Names under which a machine reaches itself. */
const loopback: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

/**
 * Refuses requests that a page of another site made a browser send: under a name that was bent to this machine (DNS
 * rebinding), or to change something.
 */
export function guard({ isLoopback, origins }: Pick<Given, "isLoopback" | "origins">): MiddlewareHandler {
  return async (context, next) => {
    const url = new URL(context.req.url);
    const host = context.req.header("host") ?? url.host;
    if (isLoopback && !loopback.has(hostname(host)))
      throw new Refused(403, "Wrong host", "the server answers only under localhost, 127.0.0.1 or [::1]");
    const origin = context.req.header("origin");
    const isOwn = origin === undefined || origin === `${url.protocol}//${host}` || origins.includes(origin);
    const isReading = ["GET", "HEAD", "OPTIONS"].includes(context.req.method);
    if (!isReading && !isOwn)
      throw new Refused(403, "Wrong origin", "pages of other sites may not send anything here; see --cors");
    await next();
  };
}

function hostname(host: string): string {
  return host.replace(/:\d*$/, "").toLowerCase();
}

/** Nothing but the page's own files runs in a browser, whatever a report's text says. */
export const headers: MiddlewareHandler = secureHeaders({
  contentSecurityPolicy: {
    defaultSrc: ["'self'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'", "data:"],
    objectSrc: ["'none'"],
    baseUri: ["'none'"],
    frameAncestors: ["'none'"],
    formAction: ["'self'"],
  },
  // Over plain HTTP to this machine the header means nothing; a proxy that adds HTTPS adds it too.
  strictTransportSecurity: false,
  xFrameOptions: "DENY",
  referrerPolicy: "no-referrer",
});
