import { existsSync } from "node:fs";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchChromium } from "./chromium.ts";
import { signInAs, type Visitor, visitor } from "./page.ts";
import { type Site, startSite } from "./server.ts";

/** A test in the browser takes many steps, and the machine may be busy. */
export const TIMEOUT_MS = 240_000;

export const DESK = { width: 1440, height: 900 };
export const PHONE = { width: 360, height: 740 };

export interface Place {
  readonly site: Site;
  readonly browser: Browser;
  /** A browser of one person's own; signed in where a login is given. */
  visit(login?: string, viewport?: { width: number; height: number }): Promise<Visitor>;
}

/** The product with its sample, and a browser, for one test file. Call it at the top of the file; it ends with it. */
export const openPlace = (): Place => {
  let site: Site | undefined;
  let browser: Browser | undefined;
  const opened = <T>(what: T | undefined): T => {
    if (what === undefined) throw new Error("nothing is there before the file's tests begin");
    return what;
  };
  beforeAll(async () => {
    if (!existsSync(new URL("../../packages/web/dist/index.html", import.meta.url)))
      throw new Error("the pages are not built: run `npm run build` first");
    site = await startSite();
    browser = await launchChromium();
  }, TIMEOUT_MS);
  afterAll(async () => {
    await browser?.close();
    await site?.stop();
  });
  return {
    get site() {
      return opened(site);
    },
    get browser() {
      return opened(browser);
    },
    visit: async (login, viewport = DESK) => {
      const one = await visitor(opened(browser), opened(site).address, viewport);
      if (login !== undefined) await signInAs(one.page, login);
      return one;
    },
  };
};
