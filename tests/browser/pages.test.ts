import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { city, csvOf } from "../../packages/sample-city/src/index.ts";
import { expectAccessible, expectNoSidewaysScroll, expectSound, settled } from "./page.ts";
import { DESK, openPlace, PHONE, TIMEOUT_MS } from "./place.ts";

/** Every staff page: at 360 px, at 200% of 1440 px, and in both languages. */
const HANDLER = "li.gong";
/** What a desk of 1440 px shows at 200%. */
const TWICE = { width: 720, height: 450 };

const place = openPlace();

const firstId = async (page: Page, list: string, id: string): Promise<string> => {
  const answer = await page.context().request.get(`${place.site.address}/api/v1${list}`);
  const body = (await answer.json()) as { items: Record<string, string>[] };
  return body.items[0]?.[id] ?? "";
};

const firstPolicy = async (page: Page): Promise<string> =>
  `/policies/${await firstId(page, "/policies", "partyId")}/${await firstId(page, "/policies", "policyId")}`;

/** The addresses of all pages that the handler may see. */
const pagesOf = async (page: Page): Promise<string[]> => [
  "/today",
  "/claims",
  `/claims/${await firstId(page, "/claims", "caseId")}`,
  "/claims/report",
  `/claims/report?party=${await firstId(page, "/people?q=%E7%8E%8B%E5%85%88%E7%94%9F", "partyId")}`,
  "/people",
  "/people/duplicates",
  "/policies",
  "/policies/endorsements",
  await firstPolicy(page),
  `/people/${await firstId(page, "/people?q=%E7%8E%8B%E5%85%88%E7%94%9F", "partyId")}`,
  "/clocks",
  "/payments",
  `/payments/${await firstId(page, "/payments", "paymentId")}`,
  `/payments/batches/${await firstId(page, "/payment-batches", "batchId")}`,
  "/payments/answers",
  "/payments/holds",
  "/terms",
  "/terms/life-endowment-holiday/2019",
  "/terms/compare?a=jinhuibao/2024&b=jinhuibao/2025",
  "/outbox",
  "/account",
];

test("every page holds on a phone of 360 px; in English at 200% of 1440 px; and stays in English", {
  timeout: TIMEOUT_MS,
}, async () => {
  const { page, context, complaints } = await place.visit(HANDLER, PHONE);
  const speak = async (language: "en" | "zh-CN"): Promise<void> => {
    await page.setViewportSize(DESK);
    await page.getByRole("button", { name: language === "en" ? "English" : "中文" }).click();
    await expect.poll(() => page.evaluate(() => document.documentElement.lang)).toBe(language);
    await settled(page);
  };
  for (const address of await pagesOf(page)) {
    await page.setViewportSize(PHONE);
    await page.goto(address);
    await settled(page);
    await expectSound(page, address);
    await speak("en");
    await page.setViewportSize(TWICE);
    await expectSound(page, `${address} in English`);
    await expectEnglish(page, address);
    await speak("zh-CN");
  }
  await page.goto("/no-such-page");
  await expectSound(page, "no page");
  await page.goto("/today");
  await speak("en");
  await page.goto("/no-such-page");
  await settled(page);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("en");
  await expectSound(page, "no page in English");
  await expectEnglish(page, "no page");
  expect(complaints).toEqual([]);
  await context.close();
});

const expectEnglish = async (page: Page, address: string): Promise<void> => {
  const chrome = page.locator("nav a, h2, th, main button:not([aria-pressed])");
  for (const text of await chrome.allInnerTexts()) expect(own(text), address).not.toMatch(/[\u4e00-\u9fff]/);
};

/** A button or a heading may name a fact, which keeps the name that the terms give it. */
const own = (text: string): string => (/^(Enter|Covers|Cases|Withdraw)/.test(text) ? "" : text);

test("the keyboard alone reaches the content and the first case", { timeout: TIMEOUT_MS }, async () => {
  const { page, context } = await place.visit(HANDLER);
  await page.goto("/claims");
  await settled(page);
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("跳到正文");
  await page.keyboard.press("Enter");
  expect(await page.evaluate(() => document.activeElement?.id)).toBe("main");
  const inTable = () => page.evaluate(() => document.activeElement?.closest("table") !== null);
  for (let n = 0; n < 15 && !(await inTable()); n += 1) await page.keyboard.press("Tab");
  expect(await inTable()).toBe(true);
  const outline = await page.evaluate(
    () => getComputedStyle(document.activeElement ?? document.body).outlineStyle,
  );
  expect(outline).not.toBe("none");
  await page.keyboard.press("Enter");
  await page.waitForURL("**/claims/*-*");
  await context.close();
});

