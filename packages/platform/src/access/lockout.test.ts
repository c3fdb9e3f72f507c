import { beforeEach, describe, expect, test } from "vitest";
import { testDatabase, testServer } from "../testing/index.ts";
import { accessApi, addStaff, authenticator } from "./index.ts";
import { afterFailure, FREE_FAILURES, LOCK, SLOW } from "./lockout.ts";
import { networkOf } from "./network.ts";

const database = await testDatabase();
const { clock, store } = database;
const directory = {
  findByPhone: async () => [],
  describeCase: async () => null,
  describe: async () => null,
  sendCode: async () => undefined,
};
const client = await testServer(database, accessApi(directory), authenticator({ store, clock, directory }));
await database.run((context) =>
  addStaff(context, {
    login: "li",
    name: "李经办（示例）",
    password: "right",
    roles: ["claims-handler"],
    approvalLimit: null,
  }),
);

const HOME = "192.0.2.7";
const forward = (seconds: number) =>
  clock.set(new Date(clock.now().getTime() + seconds * 1000).toISOString());
/** A try from an address, with the cookies that the browser holds. */
const attempt = async (
  password: string,
  from: string,
  cookies: Record<string, string> = {},
  login = "li",
) => {
  const answer = await client.server.inject({
    method: "POST",
    url: "/api/v1/session",
    payload: { login, password },
    headers: { "sec-fetch-site": "same-origin" },
    remoteAddress: from,
    cookies,
  });
  const device = answer.cookies.find(({ name }) => name === "goodfaith_device");
  const body = answer.json<{ code?: string; facts?: { retryAfterSeconds?: number } }>();
  return { code: body.code ?? "in", wait: body.facts?.retryAfterSeconds ?? 0, device };
};
/** So many wrong tries from so many addresses, each below its own lock. */
const guessFromEverywhere = async (times: number, network = "198.51.100") => {
  for (let n = 0; n < times; n += 1) {
    const { code, wait } = await attempt(`guess ${n}`, `${network}.${n}`);
    if (code === "access.slow-down") forward(wait);
  }
};
beforeEach(() => forward(3600));

describe("a stranger who guesses", () => {
  test("locks out their own address, not the colleague elsewhere", async () => {
    for (let n = 0; n < 5; n += 1) await attempt(`guess ${n}`, "203.0.113.9");
    expect((await attempt("right", "203.0.113.9")).code).toBe("access.locked");
    expect((await attempt("right", HOME)).code).toBe("in");
  });

  test("from many addresses is slowed down, and so is a new device; the colleague's own is not", async () => {
    const { device } = await attempt("right", HOME);
    if (!device) throw new Error("the browser was not marked");
    expect(device).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/api/v1/session" });
    await guessFromEverywhere(FREE_FAILURES);
    const slowed = await attempt("right", "192.0.2.200");
    expect(slowed).toMatchObject({ code: "access.slow-down", wait: 1 });
    expect((await attempt("right", HOME, { goodfaith_device: device.value })).code).toBe("in");
    forward(1);
    expect((await attempt("right", "192.0.2.200")).code).toBe("in");
    for (let n = 0; n < 8; n += 1) {
      const next = await attempt("wrong", `198.51.100.${100 + n}`);
      forward(next.code === "access.slow-down" ? next.wait : 30);
    }
    const late = await attempt("wrong", "198.51.100.250");
    expect(["access.wrong-password", "access.slow-down"]).toContain(late.code);
    expect((await attempt("right", "192.0.2.201")).wait).toBeLessThanOrEqual(30);
  });

  test("gains nothing by another's mark, or one that was made up", async () => {
    const { device } = await attempt("right", HOME);
    const mark = device?.value ?? "";
    await guessFromEverywhere(FREE_FAILURES);
    for (const forged of [`${mark}x`, "a.b", ".", mark.split(".")[0] ?? ""])
      expect((await attempt("right", HOME, { goodfaith_device: forged })).code).toBe("access.slow-down");
    expect((await attempt("right", HOME, { goodfaith_device: mark }, "zhao")).code).toBe(
      "access.wrong-password",
    );
  });

  test("who holds a marked device rests that device after five failures, and nothing else", async () => {
    const { device } = await attempt("right", HOME);
    const cookies = { goodfaith_device: device?.value ?? "" };
    for (let n = 0; n < 5; n += 1) await attempt(`guess ${n}`, HOME, cookies);
    expect((await attempt("right", HOME, cookies)).code).toBe("access.locked");
    expect((await attempt("right", HOME)).code).toBe("in");
    forward(900);
    expect((await attempt("right", HOME, cookies)).code).toBe("in");
  });
});

describe("counts", () => {
  const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1000);
  test("the wait for a name doubles to half a minute and fades after a quarter of an hour", () => {
    let now = { failures: FREE_FAILURES - 1, lastAt: at(0), lockedUntil: null as Date | null };
    const waits = [];
    for (let n = 0; n < 7; n += 1) {
      const failed = at(n * 60);
      now = afterFailure(now, failed, SLOW);
      waits.push((now.lockedUntil?.getTime() ?? 0) - failed.getTime());
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    expect(afterFailure(now, at(6 * 60 + 900), SLOW)).toMatchObject({ failures: 1, lockedUntil: null });
  });
  test("a lock that is over begins anew", () => {
    const locked = { failures: 5, lastAt: at(0), lockedUntil: at(900) };
    expect(afterFailure(locked, at(899), LOCK).failures).toBe(6);
    expect(afterFailure({ ...locked, lockedUntil: at(100) }, at(200), LOCK).failures).toBe(1);
  });
  test("one subscriber is one network", () => {
    expect(networkOf("::ffff:192.0.2.7")).toBe("192.0.2.7");
    expect(networkOf("192.0.2.7")).toBe("192.0.2.7");
    const one = networkOf("2001:db8:1:2:aaaa::1");
    expect(networkOf("2001:0db8:0001:0002:bbbb:cccc:dddd:eeee")).toBe(one);
    expect(networkOf("2001:db8:1:3::1")).not.toBe(one);
    expect(networkOf("::1")).toBe("0:0:0:0::/64");
    expect(networkOf("fe80::1%eth0")).toBe("fe80:0:0:0::/64");
  });
});
