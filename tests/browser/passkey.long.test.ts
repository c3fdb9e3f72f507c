import { expect, test } from "vitest";
import { expectAccessible, passwordOf, settled, signInAs, visitor } from "./page.ts";
import { openPlace, TIMEOUT_MS } from "./place.ts";

const place = openPlace();

test("a passkey is added in the browser, and opens the door without a password", {
  timeout: TIMEOUT_MS,
}, async () => {
  // A passkey belongs to a name, and an address of numbers is none.
  const { page, context, complaints } = await visitor(
    place.browser,
    place.site.address.replace("127.0.0.1", "localhost"),
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
  await signInAs(page, "li.gong");
  await page.goto("/account");
  await settled(page);
  await page.getByLabel("名称（如“我的手机”）").fill("示例设备");
  await page.locator("#passkey_password").fill(passwordOf("li.gong"));
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
