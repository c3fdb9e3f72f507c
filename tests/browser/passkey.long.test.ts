import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LIFE } from "../../packages/sample-city/src/index.ts";
import { launchChromium } from "./chromium.ts";
import { expectAccessible, settled, signInAs, visitor } from "./page.ts";
import { type Site, startSite } from "./server.ts";

const TIMEOUT_MS = 240_000;
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

test("a passkey is added in the browser, and opens the door without a password", {
  timeout: TIMEOUT_MS,
}, async () => {
  // A passkey belongs to a name, and an address of numbers is none.
  const { page, context, complaints } = await visitor(
    browser,
    site.address.replace("127.0.0.1", "localhost"),
  );
  const devtools = await context.newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  const password = LIFE.staff.find(({ login }) => login === "li.gong")?.password ?? "";
  await signInAs(page, "li.gong", password);
  await page.goto("/account");
  await settled(page);
  await page.getByLabel("名称（如“我的手机”）").fill("示例设备");
  await page.locator("#passkey_password").fill(password);
  await page.getByRole("button", { name: "添加通行密钥" }).click();
  await page.getByRole("cell", { name: "示例设备" }).waitFor();
  await expectAccessible(page, "one's own account");
  await context.clearCookies();
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "用通行密钥登录" }).waitFor();
  await settled(page);
  await expectAccessible(page, "the door");
  await page.getByRole("button", { name: "用通行密钥登录" }).click();
  await page.waitForURL("**/today");
  expect(complaints).toEqual([]);
  await context.close();
});
