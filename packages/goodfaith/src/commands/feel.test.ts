import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { command } from "./feel.ts";

const folder = mkdtempSync(join(tmpdir(), "feel-"));
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(() => {
  writeFileSync(join(folder, "context.json"), '{"月 收入": 12345678901234567890.5, "行": [{"甲 乙": 1}]}');
  writeFileSync(join(folder, "list.json"), "[1]");
  writeFileSync(join(folder, "broken.json"), '{\n"a": 1,\n}');
});

interface Ran {
  readonly out: string;
  readonly err: string;
  readonly status: unknown;
}

/** Runs the command here, its output caught. */
async function feel(args: readonly string[]): Promise<Ran> {
  const said = { out: "", err: "" };
  const catching = (stream: "out" | "err") => (text: string | Uint8Array) => {
    said[stream] += String(text);
    return true;
  };
  const spies = [
    vi.spyOn(process.stdout, "write").mockImplementation(catching("out")),
    vi.spyOn(process.stderr, "write").mockImplementation(catching("err")),
  ];
  try {
    await command().parseAsync(args, { from: "user" });
    return { ...said, status: process.exitCode };
  } finally {
    for (const spy of spies) spy.mockRestore();
    process.exitCode = undefined;
  }
}

describe("goodfaith feel", () => {
  test("prints the value as JSON, exactly", async () => {
    expect(await feel(["0.1 + 0.2"])).toEqual({ out: "0.3\n", err: "", status: 0 });
    expect((await feel(['{a: date("2024-10-01") + duration("P30D"), b: [1/3, null]}'])).out).toBe(
      '{"a":"2024-10-31","b":[0.3333333333333333333333333333333333,null]}\n',
    );
    expect((await feel(["-1 + 3"])).out).toBe("2\n");
  });

  test("reads names with spaces and exact numbers from the context", async () => {
    expect((await feel(["月 收入 * 2 + 行[1].甲 乙", join(folder, "context.json")])).out).toBe(
      "24691357802469135782\n",
    );
  });

  test.each([
    [["1 +"], /^1:4: the expression ends too early; /],
    [["甲 == 1"], /^1:3: “==” is no operator; write = for equal, != for different\n {2}甲 == 1\n {5}\^\n$/],
    [["count(for i in 1..1000000000000 return i)"], /^1:1: the expression needs more than \d+ items/],
    [["x", join(folder, "nowhere.json")], /nowhere\.json: cannot be read \(ENOENT\)/],
    [["x", join(folder, "list.json")], /list\.json:1: not a JSON object; /],
    [["x", join(folder, "broken.json")], /broken\.json:3: a string is not closed/],
  ] as const)("%j ends with 2 and says why", async (args, message) => {
    const { out, err, status } = await feel(args);
    expect([out, status]).toEqual(["", 2]);
    expect(err).toMatch(message);
  });
});
