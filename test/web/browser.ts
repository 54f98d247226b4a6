import { type Browser, chromium } from "playwright-core";

/** A browser for the tests of the page, or why there is none on this machine. */
export type Found =
  | { readonly browser: Browser; readonly why: null }
  | { readonly browser: null; readonly why: string };

/** Chromium's own services look for the network, which the tests do without. */
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-dev-shm-usage",
  "--disable-background-networking",
  "--disable-component-update",
  "--no-first-run",
];

/** On Linux the package @sparticuz/chromium brings a browser along; elsewhere an installed Chrome or Edge is used. */
export async function findBrowser(): Promise<Found> {
  const reasons: string[] = [];
  const attempts = [
    async () => {
      const { default: packed } = await import("@sparticuz/chromium");
      return chromium.launch({ executablePath: await packed.executablePath(), args: flags });
    },
    () => chromium.launch({ channel: "chrome", args: flags }),
    () => chromium.launch({ channel: "msedge", args: flags }),
  ];
  for (const attempt of process.platform === "linux" ? attempts : attempts.slice(1)) {
    try {
      return { browser: await attempt(), why: null };
    } catch (error) {
      reasons.push(((error as Error).message.split("\n")[0] ?? "").slice(0, 120));
    }
  }
  return { browser: null, why: `no Chromium, Chrome or Edge can be started (${reasons.join("; ")})` };
}
