import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseAtomFeed } from "feedsmith";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { schemas } from "../../src/server/schemas.js";
import { answerOf, type Ground, openGround, posted, seedText, token, withToken } from "./serving.js";

// What changes the record, or would: on a record that holds only what this file adds.

let ground: Ground;
let server: ReturnType<Ground["serve"]>;

beforeAll(async () => {
  ground = await openGround(true);
  server = ground.serve({ token });
}, 120_000);

afterAll(async () => {
  server?.close();
  await ground?.leave();
});

const severed =
  "Published: 2026-10-02\nOutlet: The Example Courier\n\nPeru severed diplomatic relations with Bolivia on 1 October 2026.";

describe("reading", () => {
  it("tells what a text states and what adding it would change, and adds nothing", async () => {
    const before = await answerOf(server, "MetaAnswer", "/api/meta");
    const answer = await answerOf(server, "ReadAnswer", "/api/read", posted({ text: severed }));
    expect(answer.faults).toEqual([]);
    const [reading] = answer.readings;
    expect(reading).toMatchObject({
      known: false,
      report: { outlet: "The Example Courier", published: "2026-10-02" },
    });
    expect(reading?.statements.map(({ act }) => act)).toContain("sever-relations");
    expect(answer.preview?.events.items[0]?.after).toMatchObject({ act: "sever-relations" });
    expect(Object.keys(answer.parties).sort()).toEqual(["BOL", "PER"]);
    expect(await answerOf(server, "MetaAnswer", "/api/meta")).toEqual(before);
  });

  it.each([
    [
      "a page",
      {
        html: "<!doctype html><title>Peru</title><article><p>Peru recognised Kosovo on 22 February 2008.</p></article>",
      },
    ],
    ["a file", { file: Buffer.from("Peru recognised Kosovo on 22 February 2008.").toString("base64") }],
    [
      "a file of JSON Lines",
      { file: Buffer.from('{"text": "Peru recognised Kosovo on 22 February 2008."}\n').toString("base64") },
    ],
  ])("reads %s", async (_, body) => {
    const { readings, faults } = await answerOf(server, "ReadAnswer", "/api/read", posted(body));
    expect(faults).toEqual([]);
    expect(readings[0]?.statements[0]).toMatchObject({
      act: "recognise",
      actor: { party: "PER" },
      target: { party: "XKX" },
    });
  });

  it("lets what is said of a report outrank what it says itself", async () => {
    const { readings } = await answerOf(
      server,
      "ReadAnswer",
      "/api/read",
      posted({ text: severed, outlet: "Reuters", published: "2026-10-03" }),
    );
    expect(readings[0]?.report).toMatchObject({ outlet: "Reuters", published: "2026-10-03" });
  });

  it("fetches an address by the network that it was given", async () => {
    const site = createServer((_, response) => {
      response.setHeader("content-type", "text/html");
      response.end(
        "<!doctype html><title>Peru</title><article><p>Peru recognised Kosovo on 22 February 2008.</p></article>",
      );
    });
    await new Promise<void>((resolve) => site.listen(0, "127.0.0.1", resolve));
    const address = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
    try {
      const open = ground.serve({ network: { allows: () => true, time: 5_000 } });
      const read = await answerOf(open, "ReadAnswer", "/api/read", posted({ address }));
      expect(read.readings[0]?.report.url).toBe(address);
      const guarded = await answerOf(server, "ReadAnswer", "/api/read", posted({ address }));
      expect(guarded.readings).toEqual([]);
      expect(guarded.faults[0]?.what).toContain("inside the network");
    } finally {
      site.close();
    }
  });

  it.each([
    ["nothing to read", {}, 400],
    ["two things", { text: "a", html: "b" }, 400],
    ["a path for an address", { address: "/etc/passwd" }, 400],
    ["a file address", { address: "file:///etc/passwd" }, 400],
    ["the standard input", { address: "-" }, 400],
    ["what is no base64", { file: "%%%" }, 400],
    ["an unknown part", { text: "a", path: "/etc/passwd" }, 400],
    ["a day that is none", { text: "a", published: "yesterday" }, 400],
    ["what is no JSON", "{", 400],
    ["more than may be sent", { text: "a".repeat(12 * 1024 * 1024) }, 413],
  ])("refuses %s", async (_, body, status) => {
    const response = await server.app.request("/api/read", posted(body));
    const problem = schemas.Problem.parse(await response.json());
    expect([response.status, problem.status]).toEqual([status, status]);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });

  it("reads one report at a time for each client", async () => {
    let finish = () => {};
    const waiting = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const slow = ground.serve({ read: () => waiting.then(() => ({ readings: [], faults: [] })) });
    const first = slow.app.request("/api/read", posted({ text: "Peru recognised Kosovo." }));
    await new Promise((resolve) => setTimeout(resolve, 20));
    const second = await slow.app.request("/api/read", posted({ text: "Peru recognised Kosovo." }));
    expect(second.status).toBe(429);
    finish();
    expect((await first).status).toBe(200);
    expect((await slow.app.request("/api/read", posted({ text: "Peru recognised Kosovo." }))).status).toBe(
      200,
    );
  });
});

