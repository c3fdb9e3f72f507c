import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import type { Role } from "../../packages/platform/src/contract.ts";
import { LIFE } from "../../packages/sample-city/src/index.ts";
import { expectAccessible, settled } from "./page.ts";
import { openPlace, TIMEOUT_MS } from "./place.ts";

/** An extension by two persons, and the calendar, in a real browser. */
const REASON = "需要向外地医院调取病历";
const place = openPlace();

const loginOf = (role: Role): string => LIFE.staff.find(({ roles }) => roles.includes(role))?.login ?? "";
const asOne = (role: Role) => place.visit(loginOf(role));
/** The claim whose own promise ends first of those that still run. */
const promised = async (page: Page): Promise<string> => {
  const answer = await page
    .context()
    .request.get(`${place.site.address}/api/v1/clocks?state=running&q=承诺核定`);
  const { items } = (await answer.json()) as { items: { subjectId: string }[] };
  return items.at(-1)?.subjectId ?? "";
};

test("one person asks, another approves, the claimant is told, the clock moves", {
  timeout: TIMEOUT_MS,
}, async () => {
  const { page, complaints } = await asOne("claims-handler");
  const address = `/claims/${await promised(page)}`;
  await page.goto(address);
  await page.getByRole("button", { name: "申请延长" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").fill(REASON);
  await settled(page);
  await expectAccessible(page, "asking to extend");
  await dialog.getByRole("button", { name: "提交申请" }).click();
  await page.getByText("延期申请，待批准").waitFor();
  await page.getByText("等待另一人批准。").waitFor();
  const second = await asOne("claims-approver");
  await second.page.goto(address);
  await second.page.getByRole("button", { name: "批准并告知申请人" }).click();
  await expect
    .poll(
      async () => {
        await second.page.reload();
        await settled(second.page);
        return second.page.getByText("经批准延长，原为").count();
      },
      { timeout: 30_000, interval: 1000 },
    )
    .toBe(1);
  await second.page.getByText("已延长", { exact: true }).waitFor();
  await expectAccessible(second.page, "an extended clock");
  expect([...complaints, ...second.complaints]).toEqual([]);
});

test("a subscription is opened, read by its address alone, and ended", { timeout: TIMEOUT_MS }, async () => {
  const { page, complaints } = await asOne("claims-handler");
  await page.goto("/clocks");
  await page.getByRole("button", { name: "开通订阅" }).click();
  const address = (await page.getByText("/api/v1/calendar/").innerText()).trim();
  await settled(page);
  await expectAccessible(page, "a new subscription");
  const read = async () => (await fetch(address)).status;
  expect(await read()).toBe(200);
  expect(await (await fetch(address)).text()).toContain("BEGIN:VEVENT");
  await page.getByRole("button", { name: "停用订阅" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "停用订阅" }).click();
  await page.getByRole("button", { name: "开通订阅" }).waitFor();
  expect(await read()).toBe(404);
  expect(complaints).toEqual([]);
});
