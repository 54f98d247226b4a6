import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Found, findBrowser } from "./browser.js";
import { type Served, serve, token } from "./serving.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const found: Found = await findBrowser();
if (found.browser === null) {
  if (process.env["CI"] !== undefined) throw new Error(`the page cannot be tested: ${found.why}`);
  process.stderr.write(`The tests of the page are skipped: ${found.why}\n`);
}

let served: Served;
const browser = found.browser as Browser;

beforeAll(async () => {
  if (found.browser !== null) served = await serve();
}, 120_000);
afterAll(async () => {
  await found.browser?.close();
  await served?.close();
});

const sizes = [
  ["desktop", { viewport: { width: 1280, height: 900 }, colorScheme: "light" }],
  ["desktop, dark", { viewport: { width: 1280, height: 900 }, colorScheme: "dark" }],
  ["phone", { viewport: { width: 390, height: 844 }, colorScheme: "light", hasTouch: true }],
] as const;

interface Answered {
  readonly items: readonly { readonly id: string; readonly act?: string; readonly outlet?: string | null }[];
}

async function answer(path: string): Promise<Answered> {
  return (await fetch(`${served.address}${path}`)).json() as Promise<Answered>;
}

/** The id of the report that tries to do harm. */
async function hostileReport(): Promise<string> {
  const [event] = (await answer("/api/timeline?party=TON&counterpart=ABK")).items;
  const told = await fetch(`${served.address}/api/events/${event?.id}`);
  const { statements } = (await told.json()) as { statements: { report: { id: string } }[] };
  return statements[0]?.report.id ?? "none";
}

/** The address of each view, with words that show that it has what it is there for. */
async function views(): Promise<readonly (readonly [string, string, RegExp])[]> {
  const events = await answer("/api/timeline?party=RUS&counterpart=AFG-IEA");
  const event = events.items.find(({ act }) => act === "recognise")?.id ?? "none";
  const reports = await answer("/api/reports?limit=100");
  const report = reports.items.find(({ outlet }) => outlet === "The Example Courier")?.id ?? "none";
  return [
    ["map", "/map/XKX?asOf=2008-02-20", /Recognises.*France/s],
    ["party", "/party/AFG-IEA", /Recognised by.*Russia/s],
    ["pair", "/pair/USA/AFG", /diplomatic relations.*legation in Kabul/s],
    ["event", `/event/${event}`, /Why it is rated so.*Statements side by side/s],
    ["report", `/report/${report}`, /marked in the text/],
    ["read", "/read", /Nothing is added until you say so/],
    ["news", "/news", /Coming due.*Disputed/s],
    ["ask", "/ask?q=Russia%20Afghanistan", /Pairs.*Russia and Afghanistan/s],
  ];
}

/** Opens an address and hears of every error of the page. */
async function open(context: BrowserContext, path: string): Promise<{ page: Page; errors: string[] }> {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(`${served.address}${path}`);
  return { page, errors };
}