describe("who may write", () => {
  it.each([
    ["nobody, where no token is set", null, {}, 403],
    ["nobody without the token", token, {}, 401],
    ["nobody with another", token, { authorization: "Bearer another-token-altogether" }, 401],
    ["nobody by another scheme", token, { authorization: `Basic ${token}` }, 401],
  ])("%s", async (_, set, headers, status) => {
    const other = ground.serve({ token: set });
    for (const [path, body] of [
      ["/api/reports", { text: severed }],
      ["/api/decisions", { verdict: { kind: "retract", report: "x" }, who: "me", why: "because" }],
    ] as const) {
      const response = await other.app.request(path, posted(body, headers));
      expect(response.status).toBe(status);
      schemas.Problem.parse(await response.json());
    }
    expect((await answerOf(other, "MetaAnswer", "/api/meta")).counts.changes).toBe(0);
  });
});

describe("writing", () => {
  it("adds a report, once", async () => {
    const added = await server.app.request("/api/reports", posted({ text: severed }, withToken));
    expect(added.status).toBe(201);
    const answer = schemas.AddAnswer.parse(await added.json());
    expect(answer.change).toMatchObject({ number: 1, kind: "reports", reportCount: 1 });
    expect(answer.alterations?.relations.total).toBeGreaterThan(0);
    const again = await server.app.request("/api/reports", posted({ text: severed }, withToken));
    expect(again.status).toBe(200);
    expect(schemas.AddAnswer.parse(await again.json())).toMatchObject({
      added: [],
      known: answer.added,
      change: null,
    });
  });

  it("judges the claims of what it adds", async () => {
    const { claims } = await answerOf(
      server,
      "AddAnswer",
      "/api/reports",
      posted({ text: await seedText() }, withToken),
    );
    expect(claims.length).toBe(1);
  });

  it("decides, keeps who and why, and takes back", async () => {
    const decide = (verdict: unknown) =>
      answerOf(
        server,
        "DecisionAnswer",
        "/api/decisions",
        posted({ verdict, who: "A. Reader", why: "it is so" }, withToken),
      );
    const event = async () => (await answerOf(server, "EventList", "/api/timeline?party=PER")).items[0];
    const statement = (await event())?.statements[0] ?? "";
    const { decision, alterations } = await decide({ kind: "reject", statement });
    expect(alterations.events.items[0]).toMatchObject({ after: null });
    expect(await event()).toBeUndefined();
    const { item } = await answerOf(server, "StatementAnswer", `/api/statements/${statement}`);
    expect(item.decisions).toMatchObject([{ who: "A. Reader", verdict: { kind: "reject" } }]);
    expect(item.events).toEqual([]);
    await decide({ kind: "undo", decision: decision.id });
    expect((await event())?.statements).toContain(statement);
    await decide({
      kind: "correct",
      statement,
      correction: { date: { from: "2026-09-30", to: "2026-09-30", text: null, basis: "stated" } },
    });
    expect((await event())?.date).toEqual({ from: "2026-09-30", to: "2026-09-30" });
    const { decisions } = await answerOf(server, "DecisionsAnswer", "/api/decisions");
    expect(decisions.map(({ verdict, counts }) => [verdict.kind, counts])).toEqual([
      ["correct", true],
      ["undo", true],
      ["reject", false],
    ]);
  });

  it.each([
    [{ kind: "accept", statement: "nowhere" }, 422],
    [{ kind: "merge", statements: ["nowhere", "neither"] }, 422],
    [{ kind: "split", statements: ["nowhere"] }, 422],
    [{ kind: "retract", report: "nowhere" }, 422],
    [{ kind: "undo", decision: "nowhere" }, 422],
    [{ kind: "rate", outlet: "Reuters", reliability: "Z" }, 400],
    [{ kind: "burn", report: "nowhere" }, 400],
    [{ kind: "accept" }, 400],
    [{ kind: "accept", statement: "a\0b" }, 400],
  ])("refuses the decision %o", async (verdict, status) => {
    const response = await server.app.request(
      "/api/decisions",
      posted({ verdict, who: "me", why: "so" }, withToken),
    );
    expect(response.status).toBe(status);
    schemas.Problem.parse(await response.json());
  });

  it.each([
    [{}],
    [{ act: "sing" }],
    [{ actor: { party: "ATLANTIS", text: null, person: null, office: null, sector: null, basis: "stated" } }],
    [{ date: { from: "2026-02-30", to: null, text: null, basis: "stated" } }],
    [{ date: { from: "2026-02-20", to: "2026-02-10", text: null, basis: "stated" } }],
  ])("refuses the correction %o", async (correction) => {
    const statement = (await answerOf(server, "EventList", "/api/timeline?party=PER")).items[0]
      ?.statements[0];
    const verdict = { kind: "correct", statement, correction };
    const response = await server.app.request(
      "/api/decisions",
      posted({ verdict, who: "me", why: "so" }, withToken),
    );
    expect(response.status).toBe(422);
  });
});

