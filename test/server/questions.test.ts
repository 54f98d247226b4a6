import { parseAtomFeed, parseJsonFeed } from "feedsmith";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type SchemaName, schemas } from "../../src/server/schemas.js";
import { answerOf, type Ground, openGround, posted, seedText } from "./serving.js";

// One embedded record with the history on board and the seed report, asked over all addresses.

let ground: Ground;
let server: ReturnType<Ground["serve"]>;
let ids: { readonly event: string; readonly statement: string; readonly report: string };

beforeAll(async () => {
  ground = await openGround(false);
  await ground.add(await seedText());
  server = ground.serve();
  await server.warm();
  const { items } = await answerOf(
    server,
    "EventList",
    "/api/timeline?party=RUS&counterpart=AFG-IEA&act=recognise",
  );
  const report = (await answerOf(server, "ReportList", "/api/reports?limit=1")).items[0];
  ids = {
    event: items.at(-1)?.id ?? "",
    statement: items.at(-1)?.statements[0] ?? "",
    report: report?.id ?? "",
  };
}, 240_000);

afterAll(async () => {
  server?.close();
  await ground?.leave();
});

/** Every address that answers a question, with what it is asked and what its answer must hold. */
const questions: readonly (readonly [SchemaName, string, (answer: never) => unknown])[] = [
  [
    "MetaAnswer",
    "/api/meta",
    (one: { readOnly: boolean; counts: { events: number } }) => one.readOnly && one.counts.events > 2_900,
  ],
  ["PartyList", "/api/parties", (one: Items) => one.items.length === 100 && one.next !== null],
  [
    "PartyList",
    "/api/parties?query=kosovo&kind=state",
    (one: Items<{ id: string }>) => one.items[0]?.id === "XKX",
  ],
  [
    "PartyAnswer",
    "/api/parties/AFG",
    (one: { governments: readonly { id: string }[] }) => one.governments.some(({ id }) => id === "AFG-IEA"),
  ],
  [
    "PartyAnswer",
    "/api/parties/Kosovo?asOf=2008-02-20",
    (one: { party: { id: string }; asOf: string }) => one.party.id === "XKX" && one.asOf === "2008-02-20",
  ],
  [
    "RelationList",
    "/api/parties/XKX/relations?kind=recognition&side=object&state=held&asOf=2008-02-20",
    (one: Items<{ held: boolean }>) => one.items.length > 5 && one.items.every(({ held }) => held),
  ],
  [
    "RelationList",
    "/api/parties/XKX/relations?state=ended",
    (one: Items<{ validTo: string }>) => one.items.every(({ validTo }) => validTo <= "2026-11-24"),
  ],
  [
    "EventList",
    "/api/parties/XKX/events?act=withdraw-recognition",
    (one: Items<{ act: string }>) =>
      one.items.length > 3 && one.items.every(({ act }) => act === "withdraw-recognition"),
  ],
  [
    "ProspectList",
    "/api/parties/AFG-IEA/prospects?state=stands",
    (one: Items<{ state: string }>) =>
      one.items.length > 0 && one.items.every(({ state }) => state === "stands"),
  ],
  [
    "MapAnswer",
    "/api/map/PSE",
    (one: { stances: readonly { attitude: string }[] }) =>
      one.stances.filter(({ attitude }) => attitude === "recognises").length > 140,
  ],
  [
    "PairAnswer",
    "/api/pairs/RUS/AFG",
    (one: { standing: { rung: string }; eventCount: number }) =>
      one.eventCount > 0 && one.standing.rung !== "no contact on record",
  ],
  ["EventList", "/api/pairs/RUS/AFG/events", (one: Items) => one.items.length > 0],
  ["EventList", "/api/timeline?party=Nauru&counterpart=Taiwan", (one: Items) => one.items.length >= 3],
  [
    "EventList",
    "/api/timeline?from=2020&to=2021&limit=5",
    (one: Items<{ date: { to: string } }>) => one.items.length === 5,
  ],
  [
    "EventList",
    "/api/events?act=recognise&order=newest&limit=3",
    (one: Items<{ act: string }>) => one.items.length === 3,
  ],
  ["ReportList", "/api/reports", (one: Items) => one.items.length === 100],
  [
    "ReportList",
    "/api/reports?query=Zhirnov",
    (one: Items<{ excerpt: string }>) => one.items[0]?.excerpt.includes("Zhirnov") === true,
  ],
  [
    "ClaimList",
    "/api/claims",
    (one: Items<{ judgement: string }>) => one.items[0]?.judgement === "supported",
  ],
  ["ClaimList", "/api/claims?judgement=contradicted", (one: Items) => one.items.length === 0],
  [
    "ChangeList",
    "/api/changes",
    (one: Items<{ number: number }>) => one.items.map(({ number }) => number).join() === "2,1",
  ],
  [
    "ChangeAnswer",
    "/api/changes/2",
    (one: { alterations: { events: { total: number } } }) => one.alterations.events.total > 0,
  ],
  [
    "ChangeAnswer",
    "/api/changes/1?limit=3",
    (one: { alterations: { events: { items: readonly unknown[] } } }) =>
      one.alterations.events.items.length === 3,
  ],
  [
    "NewsAnswer",
    "/api/news",
    (one: { disputes: readonly unknown[]; changes: readonly unknown[] }) =>
      one.disputes.length > 0 && one.changes.length === 2,
  ],
  [
    "SearchAnswer",
    "/api/search?q=usa%20cuba",
    (one: { found: { pairs: readonly unknown[] } }) => JSON.stringify(one.found.pairs) === '[["USA","CUB"]]',
  ],
  [
    "SearchAnswer",
    "/api/search?q=taliban",
    (one: { found: { parties: readonly { id: string }[] } }) =>
      ["TALIBAN", "AFG-IEA"].every((id) => one.found.parties.some((party) => party.id === id)),
  ],
  [
    "ActsAnswer",
    "/api/acts",
    (one: { acts: readonly { act: string; past: string }[] }) =>
      one.acts.some(({ act, past }) => act === "recognise" && past === "recognised"),
  ],
  [
    "DecisionsAnswer",
    "/api/decisions",
    (one: { decisions: readonly unknown[] }) => one.decisions.length === 0,
  ],
];

