import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listen } from "../../src/server/index.js";
import { schemas } from "../../src/server/schemas.js";
import { type Ground, openGround, posted, token, withToken } from "./serving.js";

// What every answer carries, what is refused at the border, the page's files, and the socket.

let ground: Ground;
let folder: string;

beforeAll(async () => {
  ground = await openGround(true);
  folder = await mkdtemp(join(tmpdir(), "credence-page-"));
  await mkdir(join(folder, "web/assets"), { recursive: true });
  await writeFile(join(folder, "web/index.html"), "<!doctype html><title>The page</title>");
  await writeFile(join(folder, "web/assets/index-DiwrgTda.js"), "export {};");
  await writeFile(join(folder, "secret.txt"), "a secret");
}, 120_000);

afterAll(async () => {
  await ground?.leave();
  await rm(folder, { recursive: true, force: true });
});

const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

describe("every answer", () => {
  it.each([
    "/",
    "/api/meta",
    "/api/nothing",
    "/feeds/changes.atom",
    "/openapi.json",
    "/api/timeline?nonsense=1",
  ])("of %s lets nothing run but the page's own files", async (path) => {
    const { headers } = await ground.serve().app.request(path);
    expect(headers.get("content-security-policy")).toBe(policy);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("referrer-policy")).toBe("no-referrer");
    expect(headers.get("access-control-allow-origin")).toBeNull();
  });
});

describe("what is refused", () => {
  it.each([
    ["an unknown parameter, by its name", "/api/timeline?part=USA", {}, 400, "part: there is no such part"],
    ["a parameter given twice", "/api/timeline?party=USA&party=CUB", {}, 400, "party: it is given 2 times"],
    ["a day that is none", "/api/map/XKX?asOf=2026-02-30", {}, 400, "asOf"],
    ["a moment that is none", "/api/map/XKX?knownAt=soon", {}, 400, "knownAt"],
    ["a page too long", "/api/timeline?limit=1001", {}, 400, "limit"],
    ["an unknown act", "/api/timeline?act=sing", {}, 400, "there is no act “sing”"],
    ["a counterpart alone", "/api/timeline?counterpart=USA", {}, 400, "give a party too"],
    ["a party paired with itself", "/api/pairs/USA/USA", {}, 400, "the same party"],
    ["an unknown party", "/api/parties/Atlantis", {}, 404, "“Atlantis” names no one party"],
    ["an unknown event", "/api/events/0000", {}, 404, "no event"],
    ["an unknown report", "/api/reports/0000", {}, 404, "no report"],
    ["an unknown statement", "/api/statements/0000", {}, 404, "no statement"],
    ["an unknown change", "/api/changes/99", {}, 404, "no change"],
    ["an unknown address", "/api/nothing", {}, 404, "nothing under this address"],
    ["a method that the address does not take", "/api/meta", { method: "DELETE" }, 405, "does not take"],
    ["another host's name", "/api/meta", { headers: { host: "evil.example" } }, 403, "localhost"],
    [
      "another site's page",
      "/api/read",
      posted({ text: "a" }, { origin: "https://evil.example" }),
      403,
      "other sites",
    ],
    [
      "a form that pages may send unasked",
      "/api/read",
      posted("text=a", { "content-type": "text/plain" }),
      415,
      "JSON",
    ],
  ] as const)("%s", async (_, path, request, status, told) => {
    const server = ground.serve({ token });
    const response = await server.app.request(path, request);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = schemas.Problem.parse(await response.json());
    expect([response.status, problem.status]).toEqual([status, status]);
    expect(problem.detail).toContain(told);
    expect(server.bugs).toEqual([]);
  });

  it("tells of a bug of ours nothing but that there was one", async () => {
    const broken = { ...ground.ledger, counts: () => Promise.reject(new Error("secret innards")) };
    const server = ground.serve({ ledger: broken });
    const response = await server.app.request("/api/meta");
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("innards");
    expect(server.bugs).toHaveLength(1);
  });
});

it("asks for patience where the database does not answer", async () => {
  const gone = Object.assign(new Error("connect ECONNREFUSED 10.0.0.1"), { code: "ECONNREFUSED" });
  const server = ground.serve({ ledger: { ...ground.ledger, counts: () => Promise.reject(gone) } });
  const response = await server.app.request("/api/meta");
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "5"]);
  expect(await response.text()).not.toContain("10.0.0.1");
});

describe("other origins", () => {
  const origin = "https://example.org";

  it("may ask where they are named", async () => {
    const server = ground.serve({ origins: [origin], token });
    const headers = { origin };
    const asked = await server.app.request("/api/meta", { headers });
    expect(asked.headers.get("access-control-allow-origin")).toBe(origin);
    const other = await server.app.request("/api/meta", { headers: { origin: "https://evil.example" } });
    expect(other.headers.get("access-control-allow-origin")).toBeNull();
    const body = posted({ text: "Peru recognised Kosovo." }, { ...withToken, ...headers });
    expect((await server.app.request("/api/reports", body)).status).toBe(201);
  });
});

describe("the page", () => {
  const served = () => ground.serve({ page: pathToFileURL(join(folder, "web/")) });

  it.each([
    ["/", 200, "The page"],
    ["/parties/XKX?asOf=2010-01-01", 200, "The page"],
    ["/assets/index-DiwrgTda.js", 200, "export {};"],
    ["/assets/gone-DiwrgTda.js", 404, "problem"],
    ["/../secret.txt", 404, ""],
    ["/..%2fsecret.txt", 404, ""],
    ["/%2e%2e/secret.txt", 404, ""],
  ])("%s", async (path, status, text) => {
    const response = await served().app.request(path);
    const body = await response.text();
    expect(response.status).toBe(status);
    expect(body).not.toContain("a secret");
    if (status === 200) expect(body).toContain(text);
  });

  it("is kept for ever where its name tells its content, and asked after where not", async () => {
    const script = await served().app.request("/assets/index-DiwrgTda.js");
    expect(script.headers.get("cache-control")).toContain("immutable");
    expect(script.headers.get("content-type")).toMatch(/javascript/);
    const index = await served().app.request("/");
    expect(index.headers.get("cache-control")).toBe("no-cache");
    const etag = index.headers.get("etag") ?? "";
    expect((await served().app.request("/", { headers: { "if-none-match": etag } })).status).toBe(304);
  });

  it("says how to build it where it is not built", async () => {
    const response = await ground.serve().app.request("/");
    expect(response.status).toBe(503);
    expect(await response.text()).toContain("npm run build");
  });
});

describe("the socket", () => {
  it("answers, and ends with its streams open", async () => {
    const listening = await listen(ground.serve(), "127.0.0.1", 0);
    if (!listening.ok) throw new Error("it does not listen");
    const { address, close } = listening.value;
    expect((await fetch(`${address}/api/meta`)).status).toBe(200);
    const stream = await fetch(`${address}/api/stream`);
    const ended = stream.text();
    await close();
    expect(await ended).toMatch(/^:/);
    await expect(fetch(`${address}/api/meta`)).rejects.toThrow();
  });

  it("says that a port is taken", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as { port: number };
    const listening = await listen(ground.serve(), "127.0.0.1", port);
    other.close();
    expect(listening).toMatchObject({
      ok: false,
      faults: [{ what: "another program listens there already" }],
    });
  });
});