describe.skipIf(found.browser === null)("the page", () => {
  it.each(sizes)(
    "shows all views without a serious fault on the %s",
    async (_, size) => {
      const context = await browser.newContext({ ...size, reducedMotion: "reduce" });
      for (const [name, path, words] of await views()) {
        const { page, errors } = await open(context, path);
        await page.getByText("Looking it up").first().waitFor({ state: "detached" });
        await expect.poll(() => page.locator("main").textContent(), { timeout: 15_000 }).toMatch(words);
        expect(errors, name).toEqual([]);
        expect(await faultsOf(page), name).toEqual([]);
        const overflow = await page.evaluate<number>(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        );
        expect(overflow, `${name} is wider than the window`).toBeLessThanOrEqual(0);
        await page.close();
      }
      await context.close();
    },
    180_000,
  );

  it("runs nothing of a report's text and shows it as it is", async () => {
    const context = await browser.newContext();
    const { page } = await open(context, `/report/${await hostileReport()}`);
    await page.getByText("window.hurt = 1").first().waitFor();
    await page.locator(".mark").first().hover();
    await page.locator(".mark").first().click();
    expect(await page.evaluate("window.hurt")).toBeUndefined();
    expect(await page.locator("main script, main img[onerror], main a[href^='javascript:']").count()).toBe(0);
    await page.goto(`${served.address}/pair/TON/ABK`);
    await page.getByText("recognised").first().waitFor();
    expect(await page.evaluate("window.hurt")).toBeUndefined();
    await context.close();
  });

  it("shows what a mark in the text says, by mouse and by keyboard", async () => {
    const context = await browser.newContext();
    const { page } = await open(context, `/report/${await hostileReport()}`);
    const mark = page.locator(".mark").first();
    await mark.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: /Tonga recognised Abkhazia/ }).waitFor();
    expect(await page.locator("aside dl").first().textContent()).toMatch(/2 March 2026/);
    await context.close();
  });

  it("plays the map over time, and keeps the day in the address", async () => {
    const context = await browser.newContext();
    const { page } = await open(context, "/map/SML?asOf=2025-12-25");
    await page.getByText("nothing on record").waitFor();
    expect(await page.getByRole("link", { name: "Israel" }).count()).toBe(0);
    await page.getByRole("button", { name: "Play" }).click();
    await page.getByRole("link", { name: "Israel" }).waitFor();
    await page.goto(`${served.address}/map/XKX`);
    const slider = page.getByRole("slider");
    await slider.focus();
    await page.keyboard.press("Home");
    await expect.poll(() => page.url()).toMatch(/asOf=2008-02-1\d/);
    await context.close();
  });

  it("reads a text at once, tells what it would change, and adds it with the token", async () => {
    const context = await browser.newContext();
    const { page } = await open(context, "/read");
    await page
      .getByLabel("Text", { exact: true })
      .fill("Samoa recognised Abkhazia on 4 April 2026, its foreign ministry said.");
    await page.getByLabel("Outlet", { exact: true }).fill("The Island Courier");
    await page.getByLabel("Published", { exact: true }).fill("2026-04-05");
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByRole("heading", { name: "What it would change" }).waitFor();
    expect(await page.locator(".altered").textContent()).toMatch(/4 April 2026.*Samoa recognised Abkhazia/s);
    expect((await answer("/api/timeline?party=WSM&counterpart=ABK")).items).toEqual([]);
    await page.getByLabel("Token").fill(token);
    await page.getByRole("button", { name: "Add it to the record" }).click();
    await page.waitForURL(/\/report\//);
    expect((await answer("/api/timeline?party=WSM&counterpart=ABK")).items).toHaveLength(1);
    await page.locator(".mark").first().click();
    await page.getByRole("button", { name: "reject" }).click();
    await page.getByLabel("Who", { exact: true }).fill("Ann");
    await page.getByLabel("Why", { exact: true }).fill("a hoax");
    await page.getByRole("button", { name: "Decide" }).click();
    await page.getByText(/Kept as decision/).waitFor();
    expect((await answer("/api/timeline?party=WSM&counterpart=ABK")).items).toEqual([]);
    await context.close();
  });

  it("goes from a question to a party and back, by keyboard alone", async () => {
    const context = await browser.newContext();
    const { page } = await open(context, "/news");
    await page.getByRole("searchbox").focus();
    await page.keyboard.type("Nauru");
    await page.keyboard.press("Enter");
    const link = page.getByRole("link", { name: "Nauru", exact: true }).first();
    await link.focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: "Nauru" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Ask" }).waitFor();
    await context.close();
  });

  it("says what is the matter where there is nothing", async () => {
    const context = await browser.newContext();
    const { page } = await open(context, "/party/ATLANTIS");
    await page.getByRole("alert").waitFor();
    expect(await page.getByRole("alert").textContent()).toMatch(/ATLANTIS/);
    await page.goto(`${served.address}/nowhere`);
    await page.getByRole("heading", { name: "There is nothing at this address" }).waitFor();
    await context.close();
  });
});

/** What axe-core finds that is serious or critical, as "rule: element". */
async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResults>("axe.run()");
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 120)}`));
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string }[];
  }[];
}
