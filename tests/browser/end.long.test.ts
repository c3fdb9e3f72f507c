import type { Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { expectAccessible, expectNoSidewaysScroll, settled, signInAs, type Visitor } from "./page.ts";
import { openPlace, TIMEOUT_MS } from "./place.ts";

/** The end of a case: refused by two people, told, closed by itself, reopened; and every decision on the way made again. */

const place = openPlace();
let desk: Visitor;
let address = "";

/** At the desk's width and the phone's. */
const inspect = async (page: Page, what: string): Promise<void> => {
  await settled(page);
  for (const width of [360, 1440]) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page, what);
    await expectAccessible(page, what);
  }
};
const changeTo = async (login: string): Promise<Page> => {
  await desk.context.clearCookies();
  await signInAs(desk.page, login);
  await desk.page.goto("/today");
  return desk.page;
};

beforeAll(async () => {
  desk = await place.visit();
}, TIMEOUT_MS);

describe.sequential("a certain decline", () => {
  test("stands on Today for a person to judge; a named person proposes the refusal", {
    timeout: TIMEOUT_MS,
  }, async () => {
    const page = await changeTo("li.gong");
    const todo = page.locator("li").filter({ hasText: "待具名人员提出拒赔" });
    await todo.getByRole("link").first().click();
    await page.waitForURL("**/claims/*-*");
    address = page.url();
    await page.getByRole("button", { name: "提出拒赔" }).click();
    const dialog = page.getByRole("dialog");
    expect(await dialog.innerText()).toContain("第二条");
    await dialog.getByLabel("给申请人的说明").fill("住院时仍在等待期内，这次住院不在保障范围。");
    await inspect(page, "proposing a refusal");
    await dialog.getByRole("button", { name: "提交复核" }).click();
    await page.getByText("待复核").first().waitFor();
    expect(await page.getByRole("button", { name: "同意并发出通知书" }).count()).toBe(0);
    await inspect(page, "a proposed refusal");
  });

  test("is approved by another, told to the claimant, and the case closes", {
    timeout: TIMEOUT_MS,
  }, async () => {
    const page = await changeTo("zhao");
    await page.goto(address);
    await page.getByRole("button", { name: "同意并发出通知书" }).click();
    await page
      .getByText(/拒绝给付通知书已(发给|送达)/)
      .first()
      .waitFor();
    await page.locator("summary").filter({ hasText: "拒绝给付通知书" }).click();
    expect(await page.locator("main").innerText()).toContain("住院时仍在等待期内");
    await expect
      .poll(
        async () => {
          await page.reload();
          await settled(page);
          return page.getByRole("heading", { name: "已结案" }).count();
        },
        { timeout: 60_000 },
      )
      .toBe(1);
    await inspect(page, "a closed case");
  });

  test("is reopened with a reason, and then takes evidence again", { timeout: TIMEOUT_MS }, async () => {
    const page = await changeTo("li.gong");
    await page.goto(address);
    await settled(page);
    expect(await page.getByLabel("把文件拖到这里，或点击选择").count()).toBe(0);
    await page.getByRole("button", { name: "重开案件" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("原因").fill("送来新的入院记录（示例）");
    await dialog.getByRole("button", { name: "重开案件" }).click();
    await page.getByLabel("把文件拖到这里，或点击选择").waitFor({ state: "attached" });
    expect(await page.locator("main").innerText()).toContain("重开案件：送来新的入院记录（示例）");
  });
});

test("every decision of a case is made again, and compared with now", { timeout: TIMEOUT_MS }, async () => {
  const page = await changeTo("li.gong");
  await page.goto("/claims?q=%E7%8E%8B%E5%85%88%E7%94%9F");
  await page.getByRole("link", { name: "王先生（示例）意外身故" }).click();
  await page.getByRole("button", { name: "录入出险时间", exact: true }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("不早于", { exact: true }).first().click();
  await dialog.locator("#finding-value").fill("2024-10-01T19:42:00");
  await dialog.getByLabel("依据").fill("通话记录（示例）");
  await dialog.getByRole("button", { name: "记录", exact: true }).click();
  await page.getByText("已定", { exact: true }).waitFor();
  await page.getByRole("button", { name: "查看历次决定" }).click();
  await page
    .getByRole("button", { name: /^重算，并与现在比较/ })
    .last()
    .click();
  const past = page.locator("section").filter({ has: page.getByRole("heading", { name: "历次决定" }) });
  await past.getByText("重算一致").first().waitFor();
  const text = await past.innerText();
  expect(text).toContain("370,000 至 1,270,000 元");
  expect(text).toContain("尚未确定");
  expect(text).toMatch(/[0-9a-f]{64}/);
  await inspect(page, "decisions compared");
  expect(desk.complaints).toEqual([]);
});