test("the audit is found by person, day and field, and its chain is verified on the page", {
  timeout: TIMEOUT_MS,
}, async () => {
  const { page, context, complaints } = await place.visit("admin");
  await page.goto("/audit");
  await settled(page);
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    await expectNoSidewaysScroll(page, "audit");
    await expectAccessible(page, "audit");
  }
  await page.getByRole("button", { name: "现在核验" }).click();
  await page.getByText("完好", { exact: true }).waitFor();
  expect(await page.locator("code").innerText()).toMatch(/^[1-9]\d*:[0-9a-f]{64}$/);
  await page.getByLabel("按人名查找").fill("李工");
  await page.getByLabel("按人名查找").press("Enter");
  await page.waitForURL("**/audit?who=*");
  const names = () => page.locator("tbody tr td:nth-child(2)").allInnerTexts();
  await expect.poll(async () => (await names()).every((name) => name.includes("李工"))).toBe(true);
  expect((await names()).length).toBeGreaterThan(0);
  await page.goto("/audit?who=nobody-at-all");
  await page.getByText("没有符合条件的留痕").waitFor();
  await expectAccessible(page, "an audit without a match");
  await page.getByRole("button", { name: "看全部" }).click();
  await page.locator("tbody tr").first().waitFor();
  await page.goto("/audit?area=nonsense&from=x");
  await page.locator("tbody tr").first().waitFor();
  await expectAccessible(page, "the audit's chain");
  expect(complaints).toEqual([]);
  await context.close();
});

test("access: every part of the page, and someone taken on, who chooses a password and is let go", {
  timeout: TIMEOUT_MS,
}, async () => {
  const { page, context, complaints } = await place.visit("admin");
  for (const tab of ["staff", "roles", "sessions", "held", "settings"]) {
    await page.goto(`/access?tab=${tab}`);
    for (const size of [DESK, PHONE]) {
      await page.setViewportSize(size);
      await settled(page);
      await expectNoSidewaysScroll(page, `access, ${tab}`);
      await expectAccessible(page, `access, ${tab}`);
    }
  }
  await page.setViewportSize(DESK);
  await page.goto("/access");
  await page.getByRole("button", { name: "添加工作人员" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("姓名").fill("新同事（示例）");
  await dialog.getByLabel("登录名").fill("new.colleague");
  await dialog.getByLabel("角色").fill("柜面");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await dialog.getByRole("button", { name: "保存" }).click();
  const password = await dialog.locator("code").innerText();
  await expectAccessible(page, "a first password");
  const newcomer = await place.visit();
  await newcomer.page.goto("/sign-in");
  await newcomer.page.getByLabel("登录名").fill("new.colleague");
  await newcomer.page.getByLabel("密码", { exact: true }).fill(password);
  await newcomer.page.getByRole("button", { name: "登录", exact: true }).click();
  await newcomer.page.waitForURL("**/account");
  await newcomer.page.getByText("还差一步").waitFor();
  await newcomer.page.getByLabel("当前密码").first().fill(password);
  await newcomer.page.getByLabel("新密码", { exact: true }).fill("自己的示例长密码");
  await newcomer.page.getByLabel("再输一次新密码").fill("自己的示例长密码一");
  await newcomer.page.getByText("两次输入不一致").waitFor();
  await newcomer.page.getByLabel("新密码", { exact: true }).fill("自己的示例长密码一二三");
  await newcomer.page.getByLabel("再输一次新密码").fill("自己的示例长密码一二三");
  await newcomer.page.getByRole("button", { name: "修改密码" }).click();
  await newcomer.page.getByText("还差一步").waitFor({ state: "detached" });
  await newcomer.page.goto("/claims");
  await newcomer.page.locator("tbody tr").first().waitFor();
  await page.goto("/access");
  const row = page.locator("tbody tr").filter({ hasText: "new.colleague" });
  await row.getByRole("button", { name: "停用" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill("试用结束");
  await page.getByRole("dialog").getByRole("button", { name: "停用" }).click();
  await row.waitFor({ state: "detached" });
  await newcomer.page.goto("/claims");
  await newcomer.page.waitForURL("**/sign-in?*");
  expect([...complaints, ...newcomer.complaints]).toEqual([]);
  await newcomer.context.close();
  await context.close();
});

test("an import is tried first; one bad row and nothing is imported", { timeout: TIMEOUT_MS }, async () => {
  const { page, context, complaints } = await place.visit("admin");
  await page.goto("/imports");
  await settled(page);
  await expectAccessible(page, "imports");
  const [first, ...rest] = city("2025-03-10").life.parties;
  if (!first) throw new Error("the sample city has no people");
  const put = async (rows: Parameters<typeof csvOf>[0]): Promise<void> => {
    const buffer = Buffer.from(csvOf(rows));
    await page
      .getByLabel("把 CSV 或 Excel 拖到这里，或点击选择")
      .setInputFiles({ name: "客户.csv", mimeType: "text/csv", buffer });
  };
  await put([{ ...first, 证件号码: "12345" }, ...rest]);
  const status = page.getByRole("status").filter({ hasText: "没有导入任何一行" });
  await status.waitFor();
  await expectAccessible(page, "a bad row");
  expect(await page.getByRole("button", { name: /^导入 / }).count()).toBe(0);
  expect(await page.getByRole("link", { name: "下载问题清单（Excel）" }).count()).toBeGreaterThan(0);
  // A header of their own: said once what it means, it is read from then on.
  const renamed = Buffer.from(
    Buffer.from(csvOf([first, ...rest]))
      .toString()
      .replace("姓名", "客户大名"),
  );
  await page
    .getByLabel("把 CSV 或 Excel 拖到这里，或点击选择")
    .setInputFiles({ name: "客户.csv", mimeType: "text/csv", buffer: renamed });
  await page.getByRole("combobox", { name: "“客户大名”是哪一列" }).fill("姓名");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "按新的对应再检查一遍" }).click();
  await page.getByText("按记住的对应读取：客户大名 → 姓名").waitFor();
  await expectAccessible(page, "a remembered column");
  await put([first, ...rest]);
  await page.getByText("按记住的对应读取").waitFor({ state: "detached" });
  await page.getByText("检查通过。现在还没有导入。").waitFor();
  await page.getByRole("button", { name: /^导入 / }).click();
  await page
    .getByText(/^已导入 /)
    .first()
    .waitFor();
  expect(complaints).toEqual([]);
  await context.close();
});

test("reporting from the cases: the insured found, the policies chosen, and a death reported twice is refused in words", {
  timeout: TIMEOUT_MS,
}, async () => {
  const { page, context } = await place.visit(HANDLER, PHONE);
  await page.goto("/claims");
  await page.getByRole("link", { name: "登记报案" }).click();
  await page.waitForURL("**/claims/report");
  await page.getByRole("searchbox").fill("王先生");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: "王先生（示例）", exact: true }).click();
  const submit = page.getByRole("button", { name: "登记并打开案件" });
  await submit.waitFor();
  expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(4);
  expect(await submit.isDisabled()).toBe(true);
  await page.getByLabel("谁报的案、怎么报的").fill("妻子来电");
  await page.getByRole("radio", { name: "身故" }).check();
  await submit.click();
  await page.getByRole("alert").waitFor();
  await expectAccessible(page, "a death reported twice");
  await context.close();
});