describe("the stream", () => {
  const pace = { look: 20, beat: 100, patience: 1_000 };

  it("tells of each change, and of those missed", async () => {
    const live = ground.serve({}, pace);
    const number = (await answerOf(live, "MetaAnswer", "/api/meta")).latest?.number ?? 0;
    const response = await live.app.request("/api/stream", {
      headers: { "last-event-id": String(number - 1) },
    });
    expect(response.headers.get("content-type")).toMatch(/^text\/event-stream/);
    const messages = read(response);
    expect(await messages.next()).toMatchObject({ number });
    await ground.add("Published: 2026-10-05\n\nChile recognised Abkhazia on 4 October 2026.");
    expect(await messages.next()).toMatchObject({ number: number + 1, reportCount: 1 });
    expect(await messages.beats()).toBeGreaterThan(0);
    live.close();
    expect(await messages.next()).toBeNull();
  });

  it("tells a new client only of what comes", async () => {
    const live = ground.serve({}, pace);
    const messages = read(await live.app.request("/api/stream"));
    const number = (await answerOf(live, "MetaAnswer", "/api/meta")).latest?.number ?? 0;
    await ground.add("Published: 2026-10-06\n\nChile recognised South Ossetia on 5 October 2026.");
    expect(await messages.next()).toMatchObject({ number: number + 1 });
    live.close();
  });

  it("refuses a number that is none, and more clients than it can serve", async () => {
    const live = ground.serve({}, pace);
    expect((await live.app.request("/api/stream", { headers: { "last-event-id": "x" } })).status).toBe(400);
    const open = await Promise.all(Array.from({ length: 200 }, () => live.app.request("/api/stream")));
    expect(open.every(({ status }) => status === 200)).toBe(true);
    expect((await live.app.request("/api/stream")).status).toBe(503);
    live.close();
  });
});

describe("hostile texts", () => {
  const hostile =
    '<script>alert(1)</script> "]]><img src=x onerror=alert(1)> \u0000 \ud800 ../../etc/passwd %00';

  it("stay data in answers and feeds", async () => {
    const text = `Peru recognised Northern Cyprus on 7 October 2026. ${hostile}`;
    await answerOf(
      server,
      "AddAnswer",
      "/api/reports",
      posted({ text, title: hostile, outlet: hostile, published: "2026-10-08" }, withToken),
    );
    const list = await server.app.request("/api/reports?limit=1");
    expect(list.headers.get("content-type")).toBe("application/json");
    expect(list.headers.get("x-content-type-options")).toBe("nosniff");
    expect(JSON.stringify(await list.json())).toContain("<script>");
    const atom = await (await server.app.request("/feeds/changes.atom")).text();
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML may not hold them.
    expect(atom).not.toMatch(/[\u0000-\u0008]/);
    const titles = parseAtomFeed(atom).entries?.map(({ title }) => title?.value);
    const kept = hostile.replaceAll("\u0000", "\ufffd").replaceAll("\ud800", "\ufffd");
    expect(titles?.[0]).toBe(`${kept} (${kept})`);
    // What is left outside its character data is markup of our own.
    expect(atom.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, "")).not.toMatch(/<script|<img/);
  });

  it.each([
    `/api/parties/${encodeURIComponent(hostile.replace("\ud800", ""))}`,
    `/api/search?q=${encodeURIComponent(hostile.replace("\ud800", ""))}`,
    `/api/reports?query=${encodeURIComponent("'; drop table report; --")}`,
    "/api/reports/..%2f..%2fetc%2fpasswd",
    "/api/events/%00",
    "/api/statements/%E0%A4%A",
    "/../../etc/passwd",
    "/assets/..%2f..%2fpackage.json",
    `/feeds/parties/${encodeURIComponent("<script>.atom")}`,
    "/api/timeline?cursor=abc",
    `/api/timeline?cursor=${Buffer.from('["2026-01-01T00:00:00.000Z",-1]').toString("base64url")}`,
  ])("break nothing: %s", async (path) => {
    const response = await server.app.request(path);
    expect(response.status).not.toBe(500);
    expect(await response.text()).not.toMatch(/root:|"dependencies"|at .*\.ts:/);
  });
});

it("no request of this file met a bug", () => {
  expect(server.bugs).toEqual([]);
});

/** The messages of a stream, one by one; null when it ends. */
function read(response: Response) {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  let held = "";
  let beats = 0;
  const part = async (): Promise<string | null> => {
    for (;;) {
      const at = held.indexOf("\n\n");
      if (at >= 0) {
        const one = held.slice(0, at);
        held = held.slice(at + 2);
        return one;
      }
      const { value, done } = await reader.read();
      if (done) return null;
      held += decoder.decode(value, { stream: true });
    }
  };
  return {
    next: async (): Promise<unknown> => {
      for (;;) {
        const one = await part();
        if (one === null) return null;
        if (one.startsWith(":")) beats += 1;
        else return schemas.StreamMessage.parse(JSON.parse(/^data: (.*)$/m.exec(one)?.[1] ?? "null"));
      }
    },
    beats: async () => {
      while (beats < 2) {
        const one = await part();
        if (one?.startsWith(":") === true) beats += 1;
      }
      return beats;
    },
  };
}
