import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LIFE } from "../../packages/sample-city/src/index.ts";
import { launchChromium } from "./chromium.ts";
import { expectAccessible, settled, signInAs, visitor } from "./page.ts";
import { type Site, startSite } from "./server.ts";

/** Every document's page: its examples are run in the browser, by the code that decides cases. */
const TIMEOUT_MS = 240_000;
const HANDLER = LIFE.staff.find(({ login }) => login === "li.gong");

let site: Site;
let browser: Browser;

beforeAll(async () => {
  site = await startSite();
  browser = await launchChromium();
}, TIMEOUT_MS);
afterAll(async () => {
  await browser?.close();
  await site?.stop();
});

test("a terms page runs the document's own examples, all of which pass", {
  timeout: TIMEOUT_MS,
}, async () => {
  const { page, context, complaints } = await visitor(browser, site.address);
  await signInAs(page, "li.gong", HANDLER?.password ?? "");
  await page.goto("/terms");
  await settled(page);
  const documents = await page
    .locator("main section a[href^='/terms/']")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
  expect(documents.length).toBeGreaterThan(5);
  for (const address of documents) {
    await page.goto(address);
    await settled(page);
    await expect
      .poll(() => page.getByText("全部通过").count(), { message: address, timeout: 20_000 })
      .toBe(1);
    await expectAccessible(page, address);
  }
  expect(complaints).toEqual([]);
  await context.close();
});
