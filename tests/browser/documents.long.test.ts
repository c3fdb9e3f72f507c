import { expect, test } from "vitest";
import { expectAccessible, settled } from "./page.ts";
import { openPlace, TIMEOUT_MS } from "./place.ts";

/** Every document's page: its examples are run in the browser, by the code that decides cases. */

const place = openPlace();

test("a terms page runs the document's own examples, all of which pass", {
  timeout: TIMEOUT_MS,
}, async () => {
  const { page, context, complaints } = await place.visit("li.gong");
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