interface Items<T = unknown> {
  readonly items: readonly T[];
  readonly next: string | null;
}

describe("each question", () => {
  it.each(questions)("%s: %s", async (name, path, holds) => {
    const answer = await answerOf(server, name, path);
    expect(holds(answer as never), JSON.stringify(answer).slice(0, 2_000)).toBe(true);
  });

  it("is in the description, and all that is described has been asked", async () => {
    const described = server.endpoints.filter(({ method }) => method === "get").map(({ answer }) => answer);
    const asked = new Set<string>([
      ...questions.map(([name]) => name),
      "EventAnswer",
      "StatementAnswer",
      "ReportAnswer",
    ]);
    expect(described.filter((name) => !asked.has(name))).toEqual([]);
    const response = await server.app.request("/openapi.json");
    const { openapi, paths, components } = (await response.json()) as {
      openapi: string;
      paths: Record<string, unknown>;
      components: { schemas: Record<string, unknown> };
    };
    expect(openapi).toBe("3.1.0");
    expect(Object.keys(paths)).toContain("/api/pairs/{a}/{b}");
    for (const name of Object.keys(schemas)) expect(components.schemas).toHaveProperty(name);
    const references = JSON.stringify({ paths, components }).match(/#\/components\/schemas\/\w+/g) ?? [];
    for (const one of new Set(references)) expect(components.schemas).toHaveProperty(one.slice(21));
  });

  it("names every party that its answer mentions", async () => {
    const { parties, items } = await answerOf(server, "EventList", "/api/timeline?party=AFG&limit=20");
    for (const { actor, target } of items) {
      expect(parties).toHaveProperty(actor);
      expect(parties).toHaveProperty(target);
    }
    expect(parties["AFG-IEA"]?.inSentence).toBe("the Islamic Emirate of Afghanistan");
  });
});

describe("an event", () => {
  it("leads to the sentence that states it, its origins, and the line by which it is rated", async () => {
    const { event, statements, origins, why, relations } = await answerOf(
      server,
      "EventAnswer",
      `/api/events/${ids.event}`,
    );
    expect(event.statements.length).toBe(statements.length);
    const seed = statements.find(({ report }) => report.id === ids.report);
    expect(seed?.context).not.toBeNull();
    const { report } = await answerOf(server, "ReportAnswer", `/api/reports/${ids.report}`);
    for (const { statement, context } of statements.filter((one) => one.report.id === ids.report)) {
      const { start, end, quote } = statement.evidence;
      expect(report.text.slice(start, end)).toBe(quote);
      expect(report.text).toContain(`${context?.before}${quote}${context?.after}`);
    }
    expect(origins.map(({ name }) => name).sort()).toEqual([...event.rating.origins].sort());
    expect(why.credibility).toBe(`Confirmed: ${origins.length} independent origins state it.`);
    expect(relations.some(({ openedBy }) => openedBy === event.id)).toBe(true);
  });

  it("is found from a statement that it rests on", async () => {
    const { item } = await answerOf(server, "StatementAnswer", `/api/statements/${ids.statement}`);
    expect(item.events).toContain(ids.event);
  });

  it("is unknown before it was recorded", async () => {
    const response = await server.app.request(`/api/events/${ids.event}?knownAt=2020-01-01`);
    expect(response.status).toBe(404);
  });
});

describe("the map", () => {
  it("answers a day by what it says of all days", async () => {
    const { spans, days } = await answerOf(server, "MapAnswer", "/api/map/XKX");
    for (const day of ["2008-02-16", "2008-02-20", "2013-01-01", "2018-06-30", days.at(-1) as string]) {
      const { stances } = await answerOf(server, "MapAnswer", `/api/map/XKX?asOf=${day}`);
      const told = stances.filter(({ attitude }) => attitude === "recognises").map(({ party }) => party);
      const held = spans.filter(({ from, to }) => (from ?? "") <= day && (to === null || day < to));
      expect(told.sort()).toEqual([...new Set(held.map(({ party }) => party))].sort());
    }
    expect(days).toEqual([...days].sort());
  });

  it("tells who withdrew from who recognises, and where each is drawn", async () => {
    const { stances, places } = await answerOf(server, "MapAnswer", "/api/map/TWN");
    const china = stances.find(({ party }) => party === "HND");
    expect(china?.attitude).toBe("withdrew");
    expect(places["HND"]).toMatchObject({ iso3: "HND", numeric: "340" });
  });
});

describe("a list", () => {
  it.each([
    ["EventList", "/api/timeline?party=USA"],
    ["EventList", "/api/timeline?party=USA&order=newest"],
    ["ChangeList", "/api/changes"],
    ["PartyList", "/api/parties"],
  ] as const)("%s %s is the same in pages as in one piece", async (name, path) => {
    const joint = path.includes("?") ? "&" : "?";
    const whole = await answerOf(server, name, `${path}${joint}limit=1000`);
    const pages: unknown[] = [];
    const limit = name === "ChangeList" ? 1 : 97;
    let next: string | null = "";
    while (next !== null) {
      const cursor: string = next === "" ? "" : `&cursor=${next}`;
      const page: Items = await answerOf(server, name, `${path}${joint}limit=${limit}${cursor}`);
      pages.push(...page.items);
      next = page.next;
      if (pages.length > 1_200) break;
    }
    expect(pages.slice(0, 1_000)).toEqual(whole.items);
  });

  it("stays of one moment while the record changes between its pages", async () => {
    const path = "/api/timeline?party=PER&limit=5&order=newest";
    const first = await answerOf(server, "EventList", path);
    await ground.add("Published: 2026-11-20\n\nPeru recognised Abkhazia on 18 November 2026.");
    const second = await answerOf(server, "EventList", `${path}&cursor=${first.next}`);
    expect(second.items.some(({ id }) => first.items.some((one) => one.id === id))).toBe(false);
    const anew = await answerOf(server, "EventList", path);
    expect(anew.items[0]).toMatchObject({ actor: "PER", target: "ABK" });
  });
});

describe("a client that has the answer", () => {
  it("is told so, until the record changes", async () => {
    const first = await server.app.request("/api/pairs/PER/BOL");
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^W\/"\d+-[\w-]+"$/);
    const again = await server.app.request("/api/pairs/PER/BOL", { headers: { "if-none-match": etag } });
    expect(again.status).toBe(304);
    expect(await again.text()).toBe("");
    await ground.add(
      "Published: 2026-11-21\n\nPeru severed diplomatic relations with Bolivia on 20 November 2026.",
    );
    const later = await server.app.request("/api/pairs/PER/BOL", { headers: { "if-none-match": etag } });
    expect(later.status).toBe(200);
    expect(later.headers.get("etag")).not.toBe(etag);
    expect(JSON.stringify(await later.json())).toContain("2026-11-20");
  });

  it("gets it packed where it can unpack it", async () => {
    const response = await server.app.request("/api/map/XKX", { headers: { "accept-encoding": "gzip" } });
    expect(response.headers.get("content-encoding")).toBe("gzip");
    const stream = response.body?.pipeThrough(new DecompressionStream("gzip"));
    expect(schemas.MapAnswer.safeParse(await new Response(stream).json()).success).toBe(true);
  });
});

describe("feeds", () => {
  it.each(["/feeds/changes", "/feeds/parties/AFG-IEA", "/feeds/pairs/RUS/AFG"])("%s", async (path) => {
    const atom = await server.app.request(`${path}.atom`);
    expect(atom.headers.get("content-type")).toMatch(/^application\/atom\+xml/);
    const parsed = parseAtomFeed(await atom.text());
    expect(parsed.entries?.length).toBeGreaterThan(0);
    for (const entry of parsed.entries ?? []) expect(entry.id).toMatch(/^urn:credence:/);
    const json = await server.app.request(`${path}.json`);
    const feed = parseJsonFeed(await json.json());
    expect(feed.items?.map(({ title }) => title)).toEqual(parsed.entries?.map(({ title }) => title?.value));
  });
});

describe("a sentence to be checked", () => {
  it("is judged by the record", async () => {
    const body = {
      sentence: "Russia is the first country to recognise the Islamic Emirate since 2021",
      asOf: "2025-07-04",
    };
    const { claims } = await answerOf(server, "CheckAnswer", "/api/check", posted(body));
    expect(claims.map(({ judgement }) => judgement)).toEqual(["supported"]);
  });
});

it("no question of this file met a bug", () => {
  expect(server.bugs).toEqual([]);
});
