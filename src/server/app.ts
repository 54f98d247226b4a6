import { Hono } from "hono";
import { compress } from "hono/compress";
import { cors } from "hono/cors";
import { createDesk } from "./desk.js";
import type { AnyEndpoint } from "./endpoint.js";
import { mountFeeds } from "./feeds.js";
import type { Given } from "./given.js";
import { guard, headers } from "./guard.js";
import { mount } from "./mount.js";
import { partyEntry } from "./naming.js";
import { openApi } from "./openapi.js";
import { mountPage } from "./page.js";
import { problemResponse, Refused } from "./problem.js";
import { changeEndpoints } from "./questions/changes.js";
import { claimEndpoints } from "./questions/claims.js";
import { decisionEndpoints } from "./questions/decisions.js";
import { eventEndpoints } from "./questions/events.js";
import { mapEndpoint } from "./questions/map.js";
import { partiesMatching } from "./questions/matching.js";
import { metaEndpoint } from "./questions/meta.js";
import { newsEndpoint } from "./questions/news.js";
import { partyEndpoints } from "./questions/parties.js";
import { readingEndpoints } from "./questions/reading.js";
import { reportEndpoints } from "./questions/reports.js";
import { searchEndpoints } from "./questions/search.js";
import { statementEndpoint } from "./questions/statements.js";
import { createReception } from "./reception.js";
import { createWatch, mountStream, type Pace, usualPace } from "./stream.js";

/** The server without a socket: `app` answers requests, `close` ends the streams that are open. */
export interface ServerApp {
  readonly app: Hono;
  readonly endpoints: readonly AnyEndpoint[];
  /** Looks once at what questions will need, so that the first of them need not wait for it. */
  warm(): Promise<void>;
  close(): void;
}

/**
 * Makes the server of what it is given. `unexpected` hears of our own bugs: the client is told only that there was one.
 */
export function createServerApp(
  given: Given,
  unexpected: (error: unknown) => void,
  pace: Pace = usualPace,
): ServerApp {
  const desk = createDesk(given);
  const app = new Hono();
  const endpoints = endpointsOf();
  const description = JSON.stringify(openApi(endpoints, given.version));
  const watch = createWatch(desk, pace);

  app.onError((error) => {
    if (error instanceof Refused) return problemResponse(error);
    unexpected(error);
    if (isAway(error))
      return problemResponse(
        new Refused(503, "Record away", "the record's database does not answer; try again later"),
      );
    return problemResponse(
      new Refused(500, "Broken", "the server could not answer; what went wrong stands in its own output"),
    );
  });
  app.use(headers);
  app.use(compress());
  app.use(guard(given));
  if (given.origins.length > 0)
    app.use(
      cors({
        origin: (origin) => (given.origins.includes(origin) ? origin : null),
        allowMethods: ["GET", "HEAD", "POST"],
        allowHeaders: ["authorization", "content-type", "if-none-match", "last-event-id"],
        exposeHeaders: ["etag"],
      }),
    );
  app.get("/openapi.json", (context) =>
    context.body(description, 200, { "content-type": "application/json" }),
  );
  mountStream(app, desk, watch, pace);
  for (const one of endpoints) mount(app, one, desk);
  mountFeeds(app, desk);
  mountPage(app, given.page);
  const known = new Set(endpoints.map(({ path }) => path));
  for (const path of ["/openapi.json", "/api/stream", ...known])
    app.all(path, () => {
      throw new Refused(
        405,
        "Wrong method",
        "this address does not take it; /openapi.json tells what it takes",
      );
    });
  app.notFound(() =>
    problemResponse(new Refused(404, "Not found", "there is nothing under this address; see /openapi.json")),
  );
  return {
    app,
    endpoints,
    warm: async () => {
      // Places, and the holders of offices in the party book, are loaded when they are first asked for.
      partiesMatching("nobody of this name", given.books, desk.today());
      partiesMatching("Kosovo", given.books, desk.today()).map(partyEntry);
      await desk.present();
      for (const change of await desk.ledger.changes(100)) await desk.summary(change);
    },
    close: () => watch.close(),
  };
}

/** What a database that cannot be reached, ends or takes no more connections is known by. */
const away: ReadonlySet<unknown> = new Set([
  ...["ECONNREFUSED", "ECONNRESET", "ETIMEDOUT", "ENOTFOUND", "EPIPE"],
  ...["57P01", "57P02", "57P03", "53300"],
]);

function isAway(error: Error): boolean {
  return away.has((error as NodeJS.ErrnoException).code);
}

function endpointsOf(): readonly AnyEndpoint[] {
  return [
    metaEndpoint,
    ...partyEndpoints,
    mapEndpoint,
    ...eventEndpoints,
    statementEndpoint,
    ...reportEndpoints,
    ...claimEndpoints,
    ...changeEndpoints,
    newsEndpoint,
    ...searchEndpoints,
    ...readingEndpoints(createReception()),
    ...decisionEndpoints,
  ];
}
