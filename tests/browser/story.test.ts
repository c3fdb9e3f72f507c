import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { city, MRS_WANG, sampleFiles } from "../../packages/sample-city/src/index.ts";
import { expectSound, passwordOf, settled, signInAs, type Visitor } from "./page.ts";
import { openPlace, PHONE, TIMEOUT_MS } from "./place.ts";

/** 确定节假日 (services.md D4), from the handler's morning to the beneficiary's phone, in a real browser. */
const TITLE = "王先生（示例）意外身故";

const place = openPlace();
let desk: Visitor;
let caseUrl = "";

const statement = async (ending: string, beginning: string) => {
  const file = (await sampleFiles()).find(
    ({ filename }) => filename.endsWith(ending) && filename.startsWith(beginning),
  );
  if (!file) throw new Error(`no sample file ${beginning}…${ending}`);
  return { name: file.filename, mimeType: "text/csv", buffer: Buffer.from(file.content) };
};

const drop = async (page: Page, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> => {
  await page.getByLabel("把文件拖到这里，或点击选择").setInputFiles(file);
};

/** Begins anew as another member of staff. */
const changeTo = async (login: string): Promise<void> => {
  await desk.context.clearCookies();
  await signInAs(desk.page, login);
  await desk.page.goto("/today");
};

beforeAll(async () => {
  desk = await place.visit();
}, TIMEOUT_MS);

describe.sequential("a benefit that hangs on a moment", () => {
  test("the door leads to Today, and a wrong password is said plainly", { timeout: TIMEOUT_MS }, async () => {
    const { page } = desk;
    await page.goto("/today");
    await page.waitForURL("**/sign-in?next=%2Ftoday");
    await expectSound(page, "sign-in");
    await page.getByLabel("登录名").fill("li.gong");
    await page.getByLabel("密码", { exact: true }).fill("wrong");
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await page.getByRole("alert").waitFor();
    await page.getByLabel("密码", { exact: true }).fill(passwordOf("li.gong"));
    await page.getByRole("button", { name: "登录", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: /李工/ }).waitFor();
    await expectSound(page, "Today");
  });

  test("Today asks for the one thing that would settle his case", { timeout: TIMEOUT_MS }, async () => {
    const { page } = desk;
    await page.getByRole("link", { name: `去证明 → ${TITLE}` }).click();
    await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
    await settled(page);
    caseUrl = new URL(page.url()).pathname;
    const money = page.locator("aside figure").first();
    await expect.poll(() => money.innerText()).toContain("370,000");
    expect(await money.innerText()).toContain("1,270,000");
    expect(await page.title()).toContain(TITLE);
    await expectSound(page, "the open case");
  });

  test("a file that is no statement is refused in words, and nothing changes", {
    timeout: TIMEOUT_MS,
  }, async () => {
    const { page } = desk;
    await drop(page, { name: "名单.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2\n") });
    const refusal = page.getByRole("alert").filter({ hasText: "名单.csv" });
    await refusal.waitFor();
    expect(await refusal.innerText()).toContain("什么都没有丢");
    await expectSound(page, "the case with a refused file");
    expect(await page.locator("aside figure").first().innerText()).toContain("待定");
  });

  test("his call records and WeChat bill close the bar at 1,270,000", { timeout: TIMEOUT_MS }, async () => {
    const { page } = desk;
    await drop(page, await statement(".csv", "通话详单"));
    // The second while the first is still on its way: neither is lost.
    await drop(page, await statement(".csv", "微信支付账单"));
    const money = page.locator("aside figure").first();
    await expect.poll(() => money.innerText(), { timeout: 15_000 }).toContain("没有待定的部分");
    expect(await money.innerText()).toContain("1,270,000");
    const facts = page.locator("section").filter({ has: page.getByRole("heading", { name: "事实" }) });
    await expect.poll(() => facts.innerText(), { timeout: 15_000 }).toContain("10月2日 08:12");
    expect(await facts.innerText()).toMatch(/第 \d+ 行/);
    await expectSound(page, "the settled case");
  });

  test("dropping a file can be undone, and done again", { timeout: TIMEOUT_MS }, async () => {
    const { page } = desk;
    const money = page.locator("aside figure").first();
    const notice = page.getByRole("alert").filter({ hasText: "微信支付账单-20240928-20241003-示例.csv" });
    await notice.getByRole("button", { name: "撤销" }).click();
    await page.getByText("已撤销", { exact: true }).waitFor();
    await page.locator("li").filter({ hasText: "已撤回" }).filter({ hasText: "微信支付账单" }).waitFor();
    await drop(page, await statement(".xlsx", "微信支付账单"));
    await expect.poll(() => money.innerText(), { timeout: 15_000 }).toContain("没有待定的部分");
    await settled(page);
  });

  test("who works on an old state is told, and loses nothing", { timeout: TIMEOUT_MS }, async () => {
    const other = await place.visit("li.gong");
    await other.page.goto(caseUrl);
    await settled(other.page);
    await other.page.getByRole("button", { name: "录入除外情形" }).click();
    await other.page.getByLabel("依据").fill("又问了一次家属");
    // Meanwhile the first desk changes the case.
    await drop(desk.page, { name: "现场照片.png", mimeType: "image/png", buffer: PNG });
    await desk.page.getByText("现场照片.png").first().waitFor();
    await other.page.getByRole("combobox", { name: "是什么" }).click();
    await other.page.keyboard.press("Enter");
    await other.page.getByRole("button", { name: "记录" }).click();
    await other.page.getByText("案件刚被别人更新，已重新载入").waitFor();
    expect(await other.page.getByLabel("依据").inputValue()).toBe("又问了一次家属");
    await expectSound(other.page, "a conflict");
    await other.context.close();
  });

  test("he submits the payment; he cannot approve it himself", { timeout: TIMEOUT_MS }, async () => {
    const { page } = desk;
    await page.goto(caseUrl);
    await settled(page);
    await page.getByRole("button", { name: /^提交给付 1,270,000/ }).click();
    await page.getByRole("dialog").waitFor();
    await expectSound(page, "the payment dialog");
    await page.getByRole("button", { name: "提交 1,270,000 元" }).click();
    await page.getByText("待批准").first().waitFor();
    await page.getByRole("link", { name: "查看待批准的付款 →" }).click();
    await page.getByRole("heading", { name: /付给/ }).waitFor();
    await expectSound(page, "a payment that waits");
    expect(await page.getByRole("button", { name: /^批准/ }).count()).toBe(0);
  });

  test("a second person approves within her limit", { timeout: TIMEOUT_MS }, async () => {
    await changeTo("zhao");
    const { page } = desk;
    await expectSound(page, "the approver's Today");
    await page.getByRole("link", { name: `审批 → ${TITLE}` }).click();
    await page.getByRole("button", { name: "批准 1,270,000 元" }).click();
    await expect.poll(() => page.getByText("已批准").count()).toBeGreaterThan(0);
    await expectSound(page, "an approved payment");
  });

  test("it goes out in a bank file, and the bank's answer settles it", { timeout: TIMEOUT_MS }, async () => {
    await changeTo("sun");
    const { page } = desk;
    await page.goto("/payments");
    await expectSound(page, "payments");
    await page.getByRole("button", { name: "生成付款批次" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "生成付款批次" }).click();
    const batch = page.locator("section:not(:has(section))").filter({ hasText: "笔待回盘" }).first();
    await batch.waitFor();
    await settled(page);
    await expectSound(page, "a batch");
    await batch.getByRole("link", { name: "打开批次" }).click();
    await page.getByRole("heading", { name: /^批次 PC/ }).waitFor();
    await expectSound(page, "a batch's own page");
    const files = page.locator("main");
    const [pain, csv] = await Promise.all([
      download(page, files, /pain\.001/),
      download(page, files, /CSV/i),
    ]);
    expect(pain).toContain("urn:iso:std:iso:20022:tech:xsd:pain.001");
    expect(pain).toContain("1270000.00");
    expect(csv.length).toBeGreaterThan(0);
    const orders = [...pain.matchAll(/<EndToEndId>([^<]+)<\/EndToEndId>[\s\S]*?<InstdAmt[^>]*>([^<]+)</g)];
    expect(orders.length).toBeGreaterThan(0);
    const answer = ["指令编号,金额,结果,原因", ...orders.map(([, id, amount]) => `${id},${amount},成功,`)];
    await files.getByLabel("放入银行回盘文件").setInputFiles({
      name: "回盘.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(`\ufeff${answer.join("\r\n")}\r\n`),
    });
    await expect.poll(() => page.getByText("已全部回盘").count(), { timeout: 15_000 }).toBe(1);
    await expectSound(page, "a batch that was answered");
    await page.goto("/payments?status=settled");
    await page.getByText(TITLE).first().waitFor();
  });

  test("the desk never complained", () => {
    expect(desk.complaints).toEqual([]);
  });
});

