import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { expectSound, settled } from "./page.ts";
import { DESK, openPlace, PHONE, TIMEOUT_MS } from "./place.ts";

/** The Terms page whole: a draft from its first line to the edition, and the pages that read editions. */
const PRODUCT = "zhou";
const [FIRST, SECOND] = ["zhao", "qian"] as const;

const place = openPlace();

const visit = async (login: string, viewport?: { width: number; height: number }) => {
  const one = await place.visit(login, viewport);
  // A page of this part reads and compiles a document twice, here and there.
  one.context.setDefaultTimeout(40_000);
  return one;
};
const open = async (page: Page, address: string): Promise<void> => {
  await page.goto(address);
  await settled(page);
};
const textOf = (page: Page) => page.getByLabel("草稿文本（YAML）");
const checkedAs = (page: Page, words: string) => page.getByText(words, { exact: true }).waitFor();

/** Half the holiday benefit from 2030 on: an edition that nobody's contract names yet. */
const halved = (text: string): string =>
  text
    .replace(/^effective:.*$/m, "effective: { from: 2030-01-01 }")
    .replace("pay: 10 * 基本保险金额", "pay: 5 * 基本保险金额");

test("a draft: wrong, mended, submitted, signed by two, immutable; and whom it would change", {
  timeout: TIMEOUT_MS,
}, async () => {
  const author = await visit(PRODUCT);
  const { page } = author;
  await open(page, "/terms/life-endowment-holiday/2019");
  await page.getByRole("button", { name: "起草下一版" }).click();
  await textOf(page).waitFor();
  const address = new URL(page.url()).pathname;

  // An edition of the same period is an error at its line, found as one types, and keeps it from being submitted.
  await page.getByRole("button", { name: /错误 · 第 \d+ 行.*有效期重叠/ }).waitFor();
  expect(await page.getByRole("button", { name: "提交签发" }).isDisabled()).toBe(true);
  await expectSound(page, "a draft with an error");

  // The examples name contracts of 2019: without them the edition stands for itself.
  const whole = halved(await textOf(page).inputValue());
  const mended = whole.slice(0, whole.indexOf("\nexamples:") + 1);
  await textOf(page).fill(mended.replace("5 * 基本保险金额", "5 * 基本保额"));
  const problem = page.getByRole("button", { name: /没有事实或定义“基本保额”/ });
  await problem.click();
  expect(await page.evaluate(() => getSelection()?.toString())).toContain("基本保额");
  await textOf(page).fill(mended);
  await checkedAs(page, "0 处错误");
  await page.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByRole("button", { name: "已保存" }).waitFor();
  await page.getByRole("button", { name: "提交签发" }).click();
  await page.getByText("您写过这份草稿，不能签它").waitFor();
  expect(await textOf(page).getAttribute("readonly")).not.toBeNull();

  // The product manager sees what it comes to, and nobody's case.
  await page.getByText("用去年案件试算").click();
  await page.getByRole("button", { name: "开始试算" }).click();
  await page.getByText("您可以看合计").waitFor();
  await page.getByText(/已算 1 \/ 1 个案件/).waitFor();

  const first = await visit(FIRST, PHONE);
  await open(first.page, address);
  await first.page.getByText("用去年案件试算").click();
  await first.page.getByRole("button", { name: "开始试算" }).click();
  const row = first.page.getByRole("row").filter({ hasText: "王**（示例）" });
  await row.waitFor();
  expect(await row.innerText()).toContain("1,000,000");
  expect(await row.innerText()).toContain("500,000");
  await expectSound(first.page, "a trial");
  const download = first.page.waitForEvent("download");
  await first.page.getByRole("link", { name: "导出 CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^草稿试算-life-endowment-holiday-.*\.csv$/);

  await first.page.locator("label").filter({ hasText: "文本" }).first().click();
  await signOff(first.page);
  await first.page.getByText("您已经签过").waitFor();
  const second = await visit(SECOND);
  await open(second.page, address);
  await signOff(second.page);
  await second.page.getByText("已签发", { exact: true }).first().waitFor();
  await expectSound(second.page, "a signed draft");

  // From now on it is an edition, and no request changes it.
  await open(second.page, "/terms/life-endowment-holiday/2020");
  await second.page.getByText("已签发 · 赵经理（示例）、钱主管（示例）").waitFor();
  await second.page.getByRole("link", { name: "2019", exact: true }).waitFor();
  await second.page.getByText("没有版本").waitFor();
  const put = await page
    .context()
    .request.put(`${place.site.address}/api/v1/terms-drafts/${address.split("/").at(-1)}`, {
      data: { version: 5, source: "terms: life-endowment-holiday/2020\n" },
      headers: { origin: place.site.address, "sec-fetch-site": "same-origin" },
    });
  expect(put.status()).toBe(409);
  for (const one of [author, first, second]) {
    expect(one.complaints).toEqual([]);
    await one.context.close();
  }
});

const signOff = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "签发", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "签发", exact: true }).click();
};

