/** Pictures for the README, taken from the running product with its sample: `npm run shots`. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { LIFE, MRS_WANG } from "../packages/sample-city/src/index.ts";
import { launchChromium } from "../tests/browser/chromium.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const PICTURES = join(ROOT, "docs", "pictures");
const PORT = 3197;
const BASE = `http://127.0.0.1:${PORT}`;
const READY_MS = 180_000;
const LANGUAGES = ["zh", "en"] as const;
type Language = (typeof LANGUAGES)[number];

const passwordOf = (login: string): string =>
  LIFE.staff.find((staff) => staff.login === login)?.password ?? "";

const waitReady = async (server: ChildProcess): Promise<void> => {
  const until = Date.now() + READY_MS;
  while (Date.now() < until) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}`);
    const answer = await fetch(`${BASE}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("the server did not become ready");
};

const startServer = async (data: string): Promise<ChildProcess> => {
  const server = spawn(process.execPath, [join(ROOT, "packages/goodfaith/bin/goodfaith.js"), "start"], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(PORT), GOODFAITH_DATA: data, SAMPLE: "small" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  await waitReady(server);
  return server;
};

const stopServer = (server: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    server.once("exit", () => resolve());
    server.kill("SIGTERM");
  });

const still = async (page: Page): Promise<void> => {
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(300);
};

const picture = async (page: Page, name: string, language: Language): Promise<void> => {
  await still(page);
  await page.screenshot({ path: join(PICTURES, `${name}.${language}.png`), animations: "disabled" });
};

const open = async (browser: Browser, language: Language, width: number, height: number): Promise<Page> => {
  const context = await browser.newContext({
    baseURL: BASE,
    viewport: { width, height },
    deviceScaleFactor: width < 500 ? 1.5 : 1,
    locale: "zh-CN",
    reducedMotion: "reduce",
  });
  await context.addInitScript(
    (tongue) => localStorage.setItem("goodfaith.language", tongue),
    language === "en" ? "en" : "zh-CN",
  );
  return context.newPage();
};

const post = async (page: Page, path: string, data: unknown): Promise<void> => {
  const answer = await page
    .context()
    .request.post(`${BASE}/api/v1${path}`, { data, headers: { origin: BASE } });
  if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
};

const get = async (page: Page, path: string): Promise<{ items: Record<string, string>[] }> =>
  (await page.context().request.get(`${BASE}/api/v1${path}`)).json();

const asHandler = async (browser: Browser, language: Language): Promise<Page> => {
  const page = await open(browser, language, 1360, 900);
  await post(page, "/session", { login: "li.gong", password: passwordOf("li.gong") });
  return page;
};

const story = "/claims?q=%E7%8E%8B%E5%85%88%E7%94%9F";

/** The desk: Today, the open case, the terms, one person. */
const desk = async (browser: Browser, language: Language): Promise<void> => {
  const page = await asHandler(browser, language);
  const caseId = (await get(page, story)).items[0]?.caseId ?? "";
  const partyId = (await get(page, "/people?q=%E7%8E%8B%E5%85%88%E7%94%9F")).items[0]?.partyId ?? "";
  for (const [name, address] of [
    ["today", "/today"],
    ["case-open", `/claims/${caseId}`],
    ["terms", "/terms/life-endowment-holiday/2019"],
    ["person", `/people/${partyId}`],
  ] as const) {
    await page.goto(address);
    await picture(page, name, language);
  }
  await page.context().close();
};

/** Drops both statements on the case, as a handler does. */
const dropStatements = async (browser: Browser, data: string): Promise<void> => {
  const page = await asHandler(browser, "zh");
  const caseId = (await get(page, story)).items[0]?.caseId ?? "";
  await page.goto(`/claims/${caseId}`);
  const files = (await readdir(join(data, "sample-files"))).filter((name) => name.endsWith(".csv"));
  await page.locator("input[type=file]").setInputFiles(files.map((name) => join(data, "sample-files", name)));
  await page.getByText("没有待定的部分").waitFor();
  await page.context().close();
};

const settledCase = async (browser: Browser, language: Language): Promise<void> => {
  const page = await asHandler(browser, language);
  const caseId = (await get(page, story)).items[0]?.caseId ?? "";
  await page.goto(`/claims/${caseId}`);
  await picture(page, "case-settled", language);
  await page.context().close();
};

/** Prepares, and a second person approves, so that money is on its way on the phone. */
const pay = async (browser: Browser): Promise<void> => {
  const handler = await asHandler(browser, "zh");
  const caseId = (await get(handler, story)).items[0]?.caseId ?? "";
  await handler.goto(`/claims/${caseId}`);
  await handler.getByRole("button", { name: /^提交给付/ }).click();
  await handler.getByRole("dialog").getByRole("button", { name: /^提交/ }).click();
  await handler.getByText("待批准").first().waitFor();
  const approver = await open(browser, "zh", 1440, 900);
  await post(approver, "/session", { login: "zhao", password: passwordOf("zhao") });
  const pending = (await get(approver, "/payments?status=pending")).items.filter(
    (one) => one.caseId === caseId,
  );
  for (const one of pending) await post(approver, `/payments/${one.paymentId}/approve`, {});
  await handler.context().close();
  await approver.context().close();
};

/** One sign-in for both languages: a code is sent at most once a minute. */
const phone = async (browser: Browser): Promise<void> => {
  const page = await open(browser, "zh", 390, 844);
  await post(page, "/consumer/code", { phone: MRS_WANG.phone });
  // Only the sample's administrator reads codes.
  const staff = await open(browser, "zh", 1440, 900);
  await post(staff, "/session", { login: "admin", password: passwordOf("admin") });
  const texts = (await get(staff, "/messages")).items.filter((one) => one.purpose === "one-time-code");
  const code = /(?<!\d)\d{6}(?!\d)/.exec(texts[0]?.text ?? "")?.[0];
  await staff.context().close();
  await post(page, "/consumer/session", { phone: MRS_WANG.phone, code });
  await page.goto("/my");
  await picture(page, "phone", "zh");
  await page.getByRole("button", { name: "English" }).click();
  await picture(page, "phone", "en");
  await page.getByRole("button", { name: "Large" }).click();
  await picture(page, "phone-large", "en");
  await page.getByRole("button", { name: "中文" }).click();
  await picture(page, "phone-large", "zh");
  await page.context().close();
};

const take = async (data: string): Promise<void> => {
  const browser = await launchChromium();
  try {
    for (const language of LANGUAGES) await desk(browser, language);
    await dropStatements(browser, data);
    for (const language of LANGUAGES) await settledCase(browser, language);
    await pay(browser);
    await phone(browser);
  } finally {
    await browser.close();
  }
};

await mkdir(PICTURES, { recursive: true });
const data = await mkdtemp(join(tmpdir(), "goodfaith-shots-"));
const server = await startServer(data);
try {
  await take(data);
} finally {
  await stopServer(server);
  await rm(data, { recursive: true, force: true });
}
process.stdout.write(`${PICTURES}\n`);