describe.sequential("on the beneficiary's phone", () => {
  let phone: Visitor;
  beforeAll(async () => {
    phone = await place.visit(undefined, PHONE);
  });

  test("a code from the outbox opens it", { timeout: TIMEOUT_MS }, async () => {
    const { page } = phone;
    await page.goto("/my");
    await page.waitForURL("**/my/sign-in**");
    await expectSound(page, "the phone's door");
    await page.getByLabel("手机号", { exact: true }).fill(MRS_WANG.phone);
    await page.getByRole("button", { name: "发送验证码" }).click();
    await page.getByLabel("六位验证码").waitFor();
    await expectSound(page, "the code");
    await page.getByLabel("六位验证码").fill(await codeFromOutbox());
    await page.getByRole("button", { name: "登录" }).click();
    await page.waitForURL("**/my");
    await expectSound(page, "my covers");
  });

  test("she sees what was paid and why, clause by clause", { timeout: TIMEOUT_MS }, async () => {
    const { page } = phone;
    await page.getByRole("link", { name: "进度" }).click();
    await page.getByRole("link", { name: "为什么是这个数" }).first().click();
    await page.getByText("1,270,000.00").first().waitFor();
    await settled(page);
    const text = await page.locator("main").innerText();
    expect(text).toContain("已到账");
    expect(text).toContain("节假日关爱两全保险");
    expect(text).toContain("谁看过这个案件");
    const closed = page.locator("details:not([open]) > summary");
    while ((await closed.count()) > 0) await closed.first().click();
    expect(await page.locator("main").innerText()).toContain("法定节假日");
    await expectSound(page, "my claim");
  });

  test("the large layout is one of its own", { timeout: TIMEOUT_MS }, async () => {
    const { page } = phone;
    for (const path of ["/my", "/my/claims", "/my/rights", new URL(page.url()).pathname]) {
      await page.goto(path);
      await settled(page);
      const large = page.getByRole("button", { name: "大字版" });
      if ((await large.getAttribute("aria-pressed")) === "false") await large.click();
      await expectSound(page, `large ${path}`);
      expect(await smallestText(page), `text on ${path}`).toBeGreaterThanOrEqual(24);
      expect(await smallestTarget(page), `targets on ${path}`).toBeGreaterThanOrEqual(60);
    }
    expect(phone.complaints).toEqual([]);
  });
});