test("of two who write at once one is told, and keeps the text", { timeout: TIMEOUT_MS }, async () => {
  const [one, other] = [await visit(PRODUCT), await visit(PRODUCT, PHONE)];
  await open(one.page, "/terms/drafts");
  await one.page.getByRole("button", { name: "从空白模板开始" }).click();
  await textOf(one.page).waitFor();
  await open(other.page, new URL(one.page.url()).pathname);
  const typed = async (page: Page, title: string): Promise<void> => {
    const text = await textOf(page).inputValue();
    await textOf(page).fill(text.replace(/^title:.*$/m, `title: ${title}`));
    await page.getByRole("button", { name: "保存", exact: true }).click();
  };
  await typed(one.page, "先保存的（示例）");
  await one.page.getByRole("button", { name: "已保存" }).waitFor();
  await typed(other.page, "后保存的（示例）");
  await other.page.getByRole("alert").filter({ hasText: "已被别人改到" }).waitFor();
  expect(await textOf(other.page).inputValue()).toContain("后保存的（示例）");
  await expectSound(other.page, "a conflict");
  for (const { context } of [one, other]) await context.close();
});

test("a wrong file is refused in words", { timeout: TIMEOUT_MS }, async () => {
  const { page, context } = await visit(PRODUCT, PHONE);
  await open(page, "/terms/drafts");
  await expectSound(page, "drafts");
  const put = (name: string, buffer: Buffer) =>
    page.getByLabel("把 YAML 文件拖到这里").setInputFiles({ name, mimeType: "text/yaml", buffer });
  await put("条款.yaml", Buffer.from("version: 3\n"));
  await page.getByRole("alert").filter({ hasText: "没有 terms: 这一行" }).waitFor();
  await put("条款.yaml", Buffer.from([0x50, 0x4b, 0x03, 0x04, 0xff]));
  await page.getByRole("alert").filter({ hasText: "不是 UTF-8 文本" }).waitFor();
  await put("条款.yaml", Buffer.from("terms: a/1\ntitle: 半份\n"));
  await page.waitForURL("**/terms/drafts/*-*");
  await page.getByRole("heading", { name: "半份" }).waitFor();
  await context.close();
});

test("what is not there is a page that says so; drafts speak English", { timeout: TIMEOUT_MS }, async () => {
  const { page, context, complaints } = await visit(PRODUCT);
  for (const address of ["/terms/nothing/1", "/terms/drafts/00000000-0000-4000-8000-000000000000"]) {
    await open(page, address);
    await page.getByRole("heading", { name: "没有这份条款" }).waitFor();
    await expectSound(page, address);
  }
  await open(page, "/terms/drafts");
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("button", { name: "Begin from the template" }).click();
  await page.getByLabel("Text of the draft (YAML)").waitFor();
  await page.getByText("No errors and no warnings.").waitFor();
  for (const tab of ["Text", "Book and sandbox", "Try on last year’s cases"]) {
    await page.getByText(tab, { exact: true }).click();
    await settled(page);
    await expectSound(page, `a draft in English: ${tab}`);
    const chrome = page.locator("nav a, h2, th[scope=col], main button:not([aria-pressed])");
    for (const text of await chrome.allInnerTexts()) expect(text, tab).not.toMatch(/[\u4e00-\u9fff]/);
  }
  expect(complaints).toEqual([]);
  await context.close();
});

test("two editions side by side, by their address", { timeout: TIMEOUT_MS }, async () => {
  for (const viewport of [DESK, PHONE]) {
    const { page, context, complaints } = await visit("li.gong", viewport);
    await open(page, "/terms/compare?a=jinhuibao/2024&b=jinhuibao/2025");
    await page.getByText(/个例子中 \d+ 个结果不同/).waitFor();
    await page.getByRole("heading", { name: "第二条" }).waitFor();
    expect(await page.locator("ins, del").count()).toBeGreaterThan(5);
    await expectSound(page, "two editions");
    expect(complaints).toEqual([]);
    await context.close();
  }
});

test("the sandbox: a list's elements come and go, and the decision follows", {
  timeout: TIMEOUT_MS,
}, async () => {
  const { page, context, complaints } = await visit("li.gong");
  await open(page, "/terms/reinstatement/2025");
  const total = page.locator("dl div").filter({ hasText: "欠交保险费合计" }).locator("dd");
  await expect.poll(() => total.innerText()).toContain("4989");
  await page.getByRole("button", { name: "去掉第 3 项" }).click();
  await expect.poll(() => total.innerText()).toContain("3326");
  await page.getByRole("button", { name: "添一项" }).click();
  const third = page.getByRole("group", { name: "第 3 项" });
  await third.getByRole("radio", { name: "知道确切的值" }).nth(1).check();
  await third.getByLabel("欠交各期[3].保险费", { exact: true }).fill("100");
  await expect.poll(() => total.innerText()).toContain("3426");
  await expectSound(page, "a list in the sandbox");
  expect(complaints).toEqual([]);
  await context.close();
});