test("reporting from the cases: an illness opens its case, and the bar says what is open", {
  timeout: TIMEOUT_MS,
}, async () => {
  const { page, context, complaints } = await place.visit(HANDLER, PHONE);
  const { policies } = city("2025-03-10").life;
  const only = policies.filter(
    (policy) => policies.filter((other) => other.被保险人证件号码 === policy.被保险人证件号码).length === 1,
  );
  // Those numbered from 8 are in the sample's own cases.
  const critical = only.find(
    ({ 保单号 = "", 条款编号 = "", 保单状态 }) =>
      保单状态 === "有效" && 条款编号.startsWith("life-critical-illness/") && !保单号.startsWith("SL8"),
  );
  if (!critical) throw new Error("nobody in the sample has a critical-illness policy alone");
  const { 被保险人姓名: name = "", 保单号: number = "" } = critical;
  // With a score of facts unknown a decision takes a second of its own, many on a busy machine.
  page.setDefaultTimeout(60_000);
  await page.goto("/claims/report");
  await page.getByRole("searchbox").fill(number);
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name, exact: true }).click();
  const submit = page.getByRole("button", { name: "登记并打开案件" });
  await submit.waitFor();
  expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(1);
  await page.getByLabel("谁报的案、怎么报的").fill("本人来电，住院检查");
  await page.getByRole("radio", { name: "疾病" }).check();
  await expectAccessible(page, "the report of an illness");
  await submit.click();
  await page.waitForURL(/\/claims\/[0-9a-f-]{36}$/);
  await page.getByRole("heading", { level: 1, name: `${name}疾病` }).waitFor();
  await settled(page);
  const bar = page.locator("figure").first();
  const says = await bar.innerText();
  expect(says).toContain("待定");
  expect(says).toMatch(/–\s*(无上限|[\d,]+)/);
  await expectNoSidewaysScroll(page, "a new case");
  await expectAccessible(page, "a new case");
  expect(complaints).toEqual([]);
  await context.close();
});