test("the log of all this names nobody: no name, number, phone, account or address of anyone on record", () => {
  const log = place.site.log.join("");
  expect(place.site.log.length).toBeGreaterThan(100);
  expect(log).toContain("/api/v1/claims/:caseId");
  const personal = personalData();
  expect(personal.size).toBeGreaterThan(200);
  expect([...personal].filter((value) => log.includes(value))).toEqual([]);
});

const PERSONAL = /姓名|证件号码|手机|微信|地址|账号/;
/** Everything personal in the files that the institutions brought. */
const personalData = (): ReadonlySet<string> => {
  const { life, property } = city("2025-03-10");
  const rows = [life, property].flatMap(({ parties, policies }) => [...parties, ...policies]);
  return new Set(
    rows.flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) => (PERSONAL.test(column) && value ? [value] : [])),
    ),
  );
};

/** The newest one-time code, as the sample's administrator alone sees it in the outbox. */
const codeFromOutbox = async (): Promise<string> => {
  const staff = await place.visit();
  const newest = async (login: string): Promise<string> => {
    await staff.context.clearCookies();
    await signInAs(staff.page, login);
    await staff.page.goto("/outbox");
    await expectSound(staff.page, "the outbox");
    return staff.page.locator("li").filter({ hasText: "登录验证码" }).first().locator("p").innerText();
  };
  expect(await newest("li.gong")).toContain("••••••");
  const code = /(?<!\d)\d{6}(?!\d)/.exec(await newest("admin"));
  await staff.context.close();
  if (!code) throw new Error("the outbox shows no code");
  return code[0];
};

const download = async (page: Page, batch: ReturnType<Page["locator"]>, name: RegExp): Promise<string> => {
  const href = await batch.getByRole("link", { name }).getAttribute("href");
  const response = await page.context().request.get(new URL(href ?? "", page.url()).href);
  expect(response.status()).toBe(200);
  expect(response.headers()["content-disposition"]).toContain("attachment");
  return (await response.body()).toString("utf8");
};

/** The smallest text that is shown in the page's main part, px; a badge and what only screen readers hear are left out. */
const smallestText = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const sizes: number[] = [];
    const walker = document.createTreeWalker(
      document.querySelector("main") ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || !node.textContent?.trim() || parent.closest(".visually-hidden")) continue;
      if (parent.getClientRects().length > 0)
        sizes.push(Number.parseFloat(getComputedStyle(parent).fontSize));
    }
    return Math.min(...sizes);
  });

const smallestTarget = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const targets = [...document.querySelectorAll("main a, main button, main summary, nav a")];
    const heights = targets
      .map((target) => target.getBoundingClientRect().height)
      .filter((height) => height > 0);
    return Math.min(...heights);
  });

/** The smallest picture there is: one white pixel. */
const PNG = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==",
  "base64",
);
