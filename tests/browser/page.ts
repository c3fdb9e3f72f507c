import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContext, Page, Request } from "playwright-core";
import { expect } from "vitest";
import { LIFE } from "../../packages/sample-city/src/index.ts";

/** Evaluated by the debugger, not loaded by the page, so that the page's own content policy stays on. */
const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** No rule of WCAG 2.2 AA is broken on the page as it stands. Animations are let to their end first. */
export const expectAccessible = async (page: Page, what: string): Promise<void> => {
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((a) => a.finished.catch(() => undefined))),
  );
  await page.evaluate(AXE);
  const violations = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(TAGS)} }).then((r) => r.violations.map(({ id, help, nodes }) => ({ id, help, nodes: nodes.slice(0, 3).map(({ html, failureSummary }) => ({ html: html.slice(0, 200), failureSummary })) })))`,
  )) as Violation[];
  expect(violations, `axe on ${what} at ${page.viewportSize()?.width}px`).toEqual([]);
};

/** Nothing runs out of the page sideways. */
export const expectNoSidewaysScroll = async (page: Page, what: string): Promise<void> => {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over, `${what} at ${page.viewportSize()?.width}px runs over by`).toBeLessThanOrEqual(0);
};

/** The page has read what it shows, it fits, and everyone can use it. */
export const expectSound = async (page: Page, what: string): Promise<void> => {
  await settled(page);
  await expectNoSidewaysScroll(page, what);
  await expectAccessible(page, what);
};

export interface Visitor {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the browser's console and the page's own errors said. */
  readonly complaints: string[];
}

/** What each page is still reading, and when that last changed (ms since 1970). */
const onTheirWay = new WeakMap<Page, Set<Request>>();
const lastMoved = new WeakMap<Page, number>();

const watchRequests = (page: Page): void => {
  const open = new Set<Request>();
  onTheirWay.set(page, open);
  const moved = (change: (request: Request) => void) => (request: Request) => {
    change(request);
    lastMoved.set(page, Date.now());
  };
  page.on(
    "request",
    moved((request) => open.add(request)),
  );
  page.on(
    "requestfinished",
    moved((request) => open.delete(request)),
  );
  page.on(
    "requestfailed",
    moved((request) => open.delete(request)),
  );
};

/** A browser of one person's own, that writes down every complaint of the page. */
export const visitor = async (
  browser: Browser,
  baseURL: string,
  viewport = { width: 1440, height: 900 },
): Promise<Visitor> => {
  const context = await browser.newContext({
    baseURL,
    viewport,
    locale: "zh-CN",
    timezoneId: "America/New_York",
    reducedMotion: "reduce",
    acceptDownloads: true,
    bypassCSP: false,
  });
  context.setDefaultTimeout(12_000);
  const page = await context.newPage();
  watchRequests(page);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  page.on("console", (message) => {
    // The browser itself notes each refused request; refusals are tested where they are expected.
    if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
      complaints.push(message.text());
  });
  return { context, page, complaints };
};

/** Of the sample's staff. */
export const passwordOf = (login: string): string => {
  const one = LIFE.staff.find((staff) => staff.login === login);
  if (!one) throw new Error(`the sample has no ${login}`);
  return one.password;
};

/** Signs a member of staff in as the door does, without its page (the story goes through it). */
export const signInAs = async (page: Page, login: string): Promise<void> => {
  const answer = await page.request.post("/api/v1/session", {
    data: { login, password: passwordOf(login) },
    headers: { "sec-fetch-site": "same-origin" },
  });
  expect(answer.status(), `signing in as ${login}`).toBe(200);
};

const QUIET_MS = 80;
const LONGEST_MS = 20_000;

/** The page has read what it shows: nothing is on its way for a moment, and nothing says that it is busy. */
export const settled = async (page: Page): Promise<void> => {
  await page.locator("h1").first().waitFor({ state: "attached" });
  const until = Date.now() + LONGEST_MS;
  for (;;) {
    const busy =
      (onTheirWay.get(page)?.size ?? 0) > 0 || (await page.locator("[aria-busy=true]").count()) > 0;
    if (!busy && Date.now() - (lastMoved.get(page) ?? 0) >= QUIET_MS) return;
    if (Date.now() > until) throw new Error(`${page.url()} did not settle in ${LONGEST_MS} ms`);
    await page.waitForTimeout(20);
  }
};
