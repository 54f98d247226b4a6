import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isPublicAddress } from "../../src/read/address.js";
import { fetchPage } from "../../src/read/fetch.js";

/** What the test's own server answers, by path. */
const answers: Readonly<Record<string, (request: IncomingMessage, response: ServerResponse) => void>> = {
  "/article": (_, response) =>
    response
      .writeHead(200, { "content-type": "text/html; charset=utf-8" })
      .end("<p>Peru recognised Kosovo.</p>"),
  "/moved": (_, response) => response.writeHead(302, { location: "/article" }).end(),
  "/loop": (_, response) => response.writeHead(302, { location: "/loop" }).end(),
  "/picture": (_, response) => response.writeHead(200, { "content-type": "image/png" }).end("x"),
  "/feed": (_, response) => response.writeHead(200, { "content-type": "application/rss+xml" }).end("<rss/>"),
  "/gone": (_, response) => response.writeHead(404).end(),
  "/slow": () => undefined,
  "/file": (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/large": (_, response) => {
    response.writeHead(200, { "content-type": "text/plain" });
    const chunk = Buffer.alloc(1024 * 1024, 97);
    const more = () =>
      void (response.writable && !response.destroyed && response.write(chunk, () => setImmediate(more)));
    more();
  },
};

const server = createServer((request, response) => answers[request.url ?? ""]?.(request, response));
let home = "";

beforeAll(async () => {
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  home = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

/** Lets the test's own server be reached, which the public network does not. */
const open = { allows: () => true, time: 1500 };

describe("fetching", () => {
  it.each(["/article", "/moved"])("reads %s", async (path) => {
    const page = await fetchPage(`${home}${path}`, open);
    expect(page).toMatchObject({ ok: true, form: "html", charset: "utf-8", url: `${home}/article` });
  });

  it.each([
    ["/loop", /redirects more than 5 times/],
    ["/picture", /answers with an image/],
    ["/feed", /this is a feed/],
    ["/gone", /answers 404/],
    ["/slow", /within 2 seconds/],
    ["/large", /larger than 10 MB/],
    ["/file", /file: addresses are not fetched/],
  ])("refuses %s and says why", async (path, what) => {
    const page = await fetchPage(`${home}${path}`, open);
    expect(page).toMatchObject({ ok: false, what: expect.stringMatching(what) });
  });

  it("makes no connection inside the network, by address, by name or by redirect", async () => {
    let reached = 0;
    const counting = (request: IncomingMessage) => {
      if (request.url === "/article") reached += 1;
    };
    server.on("request", counting);
    const port = home.split(":").at(-1);
    for (const address of [
      `${home}/article`,
      `http://localhost:${port}/article`,
      `http://[::ffff:127.0.0.1]:${port}/article`,
      `http://2130706433:${port}/article`,
    ]) {
      expect(await fetchPage(address, { allows: isPublicAddress, time: 1500 })).toMatchObject({ ok: false });
    }
    server.off("request", counting);
    expect(reached).toBe(0);
  });
});
