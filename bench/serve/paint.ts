import type { Browser } from "playwright-core";
import { findBrowser } from "../../test/web/browser.js";
import { spreadOf } from "./spread.js";

/** What one view took, in milliseconds; the median of all visits. */
export interface Painted {
  readonly view: string;
  /** First contentful paint: from the start of the visit until the first words or shapes are seen. */
  readonly first: number;
  /** Largest contentful paint within the time that was waited. */
  readonly largest: number;
  /** What the page's own thread worked until all was still. */
  readonly work: number;
  /** The slowest first contentful paint. */
  readonly slowest: number;
}

/** Visits of each view; the median counts. */
const visits = 7;

/** Visits each view with nothing kept from before; gives why not where there is no browser. */
export async function paints(
  address: string,
  views: readonly string[],
): Promise<readonly Painted[] | string> {
  const { browser, why } = await findBrowser();
  if (browser === null) return why;
  try {
    const painted: Painted[] = [];
    // The first visit starts the browser's own processes.
    await visit(browser, `${address}${views[0]}`);
    for (const view of views) {
      const all: Visit[] = [];
      for (let index = 0; index < visits; index += 1) all.push(await visit(browser, `${address}${view}`));
      const first = spreadOf(all.map((one) => one.first));
      painted.push({
        view,
        first: first.p50,
        slowest: first.most,
        largest: spreadOf(all.map((one) => one.largest)).p50,
        work: spreadOf(all.map((one) => one.work)).p50,
      });
    }
    return painted;
  } finally {
    await browser.close();
  }
}

interface Visit {
  readonly first: number;
  readonly largest: number;
  readonly work: number;
}

async function visit(browser: Browser, address: string): Promise<Visit> {
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
    await page.goto(address, { waitUntil: "load" });
    // The stream of changes keeps the network busy for ever, so that no "network idle" comes.
    await page.waitForFunction(() => performance.getEntriesByName("first-contentful-paint").length > 0);
    await page.waitForTimeout(settling);
    const { first, largest } = await page.evaluate(paintsOf);
    const { metrics } = await devtools.send("Performance.getMetrics");
    const work = metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
    return { first, largest, work: work * 1000 };
  } finally {
    await context.close();
  }
}

/** Milliseconds after the first paint in which a page comes to rest. */
const settling = 1_500;

/** Runs in the page. */
async function paintsOf(): Promise<{ first: number; largest: number }> {
  const first = performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN;
  const largest = await new Promise<number>((resolve) => {
    new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? Number.NaN)).observe({
      // A kind that browsers have and Node, whose types are used here, has not.
      type: "largest-contentful-paint" as never,
      buffered: true,
    });
    setTimeout(() => resolve(Number.NaN), 500);
  });
  return { first, largest };
}
