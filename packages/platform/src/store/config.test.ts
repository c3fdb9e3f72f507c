import { expect, test } from "vitest";
import { ConfigError, readConfig, SETTINGS } from "./config.ts";
import { DatabaseError, openDatabase } from "./database.ts";

test("nothing set: everything has its value", () => {
  expect(readConfig({ PORT: "", SAMPLE: " " }, "/srv/goodfaith")).toMatchObject({
    port: 3150,
    dataFolder: "/srv/goodfaith/.data",
    databaseUrl: undefined,
    sample: "small",
    trustProxy: false,
  });
});

test("a database of one's own gets no sample unless asked", () => {
  const DATABASE_URL = "postgres://me@db.example/insurer";
  expect(readConfig({ DATABASE_URL }, "/").sample).toBe("none");
  expect(readConfig({ DATABASE_URL, SAMPLE: "full" }, "/").sample).toBe("full");
});

test("the values that the help tells are the ones that hold", () => {
  const told = Object.fromEntries(SETTINGS.map(({ name, value }) => [name, value]));
  expect(readConfig(told, "/srv/goodfaith")).toEqual(readConfig({ HOST: "localhost" }, "/srv/goodfaith"));
});

test("every setting that is not right is named, all at once", () => {
  const wrong = { PORT: "70000", SAMPLE: "big", DATABASE_URL: "mysql://x", GOODFAITH_TRUST_PROXY: "perhaps" };
  expect(() => readConfig(wrong, "/")).toThrow(ConfigError);
  const message = (() => {
    try {
      return readConfig(wrong, "/");
    } catch (error) {
      return String(error);
    }
  })();
  for (const name of Object.keys(wrong)) expect(message).toMatch(new RegExp(`${name}: 应.+ · should .+`));
  expect(() => readConfig({ PORT: "abc" }, "/")).toThrow("应为 0 至 65535 的整数 · should be a whole number");
});

test.each([
  ["postgres://nobody@127.0.0.1:1/x", "nothing listens at 127.0.0.1:1"],
  ["postgres://nobody@no-such-host.invalid/x", "no-such-host.invalid"],
])("a database that cannot be reached is said plainly: %s", async (databaseUrl, says) => {
  const opening = openDatabase({ databaseUrl, dataFolder: "/nowhere" }, () => undefined);
  await expect(opening).rejects.toThrow(DatabaseError);
  await expect(opening).rejects.toThrow(says);
});
